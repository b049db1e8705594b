// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/select_rule.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_select_rule)
using namespace tiktrack::fetch;
using std::chrono::hours;
using std::chrono::seconds;

BOOST_AUTO_TEST_CASE(a_rule_in_the_words_of_its_options)
{
    BOOST_TEST(spelled(selection_rule{}) == "newest");
    BOOST_TEST(spelled(selection_rule{.first = order::random, .over = mix::category}) ==
               "mix category, random");
    BOOST_TEST(
        spelled(selection_rule{.over = mix::views,
                               .max_age = hours(6),
                               .min_age = seconds(90),
                               .min_views = 1000,
                               .max_views = 2'000'000,
                               .per_creator = 2,
                               .ads = true}) ==
        "mix views, newest, max-age 6h, min-age 90s, min-views 1000, max-views 2000000, per-creator 2, ads");
}

BOOST_AUTO_TEST_CASE(spans_in_their_largest_unit)
{
    BOOST_TEST(spelled_span(seconds(0)) == "0s");
    BOOST_TEST(spelled_span(seconds(61)) == "61s");
    BOOST_TEST(spelled_span(seconds(120)) == "2m");
    BOOST_TEST(spelled_span(hours(36)) == "36h");
    BOOST_TEST(spelled_span(hours(48)) == "2d");
}

BOOST_AUTO_TEST_CASE(the_pool_is_twice_the_count)
{
    BOOST_TEST(pool_size({}) == 200);
    BOOST_TEST(pool_size({.count = 7}) == 14);
    BOOST_TEST(pool_size({.pool = 50}) == 50);
}

BOOST_AUTO_TEST_CASE(every_reason_has_a_phrase)
{
    for (std::size_t i = 0; i < left_out_reasons; ++i)
        BOOST_TEST(!describe(static_cast<left_out>(i)).empty(), i);
    BOOST_TEST(static_cast<std::size_t>(left_out::not_needed) + 1 == left_out_reasons);
}

BOOST_AUTO_TEST_SUITE_END()
