// SPDX-License-Identifier: MIT
#include "tiktrack/source/universal.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_universal)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const canonical =
    R"("seo.abtest":{"canonical":"https:\u002F\u002Fwww.tiktok.com\u002F@pekka\u002Fvideo\u002F7612236449866807058"},)";

imported scope(std::string const& members)
{
    return import_text(made_up_page(R"({"__DEFAULT_SCOPE__":{)" + members + "}}"));
}

} // namespace

BOOST_AUTO_TEST_CASE(a_video_and_the_object_that_gives_it)
{
    auto const item = made_up_item(R"("stats":{"playCount":5})");
    auto const got = import_text(made_up_page(made_up_state(item, canonical)));
    BOOST_TEST(got.glance() == "7612236449866807058 ok");
    BOOST_TEST(got["source"] == R"("page")");
    BOOST_TEST(got["raw"] ==
               R"({"page":{"itemInfo":{"itemStruct":)" + item + R"(},"statusCode":0,"statusMsg":""}})");
    BOOST_TEST(stays_the_same(got));
    BOOST_TEST(import_text(made_up_state(item, canonical)).text == got.text);
    auto const mobile =
        scope(R"("webapp.reflow.video.detail":{"statusCode":0,"statusMessage":"","itemInfo":{"itemStruct":)" +
              item + "}}");
    BOOST_TEST(mobile["source"] == R"("mobile")");
    BOOST_TEST(stays_the_same(mobile));
}

