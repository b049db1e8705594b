// SPDX-License-Identifier: MIT
// Asks for pages that list videos, one after the other, at a pace that a host can bear.
#pragma once

#include "tiktrack/fetch/discover_answer.hpp"
#include "tiktrack/fetch/manners.hpp"
#include "tiktrack/fetch/patience.hpp"
#include "tiktrack/fetch/stop_reason.hpp"
#include "tiktrack/fetch/throttle.hpp"
#include "tiktrack/fetch/verdict.hpp"
#include "tiktrack/http/message.hpp"
#include "tiktrack/http/retry_after.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::fetch {

/// What came of a page.
struct page_outcome {
    listing_page page;
    listing_answer last; ///< status empty: it never answered
    unsigned attempts = 0;
};

/// What came of a run.
struct discovery {
    std::vector<page_outcome> pages; ///< in their order; those that took the explore page's place at the end
    std::uint64_t requests = 0;
    stop_reason stopped = stop_reason::none;
};

/// The hashtags that are asked for where the explore page has no listing.
inline constexpr std::array<std::string_view, 3> trending_hashtags = {"fyp", "foryou", "viral"};

/// Asks over a `Transport`, which has `now()`, `start(ticket, request)` and `wait(until)`, an optional of
/// `{ticket, what}` that comes back early, and empty, where the user wants an end.
template <class Transport>
class discoverer {
public:
    /// The transport and the answers must live longer than this.
    /// @param base_url the server that is asked in the platform's place
    /// @param start the time of day when the transport's was 0
    discoverer(Transport& net, listing_answers& answers, manners const& set, std::string base_url,
               instant start)
        : net_(net), answers_(answers), set_(set), base_url_(std::move(base_url)), start_(start),
          pace_({set.delay, set.seed})
    {
    }

    /// Asks for the pages, as far as it may. `stop()` tells whether the user wants an end; `step(discovery)`
    /// is called after each answer.
    template <class Stop, class Step>
    discovery run(std::vector<listing_page> const& pages, Stop stop, Step step)
    {
        made_ = {};
        for (auto const& each : pages) add(each);
        while (made_.stopped == stop_reason::none && !waiting_.empty()) {
            if (stop()) return stopped(stop_reason::interrupted);
            auto const next = first_ready();
            if (next == waiting_.end()) {
                (void)net_.wait(soonest());
                continue;
            }
            if (made_.requests >= set_.max_requests) return stopped(stop_reason::budget);
            auto const number = *next;
            waiting_.erase(next);
            if (!ask(number, stop)) return stopped(stop_reason::interrupted);
            step(std::as_const(made_));
        }
        if (made_.stopped == stop_reason::none && all_challenged()) made_.stopped = stop_reason::challenged;
        return std::move(made_);
    }

private:
    struct page_state {
        unsigned failures = 0;
        milliseconds not_before{0};
        std::string moved_to; ///< where its server says that it is
    };

    void add(listing_page const& page)
    {
        if (!challenged_[index_of(page)]) waiting_.push_back(made_.pages.size());
        made_.pages.push_back({page, {}, 0});
        states_.emplace_back();
    }

    discovery stopped(stop_reason why)
    {
        made_.stopped = why;
        return std::move(made_);
    }

    [[nodiscard]] milliseconds ready_at(std::size_t number) const
    {
        return std::max(states_[number].not_before, pace_.next());
    }

    [[nodiscard]] auto first_ready() const
    {
        auto const now = net_.now();
        return std::find_if(waiting_.begin(), waiting_.end(),
                            [&](auto each) { return ready_at(each) <= now; });
    }

    [[nodiscard]] milliseconds soonest() const
    {
        milliseconds least = milliseconds::max();
        for (auto const each : waiting_) least = std::min(least, ready_at(each));
        return least;
    }

    [[nodiscard]] static std::size_t index_of(listing_page const& page) noexcept
    {
        return static_cast<std::size_t>(part_of(page.what));
    }

    [[nodiscard]] bool all_challenged() const
    {
        return !made_.pages.empty() &&
               std::all_of(made_.pages.begin(), made_.pages.end(),
                           [&](auto const& each) { return challenged_[index_of(each.page)]; });
    }

    /// Asks for one page and takes its answer; false where the user ends the run meanwhile.
    template <class Stop>
    [[nodiscard]] bool ask(std::size_t number, Stop& stop)
    {
        auto const& moved_to = states_[number].moved_to;
        auto const url = moved_to.empty() ? address_of(made_.pages[number].page, base_url_) : moved_to;
        pace_.asked(net_.now());
        ++made_.requests;
        ++made_.pages[number].attempts;
        net_.start(number, http::request{url});
        for (;;) {
            if (auto const got = net_.wait(milliseconds::max())) {
                judge(number, got->what, url);
                return true;
            }
            if (stop()) return false;
        }
    }

    void judge(std::size_t number, http::answer const& from, std::string const& url)
    {
        auto& of = made_.pages[number];
        of.last = answers_.read(from, of.page, url, base_url_);
        auto const now = net_.now();
        auto const what = verdict_of(of.last.status);
        bool again = of.attempts < set_.attempts;
        if (again && !of.last.moved_to.empty()) { // followed at the same pace as everything
            states_[number].moved_to = of.last.moved_to;
            waiting_.push_front(number);
            return;
        }
        switch (what) {
        case verdict::seen:
        case verdict::gone:
            again = false;
            refused_in_a_row_ = 0;
            pace_.succeeded();
            break;
        case verdict::challenged:
            again = false;
            refused();
            leave_alone(index_of(of.page));
            break;
        case verdict::refused: refused(); break;
        case verdict::moved:
        case verdict::failed:
            states_[number].not_before =
                now + patience(set_.retry_delay, states_[number].failures++, set_.seed, number);
            break;
        }
        auto const time_of_day = start_ + std::chrono::floor<seconds>(now);
        if (auto const away = http::retry_after(from.retry_after, time_of_day)) {
            if (*away > set_.max_wait)
                made_.stopped = stop_reason::told_to_stay_away;
            else
                pace_.hold(now, *away);
        }
        if (again)
            waiting_.push_back(number);
        else if (of.page.what == listing_of::explore && of.last.found.empty())
            for (auto const tag : trending_hashtags) add(page_of_hashtag(tag));
    }

    void refused()
    {
        pace_.refused();
        if (++refused_in_a_row_ >= set_.refused_in_a_row) made_.stopped = stop_reason::refused_in_a_row;
    }

    void leave_alone(std::size_t part)
    {
        challenged_[part] = true;
        std::erase_if(waiting_, [&](auto each) { return index_of(made_.pages[each].page) == part; });
    }

    Transport& net_;
    listing_answers& answers_;
    manners set_;
    std::string base_url_;
    instant start_;
    throttle pace_;
    discovery made_;
    std::deque<std::size_t> waiting_;
    std::vector<page_state> states_;
    std::array<bool, site_parts> challenged_{}; ///< parts of the site that are left alone
    unsigned refused_in_a_row_ = 0;
};

} // namespace tiktrack::fetch
