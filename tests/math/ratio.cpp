// SPDX-License-Identifier: MIT
#include "tiktrack/math/ratio.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(math_ratio)
using tiktrack::ratio;

BOOST_AUTO_TEST_CASE(where_it_is_known)
{
    static_assert(ratio(100, 1, 4) == 25.0 && ratio(1000, 0, 4) == 0.0 && ratio(100, 5, 4) == 125.0);
    static_assert(!ratio(100, 1, 0) && !ratio(100, 0, 0) && !ratio(100, 1, -4));
    static_assert(!ratio(100, {}, 4) && !ratio(100, 1, {}));
    BOOST_TEST(ratio(1000, 61, 9870).value_or(0) == 61000.0 / 9870);
}

BOOST_AUTO_TEST_SUITE_END()
