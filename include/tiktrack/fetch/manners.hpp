// SPDX-License-Identifier: MIT
// How a run asks a host, whatever it asks for: pace, patience, limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace tiktrack::fetch {

/// What holds for every request of a run.
struct manners {
    unsigned attempts = 5;                       ///< requests for one video or page
    std::chrono::milliseconds delay{2000};       ///< the least time from one request to the next
    std::chrono::milliseconds retry_delay{2000}; ///< after a first failure that is no refusal; it doubles
    std::chrono::seconds max_wait{600};          ///< the longest `Retry-After` that is obeyed
    std::uint64_t max_requests = std::numeric_limits<std::uint64_t>::max();
    unsigned refused_in_a_row = 20; ///< at which the run stops
    std::uint64_t seed = 0;         ///< of the jitter
};

} // namespace tiktrack::fetch
