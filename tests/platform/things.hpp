// SPDX-License-Identifier: MIT
// What a made-up world is made of: creators, sounds, videos, and what a video has at a moment.
#pragma once

#include "curve.hpp"
#include "standing.hpp"
#include "tiktrack/math/rounding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::stand_in {

struct made_up_creator {
    std::string name, nickname, bio;
    std::uint64_t id = 0;
    bool verified = false, exact = false;
    std::int64_t followers = 0, following = 0, hearts = 0;
    double followers_a_day = 0;
    std::vector<std::size_t> videos; ///< by number, the newest first
};

struct made_up_sound {
    std::string title, artist;
    std::uint64_t id = 0;
    bool original = false;
    std::int64_t used = 0;
    std::vector<std::size_t> videos;
};

struct made_up_video {
    std::uint64_t id = 0; ///< the upload's time in the upper 32 bits
    std::int64_t uploaded = 0;
    std::size_t creator = 0;
    std::optional<std::size_t> sound;
    std::string caption;
    std::vector<std::string> tags;       ///< as the caption has them, in small letters
    std::vector<std::string> challenges; ///< others too, in another order
    std::int64_t duration = 0;           ///< seconds
    std::size_t pictures = 0;            ///< of a photo post
    bool ad = false, pinned = false;
    bool exact = false; ///< statsV2 is not rounded
    bool has_v2 = true; ///< statsV2 is there
    bool subtitles = false;
    standing first = standing::shown, later = standing::shown;
    std::int64_t changes = 0; ///< when the first standing gives way to the later one
    curve views;
    double likes = 0, comments = 0, shares = 0, saves = 0, reposts = 0; ///< for each view
    std::string_view language, region;
    std::int64_t category = 0;
};

/// What a video has at one moment, before any rounding.
struct true_counts {
    std::int64_t views = 0, likes = 0, comments = 0, shares = 0, saves = 0, reposts = 0;
};

[[nodiscard]] inline true_counts counts_at(made_up_video const& of, std::int64_t now)
{
    auto const views = reached(of.views, static_cast<double>(now - of.uploaded));
    auto const part = [views](double each) {
        return static_cast<std::int64_t>(static_cast<double>(views) * each);
    };
    return {views, part(of.likes), part(of.comments), part(of.shares), part(of.saves), part(of.reposts)};
}

/// What pages show of a count: rounded on the platform's grid, or not.
[[nodiscard]] constexpr std::int64_t shown_count(std::int64_t count, bool exact) noexcept
{
    return exact ? count : round_to_grid(count);
}

[[nodiscard]] inline standing standing_at(made_up_video const& of, std::int64_t now) noexcept
{
    return now < of.changes ? of.first : of.later;
}

} // namespace tiktrack::stand_in
