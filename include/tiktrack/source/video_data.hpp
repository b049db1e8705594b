// SPDX-License-Identifier: MIT
// `videoData`: the video of embed pages, and of the web's listings up to 2020.
#pragma once

#include "tiktrack/source/creator.hpp"
#include "tiktrack/source/hashtags.hpp"

namespace tiktrack::source {

/// Whether an object is one.
[[nodiscard]] inline bool is_video_data(object const& of) { return of["itemInfos"].is_object(); }

/// Sets everything that a videoData tells. It has no saves; where it holds no list of hashtags they are not
/// known.
inline void read_video_data(fields& to, object const& of)
{
    object const item(of["itemInfos"]), author(to.part(of, "authorInfos")), music(to.part(of, "musicInfos"));

    to.video_id(item["id"]);
    to.upload(item["createTime"]);
    to.text("caption"_col, item["text"]);
    set_hashtags(to.of(),
                 {{to.list(of, "textExtra"), "HashtagName"}, {of["challengeInfoList"], "challengeName"}});
    to.duration_or_photo(item["video"].at({"videoMeta", "duration"}),
                         to.part(of, "imagePostInfo").is_object());
    to.link("thumbnail_url"_col, first_of(item["coversOrigin"]));
    to.link("thumbnail_url"_col, first_of(item["covers"]));

    to.id("music_id"_col, music["musicId"]);
    to.filled_text("sound_title"_col, music["musicName"]);
    to.filled_text("sound_author"_col, music["authorName"]);
    if (music["original"].text() != "\"\"")
        to.boolean("sound_original"_col, music["original"]);
    else if (!to.of().made.cells["music_id"_col].empty())
        to.of().set("sound_original"_col, false); // "" beside a sound means that it is not

    to.count("views"_col, item["playCount"]);
    to.count("likes"_col, item["diggCount"]);
    to.count("comments_count"_col, item["commentCount"]);
    to.count("shares"_col, item["shareCount"]);

    to.filled_text("creator_username"_col, author["uniqueId"]);
    to.filled_text("creator_display_name"_col, author["nickName"]);
    to.boolean("creator_verified"_col, author["verified"]);
    to.text("creator_bio"_col, author["signature"]);
    set_creator_counts(to, to.part(of, "authorStats"), {});
    drop_unknown_zeros(to.of());

    to.filled_text("region"_col, item["locationCreated"]);
    to.boolean("is_ad"_col, item["isAd"]);
}

} // namespace tiktrack::source
