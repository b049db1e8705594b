// SPDX-License-Identifier: MIT
// The creator's columns out of a user object and its numbers, as the web spells them.
#pragma once

#include "tiktrack/source/fields.hpp"

namespace tiktrack::source {

/// A creator in a web answer. What is absent is an empty view.
struct creator {
    json_view user;     ///< {uniqueId, nickname, verified, signature, …}
    json_view stats;    ///< {followerCount, followingCount, heartCount (also heart), videoCount}
    json_view stats_v2; ///< the same as text, at times exact
};

/// Sets the name, the badge and the description.
inline void set_user(fields& to, json_view user)
{
    object const of(user);
    to.filled_text("creator_username"_col, of["uniqueId"]);
    to.filled_text("creator_display_name"_col, of["nickname"]);
    to.boolean("creator_verified"_col, of["verified"]);
    to.text("creator_bio"_col, of["signature"]);
}

/// Sets the creator's four counts.
inline void set_creator_counts(fields& to, json_view stats, json_view stats_v2)
{
    object const v1(stats), v2(stats_v2);
    auto const hearts = [](object const& of) { // heartCount overflows where heart does not
        return as_count(of["heartCount"].text()) || !of["heart"].exists() ? of["heartCount"] : of["heart"];
    };
    to.count("creator_follower_count"_col, v1["followerCount"], v2["followerCount"]);
    to.count("creator_following_count"_col, v1["followingCount"], v2["followingCount"]);
    to.count("creator_total_likes"_col, hearts(v1), hearts(v2));
    to.count("creator_total_videos"_col, v1["videoCount"], v2["videoCount"]);
}

/// Takes followers, likes and videos out again where all are 0: the creator has this very video, so these
/// zeros mean that the answer does not know.
inline void drop_unknown_zeros(draft& of)
{
    auto& cells = of.made.cells;
    for (auto const column :
         {"creator_follower_count"_col, "creator_total_likes"_col, "creator_total_videos"_col})
        if (cells[column] != "0") return;
    for (auto const column :
         {"creator_follower_count"_col, "creator_total_likes"_col, "creator_total_videos"_col})
        cells[column] = {};
}

/// A row for a creator whose answer shows no video.
inline void set_creator(fields& to, creator const& who)
{
    set_user(to, who.user);
    set_creator_counts(to, who.stats, who.stats_v2);
}

} // namespace tiktrack::source
