// SPDX-License-Identifier: MIT
// A text without the blanks around it.
#pragma once

#include <string_view>

namespace tiktrack {

/// What may stand around the value of a header, of HTTP as of WARC.
inline constexpr std::string_view header_blanks = " \t";

/// The part of a text from its first byte that is not `blank` to the last one; where there is none, nothing
/// of it, at its beginning.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text,
                                                 std::string_view blank = " \t\r\n") noexcept
{
    auto const first = text.find_first_not_of(blank);
    if (first == text.npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

} // namespace tiktrack
