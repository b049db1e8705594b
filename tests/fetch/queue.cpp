// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/queue.hpp"

#include "simulated_host.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_queue)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

auto const sees_all = [](ask, milliseconds) { return reply{}; };

/// Refuses in bursts of that length, for that share of the time.
auto refusing(double share, seconds burst)
{
    return [=](ask, milliseconds now) {
        auto const period = static_cast<double>(milliseconds(burst).count()) / share;
        auto const at = static_cast<double>(now.count());
        bool const refuses = at - period * static_cast<double>(static_cast<std::int64_t>(at / period)) <
                             static_cast<double>(milliseconds(burst).count());
        return reply{refuses ? verdict::refused : verdict::seen};
    };
}

queue_settings embed_only()
{
    queue_settings set;
    set.sources = choice::embed;
    return set;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_quiet_host_is_asked_once_for_each_at_the_pace_that_was_set)
{
    auto const done = simulate({}, 50, sees_all);
    BOOST_TEST(done.requests.size() == 50u);
    BOOST_TEST(done.ended(ending::answered) == 50u);
    BOOST_TEST((done.stopped == stop_reason::none));
    for (std::size_t i = 1; i < done.requests.size(); ++i) {
        auto const gap = (done.requests[i].at - done.requests[i - 1].at).count();
        BOOST_TEST((gap >= 2000 && gap <= 2200), gap);
        BOOST_TEST(done.requests[i].of.video == i);
    }
}

