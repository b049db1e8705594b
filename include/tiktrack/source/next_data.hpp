// SPDX-License-Identifier: MIT
// `__NEXT_DATA__`: the state of the platform's pages up to 2021.
#pragma once

#include "tiktrack/source/universal.hpp"
#include "tiktrack/source/video_data.hpp"

namespace tiktrack::source {

namespace detail {

/// Begins a record whose raw is `{"props":{"pageProps":{…`; `end_page_props` closes it.
[[nodiscard]] inline draft& next_page_props(outcomes& out)
{
    auto& of = out.next("next_data");
    out.raw().start("next_data");
    out.raw().open();
    out.raw().open("props");
    out.raw().open("pageProps");
    return of;
}

inline void end_page_props(raw_text& raw)
{
    raw.close();
    raw.close();
    raw.close();
}

/// One video of a list, in either of the two forms of that time.
inline void give_next_item(object const& item, std::string_view list, json_view user_info, outcomes& out)
{
    bool const early = is_video_data(item);
    bool const whole = early || (item["author"].is_object() && item["authorStats"].is_object());
    fields to(next_page_props(out), out);
    if (!whole) out.raw().member("userInfo", user_info);
    out.raw().open(list, '[');
    out.raw().value(item.text());
    out.raw().close(']');
    end_page_props(out.raw());
    if (early)
        read_video_data(to, item);
    else
        read_item(to, item, whole ? creator{} : creator{user_info["user"], user_info["stats"], {}});
    out.give_video();
}

} // namespace detail

/// Reads a state that was validated. False, with nothing given, where it speaks neither of a video nor of a
/// creator: other sites have a `__NEXT_DATA__` too.
[[nodiscard]] inline bool read_next_data(object const& state, outcomes& out, address page = {})
{
    object const of(state["props"]["pageProps"]);
    auto const given = out.given();
    for (auto const* list : {"items", "itemList", "itemListData"})
        for (auto const& item : of[list].elements())
            if (!item.is_null()) detail::give_next_item(object(item), list, of["userInfo"], out);
    if (out.given() != given) return true;

    auto const meta = of["metaParams"].exists() ? of["metaParams"] : of["seoProps"]["metaParams"];
    auto const own = read_address(meta["canonicalHref"].string());
    if (own.is == place::video) page = own;
    auto const item = of["itemInfo"]["itemStruct"];
    bool const early = is_video_data(object(of["videoData"]));
    auto const [code, message] = code_of(of);
    if (code == 0 && !item.is_object() && !early && !of["userInfo"]["user"].is_object()) return false;
    fields to(detail::next_page_props(out), out);
    for (auto const* key : {"statusCode", "statusMsg", "userInfo", "itemInfo", "videoData"})
        if (key != std::string_view("videoData") || early) out.raw().member(key, of[key]);
    detail::end_page_props(out.raw());
    set_creator(to, {of["userInfo"]["user"], of["userInfo"]["stats"], {}});
    if (!to.of().made.cells["creator_username"_col].empty() && !item.is_object() && !early) {
        out.give_creator();
    } else if (code != 0) {
        out.give_failure(status_of_code(code, message), code_detail(code, message), page);
    } else if (item.is_object()) {
        read_item(to, object(item));
        out.give_only_video(page);
    } else if (early) {
        read_video_data(to, object(of["videoData"]));
        out.give_only_video(page);
    } else {
        out.give_failure("parse_error", "userInfo names no user", page);
    }
    return true;
}

} // namespace tiktrack::source
