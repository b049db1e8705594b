// SPDX-License-Identifier: MIT
// Points in time: Unix seconds, and ISO 8601 in both directions, always UTC or with an offset.
#pragma once

#include "tiktrack/base/number.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// A point in time with the resolution that records have: one second.
using instant = std::chrono::sys_seconds;

/// The instant so many seconds after 1970-01-01T00:00:00Z (before it where negative).
[[nodiscard]] constexpr instant from_unix(std::int64_t seconds) noexcept
{
    return instant{std::chrono::seconds{seconds}};
}

[[nodiscard]] constexpr std::int64_t to_unix(instant when) noexcept
{
    return when.time_since_epoch().count();
}

/// `2025-11-23T21:43:19Z`. Years 0000 to 9999; nothing where the year has more digits.
[[nodiscard]] inline std::optional<std::string> iso8601(instant when)
{
    constexpr std::int64_t first = -62167219200, last = 253402300799; // 0000-01-01 and 9999-12-31T23:59:59Z
    if (to_unix(when) < first || to_unix(when) > last) return {};
    auto const day = std::chrono::floor<std::chrono::days>(when);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{when - day};
    char text[32];
    int const size = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()),
                                   unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                                   int(time.minutes().count()), int(time.seconds().count()));
    return std::string(text, static_cast<std::size_t>(size));
}

namespace detail {

/// Reads exactly `digits` decimal digits off the front of `text`; -1 where they are not there.
[[nodiscard]] inline int take_digits(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

inline bool take(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace detail

/// Reads Unix seconds (`1763934199`) or ISO 8601 with an offset (`2025-11-23T21:43:19Z`, `…+01:00`,
/// fractions of a second cut off). Nothing for a date that does not exist, and nothing for a local time
/// without an offset: which instant it means is not known.
[[nodiscard]] inline std::optional<instant> parse_instant(std::string_view text)
{
    using detail::take, detail::take_digits;
    if (auto const seconds = parse_number<std::int64_t>(text)) return from_unix(*seconds);

    int const year = take_digits(text, 4);
    if (year < 0 || !take(text, '-')) return {};
    int const month = take_digits(text, 2);
    if (month < 0 || !take(text, '-')) return {};
    int const day = take_digits(text, 2);
    if (day < 0 || (!take(text, 'T') && !take(text, 't') && !take(text, ' '))) return {};
    int const hour = take_digits(text, 2);
    if (hour < 0 || hour > 23 || !take(text, ':')) return {};
    int const minute = take_digits(text, 2);
    if (minute < 0 || minute > 59) return {};
    int second = 0;
    if (take(text, ':')) {
        second = take_digits(text, 2);
        if (second < 0 || second > 60) return {};
        if (take(text, '.') || take(text, ',')) {
            if (take_digits(text, 1) < 0) return {};
            while (take_digits(text, 1) >= 0) {
            }
        }
    }
    int offset = 0;
    if (!take(text, 'Z') && !take(text, 'z')) {
        if (text.empty() || (text.front() != '+' && text.front() != '-')) return {};
        int const sign = text.front() == '-' ? -1 : 1;
        text.remove_prefix(1);
        int const hours = take_digits(text, 2);
        bool const more = take(text, ':') || !text.empty();
        int const minutes = more ? take_digits(text, 2) : 0;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
        offset = sign * (hours * 60 + minutes);
    }
    std::chrono::year_month_day const date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!text.empty() || !date.ok()) return {};
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute - offset} +
           std::chrono::seconds{second};
}

/// Whether the platform can know of an instant: from 2014, before which it did not exist, up to 2100.
[[nodiscard]] constexpr bool plausible(instant when) noexcept
{
    return to_unix(when) >= 1388534400 && to_unix(when) < 4102444800;
}

} // namespace tiktrack
