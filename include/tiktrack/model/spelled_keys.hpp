// SPDX-License-Identifier: MIT
// Every key of the table as it is written before its value.
#pragma once

#include "tiktrack/format/copy.hpp"
#include "tiktrack/format/text_buffer.hpp"
#include "tiktrack/model/columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace tiktrack {

/// `,"key":`, with room behind so that all of it is copied at once.
struct spelled_key {
    static constexpr std::size_t most = 40;
    std::array<char, most + 1> text{};
    std::size_t size = 0;

    /// Writes it to memory with room for `most` bytes and returns the end. `first`: no member stands before,
    /// so that no comma is due.
    [[nodiscard]] char* write(char* to, bool first) const noexcept
    {
        std::memcpy(to, text.data() + (first ? 1 : 0), most);
        return to + size - (first ? 1 : 0);
    }
};

/// By the column's place in the table.
inline constexpr auto spelled_keys = [] {
    std::array<spelled_key, column_count> keys{};
    for (std::size_t i = 0; i < column_count; ++i)
        for (std::string_view const part : {std::string_view(",\""), columns[i].key, std::string_view("\":")})
            for (char const c : part) keys[i].text.at(keys[i].size++) = c;
    return keys;
}();
static_assert(std::all_of(spelled_keys.begin(), spelled_keys.end(),
                          [](spelled_key const& each) { return each.size <= spelled_key::most; }));

/// Appends a member with a column's key. `first`: no member stands before it in its object.
inline void append_member(format::text_buffer& to, std::size_t column, std::string_view value, bool first)
{
    char* const out = spelled_keys[column].write(to.room(spelled_key::most + value.size()), first);
    to.end_at(format::copy_short(out, value));
}

} // namespace tiktrack
