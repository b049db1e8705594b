// SPDX-License-Identifier: MIT
#include "tiktrack/source/status_codes.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_status_codes)
using namespace tiktrack;
using namespace tiktrack::support;
using source::status_of_code, source::code_detail;

BOOST_AUTO_TEST_CASE(F48_each_code_is_its_own_status)
{
    static_assert(status_of_code(10204, "item doesn't exist") == "not_found");
    for (auto const code : {10204, 10201, 10202, 10221}) BOOST_TEST(status_of_code(code, "") == "not_found");
    for (auto const code : {10215, 10216, 10222}) BOOST_TEST(status_of_code(code, "") == "private");
    for (auto const code : {10219, 10231}) BOOST_TEST(status_of_code(code, "") == "region_blocked");
    for (auto const code : {10000, 2484}) BOOST_TEST(status_of_code(code, "") == "challenged");
    for (auto const code : {1, -1, 10205, 99999}) BOOST_TEST(status_of_code(code, "") == "parse_error");
}

BOOST_AUTO_TEST_CASE(F48_words_beside_10204_come_first)
{
    BOOST_TEST(status_of_code(10204, "status_deleted") == "deleted");
    BOOST_TEST(status_of_code(10204, "status_self_see") == "private");
    BOOST_TEST(status_of_code(10204, "status_friend_see") == "private");
    BOOST_TEST(status_of_code(10204, "author_privacy_setting") == "private");
    BOOST_TEST(status_of_code(10204, "cross_border_violation") == "region_blocked");
    BOOST_TEST(status_of_code(10204, "status_geo_restricted") == "region_blocked");
    BOOST_TEST(status_of_code(10204, "status_deleted by privacy") == "deleted");
    BOOST_TEST(status_of_code(10215, "status_deleted") == "private");
    BOOST_TEST(code_detail(10204, "item doesn't exist") == "10204: item doesn't exist");
    BOOST_TEST(code_detail(10204, "") == "10204");
}

BOOST_AUTO_TEST_CASE(the_code_of_an_answer_stands_under_several_keys)
{
    for (auto const* answer : {R"({"itemInfo":{},"statusCode":10216,"statusMsg":"m"})",
                               R"({"itemInfo":{},"statusCode":"10216","statusMessage":"m"})",
                               R"({"status_code":10216,"status_msg":"m"})",
                               R"({"statusCode":0,"status_code":10216,"status_msg":"m"})"}) {
        auto const got = import_text(answer);
        BOOST_TEST(got["status"] == R"("private")", answer);
        BOOST_TEST(got["status_detail"] == R"("10216: m")", answer);
        BOOST_TEST(got["source"] == R"("page")", answer);
        BOOST_TEST(got.tally.again == 0U);
        BOOST_TEST(stays_the_same(got), answer);
    }
}

BOOST_AUTO_TEST_SUITE_END()
