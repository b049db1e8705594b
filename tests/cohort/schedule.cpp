// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/schedule.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_schedule)
using namespace tiktrack::cohort;
using tiktrack::label_of, tiktrack::usual_timepoints;

namespace {

constexpr std::int64_t start = 1763900000; ///< times in these tests are minutes from here
constexpr std::int64_t unknown = -1'000'000;

std::int64_t at(double minutes) { return start + std::llround(60 * minutes); }

/// What came at a timepoint, and in which minute.
struct came_at {
    cell_state state = cell_state::none;
    double minute = 0;
};

struct video {
    double discovered = 0;
    double upload = unknown;
    bool seen = false; ///< the upload, by the platform
    std::vector<came_at> outcomes = {};
};

charter by(std::string const& origin, std::vector<double> timepoints = usual_timepoints())
{
    charter made;
    made.time_origin = origin;
    made.timepoints = std::move(timepoints);
    return made;
}

/// Keeps the cells that a history views.
struct told {
    told(charter const& of, video const& from) : cells(of.timepoints.size())
    {
        for (std::size_t i = 0; i < from.outcomes.size(); ++i)
            if (from.outcomes[i].state != cell_state::none)
                cells[i] = cell(from.outcomes[i].state, at(from.outcomes[i].minute));
        is.discovered = at(from.discovered);
        if (from.upload != unknown) is.upload = at(from.upload);
        is.upload_seen = from.seen;
        is.cells = cells;
    }
    std::vector<cell> cells;
    history is;
};

std::string word(verdict what)
{
    switch (what) {
    case verdict::fetch: return "fetch";
    case verdict::final: return "final";
    case verdict::too_early_for_second_look: return "too early";
    case verdict::not_open_yet: return "not open";
    case verdict::missed: return "missed";
    case verdict::already_past: return "already past";
    }
    return "?";
}

/// All that is due in a minute: `hour_1 missed, hour_6 fetch`; `-` for nothing.
std::string due_at(charter const& of, video const& from, double minute)
{
    std::string all;
    told const known(of, from);
    schedule(of).for_each_due(known.is, at(minute), [&](due const& each) {
        if (!all.empty()) all += ", ";
        all += label_of(of.timepoints[each.timepoint]) + ' ' + word(each.what);
    });
    return all.empty() ? "-" : all;
}

std::string next_after(charter const& of, video const& from, double minute)
{
    told const known(of, from);
    auto const next = schedule(of).next(known.is, at(minute));
    return next ? std::to_string(*next - start) : "-";
}

constexpr auto none = cell_state::none, again = cell_state::again, gone_once = cell_state::gone_once,
               gone = cell_state::gone, ok = cell_state::ok, missed = cell_state::missed,
               already_past = cell_state::already_past;

struct row {
    video from;
    double minute;
    std::string wanted;
};

void check(charter const& of, std::vector<row> const& rows)
{
    int number = 0;
    for (auto const& each : rows) BOOST_TEST_CONTEXT("row " << ++number << " at minute " << each.minute)
    BOOST_TEST(due_at(of, each.from, each.minute) == each.wanted);
}

} // namespace

BOOST_AUTO_TEST_CASE(hours_count_from_the_first_ok)
{
    std::vector<came_at> const seen = {{ok, 10}};
    check(by("discovery"), {
                               {{0, unknown, false, {}}, 0, "hour_0 fetch"},
                               {{0, unknown, false, {}}, 51, "hour_0 fetch"},
                               {{0, unknown, false, seen}, 11, "-"},
                               {{0, unknown, false, seen}, 61, "-"}, // 52 minutes after the discovery
                               {{0, unknown, false, seen}, 62, "hour_1 fetch"},
                               {{0, unknown, false, seen}, 80, "hour_1 fetch"}, // 10 minutes late
                               {{0, unknown, false, seen}, 80.1, "hour_1 missed"},
                               {{0, unknown, false, {{ok, 10}, {ok, 70}}}, 80, "-"},
                               {{0, unknown, false, {{ok, 10}, {ok, 70}}}, 361, "-"},
                               {{0, unknown, false, {{ok, 10}, {ok, 70}}}, 362, "hour_6 fetch"},
                               {{0, unknown, false, {{ok, 10}, {ok, 70}}}, 370 + 36, "hour_6 fetch"},
                               {{0, unknown, false, {{ok, 10}, {ok, 70}}}, 370 + 36.1, "hour_6 missed"},
                           });
}

