// SPDX-License-Identifier: MIT
// The byte order mark that some programs put at the start of a text file; it is not part of the text.
#pragma once

#include <string_view>

namespace tiktrack {

/// U+FEFF in UTF-8.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The start of a file without that mark.
[[nodiscard]] constexpr std::string_view without_mark(std::string_view start) noexcept
{
    if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
    return start;
}

} // namespace tiktrack
