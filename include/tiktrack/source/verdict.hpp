// SPDX-License-Identifier: MIT
// Whether a record's counts are exact: by themselves, or because the user says so.
#pragma once

#include "tiktrack/model/resolution.hpp"

namespace tiktrack::source {

/// Who says whether an answer's counts are exact.
enum class verdict {
    judge,  ///< the counts themselves
    exact,  ///< the user: they are
    rounded ///< the user: they are not
};

/// Sets the six resolutions by the record's source and counts, or as the user says.
inline void set_exactness(draft& of, verdict how)
{
    auto const& cells = of.made.cells;
    set_resolutions(of, how == verdict::exact ? exactness::exact : exactness_of(inside(cells["source"_col])));
    if (how != verdict::rounded) return;
    for (auto const& each : count_resolutions)
        if (auto const value = as_count(cells[each.count])) of.set(each.resolution, grid_unit(*value));
}

} // namespace tiktrack::source