BOOST_AUTO_TEST_CASE(a_window_that_closed_comes_out_once)
{
    check(by("discovery"), {
                               {{0, unknown, false, {{ok, 0}, {again, 60}}}, 65, "hour_1 fetch"},
                               {{0, unknown, false, {{ok, 0}, {again, 60}}}, 71, "hour_1 missed"},
                               {{0, unknown, false, {{ok, 0}, {missed, 71}}}, 72, "-"},
                               {{0, unknown, false, {{ok, 0}, {missed, 71}}}, 60, "-"}, // the clock set back
                               {{0, unknown, false, {{ok, 0}, {gone_once, 69}}}, 71, "-"},
                               {{0, unknown, false, {{ok, 0}, {gone, 69}}}, 71, "-"},
                           });
}

BOOST_AUTO_TEST_CASE(hour_0_stays_open_until_the_next_window_opens)
{
    check(by("discovery"),
          {
              {{0, unknown, false, {{again, 5}}}, 51.9, "hour_0 fetch"},
              {{0, unknown, false, {{again, 5}}}, 52, "hour_0 missed, hour_1 fetch"},
              {{0, unknown, false, {{none}}}, 52, "hour_0 missed, hour_1 fetch"},
              {{0, unknown, false, {{missed, 52}}}, 53, "hour_1 fetch"}, // it counts from the discovery
              {{0, unknown, false, {{missed, 52}}}, 70, "hour_1 fetch"},
              {{0, unknown, false, {{missed, 52}}}, 70.1, "hour_1 missed"},
              {{0, unknown, false, {{gone_once, 50}}}, 51, "-"},
              {{0, unknown, false, {{gone_once, 50}}}, 53, "hour_1 fetch"},
              {{0, unknown, false, {{gone, 20}}}, 30, "-"},
              {{0, unknown, false, {{gone, 20}}}, 53, "hour_1 fetch"}, // later ones are still asked for
              {{0, unknown, false, {{ok, 51}}}, 53, "-"},              // now it counts from minute 51
              {{0, unknown, false, {{ok, 51}}}, 103, "hour_1 fetch"},
          });
    // Where no other timepoint follows, it stays open for good.
    check(by("discovery", {0}), {{{0, unknown, false, {{again, 5}}}, 1e6, "hour_0 fetch"}});
    // A list without it counts from the discovery.
    check(by("discovery", {1, 2}), {{{}, 0, "-"}, {{}, 52, "hour_1 fetch"}});
}

BOOST_AUTO_TEST_CASE(F60_a_second_look_comes_ten_minutes_later)
{
    check(by("discovery"),
          {
              {{0, unknown, false, {{gone_once, 5}}}, 14.9, "-"},
              {{0, unknown, false, {{gone_once, 5}}}, 15, "hour_0 fetch"},
              {{0, unknown, false, {{ok, 0}, {ok, 60}, {gone_once, 360}}}, 369, "-"},
              {{0, unknown, false, {{ok, 0}, {ok, 60}, {gone_once, 360}}}, 370, "hour_6 fetch"},
              {{0, unknown, false, {{ok, 0}, {ok, 60}, {gone_once, 390}}}, 396, "-"},
              {{0, unknown, false, {{ok, 0}, {ok, 60}, {gone_once, 390}}}, 401, "-"}, // closed: it is final
              {{0, unknown, false, {{ok, 0}, {gone, 60}, {}}}, 352, "hour_6 fetch"},
          });
}

BOOST_AUTO_TEST_CASE(F32_asleep_across_hour_1_and_6)
{
    video const slept{0, unknown, false, {{ok, 0}}};
    check(by("discovery"),
          {
              {slept, 9 * 60, "hour_1 missed, hour_6 missed"},
              {slept, 24 * 60, "hour_1 missed, hour_6 missed, hour_24 fetch"},
              {{0, unknown, false, {{ok, 0}, {missed, 1440}, {missed, 1440}}}, 1440, "hour_24 fetch"},
          });
}

