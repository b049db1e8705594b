// SPDX-License-Identifier: MIT
// A row of the Research API: exact counts, up to two days late.
#pragma once

#include "tiktrack/source/fields.hpp"
#include "tiktrack/source/hashtags.hpp"

#include <algorithm>

namespace tiktrack::source {

/// Whether an object is a video of the Research API's. Which keys a row has is the asker's choice; comments
/// and the Display API's videos have others beside them.
[[nodiscard]] inline bool is_research_row(object const& of)
{
    constexpr std::string_view own[] = {"view_count",    "video_description", "username",
                                        "hashtag_names", "region_code",       "like_count"};
    constexpr std::string_view others[] = {"text", "cid", "parent_comment_id", "share_url",
                                           "cover_image_url"};
    auto const has = [&](std::string_view key) { return of.has(key); };
    return (has("id") || has("video_id")) && std::any_of(std::begin(own), std::end(own), has) &&
           std::none_of(std::begin(others), std::end(others), has);
}

/// Gives a row. Ids are numbers there, at times beyond 2^64: their digits count. A row without an author is
/// one whose author nobody asked for.
inline void give_research_row(object const& of, outcomes& out)
{
    fields to(out.next("research"), out);
    out.raw().whole("research", of.text());
    to.id("video_id"_col, of["video_id"]);
    to.id("video_id"_col, of["id"]);
    to.upload(of["create_time"]);
    to.text("caption"_col, of["video_description"]);
    set_hashtag_names(to.of(), of["hashtag_names"]);
    to.duration(of["video_duration"]);
    to.id("music_id"_col, of["music_id"]);
    to.count("views"_col, of["view_count"]);
    to.count("likes"_col, of["like_count"]);
    to.count("comments_count"_col, of["comment_count"]);
    to.count("shares"_col, of["share_count"]);
    to.count("saves"_col, of["favorites_count"]);
    to.filled_text("creator_username"_col, of["username"]);
    to.filled_text("region"_col, of["region_code"]);
    to.filled_text("video_transcript"_col, of["voice_to_text"]);
    out.give_video(of["username"].exists());
}

} // namespace tiktrack::source
