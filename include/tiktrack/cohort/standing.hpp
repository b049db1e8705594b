// SPDX-License-Identifier: MIT
// How a cohort stands: for each timepoint how many videos are where.
#pragma once

#include "tiktrack/cohort/schedule.hpp"

#include <cstdint>
#include <vector>

namespace tiktrack::cohort {

/// The videos of a timepoint; each is counted once.
struct standing {
    std::uint64_t ok = 0;
    std::uint64_t gone = 0;         ///< for good, or once where the window closed since
    std::uint64_t again = 0;        ///< asked without an outcome that is final, and the window is open
    std::uint64_t due = 0;          ///< not asked yet, and the window is open
    std::uint64_t missed = 0;       ///< whether that was written down or is still to be
    std::uint64_t already_past = 0; ///< likewise
    std::uint64_t waiting = 0;      ///< for their window, or for word of their upload

    [[nodiscard]] std::uint64_t all() const noexcept
    {
        return ok + gone + again + due + missed + already_past + waiting;
    }
};

/// Counts a video in, at every timepoint. @param into one for each timepoint
inline void count_in(std::vector<standing>& into, schedule const& plan, history const& of, std::int64_t now)
{
    for (std::size_t i = 0; i < into.size(); ++i) {
        auto& here = into[i];
        auto const state = of.cells[i].state();
        switch (plan.judge(of, i, now)) {
        case verdict::missed: ++here.missed; break;
        case verdict::already_past: ++here.already_past; break;
        case verdict::not_open_yet: ++here.waiting; break;
        case verdict::too_early_for_second_look: ++here.again; break;
        case verdict::fetch: ++(state == cell_state::none ? here.due : here.again); break;
        case verdict::final:
            ++(state == cell_state::ok             ? here.ok
               : state == cell_state::missed       ? here.missed
               : state == cell_state::already_past ? here.already_past
                                                   : here.gone);
        }
    }
}

} // namespace tiktrack::cohort