BOOST_AUTO_TEST_CASE(F33_late_or_twice_a_minute)
{
    check(by("discovery"), {
                               {{0, unknown, false, {{ok, 0}}}, 65, "hour_1 fetch"},
                               {{0, unknown, false, {{ok, 0}, {ok, 65}}}, 65.5, "-"},
                               {{0, unknown, false, {{ok, 0}, {ok, 65}}}, 1400, "hour_6 missed"},
                           });
}

BOOST_AUTO_TEST_CASE(F34_the_latest_open_window)
{
    auto const near = by("discovery", {0, 6, 6.5, 24});
    std::vector<came_at> const first = {{ok, 0}};
    check(near, {
                    {{0, unknown, false, first}, 381, "hour_6 fetch"},
                    {{0, unknown, false, first}, 382, "hour_6.5 fetch"},
                    {{0, unknown, false, {{ok, 0}, {again, 381}, {ok, 383}}}, 384, "-"},
                    {{0, unknown, false, {{ok, 0}, {}, {ok, 383}}}, 396, "-"},
                    {{0, unknown, false, {{ok, 0}, {}, {ok, 383}}}, 396.1, "hour_6 missed"},
                });
    auto wide = by("discovery");
    wide.tolerance = 20 * 3600;
    check(wide, {
                    {{0, unknown, false, first}, 20 * 60, "hour_6 fetch"}, // hour_1 is open, too
                    {{0, unknown, false, first}, 24 * 60, "hour_1 missed, hour_24 fetch"},
                    {{0, unknown, false, first}, 26 * 60 + 1, "hour_1 missed, hour_6 missed, hour_24 fetch"},
                });
}

BOOST_AUTO_TEST_CASE(early_is_at_most_half_the_gap)
{
    auto const close = by("discovery", {0, 0.1, 0.2, 1});
    struct opening {
        std::size_t timepoint;
        double minute;
    };
    told const known(close, {0, unknown, false, {{ok, 0}}});
    for (auto const& each : {opening{1, 3}, opening{2, 9}, opening{3, 52}})
        BOOST_TEST(schedule(close).window_of(known.is, each.timepoint)->opens == at(each.minute));
    auto never_early = by("discovery");
    never_early.early = 0;
    check(never_early, {{{0, unknown, false, {{ok, 0}}}, 59.9, "-"},
                        {{0, unknown, false, {{ok, 0}}}, 60, "hour_1 fetch"}});
}

BOOST_AUTO_TEST_CASE(hours_count_from_the_upload)
{
    auto const upload = by("upload");
    check(upload, {
                      // Uploaded 30 minutes before.
                      {{0, -30, false, {}}, 0, "hour_0 fetch"},
                      {{0, -30, false, {}}, 22, "hour_0 missed, hour_1 fetch"},
                      {{0, -30, true, {{ok, 1}}}, 21, "-"},
                      {{0, -30, true, {{ok, 1}}}, 22, "hour_1 fetch"},
                      // hour_1 was open already: it closes nothing, and hour_0 is the discovery.
                      {{0, -55, false, {}}, 0, "hour_0 fetch"},
                      {{0, -55, false, {{again, 1}}}, 2, "hour_1 fetch"},
                      {{0, -55, true, {{ok, 1}}}, 2, "hour_1 fetch"},
                      {{0, -55, true, {{again, 1}, {ok, 2}}}, 3, "hour_0 fetch"},
                      {{0, -55, true, {{again, 1}, {ok, 2}}}, 296, "hour_0 fetch"},
                      {{0, -55, true, {{again, 1}, {ok, 2}}}, 297, "hour_0 missed, hour_6 fetch"},
                      // At any age, hour_0 is the discovery.
                      {{0, -1e5, false, {}}, 0, "hour_0 fetch"},
                      {{0, -1e5, false, {{again, 1}}}, 1e5, "hour_0 fetch"},
                      // An upload that nobody knows.
                      {{0, unknown, false, {}}, 0, "hour_0 fetch"},
                      {{0, unknown, false, {{ok, 1}}}, 100, "-"},
                  });
}

