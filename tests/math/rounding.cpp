// SPDX-License-Identifier: MIT
#include "tiktrack/math/rounding.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>

BOOST_AUTO_TEST_SUITE(math_rounding)
using namespace tiktrack;
using statement = std::optional<std::int64_t>;
constexpr auto most = std::numeric_limits<std::int64_t>::max();

BOOST_AUTO_TEST_CASE(what_the_platform_shows)
{
    struct row {
        std::int64_t count, shown;
    };
    for (auto const& [count, shown] : std::to_array<row>({{0, 0},
                                                          {9999, 9999},
                                                          {10000, 10000},
                                                          {10049, 10000},
                                                          {10050, 10100},
                                                          {15955, 16000},
                                                          {36150, 36200},
                                                          {36250, 36300},
                                                          {154539, 154500},
                                                          {999949, 999900},
                                                          {999950, 1000000},
                                                          {1049999, 1000000},
                                                          {1050000, 1100000},
                                                          {1776621, 1800000},
                                                          {4291312, 4300000}})) {
        BOOST_TEST(round_to_grid(count) == shown);
        BOOST_TEST(on_grid(shown));
        BOOST_TEST(round_to_grid(shown) == shown);
        BOOST_TEST(on_grid(count) == (count == shown));
    }
    static_assert(grid_unit(9999) == 1 && grid_unit(10000) == 100 && grid_unit(999999) == 100);
    static_assert(grid_unit(1000000) == 100000 && half_unit(100) == 50 && half_unit(1) == 0);
}

BOOST_AUTO_TEST_CASE(rounding_is_monotone_and_within_half_a_unit)
{
    for (std::int64_t i = 0, before = 0; i < 3'000'000; i += 7) {
        auto const shown = round_to_grid(i);
        BOOST_TEST_REQUIRE(shown >= before);
        BOOST_TEST_REQUIRE(std::abs(shown - i) * 2 <= grid_unit(i));
        before = shown;
    }
    BOOST_TEST(round_to_grid(most) > 0); // and no overflow
}

BOOST_AUTO_TEST_CASE(F54_the_better_of_two_statements)
{
    struct row {
        statement stats, v2, better;
    };
    for (auto const& [stats, v2, better] :
         std::to_array<row>({{{}, {}, {}},
                             {5, {}, 5},
                             {{}, 5, 5},
                             {5, 5, 5},
                             {154500, 154539, 154539}, // the one that is not rounded
                             {154539, 154500, 154539},
                             {1400000, 1354097, 1354097},
                             {7, 8, 8}, // neither rounds to the other: the second
                             {154539, 154600, 154600},
                             {7, 0, 7}, // but for its 0
                             {0, 7, 7},
                             {0, 0, 0},
                             {-5, 7, 7}, // an overflow
                             {7, -5, 7},
                             {-5, 0, 0},
                             {most, 7, 7},
                             {7, most, most}}))
        BOOST_TEST((better_of(stats, v2) == better), stats.value_or(-99) << ' ' << v2.value_or(-99));
}

BOOST_AUTO_TEST_SUITE_END()
