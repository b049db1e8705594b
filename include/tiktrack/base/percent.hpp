// SPDX-License-Identifier: MIT
// Percent-encoding of addresses (RFC 3986, 2.1), in both directions.
#pragma once

#include "tiktrack/base/letters.hpp"

#include <string>
#include <string_view>

namespace tiktrack {

/// Percent escapes resolved; what is none stays.
[[nodiscard]] inline std::string percent_decoded(std::string_view text)
{
    std::string meaning;
    for (; !text.empty(); text.remove_prefix(1)) {
        bool const escape =
            text[0] == '%' && text.size() > 2 && hex_digit(text[1]) >= 0 && hex_digit(text[2]) >= 0;
        meaning += escape ? static_cast<char>(hex_digit(text[1]) << 4 | hex_digit(text[2])) : text[0];
        if (escape) text.remove_prefix(2);
    }
    return meaning;
}

/// A text as a part of an address: bytes that stand for themselves (RFC 3986, 2.3), all others escaped.
[[nodiscard]] inline std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string made;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        auto const byte = static_cast<unsigned char>(c);
        if (plain)
            made += c;
        else
            made.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
    return made;
}

} // namespace tiktrack
