// SPDX-License-Identifier: MIT
// What is worth saying of a choice: who was left out and why, what could not be filled, what would bring
// more.
#pragma once

#include "tiktrack/fetch/selection.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace tiktrack::fetch {

namespace detail {

[[nodiscard]] inline std::string counted_candidates(std::size_t number)
{
    return std::to_string(number) + (number == 1 ? " candidate" : " candidates");
}

/// The options that keep candidates out, of those that did.
[[nodiscard]] inline std::string what_would_bring_more(std::array<std::size_t, left_out_reasons> const& count)
{
    auto const any = [&](auto... why) { return ((count[static_cast<std::size_t>(why)] > 0) || ...); };
    std::string more = "more sources (--user, --hashtag and --sound bring about ten videos each, --listing "
                       "all that it holds)";
    if (any(left_out::too_old)) more += ", a longer --max-age";
    if (any(left_out::too_young)) more += ", a shorter --min-age";
    if (any(left_out::too_few_views)) more += ", fewer --min-views";
    if (any(left_out::too_many_views)) more += ", more --max-views";
    if (any(left_out::creator_full)) more += ", a larger --per-creator";
    if (any(left_out::outside_pool)) more += ", a larger --pool";
    if (any(left_out::advertisement)) more += ", --ads";
    return more;
}

} // namespace detail

/// Sentences about a choice: none where all went as asked, and nothing was left out but what was not needed.
/// @param say_short whether it is worth a word that there are fewer than are wanted: not where the user named
/// each video
[[nodiscard]] inline std::vector<std::string> remarks_on(selection const& made, selection_rule const& rule,
                                                         bool say_short = true)
{
    std::vector<std::string> said;
    std::array<std::size_t, left_out_reasons> count{};
    for (auto const& each : made.left) ++count[static_cast<std::size_t>(each.why)];

    std::string reasons;
    std::size_t left = 0;
    for (std::size_t i = 0; i < count.size(); ++i) {
        auto const why = static_cast<left_out>(i);
        if (count[i] == 0 || why == left_out::outside_pool || why == left_out::not_needed) continue;
        left += count[i];
        reasons.append(reasons.empty() ? "" : ", ").append(std::to_string(count[i])).append(" ");
        reasons += describe(why);
    }
    if (left > 0) said.push_back(detail::counted_candidates(left) + " left out: " + reasons);

    bool const short_of = made.chosen.size() < rule.count;
    if (short_of && say_short)
        said.push_back("chose " + std::to_string(made.chosen.size()) + " of the " +
                       std::to_string(rule.count) + " that --count asks for, out of " +
                       detail::counted_candidates(made.pool) +
                       "; what would bring more: " + detail::what_would_bring_more(count));
    for (auto const& each : made.bands) {
        auto const bands = made.bands.size() - (made.bands.back().name == unknown_band ? 1 : 0);
        auto const share = bands == 0 ? 0 : rule.count / bands;
        if (each.name != unknown_band && each.chosen < share)
            said.push_back("mix: " + each.name + " gave " + std::to_string(each.chosen) + " of " +
                           std::to_string(share) + ", it has " + detail::counted_candidates(each.candidates) +
                           (short_of ? "" : "; others took their places"));
        if (each.name == unknown_band && each.chosen > 0)
            said.push_back("mix: " + std::to_string(each.chosen) + " of the chosen are of unknown " +
                           (rule.over == mix::views ? "views" : "category"));
    }
    return said;
}

} // namespace tiktrack::fetch
