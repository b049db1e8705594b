// SPDX-License-Identifier: MIT
// What an outcome record says to the schedule of its cohort.
#pragma once

#include "tiktrack/cohort/cell.hpp"
#include "tiktrack/model/record.hpp"
#include "tiktrack/model/upload.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace tiktrack::cohort {

/// An outcome, as far as a schedule looks at it.
struct recorded {
    came outcome = came::again;
    std::int64_t time = 0;              ///< when it was collected, Unix seconds
    std::optional<std::int64_t> upload; ///< where the platform said it, Unix seconds
    std::int64_t requests = 0;          ///< that it took
    std::int64_t answers = 0;           ///< of these, those that counted

    friend bool operator==(recorded const&, recorded const&) = default;
};

/// The upload where the platform said it, and not only the id.
[[nodiscard]] inline std::optional<std::int64_t> upload_seen(record const& of)
{
    if (of.cells["upload_source"_col] != "\"platform\"") return {};
    return upload_time(of);
}

/// What a record says; nothing where it is no outcome or has no time, and `why` tells.
[[nodiscard]] inline std::optional<recorded> recorded_of(record const& of, std::string& why)
{
    auto const status = inside(of.cells["status"_col]);
    auto const kind = kind_of_status(status);
    auto const time = get<"collection_timestamp"_col>(of);
    if (!kind || !time) {
        why = !kind ? "is no outcome: it has no status" : "is no outcome: it has no collection_timestamp";
        return {};
    }
    recorded made;
    made.time = *time;
    made.upload = upload_seen(of);
    made.requests = std::max<std::int64_t>(0, get<"attempts"_col>(of).value_or(0));
    if (*kind == outcome_kind::seen || *kind == outcome_kind::gone) {
        made.outcome = *kind == outcome_kind::seen ? came::ok : came::gone;
        auto const source = of.cells["source"_col]; // `embed+page` are two answers
        made.answers = std::min<std::int64_t>(made.requests, 1 + std::ranges::count(source, '+'));
    } else if (*kind == outcome_kind::not_asked) {
        auto const schedule = inside(of.cells["schedule_status"_col]);
        if (schedule == "missed") made.outcome = came::missed;
        if (schedule == "already_past") made.outcome = came::already_past;
    }
    return made;
}

} // namespace tiktrack::cohort
