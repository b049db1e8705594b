// SPDX-License-Identifier: MIT
// The pages for other people's sites: `/embed/v2/ID`, `/embed/@NAME`, `/embed/tag/NAME`, `/embed/music/ID`.
#pragma once

#include "item.hpp"
#include "reply.hpp"

namespace tiktrack::stand_in {

inline constexpr std::string_view embed_id = "__FRONTITY_CONNECT_STATE__";

namespace detail {

[[nodiscard]] inline json::array one_picture(chance& by) { return {json::string(picture(by))}; }

[[nodiscard]] inline json::array embed_challenges(made_up_video const& of, chance& by)
{
    json::array list;
    for (auto const& tag : of.challenges)
        list.push_back(json::object{{"challengeId", std::to_string(by.roll(100'000'000))},
                                    {"challengeName", tag},
                                    {"covers", one_picture(by)},
                                    {"coversLarger", one_picture(by)},
                                    {"coversMedium", one_picture(by)},
                                    {"isCommerce", false},
                                    {"splitTitle", ""},
                                    {"text", ""}});
    return list;
}

[[nodiscard]] inline json::array embed_text_extra(made_up_video const& of)
{
    json::array list;
    for (auto const& each : text_extra(of))
        list.push_back(json::object{{"AwemeId", ""},
                                    {"End", each.at("end")},
                                    {"HashtagId", ""},
                                    {"HashtagName", each.at("hashtagName")},
                                    {"IsCommerce", false},
                                    {"Start", each.at("start")},
                                    {"Type", 1},
                                    {"UserId", ""}});
    return list;
}

[[nodiscard]] inline json::object embed_author(made_up_creator const& of, chance& by)
{
    return {{"covers", one_picture(by)},
            {"coversLarger", one_picture(by)},
            {"coversMedium", one_picture(by)},
            {"isSecret", false},
            {"nickName", of.nickname},
            {"relation", -1},
            {"secUid", section_id(by)},
            {"signature", of.bio},
            {"uniqueId", of.name},
            {"userId", of.id == 0 ? std::string{} : std::to_string(of.id)},
            {"verified", of.verified}};
}

/// `original` is true or, where it is not, an empty text.
[[nodiscard]] inline json::object embed_music(made_up_sound const& of, chance& by)
{
    return {{"authorName", of.artist},
            {"covers", one_picture(by)},
            {"coversLarger", one_picture(by)},
            {"coversMedium", one_picture(by)},
            {"musicId", of.id == 0 ? std::string{} : std::to_string(of.id)},
            {"musicName", of.title},
            {"original", of.original ? json::value(true) : json::value("")},
            {"playUrl", json::array{"https://sf16.cdn.example/obj/" + made_up_hex(by, 16) + ".mp3"}}};
}

/// @param shown false: every text is empty and every number 0, as of a video that was removed
[[nodiscard]] inline json::object embed_item(made_up_video const& of, true_counts const& has,
                                             std::string const& author, std::string const& music, bool shown,
                                             chance& by)
{
    auto const covers = [&] { return shown ? one_picture(by) : json::array{}; };
    json::array films;
    if (of.pictures == 0 && shown) films.push_back(json::string(film(by)));
    bool const flat = of.pictures > 0 || !shown;
    return {{"authorId", author},
            {"commentCount", round_to_grid(has.comments)},
            {"commentStatus", 0},
            {"covers", covers()},
            {"coversDynamic", covers()},
            {"coversOrigin", covers()},
            {"createTime", shown ? std::to_string(of.uploaded) : "0"},
            {"diggCount", round_to_grid(has.likes)},
            {"forFriend", false},
            {"id", shown ? std::to_string(of.id) : ""},
            {"isActivityItem", false},
            {"isAd", of.ad},
            {"isOfficial", false},
            {"isOriginal", false},
            {"liked", false},
            {"locationCreated", of.region},
            {"musicId", music},
            {"playCount", round_to_grid(has.views)},
            {"secret", false},
            {"shareCount", round_to_grid(has.shares)},
            {"shareCover", json::array{"", picture(by), picture(by)}},
            {"showNotPass", false},
            {"text", of.caption},
            {"video",
             {{"urls", films},
              {"videoMeta",
               {{"duration", of.duration},
                {"height", flat ? 0 : 960},
                {"ratio", flat ? 0 : 14},
                {"width", flat ? 0 : 540}}}}},
            {"warnInfo", json::array{}}};
}

[[nodiscard]] inline json::object embed_pictures(made_up_video const& of, chance& by)
{
    json::array pictures;
    for (std::size_t i = 0; i < of.pictures; ++i)
        pictures.push_back(
            json::object{{"height", 1920},
                         {"width", 1440},
                         {"urlList", json::array{picture(by, "photomode"), picture(by, "photomode")}}});
    return {{"displayImages", pictures}};
}

} // namespace detail

/// `videoData` of a video; of a removed one, everything there and empty.
[[nodiscard]] inline json::object video_data(world const& in, made_up_video const& of, std::int64_t now,
                                             bool shown)
{
    chance by(in.size().seed, "embed", of.id);
    made_up_video const nothing;
    auto const& video = shown ? of : nothing;
    auto const who = shown ? in.creators()[of.creator] : made_up_creator{};
    auto const sound = video.sound ? in.sounds()[*video.sound] : made_up_sound{};
    auto const has = shown ? counts_at(in, who, now) : creator_counts{};
    auto author = detail::embed_author(who, by);
    auto music = detail::embed_music(sound, by);
    json::object made{{"itemInfos", detail::embed_item(video, shown ? counts_at(of, now) : true_counts{},
                                                       author["userId"].as_string().c_str(),
                                                       music["musicId"].as_string().c_str(), shown, by)},
                      {"authorInfos", author},
                      {"authorStats",
                       {{"diggCount", has.following * 11},
                        {"followerCount", round_to_grid(has.followers)},
                        {"followingCount", has.following},
                        {"heartCount", spelled(round_to_grid(has.hearts), who.id % 4 != 0)},
                        {"videoCount", has.videos}}},
                      {"challengeInfoList", detail::embed_challenges(video, by)},
                      {"duetInfo", "0"},
                      {"textExtra", detail::embed_text_extra(video)}};
    if (video.sound || !shown) made["musicInfos"] = music;
    if (video.pictures > 0) made["imagePostInfo"] = detail::embed_pictures(video, by);
    return made;
}

/// What the state holds for a path, before what is the route's own.
[[nodiscard]] inline json::object embed_route(std::string const& path, std::string_view kind)
{
    return {{"isFetching", false},     {"isReady", true}, {"route", path + "/"}, {"link", path},
            {"query", json::object{}}, {"page", 1},       {"pageName", kind},    {"isError", false}};
}

/// The whole page. The state's name stands in another script too, before and behind.
[[nodiscard]] inline std::string embed_page(bulk const& parts, std::string const& path,
                                            json::object const& route)
{
    auto state = in_script(json::object{{"frontity", {{"name", "embed"}, {"mode", "embed"}}},
                                        {"router", {{"link", path}}},
                                        {"source", {{"data", {{path, route}}}}}});
    state.back() = ',';
    return page_start("TikTok", "<style>" + parts.styles + "</style>") +
           "<div id=\"root\"></div><script>window.__FRONTITY_CONNECT_STATE__ = null;</script>" +
           script(embed_id, state + "\"service\":{\"i18n\":" + parts.embed_buttons + "}}") +
           "<script src=\"/embed.js\">/* __FRONTITY_CONNECT_STATE__ */</script></body></html>";
}

/// `/embed/v2/ID`.
[[nodiscard]] inline reply embed_video_page(world const& in, bulk const& parts, std::string const& path,
                                            std::string const& id, std::int64_t now,
                                            std::optional<standing> forced = {})
{
    auto const* const of = in.video(id, now);
    auto const is = of == nullptr ? standing::unknown : forced.value_or(standing_at(*of, now));
    auto route = embed_route(path, "video_v2");
    reply made;
    switch (row_of(is).embed) {
    case embed_form::video:
    case embed_form::emptied:
        route["code"] = 200;
        route["videoData"] = video_data(in, *of, now, row_of(is).embed == embed_form::video);
        break;
    case embed_form::code: route["code"] = 10204; break;
    case embed_form::bad_request:
        made.status = 400;
        route["isError"] = true;
        route["pageName"] = "error";
        route["errorStatus"] = 400;
        route["errorStatusText"] = "Bad Request";
    }
    made.body = embed_page(parts, path, route);
    return made;
}

} // namespace tiktrack::stand_in
