// SPDX-License-Identifier: MIT
// Why a run ends before everything was asked for.
#pragma once

#include <string_view>

namespace tiktrack::fetch {

/// Why a run asks for no more although something is left.
enum class stop_reason {
    none,
    told_to_stay_away, ///< for longer than the user waits
    refused_in_a_row,
    challenged,  ///< by every source
    budget,      ///< of requests
    out_of_time, ///< the run was to last no longer
    interrupted  ///< by the user
};

/// Whether the host wants to be left alone: another run makes sense later, not now.
[[nodiscard]] constexpr bool is_the_hosts(stop_reason why) noexcept
{
    return why == stop_reason::told_to_stay_away || why == stop_reason::refused_in_a_row ||
           why == stop_reason::challenged;
}

/// Why a run asked for no more, in a phrase; empty for `none`.
[[nodiscard]] constexpr std::string_view describe(stop_reason why) noexcept
{
    switch (why) {
    case stop_reason::told_to_stay_away: return "the host asked to be left alone for longer than --max-wait";
    case stop_reason::refused_in_a_row: return "the host refused again and again";
    case stop_reason::challenged: return "every source is challenged";
    case stop_reason::budget: return "--max-requests is used up";
    case stop_reason::out_of_time: return "--limit is over";
    case stop_reason::interrupted: return "interrupted";
    case stop_reason::none: break;
    }
    return "";
}

} // namespace tiktrack::fetch
