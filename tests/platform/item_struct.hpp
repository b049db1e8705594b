// SPDX-License-Identifier: MIT
// The whole itemStruct of a video page, and the smaller one that a mobile client gets.
#pragma once

#include "film.hpp"

namespace tiktrack::stand_in {

namespace detail {

/// A place, as some videos have one.
inline void add_place(json::object& item, chance& by)
{
    auto const town = made_up_title(by);
    item["contentLocation"] = json::object{{"address",
                                            {{"addressCountry", ""},
                                             {"addressLocality", ""},
                                             {"addressRegion", ""},
                                             {"streetAddress", town + ", Nowhere"}}}};
    json::object poi{{"name", town},
                     {"address", town + ", Nowhere"},
                     {"id", "22535865203009995"},
                     {"type", 0},
                     {"category", "Place and Address"},
                     {"cityCode", "1621177"},
                     {"countryCode", "1643084"},
                     {"ttTypeCode", "19a3a0"},
                     {"ttTypeNameTiny", "City"},
                     {"ttTypeNameMedium", "Places"},
                     {"ttTypeNameSuper", "Place and Address"}};
    for (auto const* key : {"city", "province", "country", "fatherPoiId", "fatherPoiName", "typeCode"})
        poi[key] = "";
    item["poi"] = poi;
    item["isReviewing"] = false;
}

/// The flags, empty lists and words that stand in every item.
inline void add_the_rest(json::object& item, made_up_video const& of, chance& by)
{
    for (auto const* key : {"originalItem", "officalItem", "secret", "forFriend", "digged", "privateItem",
                            "collected", "IsAigc"})
        item[key] = false;
    for (auto const* key : {"duetEnabled", "stitchEnabled", "shareEnabled", "indexEnabled"}) item[key] = true;
    for (auto const* key : {"scheduleTime", "itemCommentStatus", "takeDown", "duetDisplay", "stitchDisplay"})
        item[key] = 0;
    for (auto const* key : {"warnInfo", "effectStickers", "comments", "channelTags"})
        item[key] = json::array{};
    item["stickersOnItem"] = json::array{};
    if (by.once_in(2))
        item["stickersOnItem"] = json::array{
            json::object{{"stickerText", json::array{made_up_sentence(by, 4)}}, {"stickerType", 4}}};
    item["diversificationLabels"] = json::array{made_up_title(by), made_up_title(by), made_up_title(by)};
    item["diversificationId"] = 10046;
    json::array words;
    for (auto more = by.roll(3); more > 0; --more) words.push_back(json::string(made_up_word(by)));
    item["suggestedWords"] = words;
    item["contents"] = json::array{json::object{{"desc", of.caption}, {"textExtra", text_extra(of)}}};
    item["item_control"] = json::object{{"can_repost", true}};
    item["AIGCDescription"] = "";
    item["backendSourceEventTracking"] = "";
    item["CategoryType"] = of.category;
    item["textLanguage"] = of.language;
    item["textTranslatable"] = true;
    item["videoSuggestWordsList"] = json::object{
        {"video_suggest_words_struct",
         json::array{json::object{
             {"words", json::array{json::object{{"word", made_up_sentence(by, 2)}, {"word_id", "67231"}}}},
             {"scene", "feed_bar"},
             {"hint_text", "Search · "}}}}};
    if (by.once_in(3)) add_place(item, by);
}

} // namespace detail

/// An itemStruct as pages have it. Its `createTime` is a text.
[[nodiscard]] inline json::object item_struct(world const& in, made_up_video const& of, std::int64_t now)
{
    chance by(in.size().seed, "item", of.id);
    auto const& who = in.creators()[of.creator];
    auto const counts = counts_at(of, now);
    json::object item{
        {"id", std::to_string(of.id)}, {"desc", of.caption}, {"createTime", std::to_string(of.uploaded)}};
    item["video"] = detail::video_of(of, by);
    item["author"] = author_of(in, who);
    if (of.sound)
        item["music"] = music_of(in, in.sounds()[*of.sound]);
    else if (by.once_in(2))
        item["music"] = nullptr;
    item["challenges"] = challenges_of(of);
    item["stats"] = stats_of(counts, of.id % 4 != 0);
    if (of.has_v2) item["statsV2"] = stats_v2_of(counts, of.exact);
    item["textExtra"] = text_extra(of);
    item["authorStats"] = creator_stats(counts_at(in, who, now));
    item["authorStatsV2"] = creator_stats_v2(counts_at(in, who, now), who.exact);
    item["isAd"] = of.ad;
    item["locationCreated"] = of.region;
    detail::add_the_rest(item, of, by);
    if (of.pictures > 0) item["imagePost"] = detail::image_post(of, by);
    return item;
}

/// The item of a mobile client's page: fewer keys, no statsV2, saves as a number, the author's counts in both
/// places.
[[nodiscard]] inline json::object mobile_item(world const& in, made_up_video const& of, std::int64_t now)
{
    chance by(in.size().seed, "mobile", of.id);
    auto const& who = in.creators()[of.creator];
    auto const has = counts_at(in, who, now);
    auto whole = item_struct(in, of, now);
    json::object item;
    for (auto const* key :
         {"id", "desc", "createTime", "video", "author", "music", "challenges", "stats", "warnInfo",
          "textExtra", "effectStickers", "authorStats", "stickersOnItem", "comments", "indexEnabled",
          "imagePost", "locationCreated", "suggestedWords", "channelTags"})
        if (auto* const value = whole.if_contains(key)) item[key] = std::move(*value);
    item["stats"].as_object()["collectCount"] = round_to_grid(counts_at(of, now).saves);
    auto& author = item["author"].as_object();
    author["followerCount"] = round_to_grid(has.followers);
    author["followingCount"] = has.following;
    author["heartCount"] = round_to_grid(has.hearts);
    author["videoCount"] = has.videos;
    if (auto* const music = item.if_contains("music"); music != nullptr && music->is_object()) {
        music->as_object().erase("original");
        music->as_object()["album"] = made_up_title(by);
    }
    for (auto& each : item["challenges"].as_array())
        each.as_object()["stats"] = json::object{{"videoCount", by.roll(1'000'000)}};
    for (auto& each : item["textExtra"].as_array()) each.as_object()["hashtagId"] = "46088205";
    item["anchors"] = json::array{};
    item["keywordTags"] = json::array{};
    json::object creator = author_of(in, who);
    creator["relation"] = -1;
    item["mixInfo"] = json::object{{"id", "7408132691326929672"},    {"creator", creator},
                                   {"name", "A made-up list"},       {"videoCount", 74},
                                   {"mixId", "7408132691326929672"}, {"mixName", "A made-up list"}};
    item["playlistId"] = "7408132691326929672";
    return item;
}

} // namespace tiktrack::stand_in
