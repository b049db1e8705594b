// SPDX-License-Identifier: MIT
// What the id of a video says: whether it can be one, and when it was made.
#pragma once

#include "tiktrack/base/instant.hpp"
#include "tiktrack/base/integer.hpp"
#include "tiktrack/base/number.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tiktrack {

/// 1 to 20 decimal digits: what can be an id of TikTok's.
[[nodiscard]] constexpr bool is_video_id(std::string_view text) noexcept
{
    return text.size() <= 20 && is_digits(text);
}

/// The time in the id's upper 32 bits: the earliest possible upload, a median of 10 s before it. Nothing for
/// ids from 2^63 on, for those whose time is before 2014, and for text that is no id.
[[nodiscard]] inline std::optional<instant> time_in_id(std::string_view id) noexcept
{
    auto const number = parse_number<std::uint64_t>(id);
    if (!number || *number >> 63 != 0) return {};
    auto const when = from_unix(static_cast<std::int64_t>(*number >> 32));
    if (!plausible(when)) return {};
    return when;
}

/// The order of ids: the shorter first, then by bytes. For ids without leading zeros that is by number.
[[nodiscard]] constexpr std::strong_ordering compare_ids(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a <=> b;
}

} // namespace tiktrack
