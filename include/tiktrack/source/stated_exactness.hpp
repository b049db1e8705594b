// SPDX-License-Identifier: MIT
// Whether a record's counts are exact: by themselves, or because the user says so.
#pragma once

#include "tiktrack/model/resolution.hpp"

namespace tiktrack::source {

/// What the user states of an answer's counts.
enum class stated_exactness {
    unsaid, ///< nothing: they are judged by themselves
    exact,
    rounded
};

/// Sets the six resolutions by the record's source and counts, or as the user says.
inline void set_exactness(draft& of, stated_exactness how)
{
    auto const& cells = of.made.cells;
    bool const exact = how == stated_exactness::exact;
    set_resolutions(of, exact ? exactness::exact : exactness_of(inside(cells["source"_col])));
    if (how != stated_exactness::rounded) return;
    for (auto const& each : count_resolutions)
        if (auto const value = as_count(cells[each.count])) of.set(each.resolution, grid_unit(*value));
}

} // namespace tiktrack::source
