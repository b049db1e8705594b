// SPDX-License-Identifier: MIT
// A kind of page that a run asks: whether it may, and how its canary does.
#pragma once

#include "tiktrack/fetch/canary.hpp"
#include "tiktrack/fetch/queue_settings.hpp"

namespace tiktrack::fetch {

struct asked_source {
    explicit asked_source(queue_settings const& set) : bird(set) {}

    bool open = true; ///< chosen, and not challenged so far
    canary bird;
};

} // namespace tiktrack::fetch
