// SPDX-License-Identifier: MIT
// UTF-8: well-formed sequences, one or sixteen bytes at a time (Unicode 15, table 3-7).
#pragma once

#include "tiktrack/format/bytes16.hpp"

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

/// How many of the first `size` (1 to 16) bytes are whole, well-formed characters: all of them, but for a
/// sequence that goes on behind 16 bytes; 0 where one is ill-formed. Behind fewer than 16 stands ASCII.
[[nodiscard]] inline unsigned utf8_characters(bytes16 here, unsigned size) noexcept
{
    auto const beyond = here.from(0x80), two = here.from(0xc0), three = here.from(0xe0),
               four = here.from(0xf0);
    // What follows a lead byte is due there and nowhere else.
    auto wrong = (two << 1 | three << 2 | four << 3) ^ (beyond ^ two);
    wrong |= (two ^ here.from(0xc2)) | here.from(0xf5);
    auto const from_90 = here.from(0x90), from_a0 = here.from(0xa0);
    wrong |= here.equal('\xe0') << 1 & ~from_a0; // overlong
    wrong |= here.equal('\xed') << 1 & from_a0;  // a surrogate
    wrong |= here.equal('\xf0') << 1 & ~from_90; // overlong
    wrong |= here.equal('\xf4') << 1 & from_90;  // beyond U+10FFFF
    if (auto const cut = (two & 0x8000) | (three & 0xc000) | (four & 0xe000); size == 16 && cut != 0)
        size = first_bit(cut);
    return (wrong & ((2u << size) - 1)) == 0 ? size : 0;
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
