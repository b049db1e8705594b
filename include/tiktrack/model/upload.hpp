// SPDX-License-Identifier: MIT
// When the video of a record was uploaded, and how that agrees with its id.
#pragma once

#include "tiktrack/base/video_id.hpp"
#include "tiktrack/model/record.hpp"

#include <cstdint>
#include <optional>

namespace tiktrack {

/// The upload in Unix seconds; nothing where it is not known, and where it cannot be: before 2014, from 2100
/// on.
[[nodiscard]] inline std::optional<std::int64_t> upload_time(record const& r)
{
    auto const time = get<"upload_timestamp"_col>(r);
    return time && plausible(from_unix(*time)) ? time : std::nullopt;
}

/// The seconds from the time in the id to the upload, negative where they contradict each other; nothing
/// where either is not known, and where the upload was taken from the id.
[[nodiscard]] inline std::optional<std::int64_t> publishing_delay(record const& r)
{
    auto const uploaded = upload_time(r);
    auto const id = get<"video_id"_col>(r);
    if (!uploaded || !id || means(r.cells["upload_source"_col], "id")) return {};
    auto const made = time_in_id(*id);
    if (!made) return {};
    return *uploaded - to_unix(*made);
}

} // namespace tiktrack
