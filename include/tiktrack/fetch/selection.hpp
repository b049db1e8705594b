// SPDX-License-Identifier: MIT
// A choice of videos: who was chosen, who was left out, and what each band of a mix gave.
#pragma once

#include "tiktrack/fetch/select_rule.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::fetch {

/// A candidate that was chosen.
struct chosen_candidate {
    std::size_t candidate; ///< its place in the input
    std::string band;      ///< of those that a mix goes over; empty without a mix
    std::size_t rank;      ///< its place in the pool's order, from 1
};

/// A candidate that was not.
struct unchosen_candidate {
    std::size_t candidate;
    left_out why;
};

/// What a band of a mix had, and gave.
struct band_tally {
    std::string name;
    std::size_t candidates = 0; ///< of the pool's
    std::size_t chosen = 0;
};

/// A choice. Each candidate of the input stands in `chosen` or in `left`, once.
struct selection {
    std::vector<chosen_candidate> chosen; ///< by rank
    std::vector<unchosen_candidate> left; ///< by their place in the input
    std::size_t pool = 0;                 ///< how many were chosen from
    std::vector<band_tally> bands; ///< of a mix: by views upwards, or by the category's name; `unknown` last
};

/// The bands of a mix over views, upwards; the name of the one for views that are not known.
inline constexpr std::array<std::string_view, 4> view_bands = {"under 10K", "10K-100K", "100K-1M", "over 1M"};
inline constexpr std::string_view unknown_band = "unknown";

/// The band of a count of views: the lower bound belongs to it.
[[nodiscard]] constexpr std::size_t view_band(std::int64_t views) noexcept
{
    return views < 10'000 ? 0 : views < 100'000 ? 1 : views < 1'000'000 ? 2 : 3;
}

} // namespace tiktrack::fetch
