// SPDX-License-Identifier: MIT
#include "tiktrack/source/embed.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_embed)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

/// What an embed page comes to whose state holds `route` under `path`.
imported embed_page(std::string const& path, std::string const& route, std::string const& link = {})
{
    auto const router = link.empty() ? std::string() : R"("router":{"link":")" + link + "\"},";
    return import_text("<script>window.__FRONTITY_CONNECT_STATE__ = null;</script>" +
                       made_up_page("{" + router + R"("source":{"data":{")" + path + "\":" + route + "}}}",
                                    "__FRONTITY_CONNECT_STATE__"));
}

std::string video_route(std::string const& id, std::string const& author, std::string const& further = {})
{
    return R"({"code":200,"isError":false,"videoData":{"itemInfos":{"id":")" + id +
           R"(","text":"t","createTime":"1564234358","covers":["https://c/1"],
        "diggCount":5,"playCount":7,"video":{"videoMeta":{"duration":10}}},"authorInfos":{"uniqueId":")" +
           author + R"(","nickName":"N"})" + further + "}}";
}

} // namespace

BOOST_AUTO_TEST_CASE(all_that_an_embed_page_tells)
{
    auto const got = embed_page(
        "/embed/v2/6718335390845095173",
        video_route(
            "6718335390845095173", "scout",
            R"(,"authorStats":{"followerCount":4280134,"heartCount":"61406983"},"musicInfos":{"musicId":"71","musicName":"s","authorName":"a","original":""},
           "textExtra":[{"HashtagName":"model"}],"challengeInfoList":[{"challengeName":"x"}])"));
    for (auto const& [key, value] : {std::pair{"video_id", R"("6718335390845095173")"},
                                     {"caption", R"("t")"},
                                     {"upload_timestamp", "1564234358"},
                                     {"thumbnail_url", R"("https://c/1")"},
                                     {"video_duration", "10"},
                                     {"is_photo", "false"},
                                     {"views", "7"},
                                     {"likes", "5"},
                                     {"saves", "null"},
                                     {"creator_username", R"("scout")"},
                                     {"creator_display_name", R"("N")"},
                                     {"creator_follower_count", "4280134"},
                                     {"followers_resolution", "1"},
                                     {"creator_total_likes", "61406983"},
                                     {"music_id", R"("71")"},
                                     {"sound_original", "false"},
                                     {"hashtags", R"(["model"])"},
                                     {"status", R"("ok")"},
                                     {"source", R"("embed")"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(got["raw"].starts_with(R"({"embed":{"code":200)"));
    BOOST_TEST(stays_the_same(got));
    auto const bare =
        embed_page("/embed/v2/6718335390845095173", video_route("6718335390845095173", "scout"));
    BOOST_TEST(bare["hashtags"] == "null");
    BOOST_TEST(bare["sound_original"] == "null");
}

BOOST_AUTO_TEST_CASE(F48_all_the_ways_of_not_being_there)
{
    std::string const path = "/embed/v2/6718335390845095173";
    for (auto const& route :
         {std::string(R"({"code":10204})"),
          std::string(R"({"isError":true,"pageName":"error","errorStatus":400})"), video_route("", "")}) {
        auto const got = embed_page(path, route);
        BOOST_TEST(got.glance() == "6718335390845095173 not_found", route);
        BOOST_TEST(got["video_url"] == R"("https://www.tiktok.com/@/video/6718335390845095173")");
        BOOST_TEST(got["upload_timestamp"] == "null");
        BOOST_TEST(stays_the_same(got));
    }
    BOOST_TEST(embed_page(path, R"({"code":200})").glance() == "6718335390845095173 parse_error");
    BOOST_TEST(embed_page(path, video_route("6718335390845095173", "")).glance() ==
               "6718335390845095173 parse_error");
    BOOST_TEST(embed_page("/embed/@nobody", R"({"isError":true,"pageName":"error","code":10202})").glance() ==
               "- not_found");
    BOOST_TEST(
        embed_page("/embed/music/71", R"({"pageName":"music","videoList":[],"link":"/embed/music/71"})")
            .glance() == "- not_found");
    BOOST_TEST(embed_page("/embed/tag/x", R"({"pageName":"tag","videoList":[],"embedInfo":{"title":"x"}})")
                   .glance() == "- parse_error");
}

BOOST_AUTO_TEST_CASE(F51_never_somebody_elses_numbers)
{
    auto const data =
        embed_page("/embed/v2/6718335390845095173", video_route("6718335390845095174", "scout"));
    BOOST_TEST(data.glance() == "6718335390845095173 parse_error");
    BOOST_TEST(data["views"] == "null");
    BOOST_TEST(data["status_detail"] ==
               R"("asked for video 6718335390845095173, the answer is about 6718335390845095174")");
    BOOST_TEST(stays_the_same(data));
    auto const route =
        embed_page("/embed/v2/6718335390845095174", video_route("6718335390845095174", "scout"),
                   "/embed/v2/6718335390845095173?lang=en");
    BOOST_TEST(route.glance() == "6718335390845095173 parse_error");
    BOOST_TEST(route["views"] == "null");
    BOOST_TEST(stays_the_same(route));
    BOOST_TEST(embed_page("/embed/v2/6718335390845095174", video_route("6718335390845095174", "scout"),
                          "/embed/v2/6718335390845095174/")
                   .glance() == "6718335390845095174 ok");
}

BOOST_AUTO_TEST_CASE(rows_of_a_creators_page)
{
    auto const got = embed_page(
        "/embed/@pekka",
        R"({"route":"/embed/@pekka/","userInfo":{"uniqueId":"pekka","nickname":"P","verified":true,"followerCount":5210,"heartCount":"40377","signature":"s"},
        "videoList":[{"id":"7612236449866807058","desc":"d","playCount":766,"coverUrl":"not-a-url","originCoverUrl":"https://c/2","authorUniqueId":"pekka","privateItem":false},
                     {"id":"7612236449866807059","privateItem":true,"authorUniqueId":"pekka"},{"id":"not-an-id","authorUniqueId":"pekka"},
                     {"id":"7612236449866807060","playCount":1,"authorUniqueId":"another"},{"id":"7612236449866807058","playCount":1,"authorUniqueId":"pekka"}]})");
    BOOST_TEST(got.glance() == "7612236449866807058 ok, 7612236449866807060 ok");
    for (auto const& [key, value] : {std::pair{"views", "766"},
                                     {"thumbnail_url", R"("https://c/2")"},
                                     {"creator_follower_count", "5210"},
                                     {"creator_total_likes", "40377"},
                                     {"creator_bio", R"("s")"},
                                     {"upload_source", R"("id")"},
                                     {"hashtags", "null"},
                                     {"is_photo", "null"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(got(1, "creator_username") == R"("another")");
    BOOST_TEST(got(1, "creator_follower_count") == "null");
    BOOST_TEST(stays_the_same(got));
    auto const none =
        embed_page("/embed/@pekka", R"({"userInfo":{"uniqueId":"pekka","followerCount":0},"videoList":[]})");
    BOOST_TEST(none.glance() == "- -");
    BOOST_TEST(none["creator_follower_count"] == "0");
    BOOST_TEST(stays_the_same(none));
}

BOOST_AUTO_TEST_CASE(a_sounds_page_tells_how_often_it_is_used)
{
    auto const tile = std::string(R"([{"id":"7612236449866807058","playCount":1,"authorUniqueId":"a"}])");
    auto const sound = embed_page(
        "/embed/music/71",
        R"({"playlistType":"music","embedInfo":{"id":"71","artist":"A","videoCount":21407},"videoList":)" +
            tile + "}");
    BOOST_TEST(sound["sound_usage_count"] == "21407");
    BOOST_TEST(sound["music_id"] == R"("71")");
    BOOST_TEST(sound["sound_author"] == R"("A")");
    BOOST_TEST(stays_the_same(sound));
    auto const tag = embed_page(
        "/embed/tag/x",
        R"({"playlistType":"tag","embedInfo":{"id":"46","title":"x","videoCount":"648123"},"videoList":)" +
            tile + "}");
    BOOST_TEST(tag["sound_usage_count"] == "null");
    BOOST_TEST(tag["music_id"] == "null");
    BOOST_TEST(stays_the_same(tag));
}

BOOST_AUTO_TEST_SUITE_END()
