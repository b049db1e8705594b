// SPDX-License-Identifier: MIT
#include "tiktrack/source/next_data.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_next_data)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const user =
    R"("userInfo":{"user":{"uniqueId":"pekka","nickname":"P","verified":true},"stats":{"followerCount":50100000,"heartCount":3,"videoCount":4}})";

imported next(std::string const& props)
{
    return import_text(made_up_page(
        R"({"props":{"initialProps":{},"pageProps":{)" + props + R"(}},"page":"/x"})", "__NEXT_DATA__"));
}

} // namespace

BOOST_AUTO_TEST_CASE(items_of_a_creators_page)
{
    auto const whole = made_up_item(
        R"("stats":{"playCount":844100},"authorStats":{"followerCount":7,"heartCount":1,"videoCount":1})");
    auto const got = next(R"("statusCode":0,)" + user + R"(,"items":[)" + whole +
                          R"(,{"id":"7612236449866807059","stats":{},"author":"pekka"}])");
    BOOST_TEST(got.glance() == "7612236449866807058 ok, 7612236449866807059 ok");
    BOOST_TEST(got["creator_follower_count"] == "7");
    BOOST_TEST(got["source"] == R"("next_data")");
    BOOST_TEST(got["raw"] == R"({"next_data":{"props":{"pageProps":{"items":[)" + whole + "]}}}}");
    BOOST_TEST(got(1, "creator_follower_count") == "50100000");
    BOOST_TEST(stays_the_same(got));
    auto const none = next(R"("statusCode":0,"items":[],)" + user);
    BOOST_TEST(none.glance() == "- -");
    BOOST_TEST(none["creator_verified"] == "true");
    BOOST_TEST(stays_the_same(none));
}

BOOST_AUTO_TEST_CASE(a_videos_page_of_two_years)
{
    auto const item =
        next(R"("statusCode":0,"itemInfo":{"itemStruct":)" + made_up_item(R"("stats":{})") + "}");
    BOOST_TEST(item.glance() == "7612236449866807058 ok");
    BOOST_TEST(stays_the_same(item));
    auto const early = next(
        R"("statusCode":0,"videoData":{"itemInfos":{"id":"6826035770878515826","text":"t","playCount":3},"authorInfos":{"uniqueId":"a"}})");
    BOOST_TEST(early.glance() == "6826035770878515826 ok");
    BOOST_TEST(early["views"] == "3");
    BOOST_TEST(stays_the_same(early));
    auto const gone = next(
        R"("statusCode":10204,"metaParams":{"canonicalHref":"https://www.tiktok.com/@nadir/video/6912802884283269219"})");
    BOOST_TEST(gone.glance() == "6912802884283269219 not_found");
    BOOST_TEST(gone["raw"] == R"({"next_data":{"props":{"pageProps":{"statusCode":10204}}}})");
    BOOST_TEST(stays_the_same(gone));
}

BOOST_AUTO_TEST_CASE(other_sites_have_such_a_state_too)
{
    auto const got = import_text(
        R"(<title>Turnips</title><script id="__NEXT_DATA__">{"props":{"pageProps":{"posts":[]}}}</script>)");
    BOOST_TEST(got.text.empty());
    BOOST_TEST(got.failed.find("Turnips") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
