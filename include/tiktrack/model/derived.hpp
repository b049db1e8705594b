// SPDX-License-Identifier: MIT
// All that follows from a record's own columns: resolutions, rates, age, quality flags.
#pragma once

#include "tiktrack/model/quality.hpp"
#include "tiktrack/model/rates.hpp"
#include "tiktrack/model/resolution.hpp"

#include <array>

namespace tiktrack {

/// The columns that a record made by hand may lack, and that tt-velocity adds then, in the table's order.
inline constexpr auto derivable_columns = std::to_array<std::size_t>(
    {"hours_since_upload"_col, "engagement_rate"_col, "comment_rate"_col, "share_rate"_col,
     "quality_flags"_col, "views_resolution"_col, "likes_resolution"_col, "comments_resolution"_col,
     "shares_resolution"_col, "saves_resolution"_col, "followers_resolution"_col, "save_rate"_col,
     "engagement_rate_by_views"_col, "views_per_follower"_col});

/// Whether a record has them all.
[[nodiscard]] inline bool has_derivable_columns(record const& r) noexcept
{
    for (auto const i : derivable_columns)
        if (r.cells[i].empty()) return false;
    return true;
}

/// Makes `of` a copy of `from` in which the derivable columns that were absent are computed; those that were
/// there stay as they are.
inline void derive_absent(draft& of, record const& from)
{
    of.complete(from);
    set_resolutions(of, exactness_of(get<"source"_col>(from).value_or("")));
    set_rates(of);
    set_quality_flags(of);
}

} // namespace tiktrack
