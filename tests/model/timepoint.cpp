// SPDX-License-Identifier: MIT
#include "tiktrack/model/timepoint.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>

BOOST_AUTO_TEST_SUITE(model_timepoint)
using namespace tiktrack;

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
                                                          {"hour_100000", 100000},
                                                          {"hour_0.0005", 0.0005},
                                                          {"hour_0.1", 0.1},
                                                          {"", -1},
                                                          {"hour_", -1},
                                                          {"hour", -1},
                                                          {"hour_-1", -1},
                                                          {"hour_+1", -1},
                                                          {"hour_ 1", -1},
                                                          {"hour_1 ", -1},
                                                          {"hour_1e3", -1},
                                                          {"hour_1e+05", -1},
                                                          {"hour_06", -1},
                                                          {"hour_6.0", -1},
                                                          {"hour_6.", -1},
                                                          {"hour_.5", -1},
                                                          {"hour_0.10000000000000000001", -1},
                                                          {"hour_-0", -1},
                                                          {"hour_0.00001", -1},
                                                          {"hour_1000000.5", -1},
                                                          {"hour_2000000", -1},
                                                          {"hour_inf", -1},
                                                          {"hour_nan", -1},
                                                          {"hour_0x1", -1},
                                                          {"hour_1h", -1},
                                                          {"Hour_1", -1},
                                                          {"hours_1", -1},
                                                          {"day_1", -1}})) {
        BOOST_TEST(hours_of(label).value_or(-1) == hours, label);
        BOOST_TEST(is_label(label) == (hours >= 0), label);
        if (hours >= 0) BOOST_TEST(label_of(hours) == label);
    }
}

BOOST_AUTO_TEST_CASE(hours_that_are_no_timepoint)
{
    for (double const hours : {0.0, 1.0 / 3600, 0.5, 999999.99999999988, 1e6}) {
        BOOST_TEST(is_timepoint(hours), hours);
        BOOST_TEST(hours_of(label_of(hours)).value_or(-1) == hours, label_of(hours));
    }
    for (double const hours : {-0.0, -1.0, 1e-300, 0.0001, std::nextafter(1e6, 2e6), 1e300,
                               std::numeric_limits<double>::infinity(), std::nan("")})
        BOOST_TEST(!is_timepoint(hours), hours);
    for (double const hours : usual_timepoints()) BOOST_TEST(is_timepoint(hours), hours);
}

BOOST_AUTO_TEST_CASE(seconds_and_tolerance)
{
    BOOST_TEST(seconds_of(0) == 0);
    BOOST_TEST(seconds_of(0.5) == 1800);
    BOOST_TEST(seconds_of(0.1) == 360);
    BOOST_TEST(seconds_of(1e6) == 3'600'000'000);
    static_assert(schedule_tolerance(0) == 600 && schedule_tolerance(6) == 2160);
}

BOOST_AUTO_TEST_SUITE_END()
