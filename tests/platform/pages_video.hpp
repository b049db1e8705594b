// SPDX-License-Identifier: MIT
// The page of one video, `/@NAME/video/ID`: for a desktop client, and the one that a mobile client gets.
#pragma once

#include "item_struct.hpp"
#include "reply.hpp"

namespace tiktrack::stand_in {

inline constexpr std::string_view universal_id = "__UNIVERSAL_DATA_FOR_REHYDRATION__";

/// The parts of a scope that stand before the one that counts.
[[nodiscard]] inline std::string scope_start(bulk const& parts, std::uint64_t seed)
{
    chance by(seed, "context");
    json::object const context{{"language", "en"},
                               {"region", "MU"},
                               {"appId", 1988},
                               {"appType", "m"},
                               {"wid", std::to_string(by.next() >> 1)},
                               {"webIdCreatedTime", "1770000000"},
                               {"odinId", std::to_string(by.next() >> 1)},
                               {"nonce", made_up_hex(by, 24)},
                               {"botType", "others"}};
    auto head = json::serialize(context);
    head.back() = ',';
    return "{\"__DEFAULT_SCOPE__\":{\"webapp.app-context\":" + head + "\"abTestVersion\":" + parts.context +
           "},\"webapp.biz-context\":" + parts.business +
           ",\"webapp.i18n-translation\":{\"Webapp\":" + parts.buttons + "}";
}

/// A whole web page around a part of the scope.
/// @param key the part's key, e.g. `webapp.video-detail`; empty: a shell
/// @param canonical the path that the page says it is about; empty: none
[[nodiscard]] inline std::string web_page(bulk const& parts, std::uint64_t seed, std::string_view key,
                                          json::value const& part, std::string const& canonical,
                                          std::string_view scripts_before = {})
{
    auto const link = canonical.empty() ? std::string{} : "https://www.tiktok.com" + canonical;
    auto state = scope_start(parts, seed);
    if (!canonical.empty())
        state += ",\"seo.abtest\":" +
                 in_script(json::object{{"canonical", link},
                                        {"pageId", canonical.substr(canonical.rfind('/') + 1)},
                                        {"vidList", json::array{"73675307"}},
                                        {"parameters", {{"seoFriendlyApi", {{"keywordTags", true}}}}}});
    if (!key.empty()) state += ",\"" + std::string(key) + "\":" + in_script(part);
    state += ",\"webapp.a-b\":{\"b_c\":{}}}}";
    return page_start("TikTok - Make Your Day") + std::string(web_scripts) + std::string(scripts_before) +
           script(universal_id, state) + parts.chunks + "</body></html>";
}

/// The path that names a video.
[[nodiscard]] inline std::string video_path(world const& in, made_up_video const& of)
{
    return "/@" + in.creators()[of.creator].name + "/video/" + std::to_string(of.id);
}

/// What the page says of a video: the item, or a code and a message.
[[nodiscard]] inline json::object video_detail(world const& in, made_up_video const* of, std::int64_t now,
                                               standing is, bool mobile)
{
    auto const* const message = mobile ? "statusMessage" : "statusMsg";
    auto const& row = row_of(is);
    if (of == nullptr || row.page_code != 0)
        return {{"statusCode", row.page_code}, {message, row.page_message}};
    auto item = mobile ? mobile_item(in, *of, now) : item_struct(in, *of, now);
    if (is == standing::login_required) {
        item.erase("video");
        item["isContentClassified"] = true;
    }
    auto const& who = in.creators()[of->creator];
    json::object share{{"title", who.nickname + " on TikTok"}, {"desc", of->caption}};
    if (mobile) share["cover_url"] = "https://p16-sign.cdn.example/cover.jpeg";
    json::object made{
        {"itemInfo", {{"itemStruct", item}}}, {"shareMeta", share}, {"statusCode", 0}, {message, ""}};
    if (mobile) made["extra_info"] = json::object{};
    return made;
}

/// The page of a video. Some pages have an empty state, or one without a video, before the right one.
[[nodiscard]] inline reply video_page(world const& in, bulk const& parts, std::string const& name,
                                      std::string const& id, std::int64_t now,
                                      std::optional<standing> forced = {}, bool mobile = false)
{
    auto const* const of = in.video(id, now);
    auto const is = of == nullptr ? standing::unknown : forced.value_or(standing_at(*of, now));
    chance by(in.size().seed, "page", id);
    std::string before;
    if (by.once_in(5)) before = script(universal_id, "");
    if (by.once_in(5))
        before +=
            script(universal_id, "{\"__DEFAULT_SCOPE__\":{\"webapp.app-context\":{\"language\":\"en\"}}}");
    if (by.once_in(5)) before += script("SIGI_STATE", "");
    auto const own = of == nullptr ? "/@" + name + "/video/" + id : video_path(in, *of);
    reply made;
    made.body = web_page(parts, in.size().seed, mobile ? "webapp.reflow.video.detail" : "webapp.video-detail",
                         video_detail(in, of, now, is, mobile), own, before);
    return made;
}

} // namespace tiktrack::stand_in
