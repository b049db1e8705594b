// SPDX-License-Identifier: MIT
// The embed pages that list videos: a creator's, a hashtag's, a sound's.
#pragma once

#include "pages_embed.hpp"

namespace tiktrack::stand_in {

/// One row of such a list. Three of four have no `createTime`, and not every one has both covers.
[[nodiscard]] inline json::object embed_row(world const& in, made_up_video const& of, std::int64_t now)
{
    chance by(in.size().seed, "embed row", of.id);
    auto const is = standing_at(of, now);
    json::object row{{"id", std::to_string(of.id)},
                     {"desc", of.caption},
                     {"height", 1024},
                     {"width", 576},
                     {"coverUrl", by.once_in(12) ? "not-a-url" : picture(by)},
                     {"originCoverUrl", by.once_in(3) ? "" : picture(by)},
                     {"playAddr", film(by)},
                     {"playCount", round_to_grid(counts_at(of, now).views)},
                     {"privateItem", is == standing::self_only || is == standing::friends_only},
                     {"authorUniqueId", in.creators()[of.creator].name}};
    if (by.once_in(4)) row["createTime"] = of.uploaded;
    return row;
}

/// Rows of what is to be seen, and of what is private; the first `most` of them.
[[nodiscard]] inline json::array embed_rows(world const& in, std::vector<std::size_t> const& videos,
                                            std::int64_t now, std::size_t most, bool private_too)
{
    json::array rows;
    for (auto const number : videos) {
        auto const& of = in.videos()[number];
        auto const is = standing_at(of, now);
        bool const hidden = is == standing::self_only || is == standing::friends_only;
        if (of.uploaded > now || rows.size() == most) continue;
        if (is == standing::shown || (hidden && private_too)) rows.push_back(embed_row(in, of, now));
    }
    return rows;
}

/// `/embed/@NAME`: up to 13 videos, pinned ones first, then the newest.
[[nodiscard]] inline reply embed_creator_page(world const& in, bulk const& parts, std::string const& path,
                                              std::string const& name, std::int64_t now)
{
    auto const* const who = in.creator(name);
    auto route = embed_route(path, "creator");
    reply made;
    if (who == nullptr) {
        made.status = 404;
        route["isError"] = true;
        route["pageName"] = "error";
        route["errorStatus"] = 404;
    } else {
        auto videos = who->videos;
        std::stable_partition(videos.begin(), videos.end(),
                              [&](std::size_t each) { return in.videos()[each].pinned; });
        auto const has = counts_at(in, *who, now);
        route["playlistType"] = "creator";
        route["playlistId"] = name;
        route["userInfo"] = json::object{{"id", std::to_string(who->id)},
                                         {"uniqueId", name},
                                         {"nickname", who->nickname},
                                         {"verified", who->verified},
                                         {"followerCount", round_to_grid(has.followers)},
                                         {"followingCount", has.following},
                                         {"heartCount", spelled(round_to_grid(has.hearts), who->id % 4 != 0)},
                                         {"signature", who->bio},
                                         {"privateAccount", false},
                                         {"code", 200},
                                         {"customErrorCode", 0}};
        route["videoList"] = embed_rows(in, videos, now, 8 + who->id % 6, true);
        route["playlistType2"] = nullptr;
    }
    made.body = embed_page(parts, path, route);
    return made;
}

/// `/embed/tag/NAME`: ten videos of many creators, in no order that is known, at times one of them twice.
[[nodiscard]] inline reply embed_tag_page(world const& in, bulk const& parts, std::string const& path,
                                          std::string const& name, std::int64_t now)
{
    auto route = embed_route(path, "tag");
    route["playlistType"] = "tag";
    route["playlistId"] = name;
    route["videoList"] = json::array{};
    if (auto const* const list = in.tagged(name)) {
        auto videos = *list;
        auto const order = [&](std::size_t i) {
            return chance(in.size().seed, "tag", name, now / 1800, i).next();
        };
        std::sort(videos.begin(), videos.end(),
                  [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
        chance by(in.size().seed, "tag", name);
        route["embedInfo"] = json::object{{"id", std::to_string(by.roll(100'000'000))},
                                          {"title", name},
                                          {"description", made_up_sentence(by, 8)},
                                          {"viewCount", std::to_string(by.roll(1'000'000'000'000))},
                                          {"videoCount", std::to_string(list->size() * 1000)}};
        auto rows = embed_rows(in, videos, now, 10, false);
        if (!rows.empty() && chance(in.size().seed, "twice", name, now / 1800).once_in(3)) {
            if (rows.size() == 10) rows.pop_back();
            rows.push_back(rows.front());
        }
        route["videoList"] = rows;
    }
    reply made;
    made.body = embed_page(parts, path, route);
    return made;
}

/// How many videos use a sound, as its page says: more every hour.
[[nodiscard]] inline std::int64_t sound_uses(made_up_sound const& of, std::int64_t now) noexcept
{
    return of.used + (now - static_cast<std::int64_t>(of.id >> 32)) / 3600;
}

/// `/embed/music/ID` and `/embed/music/x-ID`: ten tiles that do not change, and no title.
[[nodiscard]] inline reply embed_sound_page(world const& in, bulk const& parts, std::string const& path,
                                            std::string const& id, std::int64_t now)
{
    chance by(in.size().seed, "sound page", id);
    auto route = embed_route(path, "music");
    route["playlistType"] = "music";
    route["playlistId"] = id;
    route["videoList"] = json::array{};
    if (auto const* const sound = in.sound(id)) {
        route["embedInfo"] = json::object{{"id", id},
                                          {"artist", sound->artist},
                                          {"coverUrl", picture(by)},
                                          {"videoCount", sound_uses(*sound, now)},
                                          {"statusCode", 0}};
        std::vector<std::size_t> oldest(sound->videos.rbegin(), sound->videos.rend());
        route["videoList"] = embed_rows(in, oldest, now, 10, false);
    }
    reply made;
    made.body = embed_page(parts, path, route);
    return made;
}

} // namespace tiktrack::stand_in
