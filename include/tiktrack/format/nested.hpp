// SPDX-License-Identifier: MIT
// The end of one JSON object or array in a line whose quotes are known, for the values inside lines that are
// spelled as expected. Whatever it refuses is Boost.JSON's to judge, which also finds the reason.
#pragma once

#include "tiktrack/format/token.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace tiktrack::format {

/// How deep values may be nested; a record is level 1.
inline constexpr std::size_t max_depth = 512;

/// Where reading a line stands: before a token, and before its next quote. What a `quoted_line` checked needs
/// not be looked at again.
struct line_place {
    char const* p;
    std::uint32_t const* quote;
};

/// Goes past the object or array at `at`, nested at most `Depth` levels deep, in the line from `begin` to
/// `end` that a `quoted_line` has read. False where it is not valid, or where only Boost.JSON can tell
/// (numbers with an exponent); `at` is undefined then.
template <std::size_t Depth>
[[nodiscard]] bool pass_nested(line_place& at, char const* begin, char const* end) noexcept
{
    std::bitset<Depth> objects; // by level, whether it is one
    std::size_t level = 0;
    bool in_object = false;
    char const* p = at.p;
    std::uint32_t const* quote = at.quote;
    auto const blanks = [&]() __attribute__((always_inline))
    {
        while (p != end && *p == ' ') ++p;
        return p != end;
    };
    // Past the string at p, which may lack its end.
    auto const string = [&]() __attribute__((always_inline))
    {
        p = begin + quote[1] + 1;
        quote += 2;
        return p <= end;
    };
    // Past a member's key and colon.
    auto const key = [&]() __attribute__((always_inline))
    {
        if (*p != '"' || !string() || !blanks() || *p != ':') return false;
        ++p;
        return blanks();
    };
    for (;;) {
        // A value begins at p.
        if (*p == '"') {
            if (!string()) return false;
        } else if (*p == '{' || *p == '[') {
            if (level == Depth) return false;
            objects[level++] = in_object = *p == '{';
            ++p;
            if (!blanks()) return false;
            if (*p != (in_object ? '}' : ']')) {
                if (in_object && !key()) return false;
                continue;
            }
        } else {
            p = *p <= '9' ? plain_number_end(p, end) : literal_end(p, end);
            if (p == nullptr) return false;
        }
        // A value ended before p, or an empty object or array is about to end at p.
        for (;;) {
            if (!blanks()) return false;
            if (*p == ',') break;
            if (*p != (in_object ? '}' : ']')) return false;
            ++p;
            if (--level == 0) {
                at = {p, quote};
                return true;
            }
            in_object = objects[level - 1];
        }
        ++p;
        if (!blanks() || (in_object && !key())) return false;
    }
}

} // namespace tiktrack::format
