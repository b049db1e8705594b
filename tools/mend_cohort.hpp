// SPDX-License-Identifier: MIT
// What every program that writes to a cohort does first: mends what a kill left of it.
#pragma once

#include "cli/pipe.hpp"
#include "remake.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/cohort/charter.hpp"
#include "tiktrack/cohort/repair.hpp"

#include <set>
#include <string>

namespace tiktrack {

/// Mends the list of videos and every timepoint, for whoever holds the lock. What was mended is said.
/// @return the labels of timepoints that are damaged, and must not be written to @throws std::system_error
[[nodiscard]] inline std::set<std::string> mend_cohort(cohort::folder const& at, cohort::charter const& by,
                                                       fault_sink const& faults, cli::pipe& io)
{
    fetch::archived_outcomes outcomes([&](std::string const& what, severity weight) {
        faults({at.path, 0, 0, what, weight});
    });
    cohort::repair work(at, remaker(outcomes), [&io](std::string const& what) { io.say(what); });
    work.mend_list();
    std::set<std::string> damaged;
    for (auto const hours : by.timepoints)
        if (auto label = label_of(hours); !work.mend(label)) damaged.insert(std::move(label));
    if (!damaged.empty()) io.fail_later(exit_code(failure_kind::data));
    return damaged;
}

} // namespace tiktrack
