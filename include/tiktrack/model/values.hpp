// SPDX-License-Identifier: MIT
// What the JSON text of a record's value means as a count, a time, a text. Empty text is an absent key.
#pragma once

#include "tiktrack/base/integer.hpp"
#include "tiktrack/base/number.hpp"
#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// Absent or null.
[[nodiscard]] constexpr bool is_null(std::string_view json) noexcept
{
    return json.empty() || json[0] == 'n';
}

[[nodiscard]] constexpr bool is_string(std::string_view json) noexcept
{
    return !json.empty() && json[0] == '"';
}

[[nodiscard]] constexpr bool is_number(std::string_view json) noexcept
{
    return !json.empty() && (json[0] == '-' || format::is_digit(json[0]));
}

/// The inside of a JSON string as it is spelled, escapes and all; empty for what is no string.
[[nodiscard]] constexpr std::string_view inside(std::string_view json) noexcept
{
    return is_string(json) && json.size() >= 2 ? json.substr(1, json.size() - 2) : std::string_view{};
}

/// What the inside of a JSON string means: `o\u006b` is ok.
[[nodiscard]] inline std::string meant(std::string_view spelled)
{
    std::string text;
    format::append_text(text, spelled);
    return text;
}

/// The text that a JSON string means; nothing for what is no string.
[[nodiscard]] inline std::optional<std::string> as_text(std::string_view json)
{
    if (!is_string(json)) return {};
    return meant(inside(json));
}

[[nodiscard]] constexpr bool has_escapes(std::string_view spelled) noexcept
{
    return spelled.find('\\') != spelled.npos;
}

/// Whether a JSON string means `text`. One with escapes is longer than what it means.
[[nodiscard]] constexpr bool means(std::string_view json, std::string_view text)
{
    if (!is_string(json) || json.size() < text.size() + 2) return false;
    auto const spelled = inside(json);
    if (spelled.size() == text.size()) return spelled == text;
    return has_escapes(spelled) && meant(spelled) == text;
}

/// A whole number, spelled as a number in any way (`1e3`) or as text (`"12"`). Nothing for all else.
[[nodiscard]] constexpr std::optional<std::int64_t> as_integer(std::string_view json)
{
    if (!is_string(json)) return parse_integer(json);
    auto const spelled = inside(json);
    if (auto const value = parse_integer(spelled)) return value;
    return has_escapes(spelled) ? parse_integer(meant(spelled)) : std::nullopt;
}

/// A whole number >= 0.
[[nodiscard]] constexpr std::optional<std::int64_t> as_count(std::string_view json)
{
    auto const value = as_integer(json);
    return value && *value >= 0 ? value : std::nullopt;
}

/// Whether something stands where a count is expected that is none: negative, fractional, too large, no
/// number.
[[nodiscard]] constexpr bool is_invalid_count(std::string_view json)
{
    return !is_null(json) && !as_count(json);
}

/// A number that a double holds. Nothing for all else, also for a text that spells a number.
[[nodiscard]] inline std::optional<double> as_real(std::string_view json) noexcept
{
    return is_number(json) ? parse_number<double>(json) : std::nullopt;
}

/// How far from 1970 a time in seconds can be; what is later is one in milliseconds.
inline constexpr std::int64_t furthest_time = 100'000'000'000;

/// Whether a number of seconds can only be one of milliseconds.
[[nodiscard]] constexpr bool is_milliseconds(std::int64_t time) noexcept { return time > furthest_time; }

/// The same of JSON text.
[[nodiscard]] constexpr bool is_milliseconds(std::string_view json)
{
    auto const value = as_integer(json);
    return value && is_milliseconds(*value);
}

/// A time in Unix seconds, as a number or as digits in a text; milliseconds are recognised by their size.
/// Nothing for what is further away than `furthest_time` even so: differences of times fit.
[[nodiscard]] constexpr std::optional<std::int64_t> as_time(std::string_view json)
{
    auto value = as_integer(json);
    if (value && is_milliseconds(*value)) *value /= 1000;
    if (value && (*value > furthest_time || *value < -furthest_time)) return {};
    return value;
}

[[nodiscard]] constexpr std::optional<bool> as_boolean(std::string_view json) noexcept
{
    if (json == "true") return true;
    if (json == "false") return false;
    return {};
}

/// The digits or letters of an id, spelled as a string or as a number. Nothing for all else, and for
/// strings with escapes, which no id needs.
[[nodiscard]] constexpr std::optional<std::string_view> as_id(std::string_view json) noexcept
{
    if (is_string(json)) {
        auto const id = inside(json);
        if (id.empty() || has_escapes(id)) return {};
        return id;
    }
    if (is_number(json)) return json;
    return {};
}

} // namespace tiktrack
