// SPDX-License-Identifier: MIT
#include "tiktrack/source/read_answer.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_read_answer)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const a = made_up_item(R"("stats":{"playCount":1})"),
                  b = made_up_item(R"("stats":{"playCount":2})", "7612236449866807059");

} // namespace

BOOST_AUTO_TEST_CASE(F58_lists_of_every_year_give_each_video_once)
{
    auto const early = std::string(
        R"({"itemInfos":{"id":"6826035770878515826","text":"t","playCount":3},"authorInfos":{"uniqueId":"a"}})");
    std::string const both = "7612236449866807058 ok, 7612236449866807059 ok";
    for (auto const& [answer, glance] : {
             std::pair{"[" + a + "," + b + "," + a + "]", both},
             {R"({"itemList":[)" + a + "," + b + "," + a + R"(],"statusCode":0})", both},
             {R"({"item_list":[)" + a + "," + b + "]}", both},
             {R"({"items":[)" + a + "," + b + "]}", both},
             {R"({"data":{"itemList":[)" + a + "," + b + "]}}", both},
             {R"({"status_code":0,"data":[{"type":1,"item":)" + a +
                  R"(},{"type":4,"user_list":[{"user_info":{}}]},{"type":20},null,{"type":1,"item":)" + b +
                  "}]}",
              both},
             {R"({"code":200,"message":"m","data":{"status_code":0,"data":[{"type":1,"item":)" + a +
                  R"(},{"type":1,"item":)" + b + "}]}}",
              both},
             {R"({"statusCode":0,"body":{"itemListData":[)" + early + "]}}", "6826035770878515826 ok"},
             {R"([{"itemInfo":{"itemStruct":)" + a + R"(}},{"itemInfo":{"itemStruct":)" + b + "}}]", both},
             {R"([{"itemList":[)" + a + R"(]},{"itemList":[)" + a + "]}]",
              "7612236449866807058 ok, 7612236449866807058 ok"},
             {R"({"response":{"result":{"itemList":[)" + a + "]}}}", "7612236449866807058 ok"},
             {R"({"data":"{\"itemList\":[{\"id\":\"7612236449866807058\",\"stats\":{},\"author\":\"p\"}]}"})",
              "7612236449866807058 ok"},
         }) {
        auto const got = import_text(answer);
        BOOST_TEST(got.glance() == glance, answer << got.failed);
        BOOST_TEST(got.said.empty(), answer);
        BOOST_TEST(stays_the_same(got), answer);
    }
}

BOOST_AUTO_TEST_CASE(the_envelopes_time_is_that_of_its_videos)
{
    BOOST_TEST(import_text(R"({"extra":{"now":1772366405000},"itemList":[)" + a +
                           "]}")["collection_timestamp"] == "1772366405");
    BOOST_TEST(import_text(R"({"itemList":[)" + a +
                           R"(],"extra":{"now":1772366405}})")["collection_timestamp"] == "1772366405");
    BOOST_TEST(import_text(R"({"data":{"extra":{"now":1772366405000},"itemList":[)" + a +
                           "]}}")["collection_timestamp"] == "1772366405");
    BOOST_TEST(import_text(R"({"extra":{"now":0},"itemList":[)" + a + "]}")["collection_timestamp"] ==
               "null");
    BOOST_TEST(import_text(R"({"extra":{"now":1772366405000},"itemInfo":{"itemStruct":)" + a +
                           "}}")["collection_timestamp"] == "1772366405");
}

BOOST_AUTO_TEST_CASE(lists_without_videos)
{
    for (auto const* answer :
         {R"({"itemList":[],"statusCode":0})", R"({"itemList":null})",
          R"({"statusCode":0,"hasMore":false,"cursor":"0"})", R"({"data":[]})",
          R"({"data":[{"type":4,"user_list":[]}],"status_code":0})", "[]", "[null]", "", " \n\n"}) {
        auto const got = import_text(answer);
        BOOST_TEST(got.text.empty(), answer);
        BOOST_TEST(got.failed.empty(), answer << got.failed);
        BOOST_TEST(got.said.empty(), answer);
    }
    for (auto const* answer : {R"({"itemList":[],"statusCode":10000,"statusMsg":"verify"})",
                               R"({"status_code":2484,"status_msg":"Too many attempts"})"}) {
        auto const got = import_text(answer);
        BOOST_TEST(got.glance() == "- challenged", answer);
        BOOST_TEST(stays_the_same(got), answer);
    }
    auto const got = import_text(R"({"status_code":2484,"status_msg":"Too many attempts"})");
    BOOST_TEST(got["source"] == "null");
    BOOST_TEST(got["raw"] == "null");
    BOOST_TEST(got["status_detail"] == R"("2484: Too many attempts")");
}

