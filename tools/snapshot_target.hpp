// SPDX-License-Identifier: MIT
// Where tt-snapshot's outcomes go: to its output, line by line, or into a cohort.
#pragma once

#include "cohort_sink.hpp"
#include "snapshot_lines.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace tiktrack {

/// Each outcome on its output as soon as it is known.
class line_sink final : public fetch::outcome_sink {
public:
    explicit line_sink(io::output& to) : to_(to) {}
    void write(fetch::outcome const& what) override
    {
        to_.write(what.line);
        to_.flush();
    }

private:
    io::output& to_;
};

/// One of the two, as the settings have it.
class snapshot_target {
public:
    /// @throws as `cohort_sink` does, where there is one
    snapshot_target(tt_snapshot::settings const& set, fetch::snapshot_settings const& how,
                    fault_sink const& faults, cli::pipe& io)
        : limit_(set.limit), io_(io), lines_(io.out())
    {
        if (set.into)
            cohort_.emplace(cohort::folder_at(*set.into), set.wait, how,
                            spelled_options(tt_snapshot::options, set), faults, io);
    }

    [[nodiscard]] fetch::outcome_sink& sink() noexcept
    {
        return cohort_ ? static_cast<fetch::outcome_sink&>(*cohort_) : lines_;
    }

    /// Adds the current line's video to a run, if it is to be asked for.
    template <class Run>
    void add(Run& run, snapshot_lines& lines)
    {
        if (!cohort_) return run.add(lines.asked(), lines.text());
        auto video = cohort_->wanted(lines.asked(), lines.text(),
                                     [&](std::string why) { lines.refuse(std::move(why)); });
        if (video) run.add(std::move(*video));
    }

    /// Until when a run may wait, that wants to wait until then: what waits for the disk does not wait long.
    [[nodiscard]] std::chrono::milliseconds sooner(std::chrono::milliseconds until,
                                                   std::chrono::milliseconds now) const
    {
        if (cohort_ && cohort_->waiting()) until = std::min(until, now + cohort_sink::half_a_second);
        return limit_ ? std::min(until, std::max(*limit_, now)) : until;
    }

    /// To be called again and again while a run works.
    void keep_up()
    {
        if (cohort_) cohort_->keep_up();
    }

    /// To be called at the end: everything is on the disk then. @throws std::system_error
    void finish()
    {
        if (!cohort_) return;
        cohort_->sync();
        if (auto const left = cohort_->left(); !left.empty()) io_.say("not asked: " + left);
    }

private:
    std::optional<std::chrono::milliseconds> limit_;
    cli::pipe& io_;
    line_sink lines_;
    std::optional<cohort_sink> cohort_;
};

} // namespace tiktrack
