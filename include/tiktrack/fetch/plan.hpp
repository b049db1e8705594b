// SPDX-License-Identifier: MIT
// Which of its sources a video is asked of next.
#pragma once

#include "tiktrack/fetch/queue_settings.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/verdict.hpp"

#include <array>
#include <optional>

namespace tiktrack::fetch {

/// What the sources came to so far about one video.
struct heard {
    std::array<std::optional<verdict>, 2> said; ///< by each source, where it counts: `seen` or `gone`
    std::optional<site> last_refused;

    [[nodiscard]] bool any() const noexcept { return said[0] || said[1]; }
};

/// The source to ask next; nothing where no more is needed. Where one refused, the other may answer.
/// @param open which sources are asked in this run, and were not challenged
[[nodiscard]] constexpr std::optional<site> next_source(queue_settings const& set, std::array<bool, 2> open,
                                                        heard const& so_far)
{
    auto const missing = [&](site from) { return open[index(from)] && !so_far.said[index(from)]; };
    if (set.sources == choice::automatic && so_far.any()) {
        bool const lacks = set.need_saves && so_far.said[index(site::embed)] == verdict::seen;
        return lacks && missing(site::page) ? std::optional(site::page) : std::nullopt;
    }
    for (auto const from : all_sites)
        if (missing(from) && (so_far.last_refused != from || !missing(other_than(from)))) return from;
    return {};
}

} // namespace tiktrack::fetch
