// SPDX-License-Identifier: MIT
// The text that a JSON string means, and the JSON string that means a text.
#pragma once

#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/utf8.hpp"

#include <string>
#include <string_view>

namespace tiktrack::format {

/// The four hexadecimal digits at `p`.
[[nodiscard]] inline std::uint32_t hex4(char const* p) noexcept
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 4 | static_cast<std::uint32_t>(hex_digit(p[i]) & 0xf);
    return value;
}

/// Appends what the inside of a valid JSON string means, as UTF-8. Lone surrogates become U+FFFD; so does
/// U+0000 where `nul` is false, for formats that cannot hold it.
inline void append_text(std::string& to, std::string_view inside, bool nul = true)
{
    char const* p = inside.data();
    char const* const end = p + inside.size();
    while (p != end) {
        auto const stop = std::string_view(p, static_cast<std::size_t>(end - p)).find('\\');
        if (stop == std::string_view::npos) {
            to.append(p, end);
            return;
        }
        to.append(p, stop);
        p += stop + 1;
        if (p == end) return;
        char const c = *p++;
        switch (c) {
        case 'b': to.push_back('\b'); break;
        case 'f': to.push_back('\f'); break;
        case 'n': to.push_back('\n'); break;
        case 'r': to.push_back('\r'); break;
        case 't': to.push_back('\t'); break;
        case 'u': {
            if (end - p < 4) return;
            auto point = hex4(p);
            p += 4;
            if (point >= 0xd800 && point < 0xdc00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u' &&
                (hex4(p + 2) & 0xfc00) == 0xdc00) {
                point = 0x10000 + ((point & 0x3ff) << 10 | (hex4(p + 2) & 0x3ff));
                p += 6;
            } else if ((point & 0xf800) == 0xd800 || (point == 0 && !nul)) {
                point = replacement_character;
            }
            append_utf8(to, point);
            break;
        }
        default: to.push_back(c);
        }
    }
}

/// Appends `text` (UTF-8) as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD.
inline void append_quoted(std::string& to, std::string_view text)
{
    constexpr char const* digits = "0123456789abcdef";
    to.push_back('"');
    for (char const *p = text.data(), *const end = p + text.size(); p != end;) {
        auto const c = static_cast<unsigned char>(*p);
        if (c >= 0x80) {
            auto const size = utf8_sequence(p, end);
            if (size == 0)
                append_utf8(to, replacement_character);
            else
                to.append(p, size);
            p += size == 0 ? 1 : size;
            continue;
        }
        ++p;
        if (c == '"' || c == '\\') {
            to.push_back('\\');
            to.push_back(static_cast<char>(c));
        } else if (c == '\n') {
            to += "\\n";
        } else if (c < 0x20) {
            to += "\\u00";
            to.push_back(digits[c >> 4]);
            to.push_back(digits[c & 0xf]);
        } else {
            to.push_back(static_cast<char>(c));
        }
    }
    to.push_back('"');
}

/// Appends JSON text without the white space between its tokens; no byte of a token is changed.
inline void append_compact(std::string& to, std::string_view json)
{
    char const* p = json.data();
    char const* const end = p + json.size();
    char const* from = p; // of what is not appended yet
    while (p != end) {
        if (end - p >= 16) {
            auto const found = bytes16(p).blanks_or_quotes();
            p += found == 0 ? 16 : first_bit(found);
            if (found == 0) continue;
        }
        if (*p == '"') {
            p = closing_quote(p + 1, end);
            if (p != end) ++p;
        } else if (is_blank(*p)) {
            to.append(from, p);
            p = past_blanks(p, end);
            from = p;
        } else {
            ++p;
        }
    }
    to.append(from, end);
}

} // namespace tiktrack::format
