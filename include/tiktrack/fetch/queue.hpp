// SPDX-License-Identifier: MIT
// Which video is asked for next, from which source and when: all that a run decides, as a pure state machine.
#pragma once

#include "tiktrack/fetch/asked_source.hpp"
#include "tiktrack/fetch/asked_video.hpp"
#include "tiktrack/fetch/patience.hpp"
#include "tiktrack/fetch/step.hpp"
#include "tiktrack/fetch/stop_reason.hpp"
#include "tiktrack/fetch/throttle.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

namespace tiktrack::fetch {

/// The videos of a run. They are numbered from 0 in the order in which they are added, and forgotten in that
/// order; in between they end in any. Times are steady, counted from the start of the run.
class queue {
public:
    explicit queue(queue_settings const& set)
        : set_(set), pace_({set.delay, set.seed}), sources_{asked_source(set), asked_source(set)}
    {
        if (set.sources == choice::embed) of(site::page).open = false;
        if (set.sources == choice::page) of(site::embed).open = false;
    }

    /// Adds a video. @param wanted false: it ends at once, unanswered. @return its number
    std::size_t add(bool wanted = true)
    {
        auto const number = first_ + videos_.size();
        videos_.emplace_back();
        if (wanted && stopped_ == stop_reason::none)
            order_.push_back(number);
        else
            end(number);
        return number;
    }

    /// What to do next.
    [[nodiscard]] next_step next(milliseconds now)
    {
        if (stopped_ != stop_reason::none)
            return in_flight_ > 0 ? next_step(pause_until{milliseconds::max()}) : finished{};
        auto const [wanted, ready] = first_to_ask();
        if (!wanted) return in_flight_ > 0 ? next_step(pause_until{milliseconds::max()}) : finished{};
        if (in_flight_ >= set_.parallel) return pause_until{milliseconds::max()};
        if (requests_ >= set_.max_requests) {
            stop(stop_reason::budget);
            return next(now);
        }
        if (ready > now) return pause_until{ready};
        begin(*wanted, now);
        return *wanted;
    }

    /// What an answer came to. @param stay_away what `Retry-After` said
    void answered(ask const& asked, verdict what, milliseconds now, std::optional<seconds> stay_away = {})
    {
        --in_flight_;
        count(what, now, stay_away);
        auto& source = of(asked.from);
        if (asked.video == the_canary) {
            auto const sang = source.bird.answered(what, now);
            if (sang && *sang) release(asked.from, true);
            if (sang && !*sang) close(asked.from);
            return;
        }
        auto& each = at(asked.video);
        each.busy = false;
        source.bird.saw(what);
        if (what == verdict::seen || what == verdict::gone) {
            each.heard.said[index(asked.from)] = what;
            if (what == verdict::gone && !source.bird.believes_gone()) each.held_by = asked.from;
        } else if (what != verdict::moved) {
            each.heard.last_refused = asked.from;
            if (what == verdict::failed)
                each.not_before = now + patience(set_.retry_delay, each.failures++, set_.seed, asked.video);
        }
        settle(asked.video, what == verdict::moved);
        if (what == verdict::seen) release(asked.from, true);
        if (what == verdict::challenged)
            close(asked.from);
        else if (!source.open) // closed while this one was on its way
            release(asked.from, false);
    }

    /// No more is asked; what is on its way may still come.
    void stop(stop_reason why)
    {
        if (stopped_ != stop_reason::none) return;
        stopped_ = why;
        for_each([this](std::size_t number) { settle(number); });
    }

    /// The video is asked for no more; a request for it that is on its way may still come.
    void give_up(std::size_t number)
    {
        if (auto& each = at(number); !each.busy && !each.held_by && !each.how) end(number);
    }

    [[nodiscard]] stop_reason stopped() const noexcept { return stopped_; }

    /// How a video ended; nothing while it may still be asked for.
    [[nodiscard]] std::optional<ending> ended(std::size_t number) const { return at(number).how; }
    /// How many requests it took.
    [[nodiscard]] unsigned attempts(std::size_t number) const { return at(number).attempts; }
    /// Forgets the first video, which ended.
    void forget_first()
    {
        videos_.pop_front();
        ++first_;
    }

    /// All requests so far, those for canaries too.
    [[nodiscard]] std::uint64_t requests() const noexcept { return requests_; }

private:
    [[nodiscard]] asked_video& at(std::size_t number) { return videos_[number - first_]; }
    [[nodiscard]] asked_video const& at(std::size_t number) const { return videos_[number - first_]; }
    [[nodiscard]] asked_source& of(site from) { return sources_[index(from)]; }
    [[nodiscard]] asked_source const& of(site from) const { return sources_[index(from)]; }

