// SPDX-License-Identifier: MIT
// What the first system saved: rows with our own field names, an earlier form with the web's item inside.
#pragma once

#include "tiktrack/source/item.hpp"

namespace tiktrack::source {

/// Whether an object with a video_id is such a row: no record of ours says so much less of itself, or has a
/// time of collection that is no number.
[[nodiscard]] inline bool is_first_system_row(object const& of)
{
    if (of["schema"].exists() || of["platform"].exists() || of["status"].exists() || !of["video_id"].exists())
        return false;
    auto const collected = of["collection_timestamp"];
    return of["raw_video_data"].is_object() || (of["duet_count"].exists() && of["stitch_count"].exists()) ||
           (collected.is_string() && !as_integer(collected.text()));
}

namespace detail {

/// The row itself. Its zeros for the creator's counts, for duets and for stitches mean unknown.
inline void read_first_system_columns(fields& to, object const& of)
{
    to.video_id(of["video_id"]);
    to.upload(of["upload_timestamp"]);
    to.text("caption"_col, of["caption"]);
    set_hashtag_names(to.of(), of["hashtags"]);
    to.duration(of["video_duration"]);
    to.link("thumbnail_url"_col, of["thumbnail_url"]);
    to.id("music_id"_col, of["music_id"]);
    to.filled_text("sound_title"_col, of["sound_title"]);
    to.filled_text("sound_author"_col, of["sound_author"]);
    to.count("views"_col, of["views"]);
    to.count("likes"_col, of["likes"]);
    to.count("comments_count"_col, of["comments_count"]);
    to.count("shares"_col, of["shares"]);
    to.count("saves"_col, of["saves"]);
    to.filled_text("creator_username"_col, of["creator_username"]);
    to.filled_text("creator_display_name"_col, of["creator_display_name"]);
    to.count_unless_zero("creator_follower_count"_col, of["creator_follower_count"]);
    to.count_unless_zero("creator_following_count"_col, of["creator_following_count"]);
    to.count_unless_zero("creator_total_likes"_col, of["creator_total_likes"]);
    to.count_unless_zero("creator_total_videos"_col, of["creator_total_videos"]);
    to.boolean("creator_verified"_col, of["creator_verified"]);
    to.text("creator_bio"_col, of["creator_bio"]);
}

} // namespace detail

/// Gives a row, with its own label; the web's item inside it counts where it is there. Its times of
/// collection are local ones without an offset, and so not known.
inline void give_first_system_row(object const& of, outcomes& out)
{
    fields to(out.next("first_system"), out);
    out.raw().whole("first_system", of.text());
    if (of["raw_video_data"].is_object())
        read_item(to, object(of["raw_video_data"]));
    else
        detail::read_first_system_columns(to, of);
    to.filled_text("timepoint"_col, of["timepoint"]);

    auto const collected = of["collection_timestamp"];
    if (auto const number = envelope_time(collected)) {
        if (is_milliseconds(collected.text())) to.remark("collection_timestamp", in_milliseconds);
        to.of().set("collection_timestamp"_col, *number);
    } else if (auto const when = parse_instant(inside(collected.text())); when && plausible(*when))
        to.of().set("collection_timestamp"_col, to_unix(*when));
    else if (collected.is_string())
        out.once("collection_timestamp",
                 "collection_timestamp is a local time without an offset: taken as not known",
                 severity::note);
    out.give_video();
}

} // namespace tiktrack::source
