// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/selection.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_selection)
using namespace tiktrack::fetch;

BOOST_AUTO_TEST_CASE(bands_begin_at_their_lower_bound)
{
    static_assert(view_band(0) == 0);
    static_assert(view_band(9'999) == 0);
    static_assert(view_band(10'000) == 1);
    static_assert(view_band(99'999) == 1);
    static_assert(view_band(100'000) == 2);
    static_assert(view_band(999'999) == 2);
    static_assert(view_band(1'000'000) == 3);
    static_assert(view_band(INT64_MAX) == 3);
    for (auto const name : view_bands) BOOST_TEST(name != unknown_band);
}

BOOST_AUTO_TEST_SUITE_END()
