// SPDX-License-Identifier: MIT
// A video as the web's answers spell it: the itemStruct of pages and listings.
#pragma once

#include "markup.hpp"
#include "world.hpp"

namespace tiktrack::stand_in {

/// The address of a made-up picture; it expires, as the real ones do.
[[nodiscard]] inline std::string picture(chance& by, std::string_view size = "origin")
{
    return "https://p16-sign.cdn.example/tos-made-up-p-0001/" + made_up_hex(by, 32) + "~tplv-tiktokx-" +
           std::string(size) + ".image?dr=9636&x-expires=1790802000&x-signature=MADEUP";
}

/// The address of a made-up film.
[[nodiscard]] inline std::string film(chance& by)
{
    return "https://v16-webapp.cdn.example/video/tos/made-up/" + made_up_hex(by, 16) +
           "/?a=1988&mime_type=video_mp4&rc=MADEUP&expire=1790802000";
}

[[nodiscard]] inline std::string section_id(chance& by) { return "MS4wLjABAAAA" + made_up_hex(by, 64); }

/// How long a text is in the units that offsets in it are counted in (UTF-16).
[[nodiscard]] inline std::int64_t utf16_length(std::string_view text) noexcept
{
    std::int64_t units = 0;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        units += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    }
    return units;
}

/// The hashtags of a caption with their places, in small letters.
[[nodiscard]] inline json::array text_extra(made_up_video const& of)
{
    json::array list;
    auto from = of.caption.size();
    for (auto tag = of.tags.rbegin(); tag != of.tags.rend(); ++tag) {
        from = of.caption.rfind('#', from == 0 ? 0 : from - 1);
        auto const start = utf16_length(std::string_view(of.caption).substr(0, from));
        list.insert(list.begin(), json::object{{"awemeId", ""},
                                               {"start", start},
                                               {"end", start + 1 + utf16_length(*tag)},
                                               {"hashtagName", *tag},
                                               {"type", 1},
                                               {"subType", 0},
                                               {"userId", ""},
                                               {"isCommerce", false},
                                               {"userUniqueId", ""},
                                               {"secUid", ""}});
    }
    return list;
}

[[nodiscard]] inline json::array challenges_of(made_up_video const& of)
{
    json::array list;
    for (auto const& tag : of.challenges) {
        chance by(1, tag);
        list.push_back(json::object{{"id", std::to_string(by.roll(100'000'000))},
                                    {"title", tag},
                                    {"desc", ""},
                                    {"profileLarger", ""},
                                    {"profileMedium", ""},
                                    {"profileThumb", ""},
                                    {"coverLarger", ""},
                                    {"coverMedium", ""},
                                    {"coverThumb", ""}});
    }
    return list;
}

/// What a creator has at a moment.
struct creator_counts {
    std::int64_t followers, following, hearts, videos;
};

[[nodiscard]] inline creator_counts counts_at(world const& in, made_up_creator const& of, std::int64_t now)
{
    auto const days = static_cast<double>(now - in.size().begins) / 86400;
    auto const more = static_cast<std::int64_t>(std::max(days, 0.0) * of.followers_a_day);
    auto const videos = std::count_if(of.videos.begin(), of.videos.end(),
                                      [&](std::size_t each) { return in.videos()[each].uploaded <= now; });
    return {of.followers + more, of.following, of.hearts + more * 7, videos};
}

/// `stats` of a creator: numbers, rounded.
[[nodiscard]] inline json::object creator_stats(creator_counts const& of)
{
    auto const hearts = round_to_grid(of.hearts);
    return {{"followerCount", round_to_grid(of.followers)},
            {"followingCount", of.following},
            {"heart", hearts},
            {"heartCount", hearts},
            {"videoCount", of.videos},
            {"diggCount", of.following * 11},
            {"friendCount", of.following / 3}};
}

/// `statsV2` of a creator: the same as text, with exact creators exact.
[[nodiscard]] inline json::object creator_stats_v2(creator_counts const& of, bool exact)
{
    auto const text = [&](std::int64_t count) { return std::to_string(shown_count(count, exact)); };
    return {{"followerCount", text(of.followers)},
            {"followingCount", std::to_string(of.following)},
            {"heart", text(of.hearts)},
            {"heartCount", text(of.hearts)},
            {"videoCount", std::to_string(of.videos)},
            {"diggCount", std::to_string(of.following * 11)},
            {"friendCount", std::to_string(of.following / 3)}};
}

