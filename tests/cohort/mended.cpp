// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/mended.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cohort_mended)
using namespace tiktrack;
using cohort::mended;

BOOST_AUTO_TEST_CASE(what_is_kept_counts_while_the_files_are_the_same_or_longer)
{
    support::temporary_folder const home;
    auto const at = cohort::folder_at(home / "");
    mended first(at);
    BOOST_TEST(!first.place("hour_0", {10, 20}).has_value());
    first.keep("hour_0", {10, 20});
    first.keep("hour_0.5", {0, 3'000'000'000'000});
    for (auto const& known : {first, mended(at)}) {
        BOOST_TEST(known.place("hour_0", {10, 20}).value_or(0) == 20u);
        BOOST_TEST(known.place("hour_0", {10, 500}).value_or(0) == 20u); // more was archived since
        BOOST_TEST(!known.place("hour_0", {10, 19}).has_value());
        BOOST_TEST(!known.place("hour_0", {11, 500}).has_value());
        BOOST_TEST(!known.place("hour_0", {9, 20}).has_value());
        BOOST_TEST(!known.place("hour_1", {10, 20}).has_value());
        BOOST_TEST(known.place("hour_0.5", {0, 3'000'000'000'001}).value_or(0) == 3'000'000'000'000u);
    }
    first.keep("hour_0", {30, 40});
    BOOST_TEST(mended(at).place("hour_0", {30, 40}).value_or(0) == 40u);
    BOOST_TEST(home.files() == 1);
}

BOOST_AUTO_TEST_CASE(F23_a_torn_file_of_it_counts_as_far_as_it_reads)
{
    support::temporary_folder const home;
    auto const at = cohort::folder_at(home / "");
    for (auto const* const text : {"", "hour_0", "hour_0 10", "hour_0 10 x", "hour_0 -5", "rubbish\\n\\n"}) {
        support::write_file(home / ".mended", text);
        BOOST_TEST(!mended(at).place("hour_0", {10, 20}).has_value(), text);
    }
    support::write_file(home / ".mended", "hour_0 10 20\nhour_1 1");
    BOOST_TEST(mended(at).place("hour_0", {10, 20}).value_or(0) == 20u);
    BOOST_TEST(!mended(at).place("hour_1", {1, 20}).has_value());
}

BOOST_AUTO_TEST_CASE(F28_a_folder_that_cannot_be_written_goes_without)
{
    mended none(cohort::folder_at("/nowhere/cohort_a"));
    none.keep("hour_0", {10, 20});
    BOOST_TEST(none.place("hour_0", {10, 20}).value_or(0) == 20u);
}

BOOST_AUTO_TEST_SUITE_END()
