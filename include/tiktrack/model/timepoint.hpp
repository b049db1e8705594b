// SPDX-License-Identifier: MIT
// What a timepoint is: its hours, its label, which is `hour_` and their shortest decimal, and how near to it
// is near enough.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// The most hours after its origin at which a timepoint can be.
inline constexpr int most_hours = 1'000'000;

/// The timepoints, in hours, where nobody names others.
[[nodiscard]] inline std::vector<double> usual_timepoints() { return {0, 1, 6, 24, 48}; }

/// The seconds from the origin to a timepoint.
[[nodiscard]] inline std::int64_t seconds_of(double hours) noexcept { return std::llround(3600 * hours); }

/// Whether a timepoint can be at so many hours: at 0, which has no sign, or from a second up to `most_hours`.
[[nodiscard]] inline bool is_timepoint(double hours) noexcept
{
    if (std::signbit(hours) || !(hours <= most_hours)) return false;
    return hours == 0 || seconds_of(hours) > 0;
}

/// How far from its due time an observation may be collected: max(10 min, 10 % of the target), in seconds.
[[nodiscard]] constexpr double schedule_tolerance(double target_hours) noexcept
{
    return std::max(600.0, target_hours * 360.0);
}

/// Hours of a timepoint in their shortest decimal, which has no exponent: `0.5`, `24`, `100000`.
[[nodiscard]] inline std::string shortest_decimal(double hours)
{
    char text[32]; // `is_timepoint` leaves 22 characters at most
    return {text, std::to_chars(text, text + sizeof text, hours, std::chars_format::fixed).ptr};
}

/// The label of a timepoint: `hour_` and its hours.
[[nodiscard]] inline std::string label_of(double hours) { return "hour_" + shortest_decimal(hours); }

/// The hours of a label (`hour_24`, `hour_0.5`); nothing for a text that `label_of` does not spell
/// (`hour_06`).
[[nodiscard]] inline std::optional<double> hours_of(std::string_view label)
{
    constexpr std::string_view prefix = "hour_";
    if (!label.starts_with(prefix)) return {};
    label.remove_prefix(prefix.size());
    double hours = 0;
    auto const bad = std::from_chars(label.data(), label.data() + label.size(), hours).ec;
    if (bad != std::errc{} || !is_timepoint(hours) || shortest_decimal(hours) != label) return {};
    return hours;
}

/// Whether a text is the label of a timepoint.
[[nodiscard]] inline bool is_label(std::string_view text) { return hours_of(text).has_value(); }

} // namespace tiktrack
