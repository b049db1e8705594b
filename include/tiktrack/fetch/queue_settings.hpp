// SPDX-License-Identifier: MIT
// Which pages a run that measures videos asks for, and how.
#pragma once

#include "tiktrack/fetch/manners.hpp"

namespace tiktrack::fetch {

/// Which kinds of pages are asked for.
enum class choice {
    embed,
    page,
    both,     ///< one after the other, for what each knows better
    automatic ///< the embed page, and the other one where that refuses or what it lacks is needed
};

/// What a run that measures videos is told.
struct queue_settings : manners {
    choice sources = choice::automatic;
    bool need_saves = false; ///< which only the video's page shows
    bool canary = false;
    unsigned parallel = 1;
};

} // namespace tiktrack::fetch
