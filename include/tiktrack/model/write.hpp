// SPDX-License-Identifier: MIT
// A record as a line: the table's keys in its order, foreign members as they came, then series columns.
#pragma once

#include "tiktrack/format/text_buffer.hpp"
#include "tiktrack/model/record.hpp"

namespace tiktrack {

/// Appends the record as one line with its end. Keys of the table that are absent are written as null, but
/// for the series columns, which are left out where they are absent.
inline void append_line(format::text_buffer& to, record const& r)
{
    bool first = true;
    auto const member = [&](std::string_view key, std::string_view value) {
        to.append(first ? "{\"" : ",\"");
        to.append(key);
        to.append("\":");
        to.append(value);
        first = false;
    };
    for (std::size_t i = 0; i < first_series_column; ++i)
        member(columns[i].key, r.cells[i].empty() ? std::string_view("null") : r.cells[i]);
    for (auto const& each : r.foreign) {
        to.append(",");
        to.append(each.spelled);
    }
    for (auto i = first_series_column; i < column_count; ++i)
        if (!r.cells[i].empty()) member(columns[i].key, r.cells[i]);
    to.append("}\n");
}

} // namespace tiktrack
