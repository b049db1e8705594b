// SPDX-License-Identifier: MIT
// How fast a cumulative count moved between two observations.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace tiktrack {

/// Counts per hour: the difference in integers first, then `* 3600.0 / seconds`. `seconds` > 0.
[[nodiscard]] constexpr double per_hour(std::int64_t change, std::int64_t seconds) noexcept
{
    return static_cast<double>(change) * 3600.0 / static_cast<double>(seconds);
}

/// `(ln(1 + to) - ln(1 + from)) / hours`, through log1p of the relative change: the same value without the
/// cancellation that would make its last digits depend on the machine's logarithm. Where more than half is
/// lost it is that change which cancels, and the quotient which does not. Counts are >= 0.
[[nodiscard]] inline double log_growth(std::int64_t from, std::int64_t change, std::int64_t seconds) noexcept
{
    double const base = 1.0 + static_cast<double>(from);
    double const relative = static_cast<double>(change) / base;
    double const growth =
        relative < -0.5 ? std::log((1.0 + static_cast<double>(from + change)) / base) : std::log1p(relative);
    return growth * 3600.0 / static_cast<double>(seconds);
}

/// Hours in which `1 + count` doubles at this log growth; nothing where it does not grow.
[[nodiscard]] constexpr std::optional<double> doubling_hours(double log_growth_per_hour) noexcept
{
    if (!(log_growth_per_hour > 0)) return {};
    return std::numbers::ln2 / log_growth_per_hour;
}

} // namespace tiktrack
