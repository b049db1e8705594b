// SPDX-License-Identifier: MIT
// `__UNIVERSAL_DATA_FOR_REHYDRATION__`: the state of the platform's pages since 2023, whole or in parts.
#pragma once

#include "tiktrack/format/json.hpp"
#include "tiktrack/source/item.hpp"
#include "tiktrack/source/status_codes.hpp"

#include <string>
#include <string_view>

namespace tiktrack::source {

/// Which code and message an answer has; 0 where it has none.
struct answer_code {
    std::int64_t code = 0;
    std::string message;
};

[[nodiscard]] inline answer_code code_of(object const& answer)
{
    answer_code found;
    for (auto const* key : {"statusCode", "status_code"})
        if (auto const code = as_integer(answer[key].text()); code && *code != 0) found.code = *code;
    for (auto const* key : {"statusMsg", "statusMessage", "status_msg"})
        if (found.message.empty()) found.message = answer[key].string();
    return found;
}

/// What a page is about by its canonical address.
struct page_address {
    address is;
    bool own = false; ///< whether the state itself says so, not only the HTML around it
};

/// The keys of a scope under which a video's answer stands, and the source that it makes.
struct detail_key {
    std::string_view key;
    std::string_view source;
};
inline constexpr detail_key detail_keys[] = {{"webapp.video-detail", "page"},
                                             {"webapp.reflow.video.detail", "mobile"}};

inline constexpr std::string_view user_detail_key = "webapp.user-detail";

namespace detail {

/// Keeps a part of a scope in raw; within the scope where it would be taken for another part alone.
inline void keep_part(raw_text& raw, std::string_view source, std::string_view key, object const& part)
{
    bool const as_user = source == "page" && part["userInfo"].is_object();
    if (!part.has("__DEFAULT_SCOPE__") && as_user == (key == user_detail_key))
        return raw.whole(source, part.text());
    raw.start(source);
    raw.open();
    raw.open("__DEFAULT_SCOPE__");
    raw.member(key, part.text());
    raw.close();
    raw.close();
}

} // namespace detail

/// Reads `{statusCode, statusMsg, itemInfo: {itemStruct}}`: one video, or why it is not shown.
inline void read_detail(object const& of, detail_key const& at, outcomes& out, page_address const& page = {})
{
    fields to(out.next(at.source), out);
    detail::keep_part(out.raw(), at.source, at.key, of);
    auto const [code, message] = code_of(of);
    if (code != 0)
        return out.give_failure(status_of_code(code, message), code_detail(code, message), page.is);
    object const item(of["itemInfo"]["itemStruct"]);
    if (!item.text().is_object()) return out.give_failure("parse_error", "no itemStruct", page.is);
    read_item(to, item);
    if (item["isContentClassified"].text() == "true" && !item.has("video")) {
        auto const& r = to.of().made;
        auto const id = std::string(get<"video_id"_col>(r).value_or(""));
        address const shown{place::video, id, get<"creator_username"_col>(r).value_or("")};
        return out.give_failure("login_required", "isContentClassified, without a video",
                                is_video_id(id) ? shown : page.is);
    }
    out.give_only_video(page.is, page.own);
}

/// Reads `{statusCode, userInfo: {user, stats, statsV2, itemList}}`: the creator's videos; where there is
/// none the creator, or why it is not shown.
inline void read_user_detail(object const& of, outcomes& out)
{
    object const info(of["userInfo"]);
    creator const who{info["user"], info["stats"], info["statsV2"]};
    auto const [code, message] = code_of(of);
    auto const given = out.given();
    for (auto const& each : info["itemList"].elements()) {
        if (each.is_null()) continue;
        object const item(each);
        fields to(out.next("page"), out);
        bool const whole = item["author"].is_object() && item["authorStats"].is_object();
        out.raw().start("page");
        out.raw().open();
        out.raw().open("userInfo");
        if (!whole) {
            out.raw().member("user", who.user);
            out.raw().member("stats", who.stats);
            out.raw().member("statsV2", who.stats_v2);
        }
        out.raw().open("itemList", '[');
        out.raw().value(each);
        out.raw().close(']');
        out.raw().close();
        out.raw().close();
        read_item(to, item, whole ? creator{} : who);
        out.give_video();
    }
    if (out.given() != given) return;
    fields to(out.next("page"), out);
    detail::keep_part(out.raw(), "page", user_detail_key, of);
    set_creator(to, who);
    if (!to.of().made.cells["creator_username"_col].empty())
        out.give_creator();
    else if (code != 0)
        out.give_failure(status_of_code(code, message), code_detail(code, message), {});
    else
        out.give_failure("parse_error", "userInfo names no user", {});
}

/// Reads a `__DEFAULT_SCOPE__` that may not have been validated. False, with nothing given, where it speaks
/// neither of a video nor of a creator.
/// @param html what the page around it says that it is about; the scope's own word comes first
[[nodiscard]] inline bool read_scope(object const& of, outcomes& out, format::validator& valid,
                                     address const& html = {})
{
    page_address page{html};
    if (auto own = read_address(of["seo.abtest"]["canonical"].string()); own.is == place::video)
        page = {std::move(own), true};
    auto const usable = [&](std::string_view key) {
        auto const bad = valid.check(of[key].text());
        if (bad) {
            (void)out.next("page");
            out.give_failure("parse_error", std::string(key) + " is not JSON: " + bad->why, page.is);
        }
        return !bad;
    };
    for (auto const& each : detail_keys)
        if (of[each.key].is_object()) {
            if (usable(each.key)) read_detail(object(of[each.key]), each, out, page);
            return true;
        }
    if (!of[user_detail_key].is_object()) return false;
    if (usable(user_detail_key)) read_user_detail(object(of[user_detail_key]), out);
    return true;
}

/// Gives what a scope comes to in which no video and no creator was found.
inline void give_shell(object const& scope, outcomes& out, format::validator& valid, address const& page = {})
{
    (void)out.next("page");
    auto const bad = valid.check(scope.text().text());
    if (!bad) {
        out.raw().start("page");
        out.raw().open();
        out.raw().member("__DEFAULT_SCOPE__", scope.text());
        out.raw().close();
    }
    auto const found = bad ? "not JSON: " + bad->why : "found " + keys_of(scope);
    out.give_failure(
        "parse_error",
        "looked for webapp.video-detail, webapp.reflow.video.detail and webapp.user-detail; " + found, page);
}

} // namespace tiktrack::source
