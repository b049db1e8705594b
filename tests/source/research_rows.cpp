// SPDX-License-Identifier: MIT
#include "tiktrack/source/research_rows.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_research_rows)
using namespace tiktrack;
using namespace tiktrack::support;

BOOST_AUTO_TEST_CASE(F09_ids_keep_their_digits_beyond_any_integer)
{
    auto const got = import_text(R"({"data":{"videos":[
        {"id":7611386087808788527,"create_time":1772163931,"username":"zs","view_count":401,"like_count":49,"comment_count":11,"share_count":0,
         "favorites_count":188,"video_description":"Moss ","hashtag_names":["moss","#Moss"],"music_id":7611386083846127621,"region_code":"HU",
         "video_duration":21,"voice_to_text":"and then"},
        {"id":73000000000000992750,"create_time":1772163931,"username":"zs","view_count":1},
        {"id":7.6e18,"create_time":1772163931,"username":"zs","view_count":1},
        {"id":123456789012345678901,"create_time":1772163931,"username":"zs","view_count":1}],"cursor":100,"has_more":true},
        "error":{"code":"ok","message":""}})");
    BOOST_TEST(got.glance() == "7611386087808788527 ok, 73000000000000992750 ok");
    std::string const why = "!0:0: a row was left out: the video's id is not 1 to 20 decimal digits: ";
    BOOST_TEST(got.said == (std::vector<std::string>{why + "7.6e18", why + R"("123456789012345678901")"}));
    for (auto const& [key, value] : {std::pair{"views", "401"},
                                     {"saves", "188"},
                                     {"caption", R"("Moss ")"},
                                     {"hashtags", R"(["moss"])"},
                                     {"music_id", R"("7611386083846127621")"},
                                     {"region", R"("HU")"},
                                     {"video_duration", "21"},
                                     {"video_transcript", R"("and then")"},
                                     {"views_resolution", "1"},
                                     {"source", R"("research")"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(got(1, "raw").find("73000000000000992750") != std::string::npos);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(which_keys_a_row_has_is_the_askers_choice)
{
    for (auto const* row : {R"({"video_id":7611386087808788527,"create_time":1772163931,"username":"zs"})",
                            R"({"id":7611386087808788527,"region_code":"HU","username":"zs"})"})
        BOOST_TEST(import_text(row).glance() == "7611386087808788527 ok", row);
    // Without its author a video is not ok, and its counts are in raw alone.
    auto const got = import_text(
        R"({"data":{"videos":[{"id":"7611386087808788527","create_time":1772163931,"view_count":401}]}})");
    BOOST_TEST(got.glance() == "7611386087808788527 parse_error");
    BOOST_TEST(got["status_detail"] == R"("the author is empty")");
    BOOST_TEST(got["views"] == "null");
    BOOST_TEST(got["raw"].find("401") != std::string::npos);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F58_an_id_beside_counts_is_no_row)
{
    for (
        auto const* other : {
            R"({"id":"17900000000000000","like_count":3,"comments_count":5,"caption":"x","permalink":"https://www.instagram.com/reel/x"})",
            R"({"id":"17900000000000000","username":"x","like_count":3,"view_count":5,"timestamp":"2026-03-01T00:00:00+0000"})",
            R"({"id":"12345678901","view_count":5,"extractor":"vimeo","uploader":"x"})",
            R"({"id":"1234567890","view_count":1,"extractor_key":"Facebook"})",
            R"({"id":"7576039700536806669","timestamp":1763934235,"uploader":"anna","view_count":1800000,"like_count":12300,"comment_count":300,"repost_count":200,"save_count":1,"duration":9,"epoch":1763937835,"extractor":"TikTok"})",
            R"({"video_id":"7611386087808788527","view_count":5})",
            R"({"id":"7611386087808788527","video_id":"7611386087808788528","like_count":5,"create_time":1772163931})",
        }) {
        auto const got = import_text(other);
        BOOST_TEST(got.text.empty(), other);
        BOOST_TEST(!got.failed.empty(), other);
    }
}

BOOST_AUTO_TEST_CASE(F05_a_name_with_nuls_is_no_name_for_an_address)
{
    auto const got =
        import_text(R"({"id":7611386087808788527,"region_code":"HU","username":"kites\u0000\u0000lab"})");
    BOOST_TEST(got["creator_username"] == R"("kites\u0000\u0000lab")");
    BOOST_TEST(got["video_url"] == R"("https://www.tiktok.com/@/video/7611386087808788527")");
}

BOOST_AUTO_TEST_CASE(envelopes_without_videos)
{
    auto const none = import_text(
        R"({"data":{"search_id":"1","has_more":false,"cursor":0,"videos":[]},"error":{"code":"ok","message":""}})");
    BOOST_TEST(none.text.empty());
    BOOST_TEST(none.failed.empty());
    auto const slow = import_text(
        R"({"data":{},"error":{"code":"rate_limit_exceeded","message":"The API rate limit was exceeded"}})");
    BOOST_TEST(slow.glance() == "- rate_limited");
    BOOST_TEST(slow.tally.again == 1U);
    BOOST_TEST(import_text(R"({"error":{"code":"access_token_invalid","message":"m"}})")["status_detail"] ==
               R"("access_token_invalid: m")");
}

BOOST_AUTO_TEST_SUITE_END()
