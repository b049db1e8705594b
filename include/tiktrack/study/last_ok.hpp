// SPDX-License-Identifier: MIT
// One row for each timepoint of a series: the last that is ok, else the last outcome.
#pragma once

#include "tiktrack/base/video_id.hpp"
#include "tiktrack/study/series_key.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// Chooses among rows that come in the order of tt-velocity. Holds the rows of one video at a time.
class last_ok {
public:
    /// Takes a row that was made of a record. Whatever is chosen of the series before it goes to `give(row)`.
    /// False where the row does not follow the one before in that order; nothing is taken then.
    template <class Give>
    [[nodiscard]] bool take(record const& from, std::string_view row, Give give)
    {
        auto const key = key_of(from);
        auto const group = group_text(key);
        auto const time = as_time(from.cells[time_column]).value_or(std::numeric_limits<std::int64_t>::min());
        if (started_) {
            auto order = group <=> group_;
            if (order == 0) order = key.has_video <=> has_video_;
            if (order == 0) order = compare_ids(key.video, video_);
            if (order < 0 || (order == 0 && key.has_video && time < time_)) return false;
            if (order > 0) finish(give);
        }
        group_ = group;
        video_ = key.video;
        has_video_ = key.has_video;
        time_ = time;
        started_ = true;

        auto const& cell = from.cells[label_column];
        bool const ok = means(from.cells[status_column], "ok");
        if (!key.has_video) {
            give(row);
        } else if (!is_null(cell)) {
            auto label = meant(cell);
            auto const same = std::find_if(held_.begin(), held_.end(),
                                           [&](held const& each) { return each.timepoint == label; });
            if (same != held_.end()) {
                if (same->ok && !ok) return true;
                held_.erase(same);
            }
            held_.push_back({std::move(label), std::string(row), ok});
        } else {
            held_.push_back({{}, std::string(row), ok});
        }
        return true;
    }

    /// Gives what is held, in the order of time.
    template <class Give>
    void finish(Give give)
    {
        for (auto const& each : held_) give(std::string_view(each.row));
        held_.clear();
    }

private:
    // Named here, since clang 14 does not evaluate the literals inside of a template.
    static constexpr std::size_t label_column = "timepoint"_col, status_column = "status"_col,
                                 time_column = "collection_timestamp"_col;

    struct held {
        std::string timepoint; ///< JSON text without escapes; empty for a row that is never merged
        std::string row;
        bool ok = false;
    };

    std::vector<held> held_;
    std::string group_, video_;
    bool has_video_ = false, started_ = false;
    std::int64_t time_ = 0;
};

} // namespace tiktrack
