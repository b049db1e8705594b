// SPDX-License-Identifier: MIT
// When a tracked video is due, and for which timepoint: a pure function of what was recorded and the clock.
#pragma once

#include "tiktrack/cohort/cell.hpp"
#include "tiktrack/cohort/charter.hpp"
#include "tiktrack/model/timepoint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace tiktrack::cohort {

/// What a schedule looks at of a video. Times in Unix seconds.
struct history {
    std::int64_t discovered = 0;
    std::optional<std::int64_t> upload; ///< the id's time until the platform said another
    bool upload_seen = false;           ///< whether the platform said it
    std::span<cell const> cells;        ///< one for each timepoint of the charter
};

/// The time in which a snapshot bears the timepoint's name: from `opens` up to and with `closes`.
struct window {
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
    std::int64_t opens = 0, target = 0, closes = never;

    friend bool operator==(window const&, window const&) = default;
};

/// What is to be done about a video at a timepoint.
enum class verdict : std::uint8_t {
    fetch,
    final,                     ///< nothing: it has its outcome
    too_early_for_second_look, ///< said to be gone less than `second_look` ago
    not_open_yet, ///< also where it is not known yet when it was uploaded, and so whether it has passed
    missed,       ///< to be written down unfetched: the window closed
    already_past  ///< to be written down unfetched: the window had closed before the video was found
};

/// One thing to be done now.
struct due {
    std::size_t timepoint = 0;     ///< its place in the charter
    verdict what = verdict::fetch; ///< or `missed`, or `already_past`
    std::int64_t target = 0;       ///< when it was, or will be, due: Unix seconds
    std::int64_t closes = 0;       ///< the last second of its window

    friend bool operator==(due const&, due const&) = default;
};

/// The windows of a charter, computed once.
class schedule {
public:
    explicit schedule(charter const& by) : from_upload_(by.from_upload())
    {
        std::int64_t before = 0;
        for (auto const hours : by.timepoints) {
            auto const offset = seconds_of(hours);
            auto const tolerance =
                by.tolerance.value_or(static_cast<std::int64_t>(std::floor(schedule_tolerance(hours))));
            steps_.push_back({offset, std::min(by.early, (offset - before) / 2), tolerance});
            before = offset;
        }
        has_hour_0_ = !steps_.empty() && steps_.front().offset == 0;
    }

    [[nodiscard]] std::size_t size() const noexcept { return steps_.size(); }

    /// Whether the timepoint is hour_0, whose window has no fixed length.
    [[nodiscard]] bool is_hour_0(std::size_t timepoint) const noexcept
    {
        return has_hour_0_ && timepoint == 0;
    }

    /// Where hours count from: the upload; or hour_0's first `ok`, else the discovery. Nothing where the
    /// upload counts and is not known.
    [[nodiscard]] std::optional<std::int64_t> origin(history const& of) const noexcept
    {
        if (from_upload_) return of.upload;
        if (has_hour_0_ && of.cells[0].state() == cell_state::ok) return of.cells[0].time();
        return of.discovered;
    }

    /// The window of a timepoint, as far as is known now; nothing where the origin is not known. That of
    /// hour_0 is open from the discovery (and before it, where the clock was set back since) until another
    /// opens that was not open yet at the discovery.
    [[nodiscard]] std::optional<window> window_of(history const& of, std::size_t timepoint) const noexcept
    {
        auto const from = origin(of);
        if (is_hour_0(timepoint)) {
            window made{std::numeric_limits<std::int64_t>::min(), of.discovered, window::never};
            for (std::size_t i = 1; from && i < steps_.size(); ++i)
                if (auto const opens = window_at(*from, i).opens; opens > of.discovered) {
                    made.closes = opens - 1;
                    break;
                }
            return made;
        }
        if (!from) return {};
        return window_at(*from, timepoint);
    }

