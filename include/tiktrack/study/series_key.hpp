// SPDX-License-Identifier: MIT
// Which series a record belongs to, and the order of series: cohort, platform, video, those without first.
#pragma once

#include "tiktrack/model/record.hpp"

#include <string>
#include <string_view>

namespace tiktrack {

/// The texts that name a series, as they are spelled. An absent platform is `tiktok`.
struct series_key {
    std::string_view cohort;
    std::string_view platform;
    std::string_view video;
    bool has_cohort = false;
    bool has_video = false;
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
    key.has_cohort = is_string(r.cells["cohort_id"_col]) || is_number(r.cells["cohort_id"_col]);
    key.platform = spelled_name(r.cells["platform"_col]);
    if (key.platform.empty()) key.platform = "tiktok";
    key.video = spelled_name(r.cells["video_id"_col]);
    key.has_video = !is_null(r.cells["video_id"_col]);
    return key;
}

/// What the cohort and the platform of a series mean, as one text: their order as bytes is that of series.
[[nodiscard]] inline std::string group_text(series_key const& key)
{
    std::string text = key.has_cohort ? "1" : "0";
    format::append_text(text, key.cohort, false);
    text += '\0'; // none stands before it, so a cohort that starts like another comes first
    format::append_text(text, key.platform, false);
    return text;
}

} // namespace tiktrack
