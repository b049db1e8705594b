// SPDX-License-Identifier: MIT
// `itemStruct`: the video of web pages since 2020 and the element of every web listing.
#pragma once

#include "tiktrack/source/creator.hpp"
#include "tiktrack/source/hashtags.hpp"

namespace tiktrack::source {

namespace detail {

/// Hashtags of the first list that is there: textExtra has the caption's order, challenges can hold tags that
/// the caption lacks. An item without any list has no hashtags.
inline void set_item_hashtags(fields& to, object const& item)
{
    draft& of = to.of();
    auto const text_extra = to.list(item, "textExtra");
    hashtag_list from_contents;
    bool any = false;
    if (!text_extra.is_array()) {
        for (auto const& part : item["contents"].elements()) {
            auto const extra = part["textExtra"];
            from_contents.add_each(extra, "hashtagName");
            any = any || extra.is_array();
        }
    }
    if (any)
        of.copy("hashtags"_col, from_contents.json());
    else if (!set_hashtags(of, {{text_extra, "hashtagName"}, {item["challenges"], "title"}}) &&
             is_null(text_extra.text()))
        of.made.cells["hashtags"_col] = "[]";
}

/// What is spoken in a video lies in subtitle files; the answer tells which language they were heard in.
inline void set_transcript_language(fields& to, json_view subtitles)
{
    for (auto const& each : subtitles.elements())
        if (each["Source"].text() == "\"ASR\"") {
            to.filled_text("transcript_language"_col, each["LanguageCodeName"]);
            return;
        }
}

} // namespace detail

/// Sets everything that an itemStruct tells.
/// @param elsewhere the creator as other parts of the answer tell it, for items that name it only
inline void read_item(fields& to, object const& of, creator const& elsewhere = {})
{
    object const video(to.part(of, "video")), music(to.part(of, "music"));
    object const stats(to.part(of, "stats")), v2(to.part(of, "statsV2"));
    auto const author = of["author"];

    to.video_id(of["id"]);
    to.upload(of["createTime"]);
    to.text("caption"_col, of["desc"]);
    detail::set_item_hashtags(to, of);
    to.duration_or_photo(video["duration"], to.part(of, "imagePost").is_object());
    to.link("thumbnail_url"_col, video["originCover"]);
    to.link("thumbnail_url"_col, video["cover"]);

    to.id("music_id"_col, music["id"]);
    to.filled_text("sound_title"_col, music["title"]);
    to.filled_text("sound_author"_col, music["authorName"]);
    to.boolean("sound_original"_col, music["original"]);

    to.count("views"_col, stats["playCount"], v2["playCount"]);
    to.count("likes"_col, stats["diggCount"], v2["diggCount"]);
    to.count("comments_count"_col, stats["commentCount"], v2["commentCount"]);
    to.count("shares"_col, stats["shareCount"], v2["shareCount"]);
    to.count("saves"_col, stats["collectCount"], v2["collectCount"]);
    to.count("reposts"_col, stats["repostCount"], v2["repostCount"]);

    set_user(to, elsewhere.user);
    if (author.is_string()) {
        to.filled_text("creator_username"_col, author);
        to.filled_text("creator_display_name"_col, of["nickname"]);
    } else {
        set_user(to, to.part(of, "author"));
    }
    set_creator_counts(to, elsewhere.stats, elsewhere.stats_v2);
    set_creator_counts(to, to.part(of, "authorStats"), to.part(of, "authorStatsV2"));
    drop_unknown_zeros(to.of());

    to.filled_text("language"_col, of["textLanguage"]);
    to.filled_text("region"_col, of["locationCreated"]);
    to.filled_text("category_type"_col, of["CategoryType"]);
    to.boolean("is_ad"_col, of["isAd"]);
    detail::set_transcript_language(to, video["subtitleInfos"]);
}

} // namespace tiktrack::source
