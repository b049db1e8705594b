// SPDX-License-Identifier: MIT
// The end of one JSON object or array, checked to the last byte, for the values inside lines that are spelled
// as expected. Whatever it refuses is Boost.JSON's to judge, which also finds the reason.
#pragma once

#include "tiktrack/format/token.hpp"

#include <bitset>

namespace tiktrack::format {

/// How deep values may be nested; a record is level 1.
inline constexpr std::size_t max_depth = 512;

/// Past the object or array at `p`, nested at most `Depth` levels deep; nullptr where it is not valid, where
/// it goes beyond its line, or where only Boost.JSON can tell (numbers with an exponent).
template <std::size_t Depth>
[[nodiscard]] char const* nested_end(char const* p, char const* end) noexcept
{
    std::bitset<Depth> is_object; // by level
    std::size_t level = 0;
    auto const blanks = [&] {
        while (p != end && is_blank(*p) && *p != '\n') ++p;
        return p != end;
    };
    // Past a member's key and colon.
    auto const key = [&] {
        if (*p != '"' || (p = string_end(p + 1, end)) == nullptr) return false;
        ++p;
        if (!blanks() || *p != ':') return false;
        ++p;
        return blanks();
    };
    for (;;) {
        // A value begins at p.
        if (*p == '{' || *p == '[') {
            if (level == Depth) return nullptr;
            is_object[level++] = *p == '{';
            ++p;
            if (!blanks()) return nullptr;
            if (*p != (is_object[level - 1] ? '}' : ']')) {
                if (is_object[level - 1] && !key()) return nullptr;
                continue;
            }
        } else if (*p == '"') {
            p = string_end(p + 1, end);
            if (p == nullptr) return nullptr;
            ++p;
        } else {
            p = *p <= '9' ? plain_number_end(p, end) : literal_end(p, end);
            if (p == nullptr) return nullptr;
        }
        // A value ended before p, or an empty object or array is about to end at p.
        for (;;) {
            if (!blanks()) return nullptr;
            if (*p == ',') break;
            if (*p != (is_object[level - 1] ? '}' : ']')) return nullptr;
            ++p;
            if (--level == 0) return p;
        }
        ++p;
        if (!blanks() || (is_object[level - 1] && !key())) return nullptr;
    }
}

} // namespace tiktrack::format