BOOST_AUTO_TEST_CASE(what_lay_behind_is_already_past_once_the_upload_is_sure)
{
    check(by("upload"),
          {
              // The id says seven hours ago; the platform is still to be heard.
              {{0, -420, false, {}}, 1, "hour_0 fetch"},
              {{0, -420, false, {{again, 1}}}, 2, "hour_0 fetch"},
              {{0, -420, true, {{ok, 1}}}, 2, "hour_1 already past, hour_6 already past"},
              {{0, -420, true, {{again, 1}}}, 2, "hour_1 already past, hour_6 already past, hour_0 fetch"},
              {{0, -420, true, {{ok, 1}, {already_past, 2}, {already_past, 2}}}, 3, "-"},
              // hour_0 closed without an ok, by itself or for good.
              {{0, -420, false, {{again, 1}}}, 1011.9, "hour_0 fetch"},
              {{0, -420, false, {{again, 1}}},
               1012,
               "hour_0 missed, hour_1 already past, hour_6 already past, hour_24 fetch"},
              {{0, -420, false, {{gone, 11}}}, 12, "hour_1 already past, hour_6 already past"},
              // It closed after the discovery: missed, and that, too, only once it is sure.
              {{0, -65, false, {{again, 1}}}, 6, "hour_0 fetch"},
              {{0, -65, true, {{again, 1}}}, 6, "hour_1 missed, hour_0 fetch"},
              {{0, -65, false, {{ok, 1}}}, 6, "hour_1 missed"},
              // A scheduled post: the id is older than the post by hours.
              {{0, -420, false, {{again, 1}}}, 2, "hour_0 fetch"},
              {{0, -10, true, {{ok, 3}}}, 4, "-"},
              {{0, -10, true, {{ok, 3}}}, 42, "hour_1 fetch"},
          });
    // Without hour_0 there is nothing to wait for.
    check(by("upload", {1, 6}), {{{0, -100, false, {}}, 0, "hour_1 already past"}});
}

BOOST_AUTO_TEST_CASE(F29_the_clock_set_back)
{
    check(by("discovery"), {
                               {{100, unknown, false, {}}, 0, "hour_0 fetch"},
                               {{100, unknown, false, {{gone_once, 100}}}, 0, "-"},
                               {{100, unknown, false, {{ok, 100}}}, 0, "-"},
                               {{100, unknown, false, {{ok, 0}}}, 60, "hour_1 fetch"},
                               {{0, unknown, false, {{ok, 0}, {ok, 60}, {ok, 360}}}, 55, "-"},
                           });
    check(by("upload"), {{{100, 90, true, {}}, 0, "hour_0 fetch"}, {{100, 90, true, {{ok, 0}}}, 0, "-"}});
}

BOOST_AUTO_TEST_CASE(F35_an_upload_in_the_future)
{
    check(by("upload"), {
                            {{0, 5, true, {}}, 0, "hour_0 fetch"},
                            {{0, 5, true, {{ok, 0}}}, 56, "-"},
                            {{0, 5, true, {{ok, 0}}}, 57, "hour_1 fetch"},
                        });
}

BOOST_AUTO_TEST_CASE(what_is_judged_of_one_timepoint)
{
    struct judged {
        video from;
        std::size_t timepoint;
        double minute;
        std::string wanted;
    };
    auto const discovery = by("discovery"), upload = by("upload");
    auto const judge = [](charter const& of, judged const& each) {
        told const known(of, each.from);
        BOOST_TEST_CONTEXT("timepoint " << each.timepoint << " at minute " << each.minute)
        BOOST_TEST(word(schedule(of).judge(known.is, each.timepoint, at(each.minute))) == each.wanted);
    };
    for (auto const& each : std::vector<judged>{
             {{0, unknown, false, {}}, 0, 0, "fetch"},
             {{0, unknown, false, {}}, 0, 52, "missed"},
             {{0, unknown, false, {}}, 1, 51, "not open"},
             {{0, unknown, false, {{ok, 0}}}, 0, 1, "final"},
             {{0, unknown, false, {{ok, 0}}}, 1, 60, "fetch"},
             {{0, unknown, false, {{ok, 0}, {gone_once, 52}}}, 1, 61, "too early"},
             {{0, unknown, false, {{ok, 0}, {gone_once, 52}}}, 1, 62, "fetch"},
             {{0, unknown, false, {{ok, 0}, {gone_once, 52}}}, 1, 71, "final"},
             {{0, unknown, false, {{ok, 0}, {again, 52}}}, 1, 71, "missed"},
             {{0, unknown, false, {{ok, 0}, {missed, 71}}}, 1, 71, "final"},
         })
        judge(discovery, each);
    for (auto const& each : std::vector<judged>{
             {{0, -420, false, {}}, 1, 0, "not open"}, // not known yet
             {{0, -420, true, {}}, 1, 0, "already past"},
             {{0, -420, true, {{}, {already_past, 0}}}, 1, 0, "final"},
             {{0, unknown, false, {}}, 1, 0, "not open"},
         })
        judge(upload, each);
    // While a later window is open, too, an earlier one still bears its name.
    judge(by("discovery", {0, 6, 6.5}), {{0, unknown, false, {{ok, 0}}}, 1, 390, "fetch"});
}

