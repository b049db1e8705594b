// SPDX-License-Identifier: MIT
#include "tiktrack/source/sigi.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_sigi)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const users =
    R"("UserModule":{"users":{"pekka":{"uniqueId":"pekka","nickname":"P","verified":true,"signature":"s"},"other":{"uniqueId":"other"}},
    "stats":{"pekka":{"followerCount":1200000,"followingCount":9,"heartCount":23500000,"videoCount":611}}})";
std::string const bare =
    R"({"id":"7612236449866807058","desc":"d","createTime":"1772361921","author":"pekka","nickname":"Pekka","stats":{"playCount":101500}})";

imported sigi(std::string const& state) { return import_text(made_up_page(state, "SIGI_STATE")); }

} // namespace

BOOST_AUTO_TEST_CASE(the_author_of_an_item_stands_in_the_user_module)
{
    auto const got =
        sigi(R"({"AppContext":{},"ItemModule":{"7612236449866807058":)" + bare + "}," + users + "}");
    BOOST_TEST(got.glance() == "7612236449866807058 ok");
    BOOST_TEST(got["creator_display_name"] == R"("Pekka")");
    BOOST_TEST(got["creator_verified"] == "true");
    BOOST_TEST(got["creator_bio"] == R"("s")");
    BOOST_TEST(got["creator_follower_count"] == "1200000");
    BOOST_TEST(got["source"] == R"("sigi")");
    BOOST_TEST(
        got["raw"] ==
        R"({"sigi":{"ItemModule":{"7612236449866807058":)" + bare +
            R"(},"UserModule":{"users":{"pekka":{"uniqueId":"pekka","nickname":"P","verified":true,"signature":"s"}},)"
            R"("stats":{"pekka":{"followerCount":1200000,"followingCount":9,"heartCount":23500000,"videoCount":611}}}}})");
    BOOST_TEST(stays_the_same(got));
    auto const alone = sigi(R"({"ItemModule":{"7612236449866807058":)" + bare + "}}");
    BOOST_TEST(alone["creator_verified"] == "null");
    BOOST_TEST(alone["raw"] == R"({"sigi":{"ItemModule":{"7612236449866807058":)" + bare + "}}}");
}

BOOST_AUTO_TEST_CASE(before_2023_the_state_was_a_line_of_javascript)
{
    auto const got =
        import_text(R"(<script id="sigi-persisted-data">window['SIGI_STATE']={"ItemModule":{"1":)" + bare +
                    R"(}};window['SIGI_RETRY']={"a":1};</script>)");
    BOOST_TEST(got.glance() == "7612236449866807058 ok");
}

BOOST_AUTO_TEST_CASE(a_page_without_items)
{
    std::string const seo =
        R"("SEO":{"canonical":"https:\u002F\u002Fwww.tiktok.com\u002F@pekka\u002Fvideo\u002F7612236449866807058"},)";
    auto const gone =
        sigi("{" + seo + R"("VideoPage":{"statusCode":10204,"statusMsg":"status_self_see"},)" + users + "}");
    BOOST_TEST(gone.glance() == "7612236449866807058 private");
    BOOST_TEST(gone["video_url"] == R"("https://www.tiktok.com/@pekka/video/7612236449866807058")");
    BOOST_TEST(stays_the_same(gone));
    auto const creators = sigi("{" + users + "}");
    BOOST_TEST(creators.glance() == "- -, - -");
    BOOST_TEST(creators["creator_total_videos"] == "611");
    BOOST_TEST(stays_the_same(creators));
    BOOST_TEST(sigi(R"({"UserModule":{"users":{}},"UserPage":{"statusCode":10202}})").glance() ==
               "- not_found");
    BOOST_TEST(sigi(R"({"LiveRoom":{"liveRoomUserInfo":{}},"x":"tiktok"})").glance() == "- parse_error");
    BOOST_TEST(sigi("{" + seo + users + "}").glance() == "- parse_error");
}

BOOST_AUTO_TEST_SUITE_END()