BOOST_AUTO_TEST_CASE(a_host_that_refuses_in_bursts)
{
    struct row {
        double share;
        int burst; // s
        int delay; // ms
        std::size_t shown;
        int least, most; // s that the run takes
    };
    // Without refusals 100 videos at 2 s take 200 to 220 s.
    for (auto const& each : std::to_array<row>({{0.1, 30, 2000, 100, 200, 300},
                                                {0.3, 30, 2000, 100, 250, 450},
                                                {0.5, 30, 2000, 100, 350, 650},
                                                {0.5, 60, 2000, 100, 350, 700},
                                                {0.5, 10, 2000, 96, 500, 1000},
                                                {0.5, 30, 500, 100, 90, 350}})) {
        queue_settings set;
        set.delay = milliseconds(each.delay);
        auto const done = simulate(set, 100, refusing(each.share, seconds(each.burst)));
        auto const took = std::chrono::duration_cast<seconds>(done.took).count();
        BOOST_TEST_CONTEXT(each.share << " of the time in bursts of " << each.burst << " s, " << each.delay
                                      << " ms: " << done.shown() << " shown in " << took << " s, "
                                      << done.requests.size() << " requests")
        {
            BOOST_TEST(done.shown() >= each.shown);
            BOOST_TEST((done.stopped == stop_reason::none));
            BOOST_TEST((took >= each.least && took <= each.most));
            for (auto const attempts : done.attempts) BOOST_TEST(attempts <= 5u);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_was_refused_goes_to_the_back_and_has_so_many_attempts)
{
    auto const stubborn = [](ask of, milliseconds) {
        return reply{of.video == 0 ? verdict::refused : verdict::seen};
    };
    auto const done = simulate(embed_only(), 3, stubborn);
    std::vector<std::size_t> order;
    for (auto const& each : done.requests) order.push_back(each.of.video);
    BOOST_TEST(order == (std::vector<std::size_t>{0, 1, 2, 0, 0, 0, 0}), boost::test_tools::per_element());
    BOOST_TEST(done.attempts[0] == 5u);
    BOOST_TEST(done.ended(ending::answered) == 3u); // by a refusal
}

BOOST_AUTO_TEST_CASE(F43_failures_wait_longer_each_time_and_leave_the_pace)
{
    auto const broken = [](ask of, milliseconds) {
        return reply{of.video == 0 ? verdict::failed : verdict::seen};
    };
    auto const done = simulate(embed_only(), 1, broken);
    BOOST_TEST(done.requests.size() == 5u);
    for (std::size_t i = 1; i < done.requests.size(); ++i) {
        auto const gap = (done.requests[i].at - done.requests[i - 1].at).count();
        auto const wait = 2000 << (i - 1);
        BOOST_TEST((gap >= wait + 50 && gap <= wait * 5 / 4 + 50), i << ": " << gap);
    }
    BOOST_TEST((done.stopped == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(F44_twenty_refusals_in_a_row_end_the_run)
{
    auto const refuses = [](ask, milliseconds) { return reply{verdict::refused}; };
    auto const done = simulate({}, 100, refuses);
    BOOST_TEST(done.requests.size() == 20u);
    BOOST_TEST((done.stopped == stop_reason::refused_in_a_row));
    BOOST_TEST(done.ended(ending::unanswered) == 80u);
    // Failures neither count nor reset; what is gone resets.
    int number = 0;
    auto const mixed = [&](ask, milliseconds) {
        ++number;
        return reply{number % 3 == 0 ? verdict::failed : number == 25 ? verdict::gone : verdict::refused};
    };
    auto const later = simulate({}, 100, mixed);
    auto const last = std::find_if(later.requests.begin(), later.requests.end(),
                                   [](auto const& each) { return each.what == verdict::gone; });
    BOOST_TEST(std::count_if(last, later.requests.end(),
                             [](auto const& each) { return each.what == verdict::refused; }) == 20);
}

BOOST_AUTO_TEST_CASE(F42_retry_after)
{
    auto const busy = [](int wait) {
        return [wait](ask of, milliseconds now) {
            return of.video == 0 && now < seconds(wait) ? reply{verdict::refused, seconds(wait)} : reply{};
        };
    };
    auto const obeyed = simulate(embed_only(), 3, busy(120));
    BOOST_TEST(obeyed.shown() == 3u);
    BOOST_TEST((obeyed.requests[1].at >= seconds(120)));
    auto const absurd = simulate(embed_only(), 3, busy(31'536'000));
    BOOST_TEST(absurd.requests.size() == 1u);
    BOOST_TEST((absurd.stopped == stop_reason::told_to_stay_away));
    BOOST_TEST(absurd.ended(ending::unanswered) == 2u);
    queue_settings patient = embed_only();
    patient.max_wait = seconds(10);
    BOOST_TEST((simulate(patient, 3, busy(11)).stopped == stop_reason::told_to_stay_away));
    BOOST_TEST((simulate(patient, 3, busy(10)).stopped == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(F49_a_challenged_source_is_left_alone)
{
    auto const embed_challenged = [](ask of, milliseconds) {
        return reply{of.from == site::embed ? verdict::challenged : verdict::seen};
    };
    auto const done = simulate({}, 10, embed_challenged);
    BOOST_TEST(done.shown() == 10u);
    BOOST_TEST(done.requests.size() == 11u);
    BOOST_TEST((done.requests[0].of.from == site::embed));
    BOOST_TEST((done.stopped == stop_reason::none));
    auto const alone = simulate(embed_only(), 10, embed_challenged);
    BOOST_TEST(alone.requests.size() == 1u);
    BOOST_TEST((alone.stopped == stop_reason::challenged));
    BOOST_TEST(alone.ended(ending::unanswered) == 9u);
    auto const everywhere = [](ask, milliseconds) { return reply{verdict::challenged}; };
    auto const both = simulate({}, 10, everywhere);
    BOOST_TEST(both.requests.size() == 2u);
    BOOST_TEST((both.stopped == stop_reason::challenged));
}

BOOST_AUTO_TEST_CASE(which_source_is_asked)
{
    struct row {
        choice sources;
        bool need_saves;
        verdict embed, page;
        std::size_t asked_embed, asked_page;
    };
    using enum verdict;
    for (auto const& each : std::to_array<row>({{choice::embed, false, seen, seen, 1, 0},
                                                {choice::embed, true, seen, seen, 1, 0},
                                                {choice::page, false, seen, seen, 0, 1},
                                                {choice::both, false, seen, seen, 1, 1},
                                                {choice::both, false, gone, seen, 1, 1},
                                                {choice::both, false, refused, seen, 4, 1},
                                                {choice::automatic, false, seen, seen, 1, 0},
                                                {choice::automatic, false, gone, seen, 1, 0},
                                                {choice::automatic, false, refused, seen, 1, 1},
                                                {choice::automatic, false, failed, seen, 1, 1},
                                                {choice::automatic, false, refused, refused, 3, 2},
                                                {choice::automatic, true, seen, seen, 1, 1},
                                                {choice::automatic, true, gone, seen, 1, 0},
                                                {choice::automatic, true, seen, refused, 1, 4}})) {
        queue_settings set;
        set.sources = each.sources;
        set.need_saves = each.need_saves;
        auto const done = simulate(set, 1, [&](ask of, milliseconds) {
            return reply{of.from == site::embed ? each.embed : each.page};
        });
        BOOST_TEST_CONTEXT("sources " << int(each.sources) << ", saves " << each.need_saves << ", embed "
                                      << int(each.embed) << ", page " << int(each.page))
        {
            BOOST_TEST(done.asked(site::embed, 0) == each.asked_embed);
            BOOST_TEST(done.asked(site::page, 0) == each.asked_page);
            BOOST_TEST((done.endings[0] == ending::answered));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_canary_comes_first_and_after_five_that_are_gone)
{
    auto set = embed_only();
    set.canary = true;
    auto const gone = [](ask of, milliseconds) {
        return reply{of.video == the_canary ? verdict::seen : verdict::gone};
    };
    auto const done = simulate(set, 12, gone);
    std::vector<std::size_t> canaries;
    for (std::size_t i = 0; i < done.requests.size(); ++i)
        if (done.requests[i].of.video == the_canary) canaries.push_back(i);
    // First, after five, after ten, and at the end for the two that are left.
    BOOST_TEST(canaries == (std::vector<std::size_t>{0, 6, 12, 15}), boost::test_tools::per_element());
    BOOST_TEST(done.ended(ending::answered) == 12u);
    auto const all_there = simulate(set, 5, sees_all);
    BOOST_TEST(all_there.requests.size() == 6u);
}

BOOST_AUTO_TEST_CASE(gone_is_not_believed_while_the_canary_fails)
{
    auto set = embed_only();
    set.canary = true;
    std::size_t read = 0;
    auto const falls_silent = [&](ask of, milliseconds) {
        if (of.video == the_canary) return reply{read++ == 0 ? verdict::seen : verdict::gone};
        return reply{of.video < 2 ? verdict::seen : verdict::gone};
    };
    auto const done = simulate(set, 20, falls_silent);
    BOOST_TEST((done.stopped == stop_reason::challenged));
    BOOST_TEST(done.ended(ending::answered) == 2u);
    BOOST_TEST(done.ended(ending::disbelieved) == 5u);
    BOOST_TEST(done.ended(ending::unanswered) == 13u);
    // Where another source is left, it is asked for those.
    set.sources = choice::automatic;
    auto const page_answers = [&](ask of, milliseconds) {
        return reply{of.from == site::page                              ? verdict::seen
                     : of.video == the_canary && of.from == site::embed ? verdict::refused
                                                                        : verdict::gone};
    };
    auto const other = simulate(set, 8, page_answers);
    BOOST_TEST(other.shown() == 8u);
    BOOST_TEST((other.stopped == stop_reason::none));
    // One that is seen confirms those before it.
    read = 0;
    set = embed_only();
    set.canary = true;
    auto const one_there = [](ask of, milliseconds) {
        return reply{of.video == the_canary || of.video == 3 ? verdict::seen : verdict::gone};
    };
    auto const confirmed = simulate(set, 4, one_there);
    BOOST_TEST(confirmed.requests.size() == 5u);
    BOOST_TEST(confirmed.ended(ending::answered) == 4u);
}

BOOST_AUTO_TEST_CASE(a_canary_that_cannot_be_reached_is_tried_again)
{
    auto set = embed_only();
    set.canary = true;
    std::size_t read = 0;
    auto const unsteady = [&](ask of, milliseconds) {
        return reply{of.video == the_canary && read++ < 2 ? verdict::failed : verdict::seen};
    };
    BOOST_TEST(simulate(set, 3, unsteady).shown() == 3u);
    auto const dead = [](ask of, milliseconds) {
        return reply{of.video == the_canary ? verdict::failed : verdict::seen};
    };
    auto const done = simulate(set, 3, dead);
    BOOST_TEST(done.requests.size() == 5u);
    BOOST_TEST((done.stopped == stop_reason::challenged));
}

BOOST_AUTO_TEST_CASE(a_canary_that_is_refused_is_tried_again)
{
    auto set = embed_only();
    set.canary = true;
    std::size_t read = 0;
    auto const once = [&](ask of, milliseconds) {
        return reply{of.video == the_canary && read++ == 0 ? verdict::refused : verdict::seen};
    };
    BOOST_TEST(simulate(set, 3, once).shown() == 3u);
    auto const always = [](ask of, milliseconds) {
        return reply{of.video == the_canary ? verdict::refused : verdict::seen};
    };
    auto const done = simulate(set, 3, always);
    BOOST_TEST(done.requests.size() == 5u);
    BOOST_TEST((done.stopped == stop_reason::challenged));
}

BOOST_AUTO_TEST_CASE(F40_where_a_page_has_moved_is_asked_next_at_the_same_pace)
{
    std::size_t hops = 0;
    auto const moves = [&](ask of, milliseconds) {
        return reply{of.video == 0 && hops++ < 2 ? verdict::moved : verdict::seen};
    };
    auto const done = simulate(embed_only(), 2, moves);
    BOOST_TEST(done.attempts[0] == 3u);
    BOOST_TEST(done.requests[2].of.video == 0u);
    for (std::size_t i = 1; i < done.requests.size(); ++i)
        BOOST_TEST((done.requests[i].at - done.requests[i - 1].at >= milliseconds(2000)));
    auto const ring = simulate(embed_only(), 1, [](ask, milliseconds) { return reply{verdict::moved}; });
    BOOST_TEST(ring.requests.size() == 5u);
    BOOST_TEST(ring.ended(ending::answered) == 1u);
}

BOOST_AUTO_TEST_CASE(the_budget_counts_every_request)
{
    auto set = embed_only();
    set.max_requests = 7;
    auto const done = simulate(set, 10, sees_all);
    BOOST_TEST(done.requests.size() == 7u);
    BOOST_TEST((done.stopped == stop_reason::budget));
    BOOST_TEST(done.ended(ending::unanswered) == 3u);
    BOOST_TEST((simulate(set, 7, sees_all).stopped == stop_reason::none));
    set.canary = true; // held back, and no request left to confirm it
    auto const gone = [](ask of, milliseconds) {
        return reply{of.video == the_canary ? verdict::seen : verdict::gone};
    };
    set.max_requests = 3;
    auto const unconfirmed = simulate(set, 2, gone);
    BOOST_TEST(unconfirmed.requests.size() == 3u);
    BOOST_TEST(unconfirmed.ended(ending::disbelieved) == 2u);
}

BOOST_AUTO_TEST_CASE(an_interrupted_run_asks_no_more)
{
    queue run(embed_only());
    run.add();
    run.add();
    BOOST_TEST_REQUIRE(std::holds_alternative<ask>(run.next(milliseconds(0))));
    run.stop(stop_reason::interrupted);
    BOOST_TEST(std::holds_alternative<pause_until>(run.next(milliseconds(9000))));
    BOOST_TEST((run.ended(1) == ending::unanswered));
    BOOST_TEST(!run.ended(0).has_value());
    run.answered({0, site::embed}, verdict::seen, milliseconds(9100));
    BOOST_TEST((run.ended(0) == ending::answered));
    BOOST_TEST(std::holds_alternative<finished>(run.next(milliseconds(9100))));
    BOOST_TEST((run.ended(run.add()) == ending::unanswered));
}

BOOST_AUTO_TEST_CASE(a_run_that_is_out_of_time_asks_no_more)
{
    queue run(embed_only());
    for (int i = 0; i < 3; ++i) run.add();
    auto const first = std::get<ask>(run.next(milliseconds(0)));
    run.stop(stop_reason::out_of_time);
    BOOST_TEST(!run.ended(0).has_value()); // its answer is on its way
    BOOST_TEST((run.ended(1) == ending::unanswered));
    run.answered(first, verdict::seen, milliseconds(50));
    BOOST_TEST((run.ended(0) == ending::answered));
    BOOST_TEST(std::holds_alternative<finished>(run.next(milliseconds(5000))));
    run.stop(stop_reason::interrupted);
    BOOST_TEST((run.stopped() == stop_reason::out_of_time)); // the first reason stays
    BOOST_TEST(!is_the_hosts(stop_reason::out_of_time));
}

BOOST_AUTO_TEST_CASE(a_video_that_is_given_up)
{
    auto set = embed_only();
    set.delay = milliseconds(0);
    queue run(set);
    for (int i = 0; i < 3; ++i) run.add();
    run.give_up(1); // before it was asked for
    BOOST_TEST((run.ended(1) == ending::unanswered));
    BOOST_TEST(run.attempts(1) == 0u);
    auto const first = std::get<ask>(run.next(milliseconds(0)));
    BOOST_TEST(first.video == 0u);
    run.give_up(0); // its answer is on its way, and may be a good one
    BOOST_TEST(!run.ended(0).has_value());
    run.answered(first, verdict::refused, milliseconds(50));
    BOOST_TEST(!run.ended(0).has_value());
    run.give_up(0); // it was refused: its outcome says so
    BOOST_TEST((run.ended(0) == ending::answered));
    auto const second = std::get<ask>(run.next(milliseconds(100'000)));
    BOOST_TEST(second.video == 2u);
    run.answered(second, verdict::seen, milliseconds(100'050));
    run.give_up(2); // it has ended
    BOOST_TEST((run.ended(2) == ending::answered));
    BOOST_TEST(std::holds_alternative<finished>(run.next(milliseconds(200'000))));
    BOOST_TEST((run.stopped() == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(what_waits_for_the_canary_is_not_given_up)
{
    auto set = embed_only();
    set.delay = milliseconds(0);
    set.canary = true;
    queue run(set);
    run.add();
    auto next = std::get<ask>(run.next(milliseconds(0)));
    BOOST_TEST(next.video == the_canary);
    run.answered(next, verdict::seen, milliseconds(50));
    next = std::get<ask>(run.next(milliseconds(1000)));
    BOOST_TEST(next.video == 0u);
    run.answered(next, verdict::gone, milliseconds(1050));
    run.give_up(0);
    BOOST_TEST(!run.ended(0).has_value());
    next = std::get<ask>(run.next(milliseconds(2000)));
    BOOST_TEST(next.video == the_canary);
    run.answered(next, verdict::seen, milliseconds(2050));
    BOOST_TEST((run.ended(0) == ending::answered));
}

BOOST_AUTO_TEST_CASE(whatever_the_host_does_every_video_ends)
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        queue_settings set;
        set.sources = static_cast<choice>(draw_bits(seed, "sources", 0) % 4);
        set.need_saves = draw_bits(seed, "saves", 0) % 2 == 0;
        set.canary = draw_bits(seed, "canary", 0) % 2 == 0;
        set.parallel = 1 + static_cast<unsigned>(draw_bits(seed, "parallel", 0) % 4);
        set.delay = milliseconds(draw_bits(seed, "delay", 0) % 3 * 700);
        set.seed = seed;
        if (seed % 5 == 0) set.max_requests = draw_bits(seed, "budget", 0) % 60;
        std::uint64_t number = 0;
        auto const moody = [&](ask, milliseconds) {
            auto const roll = draw(seed, "verdict", ++number);
            reply made{roll < 0.45   ? verdict::seen
                       : roll < 0.7  ? verdict::gone
                       : roll < 0.88 ? verdict::refused
                       : roll < 0.99 ? verdict::failed
                                     : verdict::challenged};
            if (made.what == verdict::refused && roll > 0.86) made.stay_away = seconds(roll > 0.875 ? 30 : 3);
            made.after = milliseconds(draw_bits(seed, "latency", number) % 4000);
            return made;
        };
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            auto const done = simulate(set, 30, moody);
            BOOST_TEST(done.most_in_flight <= set.parallel);
            BOOST_TEST(done.requests.size() <= set.max_requests);
            for (std::size_t i = 0; i < 30; ++i) {
                BOOST_TEST(done.attempts[i] == done.asked(site::embed, i) + done.asked(site::page, i));
                BOOST_TEST(done.attempts[i] <= set.attempts);
                BOOST_TEST((done.endings[i] == ending::unanswered) == (done.attempts[i] == 0));
            }
            if (done.stopped == stop_reason::none) BOOST_TEST(done.ended(ending::unanswered) == 0u);
            for (std::size_t i = 1; i < done.requests.size(); ++i)
                BOOST_TEST((done.requests[i].at - done.requests[i - 1].at >= set.delay));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
