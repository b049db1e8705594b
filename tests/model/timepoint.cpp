// SPDX-License-Identifier: MIT
#include "tiktrack/model/timepoint.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(model_timepoint)
using tiktrack::hours_of;

BOOST_AUTO_TEST_CASE(labels)
{
    struct row {
        std::string_view label;
        double hours; // negative: none
    };
    for (auto const& [label, hours] : std::to_array<row>({{"hour_0", 0},
                                                          {"hour_1", 1},
                                                          {"hour_0.5", 0.5},
                                                          {"hour_48", 48},
                                                          {"hour_1000000", 1000000},
                                                          {"", -1},
                                                          {"hour_", -1},
                                                          {"hour", -1},
                                                          {"hour_-1", -1},
                                                          {"hour_+1", -1},
                                                          {"hour_ 1", -1},
                                                          {"hour_1 ", -1},
                                                          {"hour_1e3", -1},
                                                          {"hour_inf", -1},
                                                          {"hour_nan", -1},
                                                          {"hour_0x1", -1},
                                                          {"hour_1h", -1},
                                                          {"Hour_1", -1},
                                                          {"hours_1", -1},
                                                          {"day_1", -1}}))
        BOOST_TEST(hours_of(label).value_or(-1) == hours, label);
}

BOOST_AUTO_TEST_SUITE_END()