    template <class Work>
    void for_each(Work work)
    {
        for (auto number = first_; number < first_ + videos_.size(); ++number) work(number);
    }

    [[nodiscard]] std::optional<site> next_site(asked_video const& each) const
    {
        if (each.attempts >= set_.attempts) return {};
        return next_source(set_, {sources_[0].open, sources_[1].open}, each.heard);
    }

    /// The request that comes first, and when it may start.
    [[nodiscard]] std::pair<std::optional<ask>, milliseconds> first_to_ask() const
    {
        std::pair<std::optional<ask>, milliseconds> found{{}, milliseconds::max()};
        for (auto const number : order_) {
            auto const from = next_site(at(number));
            if (!from || of(*from).bird.reading()) continue;
            auto const ready = std::max(at(number).not_before, pace_.next());
            if (ready < found.second) found = {ask{number, *from}, ready};
        }
        // The canary comes before anything else from its source, and where nothing else is left.
        for (auto const from : all_sites) {
            auto const& source = of(from);
            bool const held = std::any_of(videos_.begin(), videos_.end(),
                                          [&](asked_video const& each) { return each.held_by == from; });
            bool const first = found.first && found.first->from == from && source.bird.due();
            bool const last = held && order_.empty() && in_flight_ == 0;
            if (source.open && (first || last))
                return {ask{the_canary, from}, std::max(source.bird.ready(), pace_.next())};
        }
        return found;
    }

    void begin(ask const& next, milliseconds now)
    {
        pace_.asked(now);
        ++requests_;
        ++in_flight_;
        if (next.video == the_canary) {
            of(next.from).bird.begin();
            return;
        }
        at(next.video).busy = true;
        ++at(next.video).attempts;
        std::erase(order_, next.video);
    }

    /// What an answer means for the pace and for the run.
    void count(verdict what, milliseconds now, std::optional<seconds> stay_away)
    {
        if (what == verdict::refused || what == verdict::challenged) {
            pace_.refused();
            if (++refused_in_a_row_ >= set_.refused_in_a_row) stop(stop_reason::refused_in_a_row);
        } else if (what == verdict::seen || what == verdict::gone) {
            pace_.succeeded();
            refused_in_a_row_ = 0;
        }
        if (!stay_away) return;
        if (*stay_away > set_.max_wait)
            stop(stop_reason::told_to_stay_away);
        else
            pace_.hold(now, *stay_away);
    }

    /// A source is left alone; those that it said are gone are not believed.
    void close(site from)
    {
        of(from).open = false;
        release(from, false);
        if (std::none_of(sources_.begin(), sources_.end(), [](auto const& each) { return each.open; }))
            stop(stop_reason::challenged);
        for_each([this](std::size_t number) { settle(number); });
    }

    /// Lets go of the videos that wait to be believed to be gone.
    void release(site from, bool believed)
    {
        for_each([&](std::size_t number) {
            auto& each = at(number);
            if (each.held_by != from) return;
            each.held_by.reset();
            if (!believed) {
                each.heard.said[index(from)].reset();
                each.doubted = true;
            }
            settle(number);
        });
    }

    /// Puts a video where it belongs: into the queue, to those that wait to be believed, to the ended ones.
    void settle(std::size_t number, bool to_the_front = false)
    {
        auto const& each = at(number);
        if (each.busy || each.how) return;
        bool const over = stopped_ != stop_reason::none;
        if (!over && each.held_by) return;
        if (over || !next_site(each))
            end(number);
        else if (std::find(order_.begin(), order_.end(), number) == order_.end())
            order_.insert(to_the_front ? order_.begin() : order_.end(), number);
    }

    void end(std::size_t number)
    {
        at(number).end();
        std::erase(order_, number);
    }

    queue_settings set_;
    throttle pace_;
    std::array<asked_source, 2> sources_;
    std::deque<asked_video> videos_;
    std::size_t first_ = 0;         ///< the number of the first entry
    std::deque<std::size_t> order_; ///< those that wait to be asked for
    unsigned in_flight_ = 0;
    unsigned refused_in_a_row_ = 0;
    std::uint64_t requests_ = 0;
    stop_reason stopped_ = stop_reason::none;
};

} // namespace tiktrack::fetch