BOOST_AUTO_TEST_CASE(F48_a_video_that_is_not_shown_takes_its_name_from_the_address)
{
    auto const gone =
        scope(canonical + R"("webapp.video-detail":{"statusCode":10204,"statusMsg":"item doesn't exist"})");
    BOOST_TEST(gone.glance() == "7612236449866807058 not_found");
    BOOST_TEST(gone["video_url"] == R"("https://www.tiktok.com/@pekka/video/7612236449866807058")");
    BOOST_TEST(gone["status_detail"] == R"("10204: item doesn't exist")");
    BOOST_TEST(gone["upload_timestamp"] == "null");
    BOOST_TEST(gone["raw"] == R"({"page":{"statusCode":10204,"statusMsg":"item doesn't exist"}})");
    BOOST_TEST(stays_the_same(gone));
    auto const mobile =
        scope(canonical + R"("webapp.reflow.video.detail":{"statusCode":10222,"statusMessage":"m"})");
    BOOST_TEST(mobile.glance() == "7612236449866807058 private");
    BOOST_TEST(stays_the_same(mobile));
    auto const classified = scope(R"("webapp.video-detail":{"statusCode":0,"itemInfo":{"itemStruct":)" +
                                  made_up_item(R"("isContentClassified":true)") + "}}");
    BOOST_TEST(classified.glance() == "7612236449866807058 login_required");
    BOOST_TEST(classified["video_url"] == R"("https://www.tiktok.com/@pekka/video/7612236449866807058")");
    BOOST_TEST(classified["caption"] == "null");
    BOOST_TEST(stays_the_same(classified));
    auto const shown = scope(R"("webapp.video-detail":{"statusCode":0,"itemInfo":{"itemStruct":)" +
                             made_up_item(R"("isContentClassified":true,"video":{"duration":3})") + "}}");
    BOOST_TEST(shown.glance() == "7612236449866807058 ok");
    auto const empty =
        scope(canonical + R"("webapp.video-detail":{"statusCode":0,"itemInfo":{"itemStruct":{"id":""}}})");
    BOOST_TEST(empty.glance() == "7612236449866807058 parse_error");
    auto const nobody = scope(
        R"("webapp.video-detail":{"statusCode":0,"itemInfo":{"itemStruct":{"id":"7612236449866807058","author":{"uniqueId":""}}}})");
    BOOST_TEST(nobody.glance() == "7612236449866807058 parse_error");
}

BOOST_AUTO_TEST_CASE(F51_a_page_whose_data_is_another_videos)
{
    auto const got =
        import_text(made_up_page(made_up_state(made_up_item({}, "7612236449866807059"), canonical)));
    BOOST_TEST(got.glance() == "7612236449866807058 parse_error");
    BOOST_TEST(got["caption"] == "null");
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F50_a_shell_names_what_was_looked_for_and_keeps_its_scope)
{
    auto const got = scope(R"("webapp.app-context":{"language": "en"},"webapp.a-b":{})");
    BOOST_TEST(got.glance() == "- parse_error");
    BOOST_TEST(got["status_detail"].find("webapp.video-detail") != std::string::npos);
    BOOST_TEST(got["status_detail"].find("webapp.app-context, webapp.a-b") != std::string::npos);
    BOOST_TEST(got["raw"] ==
               R"({"page":{"__DEFAULT_SCOPE__":{"webapp.app-context":{"language":"en"},"webapp.a-b":{}}}})");
    BOOST_TEST(got.tally.again == 1U);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F04_a_broken_part_is_never_written_on)
{
    auto const got = scope("\"webapp.video-detail\":{\"itemInfo\":{\"itemStruct\":{\"id\":"
                           "\"7612236449866807058\",\"desc\":\"\xff\"}}}");
    BOOST_TEST(got.glance() == "- parse_error");
    BOOST_TEST(got["raw"] == "null");
    BOOST_TEST(got["status_detail"].find("webapp.video-detail is not JSON") != std::string::npos);
    BOOST_TEST(got.text.find('\xff') == std::string::npos);
    // What is broken elsewhere does not matter.
    auto const elsewhere = import_text(
        made_up_page(made_up_state(made_up_item(R"("stats":{})"), "\"webapp.i18n\":{\"x\":\"\xff\"},")));
    BOOST_TEST(elsewhere.glance() == "7612236449866807058 ok");
}

BOOST_AUTO_TEST_CASE(a_creators_page)
{
    std::string const user =
        R"("user":{"uniqueId":"pekka","nickname":"P","signature":"","verified":false},"stats":{"followerCount":40400,"heart":235000},"statsV2":{"followerCount":"40398","heart":"234997"})";
    auto const row =
        scope(R"("webapp.user-detail":{"userInfo":{)" + user + R"(,"itemList":[]},"statusCode":0})");
    BOOST_TEST(row.glance() == "- -");
    BOOST_TEST(row["creator_follower_count"] == "40398");
    BOOST_TEST(row["creator_total_likes"] == "234997");
    BOOST_TEST(row["creator_bio"] == R"("")");
    BOOST_TEST(row["video_url"] == "null");
    BOOST_TEST(row["views_resolution"] == "null");
    BOOST_TEST(row["followers_resolution"] == "1");
    BOOST_TEST(stays_the_same(row));
    auto const whole =
        made_up_item(R"("stats":{},"authorStats":{"followerCount":1,"heartCount":1,"videoCount":1})");
    auto const named = std::string(R"({"id":"7612236449866807059","stats":{},"author":"pekka"})");
    auto const items = scope(R"("webapp.user-detail":{"userInfo":{)" + user + R"(,"itemList":[)" + whole +
                             "," + named + R"(]},"statusCode":0})");
    BOOST_TEST(items.glance() == "7612236449866807058 ok, 7612236449866807059 ok");
    BOOST_TEST(items["raw"] == R"({"page":{"userInfo":{"itemList":[)" + whole + "]}}}");
    BOOST_TEST(items(1, "creator_follower_count") == "40398");
    BOOST_TEST(items(1, "creator_display_name") == R"("P")");
    BOOST_TEST(stays_the_same(items));
    auto const gone = scope(
        R"("webapp.user-detail":{"userInfo":{"user":{},"stats":{}},"statusCode":10221,"statusMsg":"user banned"})");
    BOOST_TEST(gone.glance() == "- not_found");
    BOOST_TEST(gone["status_detail"] == R"("10221: user banned")");
    BOOST_TEST(stays_the_same(gone));
}

BOOST_AUTO_TEST_SUITE_END()
