// SPDX-License-Identifier: MIT
// A record as a line: the table's keys in its order, foreign members as they came, then series columns.
#pragma once

#include "tiktrack/model/record.hpp"
#include "tiktrack/model/spelled_keys.hpp"

namespace tiktrack {

/// Appends the record as one line with its end. Keys of the table that are absent are written as null, but
/// for the series columns, which are left out where they are absent.
inline void append_line(format::text_buffer& to, record const& r)
{
    to.append("{");
    for (std::size_t i = 0; i < first_series_column; ++i)
        append_member(to, i, r.cells[i].empty() ? std::string_view("null") : r.cells[i], i == 0);
    for (auto const& each : r.foreign) {
        to.append(",");
        to.append(each.spelled);
    }
    for (auto i = first_series_column; i < column_count; ++i)
        if (!r.cells[i].empty()) append_member(to, i, r.cells[i], false);
    to.append("}\n");
}

} // namespace tiktrack
