// SPDX-License-Identifier: MIT
// The page of a creator, `/@NAME`, and the explore page, with or without a listing in it.
#pragma once

#include "pages_video.hpp"

namespace tiktrack::stand_in {

/// The page of a creator: its counts, and an empty list.
[[nodiscard]] inline reply creator_page(world const& in, bulk const& parts, std::string const& name,
                                        std::int64_t now)
{
    auto const* const who = in.creator(name);
    json::object detail{{"statusCode", 10221}, {"statusMsg", ""}, {"needFix", true}};
    if (who != nullptr) {
        chance by(in.size().seed, "profile", who->id);
        auto user = author_of(in, *who);
        user["bioLink"] = json::object{{"link", "https://cdn.example/made-up"}, {"risk", 0}};
        user["commerceUserInfo"] =
            json::object{{"commerceUser", who->verified}, {"category", "Made up"}, {"categoryButton", false}};
        user["profileTab"] =
            json::object{{"showMusicTab", false}, {"showQuestionTab", false}, {"showPlayListTab", true}};
        user["followingVisibility"] = 1;
        user["profileEmbedPermission"] = 1;
        user["language"] = "en";
        user["region"] = "MU";
        user["eventList"] = json::array{};
        user["isOrganization"] = 0;
        auto const has = counts_at(in, *who, now);
        json::object info{{"user", user}, {"stats", creator_stats(has)}, {"itemList", json::array{}}};
        if (!by.once_in(4)) info["statsV2"] = creator_stats_v2(has, who->exact);
        detail = {{"userInfo", info},
                  {"shareMeta",
                   {{"title", who->nickname + " on TikTok"},
                    {"desc", "@" + name + " " + std::to_string(has.followers) + " Followers"}}},
                  {"statusCode", 0},
                  {"statusMsg", ""},
                  {"needFix", by.once_in(2)}};
    }
    reply made;
    made.body = web_page(parts, in.size().seed, "webapp.user-detail", detail, "/@" + name);
    return made;
}

/// The videos that the explore page and its like show: of those to be seen the most watched of a few, which
/// are others every hour.
[[nodiscard]] inline std::vector<std::size_t> explored(world const& in, std::int64_t now, std::size_t most)
{
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < in.videos().size(); ++i) {
        auto const& of = in.videos()[i];
        chance by(in.size().seed, "explore", of.id, now / 3600);
        if (of.uploaded <= now && standing_at(of, now) == standing::shown && by.once_in(3)) seen.push_back(i);
    }
    auto const views = [&](std::size_t i) { return counts_at(in.videos()[i], now).views; };
    std::sort(seen.begin(), seen.end(), [&](std::size_t a, std::size_t b) { return views(a) > views(b); });
    seen.resize(std::min(seen.size(), most));
    return seen;
}

/// The state of a page with a list, as pages of 2023 had it: the author's name is a text, without statsV2.
[[nodiscard]] inline json::object listing_state(world const& in, std::vector<std::size_t> const& videos,
                                                std::int64_t now)
{
    json::object items, users, stats;
    json::array ids;
    for (auto const number : videos) {
        auto const& of = in.videos()[number];
        auto const& who = in.creators()[of.creator];
        auto item = item_struct(in, of, now);
        item.erase("statsV2");
        item.erase("authorStatsV2");
        item["author"] = who.name;
        item["nickname"] = who.nickname;
        item["authorId"] = std::to_string(who.id);
        if (of.ad) item.erase("authorStats");
        ids.push_back(json::string(std::to_string(of.id)));
        items[std::to_string(of.id)] = item;
        users[who.name] = author_of(in, who);
        stats[who.name] = creator_stats(counts_at(in, who, now));
    }
    return {{"AppContext", {{"lang", "en"}, {"initialized", true}}},
            {"ItemList", {{"explore", {{"list", ids}, {"statusCode", 0}, {"hasMore", true}}}}},
            {"ItemModule", items},
            {"UserModule", {{"users", users}, {"stats", stats}}}};
}

/// The explore page.
/// @param listing how many videos it lists; 0: none, as was recorded
[[nodiscard]] inline reply explore_page(world const& in, bulk const& parts, std::int64_t now,
                                        std::size_t listing)
{
    reply made;
    std::string before;
    if (listing > 0)
        before = script("SIGI_STATE", in_script(listing_state(in, explored(in, now, listing), now)));
    made.body = web_page(parts, in.size().seed, {}, {}, {}, before);
    return made;
}

} // namespace tiktrack::stand_in
