// SPDX-License-Identifier: MIT
// The end of one JSON string, number or literal, checked to the last byte.
#pragma once

#include "tiktrack/format/bytes16.hpp"
#include "tiktrack/format/utf8.hpp"
#include "tiktrack/format/utf8_avx2.hpp"

#include <cstring>

namespace tiktrack::format {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool is_blank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hex_digit(char c) noexcept
{
    if (is_digit(c)) return c - '0';
    char const low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

namespace detail {

/// Past the one character or escape at `p`, where a block of 16 has something to look at; nullptr where it
/// cannot stand in a string. Lone surrogates as escapes are let pass: real captions hold them.
[[nodiscard]] inline char const* past_character(char const* p, char const* end) noexcept
{
    auto const c = static_cast<unsigned char>(*p);
    if (c >= 0x80) {
        auto const size = utf8_sequence(p, end);
        return size == 0 ? nullptr : p + size;
    }
    if (c < 0x20) return nullptr;
    if (c != '\\') return p + 1;
    if (++p == end) return nullptr;
    switch (*p) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': return p + 1;
    case 'u':
        if (end - p < 5) return nullptr;
        for (int i = 1; i <= 4; ++i)
            if (hex_digit(p[i]) < 0) return nullptr;
        return p + 5;
    default: return nullptr;
    }
}

/// The rest of `string_end`, from a byte on that is not plain.
[[nodiscard, gnu::noinline]] inline char const* string_end_slowly(char const* p, char const* end) noexcept
{
    if (p != end && static_cast<unsigned char>(*p) >= 0x80 && has_avx2()) {
        p = plain_end_avx2(p, end);
        if (p == nullptr || (p != end && *p == '"')) return p;
    }
    while (end - p >= 16) {
        bytes16 const here(p);
        auto const special = here.special_in_string(), beyond = here.from(0x80);
        auto const stops = special & ~beyond;
        auto size = first_bit(stops | 0x10000);
        if (special != stops && (beyond & ((1u << size) - 1)) != 0) {
            size = utf8_characters(here, size);
            if (size == 0) return nullptr;
        }
        p += size;
        if ((stops >> size & 1) == 0) continue;
        if (*p == '"') return p;
        do { // escapes like company
            if ((p = past_character(p, end)) == nullptr || p == end) return nullptr;
        } while (*p == '\\');
    }
    for (;;) {
        if (p == end) return nullptr;
        if (*p == '"') return p;
        if ((p = past_character(p, end)) == nullptr) return nullptr;
    }
}

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

/// From behind the opening quote to the closing one. nullptr where the string does not end before `end`, or
/// holds a control character, a bad escape or bytes that are not UTF-8. Cost: a sixteenth of a step a byte.
[[nodiscard, gnu::always_inline]] inline char const* string_end(char const* p, char const* end) noexcept
{
    for (; end - p >= 16; p += 16) {
        auto const special = bytes16(p).special_in_string();
        if (special == 0) continue;
        p += first_bit(special);
        if (*p == '"') [[likely]]
            return p;
        break;
    }
    return detail::string_end_slowly(p, end);
}

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

/// Past `null`, `true` or `false` at `p`; nullptr where none stands there.
[[nodiscard]] inline char const* literal_end(char const* p, char const* end) noexcept
{
    auto const is = [p](char const* word) { return std::memcmp(p, word, 4) == 0; };
    if (end - p < 4) return nullptr;
    if (is("null") || is("true")) return p + 4;
    return end - p > 4 && is("fals") && p[4] == 'e' ? p + 5 : nullptr;
}

} // namespace tiktrack::format
