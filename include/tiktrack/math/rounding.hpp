// SPDX-License-Identifier: MIT
// The grid on which the platform shows counts, and what a shown count can have been.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace tiktrack {

/// The unit to which web answers round a count of this size since late 2020: 1 below 10 000, 100 below
/// 1 000 000, 100 000 from there on. Source: 69 recorded pairs of a rounded and an exact count.
[[nodiscard]] constexpr std::int64_t grid_unit(std::int64_t count) noexcept
{
    return count < 10'000 ? 1 : count < 1'000'000 ? 100 : 100'000;
}

/// Whether a count is one that rounding can give.
[[nodiscard]] constexpr bool on_grid(std::int64_t count) noexcept { return count % grid_unit(count) == 0; }

/// The count as a web answer shows it: half-up on its grid (999 950 becomes 1 000 000); where int64 does not
/// hold that, down.
[[nodiscard]] constexpr std::int64_t round_to_grid(std::int64_t count) noexcept
{
    auto const unit = grid_unit(count);
    auto const down = count - count % unit;
    bool const up =
        unit > 1 && count % unit * 2 >= unit && down <= std::numeric_limits<std::int64_t>::max() - unit;
    return up ? down + unit : down;
}

/// Half a unit, in counts: how far the true count can be from the one that is shown. 0 where it is exact.
[[nodiscard]] constexpr double half_unit(std::int64_t unit) noexcept
{
    return unit > 1 ? static_cast<double>(unit) / 2 : 0;
}

/// Of two statements of one count, the better: where they differ and one is the other rounded, the one that
/// is not rounded; else `second`, unless it is 0 and the first is not. A missing or negative one (the latter
/// is an overflow) gives way to the other.
[[nodiscard]] constexpr std::optional<std::int64_t> better_of(std::optional<std::int64_t> first,
                                                              std::optional<std::int64_t> second) noexcept
{
    if (!second || (*second < 0 && first)) return first;
    if (!first || *first < 0 || *first == *second) return second;
    if (round_to_grid(*first) == *second) return first;
    if (round_to_grid(*second) == *first) return second;
    return *second == 0 ? first : second;
}

} // namespace tiktrack