BOOST_AUTO_TEST_CASE(rows_without_an_id_or_an_author)
{
    auto const got = import_text(
        R"({"itemList":[{"id":"x","stats":{},"author":"p"},{"id":"7612236449866807058","stats":{},"author":{"uniqueId":""},"desc":"d"},)" +
        b + "]}");
    BOOST_TEST(got.glance() == "7612236449866807058 parse_error, 7612236449866807059 ok");
    BOOST_TEST(got["caption"] == "null");
    BOOST_TEST(got.said ==
               (std::vector<std::string>{
                   R"(!1:0: a row was left out: the video's id is not 1 to 20 decimal digits: "x")"}));
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F09_F12_a_row_that_is_lost_is_said)
{
    std::string const item = R"("stats":{},"author":{"uniqueId":"p"})", creator = R"({"uniqueId":"p"})";
    for (auto const& [answer, why] : {
             std::pair{
                 R"({"itemList":[{"createTime":1772361921,)" + item + "}]}",
                 "1 elements were left out; the first is no video; its keys are createTime, stats, author"},
             {R"({"data":[{"type":4,"user_list":[]},{"type":1,"item":{)" + item + "}}]}",
              "1 elements were left out; the first is no video; its keys are type, item"},
             {R"({"itemList":[5]})", "1 elements were left out; the first is no video; its keys are none"},
             {R"({"itemList":[{"id":{"n":1},)" + item + "}]}",
              R"(a row was left out: the video's id is not 1 to 20 decimal digits: {"n":1})"},
             {R"({"itemList":[{"id":"",)" + item + "}]}", "a row was left out: the video has no id"},
             {R"({"aweme_list":[{"aweme_id":"x1","statistics":{},"author":{"unique_id":"p"}}]})",
              R"(a row was left out: the video's id is not 1 to 20 decimal digits: "x1")"},
             {R"({"source_platform":"tiktok.com","data":{}})", "a row was left out: the video has no id"},
             {R"({"userInfo":{"user":)" + creator + R"(,"itemList":[5]}})",
              "a row was left out: the video has no id"},
             {R"({"videoList":[5],"userInfo":)" + creator + "}", "a row was left out: the video has no id"},
             {R"({"ItemModule":{"x":5},"UserModule":{"users":{"p":)" + creator + "}}}",
              "a row was left out: the video has no id"},
             {R"({"props":{"pageProps":{"items":[5],"userInfo":{"user":)" + creator + "}}}}",
              "a row was left out: the video has no id"},
             {R"([1,{"itemList":[]}])",
              "1 elements were left out; the first is neither an object nor an array"},
             {R"([{},{"itemList":[]}])", "1 elements were left out; the first is not recognised: it is no "
                                         "page's state, no video, no list "
                                         "of videos (itemList, aweme_list, data[].item, videos), no captured "
                                         "item and no record; its keys "
                                         "are none"},
         }) {
        auto const got = import_text(answer);
        BOOST_TEST(got.glance().find("ok") == std::string::npos, answer);
        BOOST_TEST(got.failed.empty(), answer << got.failed);
        BOOST_TEST(got.said == std::vector<std::string>{"!1:0: " + std::string(why)},
                   answer << got.said.at(0));
    }
    // In lines, each by its own.
    auto const lines = import_text(a + "\n" + R"({"itemList":[{"id":"x",)" + item + "}]}\n" + b + "\n");
    BOOST_TEST(lines.glance() == "7612236449866807058 ok, 7612236449866807059 ok");
    BOOST_TEST(lines.said.at(0).starts_with("!2:0: a row was left out"), lines.said.at(0));
}

BOOST_AUTO_TEST_CASE(what_is_not_recognised_is_refused_with_its_keys)
{
    for (
        auto const& [answer, why] : {
            std::pair{R"({"foo":1,"bar":{}})", "its keys are foo, bar"},
            {"{}", "its keys are none"},
            {R"({"data":{}})", "its keys are none"},
            {R"({"comments":[{"cid":"1"}],"status_code":0})", "comments are no videos"},
            {R"({"data":{"comments":[{"id":1,"video_id":2,"text":"t","parent_comment_id":2}]},"error":{"code":"ok"}})",
             "comments are no videos"},
            {R"([{"id":"1","text":"t","authorMeta":{},"videoMeta":{}}])", "commercial scraper"},
            {R"({"code":0,"msg":"OK","data":{"list":[{"hashtag_id":"1","hashtag_name":"x"}]}})",
             "trending hashtags"},
            {R"({"and":[{"operation":"IN","field_name":"keyword"}]})", "a query for the Research API"},
            {R"({"url":"u","slug":"s","status":400,"bodyPath":null})", "not the answer"},
            {R"({"log":{"entries":[]}})", "HAR"},
            {R"({"data":{"videos":[{"video_id":"7612236449866807058","create_time":1,"title":"t"}]}})",
             "its keys are video_id, create_time, title"},
            {"[1,2]", "neither an object nor an array"},
            {"\"text\"", "neither an object nor an array"},
            {R"({"data":{"data":{"data":{"data":{"data":{"data":{"data":{"data":{}}}}}}}}})",
             "too many answers"},
        }) {
        auto const got = import_text(answer);
        BOOST_TEST(got.text.empty(), answer);
        BOOST_TEST(got.failed.find(why) != std::string::npos, answer << ": " << got.failed);
    }
}

BOOST_AUTO_TEST_CASE(elements_that_are_not_recognised_beside_those_that_are)
{
    auto const got = import_text("[" + a + R"(,{"foo":1},{"bar":1}])");
    BOOST_TEST(got.glance() == "7612236449866807058 ok");
    BOOST_TEST(got.said.size() == 1U);
    BOOST_TEST(got.said.at(0).find("2 elements were left out") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
