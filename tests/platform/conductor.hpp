// SPDX-License-Identifier: MIT
// Collects a cohort that has a watch list of creators, with the project's own parts and in the order of work
// of tools/tiktrack.mk, on a simulated clock.
#pragma once

#include "kept_cohort.hpp"
#include "simulated_site.hpp"
#include "tiktrack/fetch/discover.hpp"
#include "tiktrack/fetch/snapshots.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace tiktrack::stand_in {

using std::chrono::seconds;

/// What it is told.
struct watching {
    milliseconds delay{2000}; ///< between two requests
    seconds every{900};       ///< the watch list's interval
    seconds max_age{3600};    ///< of a video that enters
    seconds timer{300};       ///< from one collect to the next
    std::size_t part = 50;    ///< creators that are asked before what is due comes in between; 0: all
};

class conductor {
public:
    /// Both must live longer than this.
    conductor(world const& in, simulated_site& net, watching const& set)
        : in_(in), net_(net), set_(set), cohort_(rule_of(set))
    {
    }

    [[nodiscard]] kept_cohort const& cohort() const noexcept { return cohort_; }

    /// Collects whenever the timer says so, until then.
    void run(milliseconds until)
    {
        end_ = until;
        while (net_.now() < end_) {
            collect();
            auto const tick = milliseconds(set_.timer);
            net_.rest((net_.now() / tick + 1) * tick); // a timer does not start what still runs
        }
    }

private:
    static constexpr seconds long_turn{300}, pause{2};

    static fetch::selection_rule rule_of(watching const& set)
    {
        fetch::selection_rule rule;
        rule.max_age = set.max_age;
        return rule;
    }

    /// One run of the target `collect`: the watch list where its time has come, and what is due.
    void collect()
    {
        bool polled = false, rests = false, asked = false;
        auto since = net_.now();
        auto const between_turns = [&] {
            if (std::exchange(asked, true)) net_.rest(net_.now() + pause);
        };
        while (net_.now() < end_) {
            bool const overdue = net_.now() - polled_ + set_.every / 10 >= set_.every;
            bool const polls = !polled && (asked_ > 0 || overdue);
            if (polls) {
                between_turns();
                if (poll()) return;
                polled = asked_ == 0;
            }
            if (net_.now() - since >= long_turn) {
                rests = false;
                since = net_.now();
            }
            if (!rests && !cohort_.due(net_.time()).empty()) {
                between_turns();
                auto const begin = net_.now();
                if (turn(begin + long_turn)) return;
                rests = net_.now() - begin < long_turn;
            } else if (!polls) {
                return;
            }
        }
    }

    /// As tt-discover --into does with the creators, or with the next part of them.
    /// @return whether the host wants to be left alone
    bool poll()
    {
        auto const& all = in_.creators();
        if (asked_ == 0) began_ = net_.now();
        auto const start = from_unix(net_.time());
        auto const end = set_.part == 0 ? all.size() : std::min(all.size(), asked_ + set_.part);
        std::vector<fetch::listing_page> pages;
        for (auto i = asked_; i < end; ++i) pages.push_back(fetch::page_of_creator(all[i].name));
        fetch::manners manners;
        manners.delay = set_.delay;
        fetch::listing_answers answers({cohort_.id(), start}, [](std::string const&, severity) {});
        fetch::discoverer work(net_, answers, manners, std::string(source::site_address),
                               from_unix(in_.size().begins));
        auto const found = work.run(
            pages, [&] { return net_.now() >= end_; }, [](fetch::discovery const&) {});
        cohort_.choose(found, start);
        if (found.stopped != fetch::stop_reason::none) return fetch::is_the_hosts(found.stopped);
        asked_ = end;
        if (asked_ == all.size()) {
            asked_ = 0;
            polled_ = began_;
        }
        return false;
    }

    /// As tt-due | tt-snapshot --into --limit. @return whether the host wants to be left alone
    bool turn(milliseconds limit)
    {
        fetch::snapshot_settings how;
        how.keep_raw = how.keep_order = false;
        how.queue.delay = set_.delay;
        fetch::snapshots run(
            how, net_, [&] { return net_.time(); }, cohort_, [](std::string const&, severity) {});
        auto const work = [&] {
            if (net_.now() >= limit) run.stop(fetch::stop_reason::out_of_time);
            run.work(std::max(limit, net_.now()));
        };
        for (auto const& each : cohort_.due(net_.time())) {
            while (run.full()) work();
            if (auto video = cohort_.wanted(each, net_.time())) run.add(std::move(*video));
        }
        while (run.busy()) work();
        return fetch::is_the_hosts(run.tally().stopped);
    }

    world const& in_;
    simulated_site& net_;
    watching set_;
    kept_cohort cohort_;
    milliseconds polled_{-86'400'000}; ///< when the watch list was asked last
    milliseconds began_{0};            ///< when it was begun to be asked
    std::size_t asked_ = 0;            ///< creators of it that were asked since, where not all were
    milliseconds end_{0};
};

} // namespace tiktrack::stand_in
