// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/throttle.hpp"

#include "tiktrack/fetch/patience.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_throttle)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

/// The gap behind a request at 10 s.
std::int64_t gap(throttle& pace)
{
    constexpr milliseconds at{10'000};
    pace.asked(at);
    return (pace.next() - at).count();
}

} // namespace

BOOST_AUTO_TEST_CASE(refusals_double_the_pace_up_to_four_times_and_successes_halve_it)
{
    throttle pace({milliseconds(2000), 7});
    BOOST_TEST(pace.next().count() == 0);
    for (int const least : {2000, 4000, 8000, 8000}) {
        auto const found = gap(pace);
        BOOST_TEST((found >= least && found <= least + least / 10), found);
        pace.refused();
    }
    for (int const least : {8000, 4000, 2000, 2000}) {
        auto const found = gap(pace);
        BOOST_TEST((found >= least && found <= least + least / 10), found);
        pace.succeeded();
    }
}

BOOST_AUTO_TEST_CASE(what_an_answer_means_counts_for_the_request_that_is_next)
{
    throttle pace({milliseconds(2000), 0});
    pace.asked(milliseconds(0));
    pace.refused();
    BOOST_TEST(pace.next().count() >= 4000);
    pace.succeeded();
    BOOST_TEST(pace.next().count() < 2300);
}

BOOST_AUTO_TEST_CASE(a_pace_without_a_delay_slows_too)
{
    throttle pace({milliseconds(0), 0});
    BOOST_TEST(gap(pace) == 0);
    for (int const least : {100, 200, 400, 800, 1000, 1000}) {
        pace.refused();
        auto const found = gap(pace);
        BOOST_TEST((found >= least && found <= least + least / 10), found);
    }
    for (int i = 0; i < 4; ++i) pace.succeeded();
    BOOST_TEST(gap(pace) == 0);
}

BOOST_AUTO_TEST_CASE(F42_the_host_is_left_alone_as_long_as_it_says)
{
    throttle pace({milliseconds(100), 0});
    pace.asked(milliseconds(0));
    pace.hold(milliseconds(50), seconds(30));
    BOOST_TEST(pace.next().count() == 30'050);
    pace.hold(milliseconds(60), seconds(3)); // a shorter one changes nothing
    BOOST_TEST(pace.next().count() == 30'050);
}

BOOST_AUTO_TEST_CASE(the_jitter_is_the_same_in_every_run_and_another_with_another_seed)
{
    auto const gaps = [](std::uint64_t seed) {
        throttle pace({milliseconds(2000), seed});
        std::vector<std::int64_t> all;
        for (int i = 0; i < 20; ++i) all.push_back(gap(pace));
        return all;
    };
    BOOST_TEST(gaps(1) == gaps(1), boost::test_tools::per_element());
    BOOST_TEST((gaps(1) != gaps(2)));
}

BOOST_AUTO_TEST_CASE(F43_patience_doubles_up_to_a_minute)
{
    for (unsigned failures = 0; failures < 70; ++failures) {
        auto const least = failures < 5 ? 2000 << failures : 60'000;
        auto const found = patience(milliseconds(2000), failures, 1, failures).count();
        BOOST_TEST((found >= least && found <= least * 5 / 4), failures << ": " << found);
    }
    BOOST_TEST(patience(milliseconds(0), 3, 1, 1).count() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