    /// What is to be done about the timepoint at `now`, also while a later one is open.
    [[nodiscard]] verdict judge(history const& of, std::size_t timepoint, std::int64_t now) const noexcept
    {
        auto const& cell = of.cells[timepoint];
        if (is_final(cell.state())) return verdict::final;
        auto const when = window_of(of, timepoint);
        if (!when || now < when->opens) return verdict::not_open_yet;
        bool const gone_once = cell.state() == cell_state::gone_once;
        if (now > when->closes) {
            if (gone_once) return verdict::final;
            if (!certain(of, now)) return verdict::not_open_yet;
            bool const past = from_upload_ && !is_hour_0(timepoint) && when->closes < of.discovered;
            return past ? verdict::already_past : verdict::missed;
        }
        if (gone_once && now - cell.time() < second_look) return verdict::too_early_for_second_look;
        return verdict::fetch;
    }

    /// Calls `take(due)` for all that is to be done at `now`: each timepoint that has passed and is not
    /// written down, and at most one to be fetched. That is hour_0 while it has no outcome at all; else the
    /// latest whose window is open; else hour_0 again.
    template <class Take>
    void for_each_due(history const& of, std::int64_t now, Take take) const
    {
        std::optional<std::size_t> latest;
        bool hour_0 = false;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            auto const what = judge(of, i, now);
            if (what == verdict::missed || what == verdict::already_past)
                take(due_at(of, i, what));
            else if (is_hour_0(i))
                hour_0 = what == verdict::fetch;
            else if (auto const when = window_of(of, i); when && when->opens <= now && now <= when->closes)
                latest = i;
        }
        bool const first = hour_0 && of.cells[0].state() == cell_state::none;
        if (!first && latest && judge(of, *latest, now) == verdict::fetch)
            take(due_at(of, *latest, verdict::fetch));
        else if (hour_0)
            take(due_at(of, 0, verdict::fetch));
    }

    /// Whether anything is to be done at `now`.
    [[nodiscard]] bool any_due(history const& of, std::int64_t now) const
    {
        bool any = false;
        for_each_due(of, now, [&](due const&) { any = true; });
        return any;
    }

    /// The first instant from `now` on, and before `bound`, at which anything is to be done, if nothing is
    /// recorded until then; nothing where there is none.
    [[nodiscard]] std::optional<std::int64_t> next(history const& of, std::int64_t now,
                                                   std::int64_t bound = window::never) const
    {
        if (now < bound && any_due(of, now)) return now;
        // Something changes where a window opens or has closed, and where a second look comes into question.
        std::array<std::int64_t, 3 * most_timepoints> changes{};
        std::size_t count = 0;
        auto const add = [&](std::int64_t at) {
            if (at > now && at < bound) changes[count++] = at;
        };
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            auto const& cell = of.cells[i];
            auto const when = window_of(of, i);
            if (!when || is_final(cell.state())) continue;
            add(when->opens);
            if (when->closes != window::never) add(when->closes + 1);
            if (cell.state() == cell_state::gone_once) add(cell.time() + second_look);
        }
        std::sort(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i)
            if (any_due(of, changes[i])) return changes[i];
        return {};
    }

private:
    struct step {
        std::int64_t offset, early, tolerance; ///< seconds
    };

    [[nodiscard]] window window_at(std::int64_t origin, std::size_t timepoint) const noexcept
    {
        auto const& by = steps_[timepoint];
        auto const target = origin + by.offset;
        return {target - by.early, target, target + by.tolerance};
    }

    [[nodiscard]] due due_at(history const& of, std::size_t timepoint, verdict what) const noexcept
    {
        auto const when = window_of(of, timepoint).value_or(window{});
        return {timepoint, what, when.target, when.closes};
    }

    /// Whether what has passed is sure to have passed: an id can be older than its post, so that an upload
    /// that only the id tells is not believed while hour_0 may still bring a better one.
    [[nodiscard]] bool certain(history const& of, std::int64_t now) const noexcept
    {
        if (!from_upload_ || of.upload_seen || !has_hour_0_ || is_final(of.cells[0].state())) return true;
        auto const when = window_of(of, 0);
        return now > when->closes;
    }

    std::vector<step> steps_;
    bool from_upload_;
    bool has_hour_0_ = false;
};

} // namespace tiktrack::cohort
