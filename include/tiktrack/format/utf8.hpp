// SPDX-License-Identifier: MIT
// UTF-8: well-formed sequences (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tiktrack::format {

/// The length of the well-formed sequence at `p`, which starts with a byte >= 0x80; 0 where it is none.
[[nodiscard]] inline std::size_t utf8_sequence(char const* p, char const* end) noexcept
{
    auto const byte = [p](int i) { return static_cast<unsigned char>(p[i]); };
    auto const follows = [&](int i) { return (byte(i) & 0xc0) == 0x80; };
    unsigned const lead = byte(0);
    auto const left = end - p;
    if (lead < 0xc2) return 0;
    if (lead < 0xe0) return left >= 2 && follows(1) ? 2 : 0;
    if (lead < 0xf0) {
        if (left < 3 || !follows(1) || !follows(2)) return 0;
        if (lead == 0xe0 && byte(1) < 0xa0) return 0; // overlong
        if (lead == 0xed && byte(1) > 0x9f) return 0; // a surrogate
        return 3;
    }
    if (lead > 0xf4 || left < 4 || !follows(1) || !follows(2) || !follows(3)) return 0;
    if (lead == 0xf0 && byte(1) < 0x90) return 0; // overlong
    if (lead == 0xf4 && byte(1) > 0x8f) return 0; // beyond U+10FFFF
    return 4;
}

/// Appends a code point (not a surrogate, at most U+10FFFF).
inline void append_utf8(std::string& to, std::uint32_t point)
{
    auto const put = [&to](std::uint32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
}

/// Stands for what cannot be held: U+FFFD.
inline constexpr std::uint32_t replacement_character = 0xfffd;

} // namespace tiktrack::format
