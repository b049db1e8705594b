// SPDX-License-Identifier: MIT
#include "tiktrack/source/zeeschuimer.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_zeeschuimer)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string captured(std::string const& platform, std::string const& data, std::string const& times)
{
    return R"({"nav_index":"1:4:0","item_id":"x",)" + times + R"("source_platform":")" + platform +
           R"(","data":)" + data + "}\n";
}

} // namespace

BOOST_AUTO_TEST_CASE(each_line_is_a_snapshot_of_its_own_time)
{
    auto const item = made_up_item(R"("stats":{"playCount":5})");
    auto const got = import_text(
        captured("tiktok.com", item, R"("timestamp_collected":1697108706245,)") +
        captured("tiktok.com", item, R"("timestamp_collected":1697108706245,"last_updated":1697112306245,)"));
    BOOST_TEST(got.glance() == "7612236449866807058 ok, 7612236449866807058 ok");
    BOOST_TEST(got["collection_timestamp"] == "1697108706");
    BOOST_TEST(got(1, "collection_timestamp") == "1697112306");
    BOOST_TEST(got["source"] == R"("listing")");
    BOOST_TEST(got["raw"] == R"({"listing":)" + item + "}");
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(F58_items_of_other_platforms_are_counted)
{
    auto const got = import_text(captured("tiktok.com", made_up_item(R"("stats":{})"), "") +
                                 captured("instagram.com", "{}", "") + captured("instagram.com", "{}", "") +
                                 captured("tiktok-comments", R"({"cid":"1"})", ""));
    BOOST_TEST(got.glance() == "7612236449866807058 ok");
    BOOST_TEST(got.said == (std::vector<std::string>{"0:0: 2 items of instagram.com passed over",
                                                     "0:0: 1 items of tiktok-comments passed over"}));
    BOOST_TEST(got["collection_timestamp"] == "null");
}

BOOST_AUTO_TEST_SUITE_END()
