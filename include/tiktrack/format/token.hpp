// SPDX-License-Identifier: MIT
// The end of one JSON number or literal, and its escapes, checked to the last byte.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/format/bytes16.hpp"

#include <cstring>

namespace tiktrack::format {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool is_blank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether the backslash at `p` begins an escape that is whole before `end`. Lone surrogates are let pass:
/// real captions hold them.
[[nodiscard]] inline bool is_escape(char const* p, char const* end) noexcept
{
    if (end - p < 2) return false;
    switch (p[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': return true;
    case 'u':
        if (end - p < 6) return false;
        for (int i = 2; i <= 5; ++i)
            if (hex_digit(p[i]) < 0) return false;
        return true;
    default: return false;
    }
}

namespace detail {

/// `plain_number_end` byte by byte.
[[nodiscard, gnu::noinline]] inline char const* number_end_slowly(char const* p, char const* end) noexcept
{
    if (p != end && *p == '-') ++p;
    if (p == end || !is_digit(*p)) return nullptr;
    if (*p++ != '0')
        while (p != end && is_digit(*p)) ++p;
    if (p != end && *p == '.') {
        if (++p == end || !is_digit(*p)) return nullptr;
        while (p != end && is_digit(*p)) ++p;
    }
    return p;
}

} // namespace detail

/// Past the number without an exponent at `p`, as RFC 8259 spells those; nullptr where there is none.
[[nodiscard, gnu::always_inline]] inline char const* plain_number_end(char const* p, char const* end) noexcept
{
    if (end - p >= 32) { // most are short, and without a sign
        auto const whole = first_bit(bytes16(p).no_digits() | 0x10000);
        if (whole > 0 && whole < 16 && (*p != '0' || whole == 1)) {
            p += whole;
            if (*p != '.') return p;
            auto const fraction = first_bit(bytes16(p + 1).no_digits() | 0x10000);
            if (fraction > 0 && fraction < 16) return p + 1 + fraction;
            p -= whole;
        }
    }
    return detail::number_end_slowly(p, end);
}

/// Whether the text from `p` to `end` is a number of at most 15 characters without a sign and an exponent. 16
/// bytes must be readable at `p`, and none need be from `end` on.
[[nodiscard]] inline bool is_short_number(char const* p, char const* end) noexcept
{
    auto const size = static_cast<std::size_t>(end - p);
    if (size - 1 >= 15) return false;
    auto const others = bytes16(p).no_digits() & ((1u << size) - 1);
    if (others == 0) return *p != '0' || size == 1;
    auto const point = first_bit(others);
    return (others & (others - 1)) == 0 && p[point] == '.' && point > 0 && point + 1 < size &&
           (*p != '0' || point == 1);
}

/// Past `null`, `true` or `false` at `p`; nullptr where none stands there.
[[nodiscard]] inline char const* literal_end(char const* p, char const* end) noexcept
{
    auto const is = [p](char const* word) { return std::memcmp(p, word, 4) == 0; };
    if (end - p < 4) return nullptr;
    if (is("null") || is("true")) return p + 4;
    return end - p > 4 && is("fals") && p[4] == 'e' ? p + 5 : nullptr;
}

} // namespace tiktrack::format
