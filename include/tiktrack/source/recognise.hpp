// SPDX-License-Identifier: MIT
// Which shape a JSON object has, by its keys alone.
#pragma once

#include "tiktrack/source/embed.hpp"
#include "tiktrack/source/first_system.hpp"
#include "tiktrack/source/listing.hpp"
#include "tiktrack/source/oembed.hpp"
#include "tiktrack/source/refusal.hpp"
#include "tiktrack/source/research_rows.hpp"
#include "tiktrack/source/universal.hpp"
#include "tiktrack/source/zeeschuimer.hpp"

#include <algorithm>

namespace tiktrack::source {

/// What a JSON object is.
enum class shape {
    captured,     ///< an item of Zeeschuimer's
    universal,    ///< the state of a page, since 2023
    scope,        ///< the part of it that counts
    sigi,         ///< the state of a page, 2021 to 2023
    next_data,    ///< the state of a page, up to 2021
    embed_state,  ///< the state of an embed page
    embed_route,  ///< the part of it that counts
    video,        ///< one video of the web's or the app's, or a card that wraps it
    detail,       ///< the answer about one video
    user_detail,  ///< the answer about a creator
    listing,      ///< a list of videos
    app_detail,   ///< the app's answer about one video
    rows,         ///< `videos`: a list of rows of the Research API's or the first system's
    research,     ///< one row of the Research API's
    first_system, ///< one row of the first system's
    oembed,
    api_error, ///< the envelope of an official API that says what went wrong
    ours,      ///< a record
    other,     ///< data of another kind that is known by name
    wrapped,   ///< the answer stands under `data`, `body` or the like
    code,      ///< an answer without data: a code, or an empty list
    unknown
};

/// What an object wraps an answer in, if it does.
[[nodiscard]] inline json_view wrapped_in(object const& of)
{
    for (auto const* key : {"data", "body", "response", "result", "results"}) {
        auto const inner = of[key];
        auto const text = inside(inner.text());
        bool const answer = text.starts_with('{') || text.starts_with('[') || text.starts_with('<');
        if (inner.is_object() || inner.is_array() || answer) return inner;
    }
    return {};
}

/// Whether an object is a record: one of ours, or one that was made by hand. Comments and other people's
/// videos have a video_id too.
[[nodiscard]] inline bool is_record(object const& of)
{
    if (of.has("schema") || (of.has("platform") && of.has("video_id"))) return true;
    return of.has("video_id") && !of.has("create_time") && !of.has("text") && !has_research_words(of);
}

/// The shape of an object.
[[nodiscard]] inline shape recognise(object const& of)
{
    auto const has = [&](std::string_view key) { return of.has(key); };
    auto const any_webapp = [&] {
        return std::any_of(of.members().begin(), of.members().end(),
                           [](format::member const& each) { return each.key.starts_with("webapp."); });
    };
    if (is_first_system_row(of)) return shape::first_system;
    if (is_record(of)) return shape::ours;
    if (is_zeeschuimer_item(of)) return shape::captured;
    if (of["__DEFAULT_SCOPE__"].is_object()) return shape::universal;
    if (any_webapp()) return shape::scope;
    if (has("ItemModule") || has("UserModule") || has("LiveRoom")) return shape::sigi;
    if (of["props"]["pageProps"].is_object()) return shape::next_data;
    if (of["source"]["data"].is_object()) return shape::embed_state;
    if (is_embed_route(of)) return shape::embed_route;
    if (of["itemInfo"].is_object()) return shape::detail;
    if (is_listed_video(of) || !video_in_card(of).members().empty()) return shape::video;
    if (of["userInfo"].is_object()) return shape::user_detail;
    if (list_in(of).exists()) return shape::listing;
    if (has("aweme_detail")) return shape::app_detail;
    if (of["videos"].is_array()) return shape::rows;
    if (is_oembed(of)) return shape::oembed;
    if (!other_data(of).empty()) return shape::other;
    if (is_research_row(of)) return shape::research;
    if (auto const error = of["error"]["code"]; error.is_string() && error.text() != "\"ok\"")
        return shape::api_error;
    if (code_of(of).code != 0) return shape::code;
    if (wrapped_in(of).exists()) return shape::wrapped;
    if (has("hasMore") || has("has_more")) return shape::code;
    return shape::unknown;
}

} // namespace tiktrack::source
