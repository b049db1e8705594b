// SPDX-License-Identifier: MIT
// What is known of one video of a run.
#pragma once

#include "tiktrack/fetch/plan.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/step.hpp"

#include <chrono>
#include <optional>

namespace tiktrack::fetch {

/// A video while it is asked for.
struct asked_video {
    unsigned attempts = 0;                   ///< requests so far
    unsigned failures = 0;                   ///< of these, those that broke
    std::chrono::milliseconds not_before{0}; ///< after a failure
    fetch::heard heard;
    bool busy = false;           ///< whether a request is on its way
    bool doubted = false;        ///< whether "gone" was taken back
    std::optional<site> held_by; ///< said to be gone by this source, which is not believed yet
    std::optional<ending> how;

    /// Ends it as it stands.
    void end() noexcept
    {
        if (held_by) {
            heard.said[index(*held_by)].reset();
            held_by.reset();
            doubted = true;
        }
        if (attempts == 0)
            how = ending::unanswered;
        else
            how = doubted && !heard.any() ? ending::disbelieved : ending::answered;
    }
};

} // namespace tiktrack::fetch
