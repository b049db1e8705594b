// SPDX-License-Identifier: MIT
// Whether a text is one document or lines that are each an answer, and which of its lines is too long.
#pragma once

#include "tiktrack/format/json.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace tiktrack::source {

/// Whether the first line of a text (which is not blank) is a JSON value, and another one follows it.
/// @param more whether there is more than this text
[[nodiscard]] inline bool starts_with_a_line(std::string_view text, bool more, format::validator& valid)
{
    auto const end = std::min(text.find('\n'), text.size());
    bool const follows = more || text.find_first_not_of(" \t\r\n", end) != text.npos;
    return follows && !valid.check(text.substr(0, end));
}

/// Whether a text that is not JSON may be lines whose first one is bad.
[[nodiscard]] inline bool second_line_is_json(std::string_view text, format::validator& valid)
{
    auto const line = text.substr(std::min(text.find('\n'), text.size() - 1) + 1);
    return line.starts_with('{') && !valid.check(line.substr(0, line.find('\n')));
}

/// Which line of a text, from 1, is the first that has more bytes than allowed; 0 where none has.
[[nodiscard]] inline std::uint64_t first_long_line(std::string_view text, std::size_t longest)
{
    for (std::uint64_t number = 1; text.size() > longest; ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.size() > longest) return number;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}

} // namespace tiktrack::source
