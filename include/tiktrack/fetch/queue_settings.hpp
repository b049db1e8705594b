// SPDX-License-Identifier: MIT
// What a run of requests is told: sources, pace, patience, limits.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tiktrack::fetch {

/// A kind of page that shows a video.
enum class site : std::uint8_t { embed, page };
inline constexpr std::array<site, 2> all_sites = {site::embed, site::page};

[[nodiscard]] constexpr std::size_t index(site of) noexcept { return static_cast<std::size_t>(of); }
[[nodiscard]] constexpr std::string_view word_of(site of) noexcept
{
    return of == site::embed ? "embed" : "page";
}
[[nodiscard]] constexpr site other_than(site of) noexcept
{
    return of == site::embed ? site::page : site::embed;
}

/// Which of them are asked.
enum class choice {
    embed,
    page,
    both,     ///< one after the other, for what each knows better
    automatic ///< the embed page, and the other one where that refuses or what it lacks is needed
};

/// Why a run asks for no more although something is left.
enum class stop_reason {
    none,
    told_to_stay_away, ///< for longer than the user waits
    refused_in_a_row,
    challenged,  ///< by every source
    budget,      ///< of requests
    out_of_time, ///< the run was to last no longer
    interrupted  ///< by the user
};

/// Whether the host wants to be left alone: another run makes sense later, not now.
[[nodiscard]] constexpr bool is_the_hosts(stop_reason why) noexcept
{
    return why == stop_reason::told_to_stay_away || why == stop_reason::refused_in_a_row ||
           why == stop_reason::challenged;
}

/// Why a run asked for no more, in a phrase; empty for `none`.
[[nodiscard]] constexpr std::string_view describe(stop_reason why) noexcept
{
    switch (why) {
    case stop_reason::told_to_stay_away: return "the host asked to be left alone for longer than --max-wait";
    case stop_reason::refused_in_a_row: return "the host refused again and again";
    case stop_reason::challenged: return "every source is challenged";
    case stop_reason::budget: return "--max-requests is used up";
    case stop_reason::out_of_time: return "--limit is over";
    case stop_reason::interrupted: return "interrupted";
    case stop_reason::none: break;
    }
    return "";
}

struct queue_settings {
    choice sources = choice::automatic;
    bool need_saves = false; ///< which only the video's page shows
    bool canary = false;
    unsigned parallel = 1;
    unsigned attempts = 5; ///< requests for one video
    std::chrono::milliseconds delay{2000};
    std::chrono::milliseconds retry_delay{2000}; ///< after a first failure that is no refusal; it doubles
    std::chrono::seconds max_wait{600};          ///< the longest `Retry-After` that is obeyed
    std::uint64_t max_requests = std::numeric_limits<std::uint64_t>::max();
    unsigned refused_in_a_row = 20; ///< at which the run stops
    std::uint64_t seed = 0;         ///< of the jitter
};

} // namespace tiktrack::fetch
