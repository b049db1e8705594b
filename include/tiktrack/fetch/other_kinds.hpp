// SPDX-License-Identifier: MIT
// Values of another kind than their column's, as an object where text is expected: they count as null.
#pragma once

#include "tiktrack/model/record.hpp"
#include "tiktrack/model/remarks.hpp"

#include <cstddef>
#include <string_view>

namespace tiktrack::fetch {

/// Puts null in the place of all such values of a record, so that no later use of it has to look;
/// `remark(key, value)` is told of each. What is of its column's kind stays, also where it cannot be true.
template <class Remark>
void drop_other_kinds(record& of, Remark remark)
{
    for (std::size_t i = 0; i < column_count; ++i) {
        auto& cell = of.cells[i];
        if (!is_of_another_kind(cell, columns[i].is)) continue;
        remark(columns[i].key, cell);
        cell = "null";
    }
}

} // namespace tiktrack::fetch
