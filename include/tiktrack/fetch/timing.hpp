// SPDX-License-Identifier: MIT
// Which timepoint a snapshot is of, when that was due, and how near it came.
#pragma once

#include "tiktrack/model/draft.hpp"
#include "tiktrack/model/timepoint.hpp"
#include "tiktrack/model/upload.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// The timepoint of one snapshot, before it is made.
struct timing {
    std::string label;
    std::string time_origin = "discovery"; ///< or `upload`
    std::optional<double> hours;           ///< of the label
    std::optional<std::int64_t> origin;    ///< where hours count from, Unix seconds; hour_0's is its own time
    std::optional<std::int64_t> tolerance =
        {}; ///< what is on time yet, in seconds; nothing: `schedule_tolerance`
};

/// The label that a snapshot gets: `--timepoint`; else the record's own where it was not measured yet; else
/// hour_0 for what was never measured; nothing for an outcome that was: which label comes next is not known.
/// @param of the record that was read; nullptr for an id or an address
[[nodiscard]] inline std::optional<std::string> label_of(record const* of,
                                                         std::optional<std::string> const& chosen)
{
    if (chosen) return chosen;
    if (of == nullptr) return "hour_0";
    bool const measured =
        !is_null(of->cells["collection_timestamp"_col]) || !is_null(of->cells["status"_col]);
    if (measured) return {};
    auto const own = of->cells["timepoint"_col];
    return is_null(own) ? "hour_0" : std::string(inside(own));
}

/// Why an outcome that was measured before gets no label, and what to do.
[[nodiscard]] inline std::string why_no_label(std::string_view id)
{
    return "video " + std::string(id) +
           " was measured before; say which timepoint comes now, as in --timepoint hour_1";
}

/// The hours of a timepoint as JSON has them; nothing for anything else.
[[nodiscard]] inline std::optional<double> hours_in(std::string_view json)
{
    double hours = 0;
    if (!is_number(json)) return {};
    std::from_chars(json.data(), json.data() + json.size(), hours);
    if (!is_timepoint(hours)) return {};
    return hours;
}

/// The timing of a snapshot with that label. The origin of later timepoints is found in the record: that of
/// its own timepoint, the upload where hours count from there, or else its discovery.
[[nodiscard]] inline timing timing_of(record const* of, std::string label)
{
    timing made;
    made.hours = hours_of(label);
    made.label = std::move(label);
    if (of == nullptr) return made;
    if (get<"time_origin"_col>(*of) == "upload") made.time_origin = "upload";
    auto const due = get<"due_timestamp"_col>(*of);
    auto const target = hours_in(of->cells["target_hours"_col]);
    if (due && target)
        made.origin = *due - seconds_of(*target);
    else
        made.origin = get<"discovered_timestamp"_col>(*of);
    if (made.time_origin == "upload") made.origin = upload_time(*of);
    return made;
}

/// Sets `timepoint` and the schedule's columns of a snapshot that was made at `now`, Unix seconds.
inline void set_timing(draft& of, timing const& how, std::int64_t now)
{
    of.set_text("timepoint"_col, how.label);
    of.set_text("time_origin"_col, how.time_origin);
    of.set("target_hours"_col, how.hours);
    bool const first = how.hours == 0;
    std::optional<std::int64_t> due;
    if (first)
        due = now;
    else if (how.hours && how.origin)
        due = *how.origin + seconds_of(*how.hours);
    of.set("due_timestamp"_col, due);
    if (!due) {
        of.set_null("lag_seconds"_col);
        return of.set_null("schedule_status"_col);
    }
    auto const lag = now - *due;
    of.set("lag_seconds"_col, lag);
    auto const tolerance =
        how.tolerance ? static_cast<double>(*how.tolerance) : schedule_tolerance(*how.hours);
    auto const size = static_cast<double>(lag);
    of.set_text("schedule_status"_col, size < -tolerance ? "early" : size > tolerance ? "late" : "on_time");
}

} // namespace tiktrack::fetch
