// SPDX-License-Identifier: MIT
// Labels of timepoints: `hour_` and the shortest decimal.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace tiktrack {

/// The hours of a label (`hour_24`, `hour_0.5`); nothing for any other text.
[[nodiscard]] inline std::optional<double> hours_of(std::string_view label) noexcept
{
    constexpr std::string_view prefix = "hour_";
    if (!label.starts_with(prefix)) return {};
    label.remove_prefix(prefix.size());
    double hours = 0;
    auto const [stop, bad] =
        std::from_chars(label.data(), label.data() + label.size(), hours, std::chars_format::fixed);
    if (bad != std::errc{} || stop != label.data() + label.size() || !(hours >= 0) || !std::isfinite(hours))
        return {};
    return hours;
}

} // namespace tiktrack
