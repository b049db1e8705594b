// SPDX-License-Identifier: MIT
// Which series a record belongs to, and the order of series: cohort, platform, video, those without first.
#pragma once

#include "tiktrack/base/video_id.hpp"
#include "tiktrack/model/record.hpp"

#include <compare>
#include <string_view>

namespace tiktrack {

/// The texts that name a series, as they are spelled. An absent platform is `tiktok`.
struct series_key {
    std::string_view cohort;
    std::string_view platform;
    std::string_view video;
    bool has_cohort = false;
    bool has_video = false;

    friend bool operator==(series_key const&, series_key const&) = default;

    friend std::strong_ordering operator<=>(series_key const& a, series_key const& b) noexcept
    {
        if (auto const by = a.has_cohort <=> b.has_cohort; by != 0) return by;
        if (auto const by = a.cohort <=> b.cohort; by != 0) return by;
        if (auto const by = a.platform <=> b.platform; by != 0) return by;
        if (auto const by = a.has_video <=> b.has_video; by != 0) return by;
        return compare_ids(a.video, b.video);
    }
};

/// The inside of a text or the digits of a number, as spelled; empty where there is neither.
[[nodiscard]] constexpr std::string_view spelled_name(std::string_view json) noexcept
{
    return is_string(json) ? inside(json) : is_number(json) ? json : std::string_view{};
}

[[nodiscard]] inline series_key key_of(record const& r) noexcept
{
    series_key key;
    key.cohort = spelled_name(r.cells["cohort_id"_col]);
    key.has_cohort = !is_null(r.cells["cohort_id"_col]);
    key.platform = spelled_name(r.cells["platform"_col]);
    if (key.platform.empty()) key.platform = "tiktok";
    key.video = spelled_name(r.cells["video_id"_col]);
    key.has_video = !is_null(r.cells["video_id"_col]);
    return key;
}

} // namespace tiktrack
