// SPDX-License-Identifier: MIT
// The case of ASCII letters: names of headers, hosts and tags count in either.
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

} // namespace tiktrack
