// SPDX-License-Identifier: MIT
// `__FRONTITY_CONNECT_STATE__`: the state of the pages that other people's sites embed, and one route of it.
#pragma once

#include "tiktrack/source/creator.hpp"
#include "tiktrack/source/status_codes.hpp"
#include "tiktrack/source/video_data.hpp"

namespace tiktrack::source {

/// The id of the script that holds it.
inline constexpr std::string_view embed_script = "__FRONTITY_CONNECT_STATE__";

/// Whether an object is what such a state holds for one path.
[[nodiscard]] inline bool is_embed_route(object const& of)
{
    return is_video_data(object(of["videoData"])) || of["videoList"].is_array() ||
           of["route"].string().starts_with("/embed/");
}

namespace detail {

/// A path without its query and its last slash.
[[nodiscard]] inline std::string_view bare_path(std::string_view path)
{
    path = path.substr(0, path.find('?'));
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

/// What a route without a video says: a code of the platform's, an HTTP status, or nothing.
inline void give_embed_failure(object const& route, outcomes& out, address const& about)
{
    auto const code = as_integer(route["code"].text()).value_or(0);
    auto const http = as_integer(route["errorStatus"].text()).value_or(code);
    bool const missing = http == 400 || http == 404; // an unknown id
    auto const own = status_of_code(code, route["message"].string());
    bool const error = route["isError"].text() == "true" || route["pageName"].text() == "\"error\"";
    if (code != 0 && own != "parse_error")
        out.give_failure(own, code_detail(code, route["message"].string()), about);
    else if (missing)
        out.give_failure("not_found", code_detail(http, {}), about);
    else
        out.give_failure("parse_error",
                         error ? code_detail(http, "an error page") : "no videoData and no videoList", about);
}

/// The video of `/embed/v2/ID`: only the id that was asked for and an author that is not empty make an
/// answer.
inline void give_embed_video(object const& route, fields& to, outcomes& out, address const& asked)
{
    auto const data = route["videoData"];
    if (!data.is_object()) return give_embed_failure(route, out, asked);
    read_video_data(to, object(data));
    auto const& cells = to.of().made.cells;
    auto const id = get<"video_id"_col>(to.of().made);
    if (!id && cells["creator_username"_col].empty())
        return out.give_failure("not_found", "all fields are empty", asked);
    out.give_only_video(asked, true);
}

/// The rows of a creator's, a hashtag's or a sound's page.
inline void give_embed_list(object const& route, outcomes& out)
{
    auto const user = route["userInfo"], sound = route["embedInfo"];
    bool const of_sound = route["playlistType"].text() == "\"music\"" || sound["artist"].exists();
    for (auto const& row : route["videoList"].elements()) {
        if (row.is_null()) continue;
        if (row["privateItem"].text() == "true") {
            out.pass_over("private rows");
            continue;
        }
        fields to(out.next("embed"), out);
        auto& raw = out.raw();
        raw.start("embed");
        raw.open();
        raw.member("userInfo", user);
        if (of_sound) {
            raw.member("playlistType", route["playlistType"]);
            raw.member("embedInfo", sound);
        }
        raw.open("videoList", '[');
        raw.value(row);
        raw.close(']');
        raw.close();

        object const of(row);
        auto const author = of["authorUniqueId"];
        to.video_id(of["id"]);
        to.upload(of["createTime"]);
        to.text("caption"_col, of["desc"]);
        to.count("views"_col, of["playCount"]);
        to.link("thumbnail_url"_col, of["originCoverUrl"]);
        to.link("thumbnail_url"_col, of["coverUrl"]);
        if (!author.exists() || author.text() == user["uniqueId"].text()) {
            set_user(to, user);
            set_creator_counts(to, user, {});
        }
        to.filled_text("creator_username"_col, author);
        if (of_sound) {
            to.id("music_id"_col, sound["id"]);
            to.filled_text("sound_author"_col, sound["artist"]);
            to.count("sound_usage_count"_col, sound["videoCount"]);
        }
        out.give_video();
    }
}

} // namespace detail

/// Reads what the state holds for one path.
/// @param path the path that was asked for, as far as the route itself does not tell
inline void read_embed_route(object const& of, outcomes& out, std::string_view path = {})
{
    std::string own = of["link"].string();
    if (own.empty()) own = of["route"].string();
    auto const asked = read_address(detail::bare_path(own.empty() ? path : own));
    auto const given = out.given();
    if (of["videoList"].is_array()) detail::give_embed_list(of, out);
    if (out.given() != given) return;

    fields to(out.next("embed"), out);
    out.raw().whole("embed", of.text());
    if (of["videoData"].exists() || asked.is == place::video)
        return detail::give_embed_video(of, to, out, asked);
    set_user(to, of["userInfo"]);
    set_creator_counts(to, of["userInfo"], {});
    if (!to.of().made.cells["creator_username"_col].empty()) return out.give_creator();
    // Judged by what stands in `raw` as well, which the path does not.
    if (!own.empty() && asked.is == place::sound && !of["embedInfo"].exists())
        return out.give_failure("not_found", "no embedInfo: the sound is not known", {});
    detail::give_embed_failure(of, out, {});
}

/// Reads a state that was validated. False, with nothing given, where it holds no such route. A state that
/// holds another route than the one asked for is a parse error.
[[nodiscard]] inline bool read_embed(object const& state, outcomes& out)
{
    auto const data = state["source"]["data"];
    auto const link = state["router"]["link"];
    auto const asked = link.string();
    format::member_walk walk(data.text());
    format::member held;
    bool any = false;
    for (format::member each; data.is_object() && walk.next(each);) {
        std::string path;
        format::append_text(path, each.key);
        if (!path.starts_with("/embed/") || !json_view(each.value).is_object()) continue;
        if (!any) held = each;
        any = true;
        if (asked.empty() || detail::bare_path(path) == detail::bare_path(asked)) {
            read_embed_route(object(json_view(each.value)), out, path);
            return true;
        }
    }
    if (!any) return false;
    (void)out.next("embed");
    auto& raw = out.raw();
    raw.start("embed");
    raw.open();
    raw.open("router");
    raw.member("link", link);
    raw.close();
    raw.open("source");
    raw.open("data");
    raw.member(held.key, json_view(held.value));
    raw.close();
    raw.close();
    raw.close();
    out.give_failure("parse_error", "asked for " + asked + ", the state holds " + std::string(held.key),
                     read_address(detail::bare_path(asked)));
    return true;
}

} // namespace tiktrack::source
