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

/// A count and the column that tells its resolution.
struct count_resolution {
    std::size_t count;
    std::size_t resolution;
};
inline constexpr count_resolution count_resolutions[] = {
    {"views"_col, "views_resolution"_col},   {"likes"_col, "likes_resolution"_col},
    {"shares"_col, "shares_resolution"_col}, {"comments_count"_col, "comments_resolution"_col},
    {"saves"_col, "saves_resolution"_col},   {"creator_follower_count"_col, "followers_resolution"_col}};

/// Sets the six resolutions by the record's source and counts, or as the user says.
inline void set_exactness(draft& of, verdict how)
{
    auto const& cells = of.made.cells;
    set_resolutions(of, how == verdict::exact ? exactness::exact : exactness_of(inside(cells["source"_col])));
    if (how != verdict::rounded) return;
    for (auto const& [count, resolution] : count_resolutions)
        if (auto const value = as_count(cells[count])) of.set(resolution, grid_unit(*value));
}

} // namespace tiktrack::source
