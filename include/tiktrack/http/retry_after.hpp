// SPDX-License-Identifier: MIT
// How long a host asks us to stay away: the value of a Retry-After header, in every form that RFC 9110
// allows.
#pragma once

#include "tiktrack/base/instant.hpp"
#include "tiktrack/base/integer.hpp"
#include "tiktrack/base/trimmed.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>

namespace tiktrack::http {

/// No answer is longer than this: a number of any length stays one that can be added to a time.
inline constexpr std::chrono::seconds longest_retry_after = std::chrono::hours{24} * 36525;

namespace detail {

using tiktrack::detail::take, tiktrack::detail::take_digits;

/// The name of a month off the front of `text`, 1 to 12; 0 where there is none.
inline unsigned take_month(std::string_view& text)
{
    constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    auto const at = text.size() < 3 ? names.npos : names.find(text.substr(0, 3));
    if (at == names.npos || at % 3 != 0) return 0;
    text.remove_prefix(3);
    return static_cast<unsigned>(at / 3 + 1);
}

/// `08:49:37` off the front of `text`; nothing where it is no time of day.
inline std::optional<std::chrono::seconds> take_time(std::string_view& text)
{
    int const hour = take_digits(text, 2);
    bool const to_minutes = take(text, ':');
    int const minute = take_digits(text, 2);
    bool const to_seconds = take(text, ':');
    int const second = take_digits(text, 2);
    if (!to_minutes || !to_seconds || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60)
        return {};
    return std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

/// The year that two digits mean: at most 50 years ahead, and less than 50 ago.
inline int whole_year(int of_century, instant now)
{
    std::chrono::year_month_day const today{std::chrono::floor<std::chrono::days>(now)};
    int const this_year = int(today.year());
    int const year = this_year - this_year % 100 + of_century;
    return year > this_year + 50 ? year - 100 : year <= this_year - 50 ? year + 100 : year;
}

} // namespace detail

/// An HTTP-date in any of its three formats: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37
/// GMT`, `Sun Nov  6 08:49:37 1994`. The day of the week is not checked. Nothing for a date that does not
/// exist.
/// @param now says which century a year of two digits means
[[nodiscard]] inline std::optional<instant> parse_http_date(std::string_view text, instant now)
{
    using namespace detail;
    auto const letters = std::min(text.find_first_of(", "), text.size());
    text.remove_prefix(letters);
    bool const of_today = take(text, ',');
    if (letters < 3 || !take(text, ' ')) return {};

    int year = -1, day = -1;
    unsigned month = 0;
    std::optional<std::chrono::seconds> time;
    if (of_today) {
        day = take_digits(text, 2);
        bool const dashes = take(text, '-');
        if (!dashes && !take(text, ' ')) return {};
        month = take_month(text);
        if (!take(text, dashes ? '-' : ' ')) return {};
        year = take_digits(text, dashes ? 2 : 4);
        if (dashes && year >= 0) year = whole_year(year, now);
        if (!take(text, ' ')) return {};
        time = take_time(text);
        if (text != " GMT") return {};
    } else { // as C's asctime writes it
        month = take_month(text);
        if (!take(text, ' ')) return {};
        day = take(text, ' ') ? take_digits(text, 1) : take_digits(text, 2);
        if (!take(text, ' ')) return {};
        time = take_time(text);
        if (!take(text, ' ')) return {};
        year = take_digits(text, 4);
        if (!text.empty()) return {};
    }
    if (year < 0 || day < 0 || !time) return {};
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {};
    return std::chrono::sys_days{date} + *time;
}

/// How long to stay away from a host, by the value of its Retry-After header: seconds, or the time until a
/// date. 0 for a date that has passed; at most `longest_retry_after`. What is absurd (a year) is told as it
/// is: whether to obey is the caller's to decide. Nothing for an empty value, a negative one, and nonsense.
[[nodiscard]] inline std::optional<std::chrono::seconds> retry_after(std::string_view value, instant now)
{
    using std::chrono::seconds;
    value = trimmed(value, header_blanks);
    if (is_digits(value)) {
        auto const number = parse_integer(value); // nothing where it is too large
        return std::min(number ? seconds{*number} : longest_retry_after, longest_retry_after);
    }
    auto const date = parse_http_date(value, now);
    if (!date) return {};
    return std::clamp(*date - now, seconds{0}, longest_retry_after);
}

} // namespace tiktrack::http
