// SPDX-License-Identifier: MIT
// How well a cohort keeps up with what its creators upload: the share of videos whose hour 1 is on time.
#pragma once

#include "conductor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tiktrack::stand_in {

/// A trial.
struct trial {
    watching how;
    double refused = 0;         ///< the share of the time in which all is refused, 0 to 1
    std::size_t creators = 100; ///< that are watched
    std::int64_t hours = 72;    ///< that pass
    std::uint64_t seed = 1;
    std::size_t posts_a_day = 2; ///< of each creator, on average
};

/// What came of it.
struct kept_up {
    std::size_t videos = 0; ///< that were uploaded in the part of the time that counts, and stayed to be seen
    std::size_t tracked = 0; ///< of these
    std::size_t on_time = 0; ///< of these, their hour 1
    double requests = 0;     ///< in an hour
    double refusals = 0;     ///< of these, the share

    [[nodiscard]] double share() const noexcept
    {
        return videos == 0 ? 0 : static_cast<double>(on_time) / static_cast<double>(videos);
    }
};

/// Lets the time pass. The last day counts, but for its last two hours, whose videos have no hour 1 yet:
/// where three days pass, all timepoints of earlier videos take their part of the requests then. Where less
/// than a day passes, the first hour does not count.
[[nodiscard]] inline kept_up try_out(trial const& of)
{
    constexpr std::int64_t hour = 3600;
    world_size size;
    size.seed = of.seed;
    size.creators = of.creators;
    size.videos = 4 * of.creators;
    size.posting = of.hours * hour;
    size.posts = of.creators * of.posts_a_day * static_cast<std::size_t>(of.hours) / 24;
    world const in(size);
    simulated_site net(in, {of.refused, 30, {fault_named("overload")}});
    conductor at_work(in, net, of.how);

    auto const first = std::max<std::int64_t>(1, of.hours - 24);
    at_work.run(std::chrono::hours(first));
    auto const requests = net.requests(), refused = net.refused();
    at_work.run(std::chrono::hours(of.hours));

    kept_up made;
    for (auto const& each : in.videos()) {
        auto const age = each.uploaded - size.begins;
        bool const counts = age >= first * hour && age < (of.hours - 2) * hour;
        auto const shown_at = [&](std::int64_t at) { return standing_at(each, at) == standing::shown; };
        if (!counts || !shown_at(each.uploaded) || !shown_at(each.uploaded + 2 * hour)) continue;
        auto const id = std::to_string(each.id);
        ++made.videos;
        made.tracked += at_work.cohort().tracks(id);
        made.on_time += at_work.cohort().on_time().contains(id);
    }
    auto const asked = static_cast<double>(net.requests() - requests);
    made.requests = asked / static_cast<double>(of.hours - first);
    made.refusals = asked > 0 ? static_cast<double>(net.refused() - refused) / asked : 0;
    return made;
}

} // namespace tiktrack::stand_in
