// SPDX-License-Identifier: MIT
// The unit to which each count of a record is rounded, judged from the counts of its own answer.
#pragma once

#include "tiktrack/math/rounding.hpp"
#include "tiktrack/model/draft.hpp"

#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace tiktrack {

/// What is known of the exactness of an answer's counts beyond the counts themselves.
enum class exactness {
    unknown, ///< of a source that nothing is known of
    judge,   ///< of a web answer: rounded, unless a number shows that it is not
    exact    ///< of a source that does not round, or because the user or a second statement says so
};

/// The exactness that goes with a `source`, e.g. `page`; each part of a merged one has to be exact.
[[nodiscard]] inline exactness exactness_of(std::string_view source) noexcept
{
    if (source.empty()) return exactness::unknown;
    return source == "app" || source == "research" ? exactness::exact : exactness::judge;
}

/// The unit of a count that is judged alone.
[[nodiscard]] constexpr std::int64_t lone_resolution(std::int64_t count) noexcept
{
    return on_grid(count) ? grid_unit(count) : 1;
}

/// A count and the column that tells its resolution.
struct count_resolution {
    std::size_t count;
    std::size_t resolution;
    bool witness; ///< whether it and the others of its kind are rounded together, or none of them is
};
inline constexpr count_resolution count_resolutions[] = {
    {"views"_col, "views_resolution"_col, true},
    {"likes"_col, "likes_resolution"_col, true},
    {"comments_count"_col, "comments_resolution"_col, true},
    {"shares"_col, "shares_resolution"_col, true},
    {"saves"_col, "saves_resolution"_col, false},
    {"creator_follower_count"_col, "followers_resolution"_col, false}};

/// Sets the six resolutions. Views, likes, comments and shares bear witness for each other: one that is off
/// its grid shows that none is rounded. Saves and followers are judged each alone.
inline void set_resolutions(draft& of, exactness how)
{
    std::array<std::optional<std::int64_t>, std::size(count_resolutions)> counts;
    bool shown_exact = false;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] = as_count(of.made.cells[count_resolutions[i].count]);
        if (counts[i] && count_resolutions[i].witness && !on_grid(*counts[i])) shown_exact = true;
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const& each = count_resolutions[i];
        if (!counts[i] || how == exactness::unknown)
            of.set_null(each.resolution);
        else if (how == exactness::exact || (each.witness && shown_exact))
            of.set(each.resolution, std::int64_t{1});
        else
            of.set(each.resolution, each.witness ? grid_unit(*counts[i]) : lone_resolution(*counts[i]));
    }
}

} // namespace tiktrack
