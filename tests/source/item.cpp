// SPDX-License-Identifier: MIT
#include "tiktrack/source/item.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_item)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

imported of(std::string const& further) { return import_text(made_up_item(further)); }

} // namespace

BOOST_AUTO_TEST_CASE(all_that_an_item_tells)
{
    auto const got = of(R"("video":{"duration":37,"cover":"https://c/1","originCover":"https://c/2",
        "subtitleInfos":[{"Source":"MT","LanguageCodeName":"deu-DE"},{"Source":"ASR","LanguageCodeName":"eng-US"}]},
        "music":{"id":"71","title":"song","authorName":"somebody","original":true},
        "stats":{"playCount":3585,"diggCount":361,"commentCount":18,"shareCount":7,"collectCount":"12"},
        "statsV2":{"playCount":"3585","diggCount":"361","commentCount":"18","shareCount":"7","collectCount":"12","repostCount":"3"},
        "authorStats":{"followerCount":389500,"followingCount":177,"heart":8900000,"heartCount":8900000,"videoCount":270},
        "textExtra":[{"hashtagName":"Bread"}],"isAd":true,"locationCreated":"US","CategoryType":101,"textLanguage":"en")");
    for (auto const& [key, value] :
         {std::pair{"video_id", R"("7612236449866807058")"},
          {"video_url", R"("https://www.tiktok.com/@pekka/video/7612236449866807058")"},
          {"upload_timestamp", "1772361921"},
          {"upload_datetime", R"("2026-03-01T10:45:21Z")"},
          {"upload_source", R"("platform")"},
          {"caption", R"("bread")"},
          {"hashtags", R"(["Bread"])"},
          {"video_duration", "37"},
          {"is_photo", "false"},
          {"thumbnail_url", R"("https://c/1")"},
          {"music_id", R"("71")"},
          {"sound_title", R"("song")"},
          {"sound_author", R"("somebody")"},
          {"sound_original", "true"},
          {"views", "3585"},
          {"likes", "361"},
          {"comments_count", "18"},
          {"shares", "7"},
          {"saves", "12"},
          {"reposts", "3"},
          {"creator_username", R"("pekka")"},
          {"creator_display_name", R"("P")"},
          {"creator_follower_count", "389500"},
          {"creator_following_count", "177"},
          {"creator_total_likes", "8900000"},
          {"creator_total_videos", "270"},
          {"language", R"("en")"},
          {"region", R"("US")"},
          {"category_type", R"("101")"},
          {"is_ad", "true"},
          {"transcript_language", R"("eng-US")"},
          {"video_transcript", "null"},
          {"status", R"("ok")"},
          {"source", R"("listing")"},
          {"platform", R"("tiktok")"},
          {"schema", "1"},
          {"attempts", "null"},
          {"quality_flags", "[]"},
          {"views_resolution", "1"},
          {"followers_resolution", "100"},
          {"engagement_rate", "10.06973501"},
          {"collection_timestamp", "null"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F54_of_two_statements_the_better_one_counts)
{
    auto const views = [](std::string const& v1, std::string const& v2) {
        return of("\"stats\":{" + (v1.empty() ? "" : "\"playCount\":" + v1) + "},\"statsV2\":{" +
                  (v2.empty() ? "" : "\"playCount\":" + v2) + "}")["views"];
    };
    BOOST_TEST(views("154500", "\"154539\"") == "154539");
    BOOST_TEST(views("154539", "\"154500\"") == "154539");
    BOOST_TEST(views("154500", "\"154700\"") == "154700");
    BOOST_TEST(views("154500", "\"0\"") == "154500");
    BOOST_TEST(views("-2147483648", "\"2147483648\"") == "2147483648");
    BOOST_TEST(views("12", "\"-1\"") == "12");
    BOOST_TEST(views("12", "") == "12");
    BOOST_TEST(views("", "\"12\"") == "12");
    BOOST_TEST(views("\"1.2M\"", "\"12\"") == "12");
    auto const none = of(R"("stats":{})");
    BOOST_TEST(none["views"] == "null");
    BOOST_TEST(none["quality_flags"] ==
               R"(["missing_views","missing_likes","missing_comments_count","missing_shares"])");
}

BOOST_AUTO_TEST_CASE(F10_what_is_no_count_is_null_and_flagged)
{
    for (auto const* count : {"-1", "1.5", "true", R"("1.2M")", "9223372036854775808", "1e30", "{}", "[1]"}) {
        auto const got =
            of(std::string(R"("stats":{"playCount":1,"diggCount":1,"commentCount":1,"shareCount":)") + count +
               "}");
        BOOST_TEST(got["shares"] == "null", count);
        BOOST_TEST(got["quality_flags"] == R"(["missing_shares","invalid_count"])", count);
        BOOST_TEST(stays_the_same(got), count);
    }
    for (auto const& [count, value] :
         {std::pair{R"("12")", "12"}, {"12.0", "12"}, {"1e3", "1000"}, {R"("")", "null"}, {"null", "null"}})
        BOOST_TEST(of(std::string(R"("stats":{"shareCount":)") + count + "}")["shares"] == value, count);
}

BOOST_AUTO_TEST_CASE(F12_F53_what_changed_its_kind_is_said_once)
{
    for (auto const& [further, key] : {std::pair{R"("stats":"x")", "stats"},
                                       {R"("stats":[1])", "stats"},
                                       {R"("stats":{},"statsV2":5)", "statsV2"},
                                       {R"("stats":{},"video":"str")", "video"},
                                       {R"("stats":{},"music":[1])", "music"},
                                       {R"("stats":{},"imagePost":true)", "imagePost"},
                                       {R"("stats":{},"authorStats":"x")", "authorStats"},
                                       {R"("stats":{},"createTime":{})", "upload_timestamp"},
                                       {R"("stats":{},"createTime":true)", "upload_timestamp"},
                                       {R"("stats":{},"textExtra":"#a")", "textExtra"},
                                       {R"("stats":{},"video":{"duration":{}})", "video_duration"},
                                       {R"("stats":{},"video":{"duration":"long"})", "video_duration"},
                                       {R"("stats":{},"video":{"cover":{}})", "thumbnail_url"},
                                       {R"("stats":{},"video":{"cover":5})", "thumbnail_url"},
                                       {R"("stats":{},"author":[1])", "author"}}) {
        auto const item = made_up_item(further);
        auto const got = import_text("[" + item + "," + made_up_item(further, "7612236449866807059") + "]");
        BOOST_TEST(got.said == std::vector<std::string>{"1:0: the value of \"" + std::string(key) +
                                                        "\" is of another kind than it should be, and "
                                                        "counts as null"},
                   further << got.said.size());
        BOOST_TEST(stays_the_same(got), further);
    }
    BOOST_TEST(of(R"("stats":{},"textExtra":"#a")")["hashtags"] == "null");
    for (auto const* empty : {"null", R"("")"})
        for (auto const* key : {"statsV2", "video", "music", "authorStats", "textExtra", "imagePost"})
            BOOST_TEST(of(R"("stats":{},")" + std::string(key) + "\":" + empty).said.empty(), key << empty);
}

BOOST_AUTO_TEST_CASE(a_length_can_have_a_fraction)
{
    for (auto const& [given, length] :
         {std::pair{"15.5", "15.5"}, {R"("15.5")", "15.5"}, {"9.40", "9.4"}, {"1.5e1", "15"}}) {
        auto const got = of(std::string(R"("stats":{},"video":{"duration":)") + given + "}");
        BOOST_TEST(got["video_duration"] == length, given);
        BOOST_TEST(got["is_photo"] == "false", given);
        BOOST_TEST(stays_the_same(got), given);
    }
    BOOST_TEST(of(R"("stats":{},"video":{"duration":0.0})")["is_photo"] == "true");
}

BOOST_AUTO_TEST_CASE(hashtags_come_from_the_first_list_that_is_there)
{
    auto const tags = [](std::string const& further) { return of("\"stats\":{}," + further)["hashtags"]; };
    BOOST_TEST(
        tags(
            R"("textExtra":[{"hashtagName":"b"},{"hashtagName":""},{"hashtagName":"#A"},{"hashtagName":"B"}],"challenges":[{"title":"x"}])") ==
        R"(["b","A"])");
    BOOST_TEST(
        tags(
            R"("contents":[{"textExtra":[{"hashtagName":"c"}]},{"textExtra":[{"hashtagName":"d"}]}],"challenges":[{"title":"x"}])") ==
        R"(["c","d"])");
    BOOST_TEST(tags(R"("challenges":[{"title":"x"},{"title":"y"}])") == R"(["x","y"])");
    BOOST_TEST(tags(R"("textExtra":[],"challenges":[{"title":"x"}])") == "[]");
    BOOST_TEST(tags(R"("textExtra":null,"contents":null,"challenges":null)") == "[]");
    BOOST_TEST(
        tags(
            R"("textExtra":[{"hashtagName":"\u00c9t\u00e9"},{"hashtagName":"été"},{"hashtagName":"Москва"},{"hashtagName":"москва"},{"hashtagName":"İ"}])") ==
        R"(["\u00c9t\u00e9","Москва","İ"])");
}

BOOST_AUTO_TEST_CASE(F55_photos_sounds_and_authors_of_all_kinds)
{
    auto const photo = of(R"("stats":{},"imagePost":{"images":[]},"video":{"duration":58})");
    BOOST_TEST(photo["video_duration"] == "null");
    BOOST_TEST(photo["is_photo"] == "true");
    auto const empty_video =
        of(R"("stats":{},"video":{"duration":0,"cover":"","originCover":"https://c/2"})");
    BOOST_TEST(empty_video["video_duration"] == "null");
    BOOST_TEST(empty_video["is_photo"] == "true");
    BOOST_TEST(empty_video["thumbnail_url"] == R"("https://c/2")");
    BOOST_TEST(of(R"("stats":{})")["is_photo"] == "null");
    for (auto const* music : {R"("music":null)", R"("music":{})",
                              R"("music":{"id":"","title":"","authorName":""})", R"("music":"x")"}) {
        auto const got = of(std::string("\"stats\":{},") + music);
        for (auto const* key : {"music_id", "sound_title", "sound_author", "sound_original"})
            BOOST_TEST(got[key] == "null", music << key);
    }
    auto const bare =
        import_text(R"({"id":"7612236449866807058","stats":{},"author":"pekka","nickname":"Pekka"})");
    BOOST_TEST(bare["creator_username"] == R"("pekka")");
    BOOST_TEST(bare["creator_display_name"] == R"("Pekka")");
    BOOST_TEST(bare["creator_follower_count"] == "null");
}

BOOST_AUTO_TEST_CASE(zeros_of_a_creator_who_has_this_video_are_unknown)
{
    auto const zeros = of(
        R"("authorStats":{"followerCount":0,"followingCount":0,"heartCount":0,"videoCount":0},"stats":{})");
    for (auto const* key : {"creator_follower_count", "creator_total_likes", "creator_total_videos"})
        BOOST_TEST(zeros[key] == "null");
    BOOST_TEST(zeros["creator_following_count"] == "0");
    auto const one = of(R"("authorStats":{"followerCount":0,"heartCount":0,"videoCount":1},"stats":{})");
    BOOST_TEST(one["creator_follower_count"] == "0");
    BOOST_TEST(one["quality_flags"].find("zero_followers") != std::string::npos);
    auto const exact = of(
        R"("authorStats":{"heart":1400000,"heartCount":-5},"authorStatsV2":{"heart":"1354097"},"stats":{})");
    BOOST_TEST(exact["creator_total_likes"] == "1354097");
}

BOOST_AUTO_TEST_CASE(F11_the_time_of_the_upload)
{
    auto const at = [](std::string const& time) {
        auto const got = import_text(R"({"id":"7612236449866807058","stats":{},"author":"p")" +
                                     (time.empty() ? "" : R"(,"createTime":)" + time) + "}");
        return got["upload_timestamp"] + ' ' + got["upload_source"] + ' ' +
               (got["quality_flags"].find("upload_mismatch") == std::string::npos ? "" : "odd") +
               (got.said.empty() ? "" : " said");
    };
    BOOST_TEST(at("1772361921") == R"(1772361921 "platform" )");
    BOOST_TEST(at("\"1772361921\"") == R"(1772361921 "platform" )");
    BOOST_TEST(at("1772361921000") == R"(1772361921 "platform"  said)");
    BOOST_TEST(at("") == R"(1772361912 "id" )");
    BOOST_TEST(at("null") == R"(1772361912 "id" )");
    BOOST_TEST(at("\"\"") == R"(1772361912 "id" )");
    for (auto const* time : {"0", "-5", "\"soon\"", "17000000000", "1.5"})
        BOOST_TEST(at(time) == "null null odd", time);
}

BOOST_AUTO_TEST_CASE(F12_an_object_where_text_is_expected_is_null_and_said_once)
{
    auto const got =
        import_text("[" + made_up_item(R"("stats":{},"textLanguage":{})") + "," +
                    made_up_item(R"("stats":{},"textLanguage":[1])", "7612236449866807059") + "]");
    BOOST_TEST(got.glance() == "7612236449866807058 ok, 7612236449866807059 ok");
    BOOST_TEST(got["language"] == "null");
    BOOST_TEST(got.said.size() == 1U);
    BOOST_TEST(got.said.at(0).find("\"language\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(F05_F56_text_keeps_its_bytes)
{
    std::string const caption = R"("=1+1 \u202e\"x\"\n<\/script> \ud83d \u0000 \u002F 🎹")";
    auto const got =
        import_text(R"({"id":"7612236449866807058","stats":{},"author":"p","desc":)" + caption + "}");
    BOOST_TEST(got["caption"] == caption);
    BOOST_TEST(got["raw"].find(caption) != std::string::npos);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(an_empty_caption_is_known_other_empty_texts_are_not)
{
    auto const got = import_text(
        R"({"id":"7612236449866807058","desc":"","stats":{},"author":{"uniqueId":"p","nickname":"","signature":""},"textLanguage":""})");
    BOOST_TEST(got["caption"] == R"("")");
    BOOST_TEST(got["creator_bio"] == R"("")");
    BOOST_TEST(got["creator_display_name"] == "null");
    BOOST_TEST(got["language"] == "null");
}

BOOST_AUTO_TEST_SUITE_END()
