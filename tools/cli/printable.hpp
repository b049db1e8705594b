// SPDX-License-Identifier: MIT
// Text that may have come from anywhere, made harmless for a terminal.
#pragma once

#include "tiktrack/format/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace tiktrack::cli {

/// Whether a terminal acts on a character instead of showing it: controls (C0, DEL, C1), marks and overrides
/// of the writing direction, separators of lines and paragraphs, the byte order mark.
[[nodiscard]] constexpr bool acts_on_terminal(std::uint32_t point) noexcept
{
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x61c || point == 0x200e ||
           point == 0x200f || (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069) ||
           point == 0xfeff;
}

/// The text with such characters, and bytes that are no UTF-8, as escapes: `\t`, `\n`, `\r`, `\x1b`,
/// `\u202e`.
[[nodiscard]] inline std::string printable(std::string_view text)
{
    std::string shown;
    auto const escape = [&shown](char const* form, unsigned number) {
        char escaped[16];
        std::snprintf(escaped, sizeof escaped, form, number);
        shown += escaped;
    };
    for (char const *p = text.data(), *const end = p + text.size(); p != end;) {
        unsigned const lead = static_cast<unsigned char>(*p);
        std::size_t const size = lead < 0x80 ? 1 : format::utf8_sequence(p, end);
        std::uint32_t point = size == 2 ? lead & 0x1f : size == 3 ? lead & 0xf : lead & 0x7f;
        for (std::size_t i = 1; i < size; ++i) point = point << 6 | (static_cast<unsigned char>(p[i]) & 0x3f);
        if (size == 0)
            escape("\\x%02x", lead);
        else if (point == '\t' || point == '\n' || point == '\r')
            shown += point == '\t' ? "\\t" : point == '\n' ? "\\n" : "\\r";
        else if (acts_on_terminal(point))
            escape(size == 1 ? "\\x%02x" : "\\u%04x", point);
        else
            shown.append(p, size);
        p += size == 0 ? 1 : size;
    }
    return shown;
}

} // namespace tiktrack::cli
