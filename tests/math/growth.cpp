// SPDX-License-Identifier: MIT
#include "tiktrack/math/growth.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>

BOOST_AUTO_TEST_SUITE(math_growth, *boost::unit_test::tolerance(1e-9))
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(per_hour_in_integers_first)
{
    static_assert(per_hour(5000, 3600) == 5000 && per_hour(-1, 1) == -3600 && per_hour(0, 7) == 0);
    BOOST_TEST(per_hour(60000, 18 * 3600) == 3333.333333333);
    // 2^53 + 1 and 2^53 differ by one, which doubles cannot tell.
    BOOST_TEST(per_hour((std::int64_t{1} << 53) + 1 - (std::int64_t{1} << 53), 3600) == 1.0);
}

BOOST_AUTO_TEST_CASE(log_growth_and_doubling)
{
    BOOST_TEST(log_growth(100000, 5000, 3600) == std::log(105001.0) - std::log(100001.0));
    BOOST_TEST(std::abs(log_growth(100000, 5000, 3600) - 0.04878969) < 5e-9);
    BOOST_TEST(log_growth(0, 1, 7200) == std::log(2.0) / 2);
    BOOST_TEST(log_growth(9, -9, 3600) == -std::log(10.0)); // down to 0 is finite
    BOOST_TEST(log_growth(5, 0, 60) == 0.0);
    // Deep falls: (ln(1 + to) - ln(1 + from)), to be right in its last digits, too.
    BOOST_TEST(log_growth(1'000'000'000'000, 1 - 1'000'000'000'000, 3600) == -26.937873935);
    BOOST_TEST(log_growth(20'000'000'000'000'000, 1 - 20'000'000'000'000'000, 3600) == -36.841361488);
    BOOST_TEST(log_growth(std::numeric_limits<std::int64_t>::max(), -std::numeric_limits<std::int64_t>::max(),
                          3600) == -43.668272375);
    BOOST_TEST(log_growth(1000, -501, 3600) == std::log(500.0) - std::log(1001.0));
    BOOST_TEST(std::isfinite(log_growth(0, std::numeric_limits<std::int64_t>::max(), 1)));
    BOOST_TEST(doubling_hours(std::log(2.0)).value_or(0) == 1.0);
    static_assert(!doubling_hours(0) && !doubling_hours(-1));
    BOOST_TEST(!doubling_hours(std::nan("")).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
