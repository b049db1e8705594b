// SPDX-License-Identifier: MIT
// A row of the Research API: exact counts, up to two days late.
#pragma once

#include "tiktrack/source/fields.hpp"
#include "tiktrack/source/hashtags.hpp"

#include <algorithm>

namespace tiktrack::source {

namespace detail {

/// Whether an object has one of these keys.
template <std::size_t Count>
[[nodiscard]] bool has_any(object const& of, std::string_view const (&keys)[Count])
{
    return std::any_of(std::begin(keys), std::end(keys), [&](auto key) { return of.has(key); });
}

/// Keys that nobody else has for a video, and keys that other platforms and tools have, too.
inline constexpr std::string_view research_keys[] = {"region_code", "video_description", "hashtag_names",
                                                     "favorites_count", "voice_to_text"};
inline constexpr std::string_view shared_keys[] = {"username", "view_count", "like_count", "comment_count",
                                                   "share_count"};

} // namespace detail

/// Whether an object speaks as the Research API does, if not of a video.
[[nodiscard]] inline bool has_research_words(object const& of)
{
    return detail::has_any(of, detail::research_keys) || detail::has_any(of, detail::shared_keys);
}

/// Whether an object is a video of the Research API's. Which keys a row has is the asker's choice: one of the
/// API's own has to do, or the time with one that others share. Comments (with two ids) and the Display
/// API's videos have others beside them.
[[nodiscard]] inline bool is_research_row(object const& of)
{
    static constexpr std::string_view others[] = {"text", "cid", "parent_comment_id", "share_url",
                                                  "cover_image_url"};
    return of.has("id") != of.has("video_id") && !detail::has_any(of, others) &&
           (detail::has_any(of, detail::research_keys) ||
            (of.has("create_time") && detail::has_any(of, detail::shared_keys)));
}

/// Gives a row. Ids are numbers there, at times beyond 2^64: their digits count.
inline void give_research_row(object const& of, outcomes& out)
{
    fields to(out.next("research"), out);
    out.raw().whole("research", of.text());
    to.video_id(of["video_id"]);
    to.video_id(of["id"]);
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
    out.give_video();
}

} // namespace tiktrack::source
