// SPDX-License-Identifier: MIT
// What a run does next, and how a video ends in it.
#pragma once

#include "tiktrack/fetch/site.hpp"

#include <chrono>
#include <cstddef>
#include <limits>
#include <variant>

namespace tiktrack::fetch {

/// Ask for a video (or for the canary) there.
struct ask {
    std::size_t video = 0; ///< its number; `the_canary`
    site from = site::embed;
};
inline constexpr std::size_t the_canary = std::numeric_limits<std::size_t>::max();

/// Nothing to ask before that time; something may become known earlier.
struct pause_until {
    std::chrono::milliseconds time; ///< steady time, from the start of the run
};

/// Nothing is left to ask, and nothing is on its way.
struct finished {};

using next_step = std::variant<ask, pause_until, finished>;

/// How a video ended in this run.
enum class ending {
    answered,   ///< by the last answers about it
    unanswered, ///< it was never asked for: see the run's `stop_reason`
    disbelieved ///< said to be gone by a source whose canary failed, or was not read any more
};

} // namespace tiktrack::fetch
