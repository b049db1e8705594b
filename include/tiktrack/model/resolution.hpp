// SPDX-License-Identifier: MIT
// The unit to which each count of a record is rounded, judged from the counts of its own answer.
#pragma once

#include "tiktrack/math/rounding.hpp"
#include "tiktrack/model/draft.hpp"

#include <cstdint>
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

/// Sets the six resolutions. Views, likes, comments and shares bear witness for each other: one that is off
/// its grid shows that none is rounded. Saves and followers are judged each alone.
inline void set_resolutions(draft& of, exactness how)
{
    auto const& r = of.made;
    std::optional<std::int64_t> const together[] = {get<"views"_col>(r), get<"likes"_col>(r),
                                                    get<"comments_count"_col>(r), get<"shares"_col>(r)};
    bool witness = false;
    for (auto const& each : together) witness = witness || (each && *each >= 10'000 && !on_grid(*each));
    auto const unit = [&](std::optional<std::int64_t> count,
                          bool shown_exact) -> std::optional<std::int64_t> {
        if (!count || how == exactness::unknown) return {};
        return how == exactness::exact || shown_exact ? 1 : grid_unit(*count);
    };
    auto const lone = [&](std::optional<std::int64_t> count) {
        return unit(count, count && lone_resolution(*count) == 1);
    };
    of.set("views_resolution"_col, unit(together[0], witness));
    of.set("likes_resolution"_col, unit(together[1], witness));
    of.set("comments_resolution"_col, unit(together[2], witness));
    of.set("shares_resolution"_col, unit(together[3], witness));
    of.set("saves_resolution"_col, lone(get<"saves"_col>(r)));
    of.set("followers_resolution"_col, lone(get<"creator_follower_count"_col>(r)));
}

} // namespace tiktrack
