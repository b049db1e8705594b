// SPDX-License-Identifier: MIT
// A video of a run: what was read of it, and the answers about it so far.
#pragma once

#include "tiktrack/fetch/asked_line.hpp"
#include "tiktrack/fetch/observed_answers.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/timing.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::fetch {

struct tracked_video {
    std::string id, name;
    std::string line; ///< the record that it came with; empty where it came as an id or an address
    timing when;
    std::string over; ///< `missed` or `already_past`: nobody asks for it any more
    kept_answers answers;
    site last = site::embed;          ///< which of them answered last
    std::array<std::string, 2> moved; ///< where each source said that the page is; empty: at its own place

    std::int64_t closes = std::numeric_limits<std::int64_t>::max(); ///< Unix seconds; not asked for later
    bool written = false;

    /// @param planned whether the timepoint is the record's own
    tracked_video(asked_line const& asked, std::string_view text, timing at, bool planned)
        : id(asked.id), name(asked.name), when(std::move(at))
    {
        if (asked.of == nullptr) return;
        line = text;
        auto const& cells = asked.of->cells;
        auto const schedule = inside(cells["schedule_status"_col]);
        bool const measured = !is_null(cells["collection_timestamp"_col]);
        if (planned && !measured && (schedule == "missed" || schedule == "already_past")) over = schedule;
    }
};

} // namespace tiktrack::fetch
