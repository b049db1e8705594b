// SPDX-License-Identifier: MIT
// What ASCII letters say, in either case: names of headers, hosts and tags, hexadecimal digits.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace tiktrack {

/// An ASCII capital as its small letter; any other byte as it is.
[[nodiscard]] constexpr char small_letter(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string in_small_letters(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), small_letter);
    return text;
}

/// Whether two texts are the same, the case of ASCII letters apart.
[[nodiscard]] constexpr bool same_letters(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return small_letter(x) == small_letter(y); });
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hex_digit(char c) noexcept
{
    if (c >= '0' && c <= '9') return c - '0';
    char const low = small_letter(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

} // namespace tiktrack
