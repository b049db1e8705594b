// SPDX-License-Identifier: MIT
#include "tiktrack/source/app.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_app)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string aweme(std::string const& further, std::string const& id = "7612236449866807058")
{
    return R"({"aweme_id":")" + id +
           R"(","desc":"d","create_time":1772361921,"author":{"unique_id":"pekka","nickname":"P","custom_verify":"",
        "enterprise_verify_reason":"","follower_count":0,"following_count":0,"total_favorited":0,"aweme_count":0},
        "statistics":{"play_count":1900000,"digg_count":64200,"comment_count":4000,"share_count":1000,"collect_count":31200},)" +
           further + "}";
}

} // namespace

BOOST_AUTO_TEST_CASE(all_that_an_aweme_tells)
{
    auto const got =
        import_text(aweme(R"("video":{"duration":9400,"cover":{"url_list":["https://c/1","https://c/2"]}},
        "music":{"id":7375579229523643153,"mid":"7375579229523643153","title":"t","author":"a","is_original":true,"is_original_sound":false,"user_count":0},
        "region":"FI","desc_language":"en","is_ads":true,"text_extra":[{"hashtag_name":"a"}],"cha_list":[{"cha_name":"b"}])"));
    for (auto const& [key, value] : {std::pair{"video_duration", "9.4"},
                                     {"is_photo", "false"},
                                     {"thumbnail_url", R"("https://c/1")"},
                                     {"music_id", R"("7375579229523643153")"},
                                     {"sound_title", R"("t")"},
                                     {"sound_author", R"("a")"},
                                     {"sound_original", "false"},
                                     {"sound_usage_count", "null"},
                                     {"region", R"("FI")"},
                                     {"language", R"("en")"},
                                     {"is_ad", "true"},
                                     {"hashtags", R"(["a"])"},
                                     {"views", "1900000"},
                                     {"likes", "64200"},
                                     {"saves", "31200"},
                                     {"creator_follower_count", "null"},
                                     {"creator_following_count", "null"},
                                     {"creator_total_likes", "null"},
                                     {"creator_total_videos", "null"},
                                     {"creator_verified", "false"},
                                     {"source", R"("app")"},
                                     {"status", R"("ok")"},
                                     {"quality_flags", "[]"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    // All counts of the app are exact, whatever they look like.
    for (auto const* key : {"views_resolution", "likes_resolution", "comments_resolution",
                            "shares_resolution", "saves_resolution"})
        BOOST_TEST(got[key] == "1");
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F55_photos_have_no_length)
{
    for (auto const* mark : {R"("aweme_type":150)", R"("image_post_info":{"images":[]})"}) {
        auto const got = import_text(aweme(std::string(mark) + R"(,"video":{"duration":58000})"));
        BOOST_TEST(got["video_duration"] == "null", mark);
        BOOST_TEST(got["is_photo"] == "true", mark);
    }
}

BOOST_AUTO_TEST_CASE(a_feed_gives_each_video_once_with_its_time)
{
    auto const got = import_text(R"({"aweme_list":[)" + aweme(R"("x":1)") + "," + aweme(R"("x":2)") + "," +
                                 aweme(R"("aweme_type":101)", "7612236449866807060") + "," +
                                 aweme(R"("x":3)", "7612236449866807059") +
                                 R"(],"status_code":0,"extra":{"now":1772366405000}})");
    BOOST_TEST(got.glance() == "7612236449866807058 ok, 7612236449866807059 ok");
    BOOST_TEST(got["collection_timestamp"] == "1772366405");
    BOOST_TEST(got["raw"].find("\"x\":1") != std::string::npos);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(every_container_of_the_app_is_known)
{
    auto const a = aweme(R"("x":1)");
    for (auto const& answer : {R"({"aweme_details":[)" + a + "]}", R"({"aweme_detail":)" + a + "}",
                               R"({"search_item_list":[{"aweme_info":)" + a + "}]}",
                               R"({"data":[{"type":1,"aweme_info":)" + a + R"(},{"type":4,"user_list":[]}]})",
                               R"({"data":{"aweme_list":[)" + a + "]}}", "[" + a + "]", a,
                               R"({"code":200,"data":{"aweme_detail":)" + a + "}}"}) {
        auto const got = import_text(answer);
        BOOST_TEST(got.glance() == "7612236449866807058 ok", answer);
        BOOST_TEST(got["source"] == R"("app")", answer);
    }
    BOOST_TEST(import_text(R"({"aweme_list":null,"status_code":0})").text.empty());
    BOOST_TEST(import_text(R"({"aweme_detail":null,"status_code":0})").glance() == "- parse_error");
    BOOST_TEST(
        import_text(R"({"aweme_detail":null,"status_code":10204,"status_msg":"status_deleted"})").glance() ==
        "- deleted");
}

BOOST_AUTO_TEST_SUITE_END()