BOOST_AUTO_TEST_CASE(when_something_is_due_next)
{
    struct wait {
        video from;
        double minute;
        std::string wanted; ///< seconds from the start
    };
    auto const of = by("discovery");
    for (auto const& each : std::vector<wait>{
             {{0, unknown, false, {}}, 7, "420"},
             {{0, unknown, false, {{ok, 0}}}, 7, "3120"},
             {{0, unknown, false, {{ok, 0}}}, 60, "3600"},
             {{0, unknown, false, {{ok, 0}, {ok, 60}}}, 60, "21120"},
             {{0, unknown, false, {{gone_once, 7}}}, 8, "1020"},
             {{0, unknown, false, {{gone_once, 49}}}, 50, "3120"}, // hour_1 opens before the second look
             {{0, unknown, false, {{ok, 0}, {gone_once, 62}}}, 63, "21120"}, // that would be too late
             {{0, unknown, false, {{ok, 0}, {ok, 1}, {ok, 2}, {ok, 3}, {again, 2870}}}, 2880, "172800"},
             {{0, unknown, false, {{ok, 0}, {ok, 1}, {ok, 2}, {ok, 3}, {gone_once, 3160}}}, 3161, "-"},
             {{0, unknown, false, {{ok, 0}, {ok, 1}, {ok, 2}, {ok, 3}, {ok, 4}}}, 5, "-"},
         })
        BOOST_TEST(next_after(of, each.from, each.minute) == each.wanted);
    // hour_6 waits to be missed while hour_6.5 is done.
    auto const near = by("discovery", {0, 6, 6.5});
    BOOST_TEST(next_after(near, {0, unknown, false, {{ok, 0}, {}, {ok, 383}}}, 384) ==
               std::to_string(396 * 60 + 1));
}

// Whatever the clock does, nothing comes out that has its outcome, and at most one is fetched.
BOOST_AUTO_TEST_CASE(a_walk_through_two_days_ends)
{
    for (auto const* origin : {"discovery", "upload"})
        for (double const step : {1.0, 7.0, 45.0, 500.0}) {
            auto const of = by(origin);
            schedule const plan(of);
            told known(of, {0, -90, true, {}});
            int outcomes = 0;
            for (double minute = 0; minute < 4000; minute += step)
                for (int round = 0; round < 10 && plan.any_due(known.is, at(minute)); ++round) {
                    std::vector<due> all;
                    plan.for_each_due(known.is, at(minute), [&](due const& each) { all.push_back(each); });
                    int fetched = 0;
                    for (auto const& each : all) {
                        BOOST_TEST(!is_final(known.cells[each.timepoint].state()));
                        fetched += each.what == verdict::fetch;
                        auto const what = each.what == verdict::fetch    ? came::ok
                                          : each.what == verdict::missed ? came::missed
                                                                         : came::already_past;
                        known.cells[each.timepoint] = after(known.cells[each.timepoint], what, at(minute));
                        ++outcomes;
                    }
                    BOOST_TEST(fetched <= 1);
                    BOOST_TEST(round < 9);
                }
            BOOST_TEST(outcomes == 5);
            BOOST_TEST(!plan.next(known.is, at(0)).has_value());
        }
}

BOOST_AUTO_TEST_SUITE_END()
