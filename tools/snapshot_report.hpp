// SPDX-License-Identifier: MIT
// What a run of snapshots came to: for the user at the end, for the progress line, for the exit code.
#pragma once

#include "cli/pipe.hpp"
#include "tiktrack/fetch/snapshot_settings.hpp"
#include "tiktrack/fetch/verdict.hpp"

#include <cstdint>
#include <string>

namespace tiktrack {

/// `N videos: A reached, B refused, C not reached`, by their statuses.
[[nodiscard]] inline std::string counts_of(fetch::snapshot_tally const& of)
{
    std::uint64_t reached = 0, refused = 0, not_reached = 0;
    std::string words;
    for (auto const& [status, times] : of.statuses) {
        switch (fetch::verdict_of(status)) {
        case fetch::verdict::seen:
        case fetch::verdict::gone: reached += times; break;
        case fetch::verdict::refused:
        case fetch::verdict::challenged: refused += times; break;
        case fetch::verdict::moved:
        case fetch::verdict::failed: not_reached += times; break;
        }
        words += (words.empty() ? "" : ", ") + std::to_string(times) + " " + status;
    }
    return std::to_string(of.outcomes) + (of.outcomes == 1 ? " video: " : " videos: ") +
           std::to_string(reached) + " reached, " + std::to_string(refused) + " refused, " +
           std::to_string(not_reached) + " not reached" + (words.empty() ? "" : " (" + words + ")") + "; " +
           std::to_string(of.requests) + " requests";
}

/// Says the counts, where anything was to be asked, and sets the exit code.
inline void report(fetch::snapshot_tally const& of, cli::pipe& io)
{
    auto const network = of.statuses.find("network_error");
    if (of.requests > 0 || of.left > 0) io.say(counts_of(of));
    if (of.left > 0) io.fail_later(cli::partly_done);
    if (is_the_hosts(of.stopped)) io.fail_later(exit_code(failure_kind::later));
    if (network != of.statuses.end() && network->second == of.outcomes)
        io.fail_later(exit_code(failure_kind::unreachable));
}

} // namespace tiktrack
