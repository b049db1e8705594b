// SPDX-License-Identifier: MIT
// What tt-snapshot can be told, and what a run came to.
#pragma once

#include "tiktrack/fetch/queue_settings.hpp"
#include "tiktrack/fetch/stop_reason.hpp"
#include "tiktrack/source/stated_exactness.hpp"
#include "tiktrack/source/video_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace tiktrack::fetch {

struct snapshot_settings {
    queue_settings queue;
    std::string base{source::site_address}; ///< the server, `https://` and its host
    std::string canary;                     ///< the id of a video that is known to be there; empty: none
    std::optional<std::string> timepoint, cohort, vantage;
    bool keep_raw = true;
    source::stated_exactness counts = source::stated_exactness::unsaid; ///< what the user says of counts
    bool keep_order = true;   ///< outcomes come in the order of the videos; else each as soon as it is known
    std::size_t window = 256; ///< how many videos are in memory at once
};

/// What a run came to.
struct snapshot_tally {
    std::map<std::string, std::uint64_t, std::less<>> statuses; ///< outcomes by their status
    std::uint64_t outcomes = 0;
    std::uint64_t left = 0; ///< outcomes that are to be tried again
    std::uint64_t requests = 0;
    stop_reason stopped = stop_reason::none;
};

} // namespace tiktrack::fetch
