// SPDX-License-Identifier: MIT
#include "tiktrack/study/metrics.hpp"

#include "tiktrack/math/print_number.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(study_metrics)
using namespace tiktrack;

namespace {

constexpr std::int64_t hour = 3600;
using count = std::optional<std::int64_t>;

/// A snapshot of a series, and what should come of it: hours since the first, velocity of views, of likes,
/// growth, bound of views, acceleration, flags; `-` for null.
struct step {
    std::int64_t time;
    count views = {}, likes = {};
    double label = -1;
    std::string expected = {};
    std::int64_t unit = 1;
    std::uint32_t source = 1;
    sameness how = sameness::alone;
    bool ok = true, timed = true;
};

std::string shown(double value)
{
    if (std::isnan(value)) return "- ";
    char text[printed_number_size];
    return std::string(text, print_number(text, value)) + ' ';
}

std::string shown(series_values const& of)
{
    std::string text = shown(of.hours_since_first) + shown(of.views_velocity) + shown(of.likes_velocity) +
                       shown(of.views_growth_pct) + shown(of.views_velocity_bound) +
                       shown(of.views_acceleration);
    for (std::size_t i = 0; i < series_flag_names.size(); ++i)
        if (of.has(static_cast<series_flag>(i))) text += std::string(series_flag_names[i]) + ' ';
    text.pop_back();
    return text;
}

snapshot snapshot_of(step const& each)
{
    snapshot made;
    made.observed = each.ok && each.timed;
    made.timed = each.timed;
    made.time = each.time;
    made.views = each.views;
    made.likes = each.likes;
    made.views_unit = made.likes_unit = each.unit;
    made.source = each.source;
    made.hours = each.label;
    return made;
}

void check(std::vector<step> const& series, metric_settings const& settings = {},
           std::vector<double> const& past = {})
{
    series_metrics metrics(settings);
    for (int round = 0; round < 2; ++round) { // a second series knows nothing of the first
        metrics.start(past);
        for (auto const& each : series)
            BOOST_TEST(shown(metrics.next(snapshot_of(each), each.how)) == each.expected, "at " << each.time);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(golden_vectors, *boost::unit_test::tolerance(1e-9))
{
    struct row {
        std::int64_t hours, views;
        double velocity, growth, acceleration, log_growth, doubling;
    };
    double const no = series_values::none;
    metric_settings const settings;
    series_metrics metrics(settings);
    metrics.start({});
    for (auto const& each :
         {row{0, 100000, no, no, no, no, no},
          row{1, 105000, 5000, 5, no, std::log(105001.0 / 100001), 14.206838},
          row{6, 120000, 3000, 100 / 7.0, -2000 / 3.0, std::log(120001.0 / 105001) / 5, 25.954697},
          row{24, 180000, 10000 / 3.0, 50, 28.985507246376812, std::log(180001.0 / 120001) / 18, 30.771414},
          row{48, 220000, 5000 / 3.0, 200 / 9.0, -79.365079365079367, std::log(220001.0 / 180001) / 24,
              82.900077}}) {
        auto const got = metrics.next(
            snapshot_of(
                {.time = each.hours * hour, .views = each.views, .label = double(each.hours), .unit = 100}),
            sameness::alone);
        auto const same = [](double a, double b) {
            return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= std::abs(b) * 1e-9;
        };
        BOOST_TEST(same(got.views_velocity, each.velocity), each.hours);
        BOOST_TEST(same(got.views_growth_pct, each.growth), each.hours);
        BOOST_TEST(same(got.views_acceleration, each.acceleration), each.hours);
        BOOST_TEST(same(got.views_log_growth, each.log_growth), each.hours);
        BOOST_TEST((std::isnan(each.doubling) ? std::isnan(got.views_doubling_hours)
                                              : std::abs(got.views_doubling_hours - each.doubling) < 5e-7),
                   each.hours);
        BOOST_TEST(got.hours_since_first == double(each.hours));
        BOOST_TEST(got.flags == 0);
        BOOST_TEST((std::isnan(got.likes_velocity) && std::isnan(got.likes_velocity_bound)));
        if (each.hours == 1) BOOST_TEST(got.views_velocity_bound == 100.0);
    }
    // As the page of definitions prints them.
    metrics.start({});
    (void)metrics.next(snapshot_of({.time = 0, .views = 100000}), sameness::alone);
    auto const second = metrics.next(snapshot_of({.time = hour, .views = 105000}), sameness::alone);
    BOOST_TEST(std::abs(second.views_log_growth - 0.04878969) < 5e-9);
}

BOOST_AUTO_TEST_CASE(the_first_observation)
{
    check({{.time = 0, .views = 10, .likes = 1, .label = 0, .expected = "0 - - - - -"},
           {.time = hour, .views = 20, .likes = 4, .label = 1, .expected = "1 10 3 100 0 -"}});
}

BOOST_AUTO_TEST_CASE(the_same_second)
{
    // The later of equal ones is superseded; the series goes on from the first.
    check({{.time = 0, .views = 10, .label = 0, .expected = "0 - - - - -"},
           {.time = 0,
            .views = 10,
            .label = 0,
            .expected = "0 - - - - - duplicate_snapshot",
            .how = sameness::duplicate},
           {.time = hour, .views = 20, .label = 1, .expected = "1 10 - 100 0 -"},
           {.time = hour,
            .views = 20,
            .label = 1,
            .expected = "1 - - - - - duplicate_snapshot",
            .how = sameness::duplicate},
           {.time = 2 * hour, .views = 40, .label = 2, .expected = "2 20 - 100 0 10"}});
    // Different ones all carry the flag, and the next row has no base.
    auto const both = sameness::conflicting;
    check(
        {{.time = 0, .views = 10, .label = 0, .expected = "0 - - - - -"},
         {.time = hour, .views = 20, .label = 1, .expected = "1 - - - - - conflicting_snapshot", .how = both},
         {.time = hour, .views = 21, .label = 1, .expected = "1 - - - - - conflicting_snapshot", .how = both},
         {.time = 2 * hour, .views = 30, .label = 2, .expected = "2 - - - - -"},
         {.time = 3 * hour, .views = 50, .label = 3, .expected = "3 20 - 66.66666667 0 -"},
         {.time = 4 * hour, .views = 60, .label = 4, .expected = "4 10 - 20 0 -10"}});
}

BOOST_AUTO_TEST_CASE(F29_labels_that_contradict_the_clock)
{
    check({{.time = 0, .views = 10, .label = 0, .expected = "0 - - - - -"},
           {.time = hour, .views = 20, .label = 1, .expected = "1 10 - 100 0 -"},
           {.time = 2 * hour, .views = 30, .label = 1, .expected = "2 10 - 50 0 0 duplicate_timepoint"},
           {.time = 3 * hour,
            .views = 40,
            .label = 0,
            .expected = "3 10 - 33.33333333 0 0 duplicate_timepoint timepoint_reversed"},
           {.time = 4 * hour, .views = 50, .label = 0.5, .expected = "4 10 - 25 0 0 timepoint_reversed"},
           // A snapshot that failed bears a label too.
           {.time = 5 * hour, .label = 6, .expected = "- - - - - -", .ok = false},
           {.time = 6 * hour,
            .views = 60,
            .label = 1,
            .expected = "6 5 - 20 0 -3.333333333 duplicate_timepoint timepoint_reversed"},
           {.time = 7 * hour, .label = 0, .expected = "- - - - - - timepoint_reversed", .ok = false}});
}

BOOST_AUTO_TEST_CASE(short_intervals)
{
    std::vector<step> const series = {
        {.time = 0, .views = 10, .expected = "0 - - - - -"},
        {.time = 300, .views = 20, .expected = "0.08333333333 120 - 100 0 -"},
        {.time = 599, .views = 30, .expected = "0.1663888889 120.4013378 - 50 0 - short_interval"},
        {.time = 900, .views = 40, .expected = "0.25 119.6013289 - 33.33333333 0 -"},
        {.time = 1200, .views = 50, .expected = "0.3333333333 120 - 25 0 4.776093001"}};
    check(series);
    metric_settings all;
    all.short_minutes = 0;
    series_metrics metrics(all);
    metrics.start({});
    for (auto const& each : series) BOOST_TEST(metrics.next(snapshot_of(each), each.how).flags == 0);
}

BOOST_AUTO_TEST_CASE(from_zero)
{
    check({{.time = 0, .views = 0, .expected = "0 - - - - -"},
           {.time = hour, .views = 0, .expected = "1 0 - - 0 - zero_base"},
           {.time = 2 * hour, .views = 7, .expected = "2 7 - - 0 7 zero_base"},
           {.time = 3 * hour, .views = 0, .expected = "3 -7 - -100 0 -14 views_decreased"}});
    metric_settings const settings;
    series_metrics metrics(settings);
    metrics.start({});
    (void)metrics.next(snapshot_of({.time = 0, .views = 0}), sameness::alone);
    auto const next = metrics.next(snapshot_of({.time = hour, .views = 1}), sameness::alone);
    BOOST_TEST((std::abs(next.views_log_growth - std::log(2.0)) < 1e-15 &&
                std::abs(next.views_doubling_hours - 1) < 1e-15));
}

BOOST_AUTO_TEST_CASE(missing_counts_are_never_bridged)
{
    check({{.time = 0, .views = 10, .likes = 1, .expected = "0 - - - - -"},
           {.time = hour, .likes = 2, .expected = "1 - 1 - - -"},
           {.time = 2 * hour, .views = 30, .expected = "2 - - - - -"},
           {.time = 3 * hour, .views = 40, .likes = 4, .expected = "3 10 - 33.33333333 0 -"},
           {.time = 4 * hour, .views = 60, .likes = 5, .expected = "4 20 1 50 0 10"}});
}

BOOST_AUTO_TEST_CASE(failed_snapshots_and_rows_without_a_time)
{
    check({{.time = 0, .label = 0, .expected = "- - - - - -", .ok = false},
           {.time = hour, .views = 10, .label = 1, .expected = "0 - - - - -"},
           {.time = 6 * hour, .label = 6, .expected = "- - - - - -", .ok = false},
           // Measured over the real interval; the failed one does not fill the hole.
           {.time = 11 * hour, .views = 30, .label = 24, .expected = "10 2 - 200 0 - missing_timepoint"}});
    check({{.time = 0, .views = 5, .label = 24, .expected = "- - - - - -", .timed = false},
           {.time = 0, .views = 10, .label = 1, .expected = "0 - - - - -"}});
}

BOOST_AUTO_TEST_CASE(holes_between_timepoints)
{
    std::vector<step> series = {
        {.time = 0, .views = 10, .label = 0, .expected = "0 - - - - -"},
        {.time = hour, .views = 20, .label = 1, .expected = "1 10 - 100 0 -"},
        {.time = 24 * hour, .views = 43, .label = 24, .expected = "24 1 - 115 0 - missing_timepoint"},
        {.time = 48 * hour, .views = 67, .label = 48, .expected = "48 1 - 55.81395349 0 -"},
        {.time = 50 * hour, .views = 71, .label = 50, .expected = "50 2 - 5.970149254 0 0.07692307692"}};
    check(series);
    // Where hour 6 was past when the video was found, it is no hole; nor where nobody asks for it.
    series[2].expected = "24 1 - 115 0 -0.75";
    series[3].expected = "48 1 - 55.81395349 0 0";
    check(series, {}, {6});
    check(series, {}, {0, 6});
    check(series, {{0, 1, 24, 48}, 5});
    check(series, {{48, 1, 24, 1, 0}, 5}); // in any order
    // A label of its own between two timepoints, none at all, one that goes back: no hole is seen there.
    check({{.time = 0, .views = 10, .label = 1, .expected = "0 - - - - -"},
           {.time = hour, .views = 20, .label = 2.5, .expected = "1 10 - 100 0 -"},
           {.time = 2 * hour, .views = 30, .label = -1, .expected = "2 10 - 50 0 0"},
           {.time = 3 * hour, .views = 40, .label = 24, .expected = "3 10 - 33.33333333 0 0"},
           {.time = 4 * hour, .views = 50, .label = 0, .expected = "4 10 - 25 0 0 timepoint_reversed"}});
}

BOOST_AUTO_TEST_CASE(F59_falls_and_resolution)
{
    check({{.time = 0, .views = 20000, .expected = "0 - - - - -", .unit = 100},
           {.time = hour, .views = 20100, .expected = "1 100 - 0.5 100 - below_resolution", .unit = 100},
           {.time = 2 * hour, .views = 20300, .expected = "2 200 - 0.9950248756 100 100", .unit = 100},
           {.time = 3 * hour,
            .views = 20200,
            .expected = "3 -100 - -0.4926108374 100 -300 views_decreased below_resolution",
            .unit = 100},
           {.time = 4 * hour,
            .views = 20000,
            .expected = "4 -200 - -0.9900990099 100 -100 views_decreased",
            .unit = 100},
           {.time = 5 * hour, .views = 20000, .expected = "5 0 - 0 100 200", .unit = 100}});
    // Exact counts resolve every difference; growing past 10 000 is no change of exactness.
    check({{.time = 0, .views = 9990, .expected = "0 - - - - -"},
           {.time = hour, .views = 9991, .expected = "1 1 - 0.01001001001 0 -"},
           {.time = 2 * hour,
            .views = 10000,
            .expected = "2 9 - 0.09008107297 50 8 below_resolution",
            .unit = 100},
           {.time = 3 * hour,
            .views = 9999,
            .expected = "3 -1 - -0.01 50 -10 views_decreased below_resolution"}});
    // A bound needs both units.
    check({{.time = 0, .views = 20000, .expected = "0 - - - - -", .unit = 0},
           {.time = hour, .views = 20001, .expected = "1 1 - 0.005 - -"},
           {.time = 2 * hour,
            .views = 20000,
            .expected = "2 -1 - -0.004999750012 - -2 views_decreased",
            .unit = 0}});
}

BOOST_AUTO_TEST_CASE(a_switch_of_the_source_or_of_exactness)
{
    check({{.time = 0, .views = 20000, .expected = "0 - - - - -", .unit = 100, .source = 1},
           {.time = hour,
            .views = 20010,
            .expected = "1 10 - 0.05 50 - below_resolution source_switched",
            .source = 2},
           // A fall within the bound is rounding; one beyond it is real.
           {.time = 2 * hour,
            .views = 20000,
            .expected = "2 -10 - -0.04997501249 50 -20 below_resolution source_switched",
            .unit = 100,
            .source = 1},
           {.time = 3 * hour,
            .views = 19000,
            .expected = "3 -1000 - -5 50 -990 views_decreased source_switched",
            .source = 2},
           // The same source, but exact now.
           {.time = 4 * hour,
            .views = 19040,
            .expected = "4 40 - 0.2105263158 50 1040 below_resolution source_switched",
            .unit = 100,
            .source = 2},
           // What is not known is no change.
           {.time = 5 * hour,
            .views = 19200,
            .expected = "5 160 - 0.8403361345 100 120",
            .unit = 100,
            .source = 0},
           {.time = 6 * hour,
            .views = 19400,
            .expected = "6 200 - 1.041666667 100 40",
            .unit = 100,
            .source = 1}});
}

BOOST_AUTO_TEST_CASE(counts_of_any_size)
{
    auto const most = std::numeric_limits<std::int64_t>::max();
    check({{.time = -100000000000, .views = 0, .likes = most, .expected = "0 - - - - -"},
           {.time = 100000000000,
            .views = most,
            .likes = 0,
            .expected = "55555555.56 166020696700 -166020696700 - 0 - zero_base"},
           {.time = 100000000001,
            .views = 0,
            .likes = most,
            .expected = "55555555.56 -33204139330000000000000 33204139330000000000000 -100 0 - "
                        "short_interval views_decreased"}});
}

BOOST_AUTO_TEST_CASE(the_words_of_flags)
{
    series_values values;
    std::string const order =
        "duplicate_snapshot conflicting_snapshot duplicate_timepoint timepoint_reversed short_interval "
        "zero_base missing_timepoint views_decreased below_resolution source_switched";
    std::string all;
    for (std::size_t i = 0; i < series_flag_names.size(); ++i) {
        auto const flag = static_cast<series_flag>(i);
        BOOST_TEST(!values.has(flag));
        values.set(flag);
        BOOST_TEST(values.has(flag));
        all += (i > 0 ? " " : "") + std::string(series_flag_names[i]);
    }
    BOOST_TEST(all == order);
}

BOOST_AUTO_TEST_SUITE_END()
