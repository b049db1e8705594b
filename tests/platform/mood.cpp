// SPDX-License-Identifier: MIT
#include "mood.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

BOOST_AUTO_TEST_SUITE(platform_mood)
using namespace tiktrack::stand_in;

BOOST_AUTO_TEST_CASE(every_fault_has_a_name_of_its_own)
{
    std::set<std::string_view> names;
    for (auto const& each : fault_kinds) {
        BOOST_TEST(fault_named(each.name) == &each);
        names.insert(each.name);
    }
    BOOST_TEST(names.size() == fault_kinds.size());
    BOOST_TEST(fault_named("nonsense") == nullptr);
}

BOOST_AUTO_TEST_CASE(bursts_refuse_everything_and_the_time_between_nothing)
{
    mood const of{0.5, 30, read_kinds("overload")};
    int refused = 0;
    for (int window = 0; window < 1000; ++window) {
        bool const first = refusal(of, 7, window * 30.0, 0) != nullptr;
        refused += first;
        for (std::uint64_t i = 1; i < 10; ++i)
            BOOST_TEST((refusal(of, 7, window * 30.0 + 2.9 * static_cast<double>(i), i) != nullptr) == first);
    }
    BOOST_TEST(refused > 430);
    BOOST_TEST(refused < 570);
}

BOOST_AUTO_TEST_CASE(without_bursts_each_request_is_judged_by_itself)
{
    mood const of{0.3, 0, read_kinds("all")};
    std::set<std::string_view> kinds;
    int refused = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        auto const* const kind = refusal(of, 7, 0, i);
        BOOST_TEST(kind == refusal(of, 7, 5, i));
        if (kind == nullptr) continue;
        ++refused;
        kinds.insert(kind->name);
    }
    BOOST_TEST(refused > 240);
    BOOST_TEST(refused < 360);
    BOOST_TEST(kinds.size() == 8U);
}

BOOST_AUTO_TEST_CASE(rates_of_nothing_and_all)
{
    for (double now = 0; now < 3000; now += 10) {
        BOOST_TEST(refusal({0, 30, read_kinds("empty")}, 1, now, 0) == nullptr);
        BOOST_TEST(refusal({1, 30, read_kinds("empty")}, 1, now, 0) == fault_named("empty"));
    }
    BOOST_CHECK_THROW((void)read_kinds("empty,nonsense"), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(the_clock_runs_at_its_speed_and_can_be_set)
{
    world_clock time(1000, 3600);
    auto const real = world_clock::real::now();
    BOOST_TEST(time.exactly(real + std::chrono::seconds(10)) - time.exactly(real) == 36000,
               boost::test_tools::tolerance(1e-9));
    time.run_at(0);
    auto const stands = time.exactly();
    BOOST_TEST(time.exactly(real + std::chrono::hours(9)) == stands);
    time.set(5);
    BOOST_TEST(time.now() == 5);
}

BOOST_AUTO_TEST_SUITE_END()
