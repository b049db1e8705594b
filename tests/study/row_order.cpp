// SPDX-License-Identifier: MIT
#include "tiktrack/study/row_order.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_row_order)
using namespace tiktrack;

namespace {

/// The `n` of each line as they come out of tt-velocity.
std::string order_of(std::vector<std::string> const& lines)
{
    std::string all;
    auto const made = support::velocity({support::joined(lines)});
    BOOST_TEST_REQUIRE(made.failure.empty());
    for (auto const& each : support::lines_of(made.out))
        all += (all.empty() ? "" : " ") + support::value_of(each, "n");
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(by_series_time_attempts_and_bytes)
{
    // In the order in which they are to come out.
    std::vector<std::string> const ascending = {
        // No cohort; no video; nothing but bytes to tell them apart.
        R"({"n":1})", R"({"n":2,"video_id":null,"collection_timestamp":5})",
        // By length, then bytes; numbers and texts alike.
        R"({"n":3,"video_id":"9"})", R"({"n":4,"video_id":"09"})", R"({"n":5,"video_id":10})",
        R"({"n":6,"video_id":"0000000000000000010"})", R"({"n":7,"video_id":"7576039700536806669"})",
        R"({"n":8,"video_id":9999999999999999999})", R"({"n":9,"video_id":"10000000000000000000"})",
        R"({"n":10,"video_id":"18446744073709551616"})",
        // Another platform, and ids that are the same in their first seven letters.
        R"({"n":11,"platform":"youtube"})", R"({"n":12,"platform":"youtube","video_id":"dQw4w9WgXc"})",
        R"({"n":13,"platform":"youtube","video_id":"dQw4w9WgXcA"})",
        R"({"n":14,"platform":"youtube","video_id":"dQw4w9WgXcQ"})",
        R"({"n":15,"platform":"youtube","video_id":"dQw4w9XgXcA"})",
        // Cohorts; within a series the time, none first; attempts, none first; at last the bytes.
        R"({"n":16,"cohort_id":"","video_id":"1"})", R"({"n":17,"cohort_id":"a","video_id":"1"})",
        R"({"n":18,"cohort_id":"a","video_id":"1","collection_timestamp":-5})",
        R"({"n":19,"cohort_id":"a","video_id":"1","collection_timestamp":5})",
        R"({"cohort_id":"a","video_id":"1","collection_timestamp":5,"attempts":9,"n":20})",
        R"({"cohort_id":"a","video_id":"1","collection_timestamp":5,"attempts":10,"n":21})",
        R"({"n":22,"cohort_id":"a","video_id":"1","collection_timestamp":5,"attempts":11,"a":0})",
        R"({"n":23,"cohort_id":"a","video_id":"1","collection_timestamp":5,"attempts":11,"z":0})",
        R"({"n":24,"cohort_id":"a","video_id":"1","collection_timestamp":1763934199})",
        R"({"n":25,"cohort_id":"a","video_id":"1","collection_timestamp":1763934200000})",
        R"({"n":26,"cohort_id":"ab","video_id":"1"})", R"({"n":27,"cohort_id":"b","video_id":"1"})"};
    std::string expected;
    for (std::size_t i = 1; i <= ascending.size(); ++i) expected += (i > 1 ? " " : "") + std::to_string(i);
    support::dice chance(4);
    auto lines = ascending;
    for (int i = 0; i < 20; ++i) {
        std::shuffle(lines.begin(), lines.end(), chance.engine());
        BOOST_TEST_REQUIRE(order_of(lines) == expected);
    }
}

BOOST_AUTO_TEST_CASE(bytes_are_compared_as_they_are_written_out)
{
    // Series columns do not count, nor do the blanks before the last brace; what is added does.
    std::string const a = R"({"n":1,"video_id":"1","z":1})",
                      b = R"({"n":2,"video_id":"1","z":1,"views_velocity":9})",
                      c = R"({ "series_flags":["x"], "n":3,"video_id":"1","z":1 })";
    for (auto const& lines : {std::vector<std::string>{a, b, c}, {c, b, a}, {b, c, a}})
        BOOST_TEST(order_of(lines) == "1 2 3");
}

BOOST_AUTO_TEST_CASE(attempts_of_any_size)
{
    std::vector<std::string> lines;
    std::string expected;
    for (std::string_view const attempts :
         {"null", "-2", "-1", "0", "1", "65533", "65534", "65535", "65536", "9223372036854775807"}) {
        expected += (lines.empty() ? "" : " ") + std::to_string(lines.size());
        lines.push_back("{\"attempts\":" + std::string(attempts) + ",\"n\":" + std::to_string(lines.size()) +
                        '}');
    }
    support::dice chance(5);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(lines.begin(), lines.end(), chance.engine());
        BOOST_TEST_REQUIRE(order_of(lines) == expected);
    }
}

BOOST_AUTO_TEST_CASE(lines_that_begin_alike)
{
    // What is added counts: "hours_since_upload" comes before "z" and behind "a".
    std::vector<std::string> const ascending = {R"({"n":1,"a":1})",
                                                R"({"n":1,"a":1,"b":1,"views_velocity":5})",
                                                R"({"n":1,"a":1,"hours_since_upload":0.5})",
                                                R"({"views_velocity":5,"n":2})",
                                                R"({"n":2,"series_flags":[],"z":1})",
                                                R"({"n":2,"z":1 ,"series_flags":[]})",
                                                R"({"n":2,"z":1,"zz":2})"};
    support::dice chance(6);
    auto const cut = [](std::string_view line) {
        auto const made = support::velocity({std::string(line) + '\n'}).out;
        return made.substr(0, made.find(",\"hours_since_first_collection\""));
    };
    auto lines = ascending;
    std::sort(lines.begin(), lines.end(), [&](auto const& a, auto const& b) { return cut(a) < cut(b); });
    std::vector<std::string> expected;
    for (auto const& each : lines) expected.push_back(cut(each));
    for (int i = 0; i < 40; ++i) {
        std::shuffle(lines.begin(), lines.end(), chance.engine());
        std::vector<std::string> got;
        for (auto const& each : support::lines_of(support::velocity({support::joined(lines)}).out))
            got.push_back(each.substr(0, each.find(",\"hours_since_first_collection\"")));
        BOOST_TEST_REQUIRE(got == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(cohorts_are_compared_by_what_they_mean)
{
    // One series, though a program that writes ASCII only has spelled one of the two.
    auto const made = support::velocity(
        {"{\"cohort_id\":\"k\xc3\xb6ln\",\"video_id\":\"1\",\"status\":\"ok\",\"collection_timestamp\":1,"
         "\"views\":1}\n"
         R"({"cohort_id":"k\u00f6ln","video_id":"1","status":"ok","collection_timestamp":3601,"views":5})"
         "\n"});
    auto const lines = support::lines_of(made.out);
    BOOST_TEST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(support::value_of(lines[1], "views_velocity") == "4");
}

BOOST_AUTO_TEST_SUITE_END()
