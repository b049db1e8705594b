// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/traffic.hpp"

#include "cohort/cohort_files.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(cohort_traffic)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

std::string since(support::cohort_files const& of, std::int64_t time)
{
    auto const made = traffic_since(of.at.outcomes("hour_0"), time);
    return std::to_string(made.answers) + " of " + std::to_string(made.requests);
}

} // namespace

BOOST_AUTO_TEST_CASE(requests_of_some_time)
{
    support::cohort_files const of;
    BOOST_TEST(since(of, 0) == "0 of 0");
    of.record("hour_0", "1", "ok", 1000, R"(,"source":"embed")");
    of.record("hour_0", "1", "rate_limited", 2000);
    of.record("hour_0", "2", "deleted", 3000, R"(,"source":"page")");
    support::cohort_files::append(of.at.outcomes("hour_0"), "damage\n{\"video_id\":\"3\"}\n{\"video_id\":");
    BOOST_TEST(since(of, 0) == "2 of 3");
    BOOST_TEST(since(of, 1001) == "1 of 2");
    BOOST_TEST(since(of, 2000) == "1 of 2");
    BOOST_TEST(since(of, 3001) == "0 of 0");
}

// More of the end is read until it reaches back far enough.
BOOST_AUTO_TEST_CASE(long_files)
{
    support::cohort_files const of;
    std::string const much = R"(,"source":"embed","caption":")" + std::string(2000, 'c') + "\"";
    for (int i = 0; i < 1000; ++i) of.record("hour_0", "1", "ok", 1000 + i, much);
    for (auto const count : {1, 100, 130, 500, 999, 1000})
        BOOST_TEST(since(of, 2000 - count) == std::to_string(count) + " of " + std::to_string(count));
    BOOST_TEST(since(of, 0) == "1000 of 1000");
}

BOOST_AUTO_TEST_SUITE_END()