/// `author`.
[[nodiscard]] inline json::object author_of(world const& in, made_up_creator const& of)
{
    chance by(in.size().seed, "author", of.id);
    json::object made{{"id", std::to_string(of.id)},
                      {"shortId", ""},
                      {"uniqueId", of.name},
                      {"nickname", of.nickname},
                      {"avatarLarger", picture(by, "cropcenter:1080:1080")},
                      {"avatarMedium", picture(by, "cropcenter:720:720")},
                      {"avatarThumb", picture(by, "cropcenter:100:100")},
                      {"signature", of.bio},
                      {"createTime", of.id >> 32},
                      {"verified", of.verified},
                      {"secUid", section_id(by)}};
    for (auto const* key : {"ftc", "openFavorite", "privateAccount", "secret", "isADVirtual", "ttSeller",
                            "isEmbedBanned", "canExpPlaylist", "suggestAccountBind"})
        made[key] = false;
    for (auto const* key : {"relation", "commentSetting", "duetSetting", "stitchSetting", "downloadSetting",
                            "uniqueIdModifyTime", "nickNameModifyTime", "UserStoryStatus"})
        made[key] = 0;
    for (auto const* key : {"roomId", "recommendReason", "nowInvitationCardUrl"}) made[key] = "";
    return made;
}

/// A count that answers spell as a number or as a text.
[[nodiscard]] inline json::value spelled(std::int64_t count, bool as_text)
{
    return as_text ? json::value(std::to_string(count)) : json::value(count);
}

/// `stats`: numbers, rounded; saves are at times a text.
[[nodiscard]] inline json::object stats_of(true_counts const& of, bool saves_as_text)
{
    return {{"diggCount", round_to_grid(of.likes)},
            {"shareCount", round_to_grid(of.shares)},
            {"commentCount", round_to_grid(of.comments)},
            {"playCount", round_to_grid(of.views)},
            {"collectCount", spelled(round_to_grid(of.saves), saves_as_text)}};
}

/// `statsV2`: texts, exact for some videos.
[[nodiscard]] inline json::object stats_v2_of(true_counts const& of, bool exact)
{
    auto const text = [exact](std::int64_t count) { return std::to_string(shown_count(count, exact)); };
    return {{"diggCount", text(of.likes)},       {"shareCount", text(of.shares)},
            {"commentCount", text(of.comments)}, {"playCount", text(of.views)},
            {"collectCount", text(of.saves)},    {"repostCount", text(of.reposts)}};
}

/// `music`.
[[nodiscard]] inline json::object music_of(world const& in, made_up_sound const& of)
{
    chance by(in.size().seed, "music", of.id);
    auto const length = by.between(5, 60);
    json::object made{{"id", std::to_string(of.id)},
                      {"title", of.title},
                      {"playUrl", film(by)},
                      {"coverLarge", picture(by)},
                      {"coverMedium", picture(by)},
                      {"coverThumb", picture(by)},
                      {"authorName", of.artist},
                      {"original", of.original},
                      {"private", false},
                      {"duration", static_cast<int>(length)},
                      {"scheduleSearchTime", 0},
                      {"collected", false},
                      {"isCopyrighted", !of.original}};
    made["preciseDuration"] = json::object{{"preciseDuration", length},
                                           {"preciseShootDuration", length},
                                           {"preciseAuditionDuration", length},
                                           {"preciseVideoDuration", length}};
    json::array songs;
    if (!of.original)
        songs.push_back(json::object{{"ShowStrategy", "0"},
                                     {"Platform", 1},
                                     {"SongId", std::to_string(by.roll(1'000'000'000))},
                                     {"Token", {{"AppleMusicToken", {{"DeveloperToken", "MADEUP"}}}}},
                                     {"MetaSongId", std::to_string(of.id)}});
    made["tt2dsp"] = json::object{{"tt_to_dsp_song_infos", songs}};
    return made;
}

} // namespace tiktrack::stand_in
