// SPDX-License-Identifier: MIT
// A host on a simulated clock: a run of the queue against it takes no time.
#pragma once

#include "tiktrack/fetch/queue.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

namespace tiktrack::fetch {

/// What the host says.
struct reply {
    verdict what = verdict::seen;
    std::optional<seconds> stay_away = {};
    milliseconds after{50};
};

/// One request as the host saw it.
struct seen_request {
    milliseconds at;
    ask of;
    verdict what;
};

/// What came of a run.
struct run_report {
    std::vector<seen_request> requests;
    std::vector<ending> endings;
    std::vector<unsigned> attempts;
    stop_reason stopped = stop_reason::none;
    milliseconds took{0};
    unsigned most_in_flight = 0;

    /// How many videos the host showed.
    [[nodiscard]] std::size_t shown() const
    {
        std::vector<bool> found(endings.size());
        for (auto const& each : requests)
            if (each.of.video != the_canary && each.what == verdict::seen) found[each.of.video] = true;
        return static_cast<std::size_t>(std::count(found.begin(), found.end(), true));
    }
    [[nodiscard]] std::size_t ended(ending how) const
    {
        return static_cast<std::size_t>(std::count(endings.begin(), endings.end(), how));
    }
    [[nodiscard]] std::size_t asked(site from, std::size_t video) const
    {
        return static_cast<std::size_t>(
            std::count_if(requests.begin(), requests.end(),
                          [&](auto const& each) { return each.of.video == video && each.of.from == from; }));
    }
};

/// Runs `videos` through a queue. `host(ask, now)` is asked for each reply.
inline run_report simulate(queue_settings const& set, std::size_t videos,
                           std::function<reply(ask, milliseconds)> const& host)
{
    struct pending {
        ask of;
        reply with;
        milliseconds due;
    };
    queue run(set);
    run_report made;
    for (std::size_t i = 0; i < videos; ++i) BOOST_TEST_REQUIRE(run.add() == i);
    std::vector<pending> in_flight;
    milliseconds now{0};
    std::size_t rounds = 0;
    for (; rounds < 100'000; ++rounds) {
        auto const next = run.next(now);
        if (std::holds_alternative<finished>(next)) break;
        if (auto const* one = std::get_if<ask>(&next)) {
            auto const with = host(*one, now);
            made.requests.push_back({now, *one, with.what});
            in_flight.push_back({*one, with, now + with.after});
            made.most_in_flight = std::max(made.most_in_flight, static_cast<unsigned>(in_flight.size()));
            continue;
        }
        auto const until = std::get<pause_until>(next).time;
        auto const first = std::min_element(in_flight.begin(), in_flight.end(),
                                            [](auto const& a, auto const& b) { return a.due < b.due; });
        if (first != in_flight.end() && first->due <= until) {
            auto const came = *first;
            in_flight.erase(first);
            now = std::max(now, came.due);
            run.answered(came.of, came.with.what, now, came.with.stay_away);
        } else {
            BOOST_TEST_REQUIRE((until > now && until < milliseconds::max()));
            now = until;
        }
    }
    BOOST_TEST_REQUIRE(rounds < 100'000u);
    made.took = now;
    made.stopped = run.stopped();
    for (std::size_t i = 0; i < videos; ++i) {
        BOOST_TEST_REQUIRE(run.ended(i).has_value(), "video " << i << " did not end");
        made.endings.push_back(*run.ended(i));
        made.attempts.push_back(run.attempts(i));
    }
    return made;
}

} // namespace tiktrack::fetch
