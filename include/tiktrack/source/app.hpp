// SPDX-License-Identifier: MIT
// `aweme`: a video in the shape of the mobile app, as captures and dumps hold it. Its counts are exact.
#pragma once

#include "tiktrack/source/fields.hpp"
#include "tiktrack/source/hashtags.hpp"

namespace tiktrack::source {

/// Whether an object is a video (or a live room) of the app's.
[[nodiscard]] inline bool is_aweme(object const& of)
{
    return of["aweme_id"].exists() &&
           (of["statistics"].exists() || of["video"].exists() || of["author"].is_object());
}

/// Sets everything that an aweme tells. Zeros of the creator's counts and of the sound's use mean unknown.
inline void read_aweme(fields& to, object const& of)
{
    constexpr std::int64_t photo_post = 150;
    object const author(to.part(of, "author")), music(to.part(of, "music"));
    object const counts(to.part(of, "statistics")), video(to.part(of, "video"));
    auto const text_extra = to.list(of, "text_extra");

    to.video_id(of["aweme_id"]);
    to.upload(of["create_time"]);
    to.text("caption"_col, of["desc"]);
    if (!set_hashtags(to.of(), {{text_extra, "hashtag_name"}, {of["cha_list"], "cha_name"}}) &&
        is_null(text_extra.text()))
        to.of().made.cells["hashtags"_col] = "[]";
    bool const photo =
        to.part(of, "image_post_info").is_object() || as_integer(of["aweme_type"].text()) == photo_post;
    to.duration_or_photo(video["duration"], photo, 1000);
    to.link("thumbnail_url"_col, first_of(video["origin_cover"]["url_list"]));
    to.link("thumbnail_url"_col, first_of(video["cover"]["url_list"]));

    to.id("music_id"_col, music["id"]);
    to.id("music_id"_col, music["id_str"]);
    to.id("music_id"_col, music["mid"]);
    to.filled_text("sound_title"_col, music["title"]);
    to.filled_text("sound_author"_col, music["author"]);
    to.boolean("sound_original"_col, music["is_original_sound"]); // is_original is another thing
    to.count_unless_zero("sound_usage_count"_col, music["user_count"]);

    to.count("views"_col, counts["play_count"]);
    to.count("likes"_col, counts["digg_count"]);
    to.count("comments_count"_col, counts["comment_count"]);
    to.count("shares"_col, counts["share_count"]);
    to.count("saves"_col, counts["collect_count"]);
    to.count_unless_zero("reposts"_col, counts["repost_count"]); // 0 in all that was recorded

    to.filled_text("creator_username"_col, author["unique_id"]);
    to.filled_text("creator_display_name"_col, author["nickname"]);
    to.text("creator_bio"_col, author["signature"]);
    auto const badge = [&](std::string_view key) { return !inside(author[key].text()).empty(); };
    if (author["custom_verify"].exists() || author["enterprise_verify_reason"].exists())
        to.of().set("creator_verified"_col, badge("custom_verify") || badge("enterprise_verify_reason"));
    to.count_unless_zero("creator_follower_count"_col, author["follower_count"]);
    to.count_unless_zero("creator_following_count"_col, author["following_count"]);
    to.count_unless_zero("creator_total_likes"_col, author["total_favorited"]);
    to.count_unless_zero("creator_total_videos"_col, author["aweme_count"]);

    to.filled_text("language"_col, of["desc_language"]);
    to.filled_text("region"_col, of["region"]);
    to.boolean("is_ad"_col, of["is_ads"]);
}

} // namespace tiktrack::source
