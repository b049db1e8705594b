// SPDX-License-Identifier: MIT
#include "tiktrack/source/first_system.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_first_system)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string row(std::string const& further)
{
    return R"({"video_id":"7575940383522023617","upload_timestamp":1763911111,"caption":"c","hashtags":["piano"],"video_duration":37,
        "thumbnail_url":"https://c/1","music_id":"71","sound_title":"t","sound_author":"","collection_timestamp":"2025-11-25T13:07:15.120003",
        "views":13400000,"likes":911200,"comments_count":0,"shares":10500,"saves":43990,"duet_count":0,"stitch_count":0,"creator_username":"mirela",
        "creator_display_name":"M","creator_follower_count":0,"creator_following_count":0,"creator_total_likes":0,"creator_total_videos":0,
        "creator_verified":false,"creator_bio":"b")" +
           further + "}";
}

} // namespace

BOOST_AUTO_TEST_CASE(a_row_alone_knows_no_zeros_of_the_creator)
{
    auto const got = import_text("[" + row(R"(,"timepoint":"hour_1","views_velocity":0.0)") + "]");
    for (auto const& [key, value] : {std::pair{"video_id", R"("7575940383522023617")"},
                                     {"timepoint", R"("hour_1")"},
                                     {"views", "13400000"},
                                     {"comments_count", "0"},
                                     {"saves", "43990"},
                                     {"hashtags", R"(["piano"])"},
                                     {"video_duration", "37"},
                                     {"sound_author", "null"},
                                     {"sound_original", "null"},
                                     {"creator_follower_count", "null"},
                                     {"creator_following_count", "null"},
                                     {"creator_total_likes", "null"},
                                     {"creator_total_videos", "null"},
                                     {"duet_count", "null"},
                                     {"stitch_count", "null"},
                                     {"creator_verified", "false"},
                                     {"collection_timestamp", "null"},
                                     {"upload_source", R"("platform")"},
                                     {"source", R"("first_system")"},
                                     {"status", R"("ok")"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(got.said.size() == 1U);
    BOOST_TEST(got.said.at(0).find("local time") != std::string::npos);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(the_item_inside_a_row_counts)
{
    auto const got =
        import_text("[" +
                    row(",\"raw_video_data\":" +
                        made_up_item(R"("stats":{"playCount":5},"authorStats":{"followerCount":7})",
                                     "7575940383522023617")) +
                    "]");
    BOOST_TEST(got["views"] == "5");
    BOOST_TEST(got["saves"] == "null");
    BOOST_TEST(got["creator_follower_count"] == "7");
    BOOST_TEST(got["caption"] == R"("bread")");
    BOOST_TEST(got["raw"].starts_with(R"({"first_system":{"video_id":)"));
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F11_a_time_in_milliseconds_is_seconds)
{
    for (auto const* time : {"1764072435000", "\"1764072435000\""}) {
        auto text = row("");
        text.replace(text.find("\"2025-11-25T13:07:15.120003\""), 28, time);
        auto const got = import_text(text);
        BOOST_TEST(got["collection_timestamp"] == "1764072435", time);
        BOOST_TEST(got.said.at(0).find("in milliseconds") != std::string::npos, time);
    }
}

BOOST_AUTO_TEST_CASE(a_time_with_an_offset_is_known)
{
    auto text = row("");
    text.replace(text.find("2025-11-25T13:07:15.120003"), 26, "2025-11-25T13:07:15+01:00");
    BOOST_TEST(import_text(text)["collection_timestamp"] == "1764072435");
    import_settings set;
    set.collected = 1764000000;
    BOOST_TEST(import_text(text, set)["collection_timestamp"] == "1764072435");
    BOOST_TEST(import_text(row(""), set)["collection_timestamp"] == "1764000000");
}

BOOST_AUTO_TEST_SUITE_END()
