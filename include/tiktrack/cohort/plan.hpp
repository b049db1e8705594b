// SPDX-License-Identifier: MIT
// What is still to be asked, hour by hour, and what of it one request after the other can reach in time.
#pragma once

#include "tiktrack/cohort/schedule.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <queue>
#include <vector>

namespace tiktrack::cohort {

/// A snapshot that is still to be made.
struct job {
    std::int64_t opens = 0;  ///< the first second in which it can be made, from now on
    std::int64_t closes = 0; ///< the last one
    std::int64_t target = 0; ///< when it is best made, from now on
    double hours = 0;        ///< of its timepoint
};

/// Calls `take(job)` for each timepoint of a video that can still be measured, as far as its schedule is
/// known at `now`.
template <class Take>
void for_each_job(charter const& by, schedule const& plan, history const& of, std::int64_t now, Take take)
{
    for (std::size_t i = 0; i < plan.size(); ++i) {
        auto const& cell = of.cells[i];
        auto const when = plan.window_of(of, i);
        if (!when || is_final(cell.state())) continue;
        job made{std::max(now, when->opens), when->closes, std::max(now, when->target), by.timepoints[i]};
        if (cell.state() == cell_state::gone_once)
            made.opens = std::max(made.opens, cell.time() + second_look);
        if (made.opens <= made.closes) take(made);
    }
}

/// How a timepoint fares.
struct prospect {
    std::uint64_t jobs = 0;
    std::uint64_t late = 0; ///< of these, those whose window closes before their turn comes
};

/// Plans the jobs of any number of cohorts, which ask the same host.
class work_plan {
public:
    /// Makes room for so many jobs.
    void reserve(std::size_t count) { jobs_.reserve(count); }

    void add(job const& one)
    {
        jobs_.push_back({one.opens, one.closes, one.hours});
        ++by_hour_[one.target - ((one.target % 3600) + 3600) % 3600];
    }

    /// Lets one job follow the other, that whose window closes first before the others.
    /// @param seconds that a job takes, with all its requests
    void run(std::int64_t now, double seconds)
    {
        std::ranges::sort(jobs_, {}, &turn::opens);
        auto const later = [](turn const* a, turn const* b) { return a->closes > b->closes; };
        std::priority_queue<turn const*, std::vector<turn const*>, decltype(later)> open(later);
        auto clock = static_cast<double>(now);
        for (std::size_t next = 0; next < jobs_.size() || !open.empty();) {
            if (open.empty()) clock = std::max(clock, static_cast<double>(jobs_[next].opens));
            for (; next < jobs_.size() && static_cast<double>(jobs_[next].opens) <= clock; ++next)
                open.push(&jobs_[next]);
            auto const& one = *open.top();
            open.pop();
            auto& of = prospects_[one.hours];
            ++of.jobs;
            if (clock > static_cast<double>(one.closes))
                ++of.late; // nobody asks for it any more
            else
                clock += seconds;
        }
    }

    /// The jobs by the hour, as its first Unix second, in which they are best made. Hours without any are
    /// left out.
    [[nodiscard]] std::map<std::int64_t, std::uint64_t> const& by_hour() const noexcept { return by_hour_; }
    /// By the hours of timepoints; after `run`.
    [[nodiscard]] std::map<double, prospect> const& prospects() const noexcept { return prospects_; }

private:
    /// What is kept of a job; there can be millions.
    struct turn {
        std::int64_t opens, closes;
        double hours;
    };

    std::vector<turn> jobs_;
    std::map<std::int64_t, std::uint64_t> by_hour_;
    std::map<double, prospect> prospects_;
};

/// The share of requests that were refused; at most 99 %, so that a plan has an end.
[[nodiscard]] constexpr double share_refused(std::int64_t requests, std::int64_t answers) noexcept
{
    if (requests <= 0) return 0;
    return std::clamp(1 - static_cast<double>(answers) / static_cast<double>(requests), 0.0, 0.99);
}

} // namespace tiktrack::cohort
