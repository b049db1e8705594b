// SPDX-License-Identifier: MIT
// `SIGI_STATE`: the state of the platform's pages from 2021 to 2023.
#pragma once

#include "tiktrack/source/universal.hpp"

#include <string_view>
#include <tuple>

namespace tiktrack::source {

namespace detail {

/// The pieces of raw that keep a creator.
/// @param user, stats the members that hold the two parts, as spelled
inline void keep_user(raw_text& raw, std::string_view user, std::string_view stats, creator const& who)
{
    if (!who.user.exists() && !who.stats.exists()) return;
    raw.open("UserModule");
    for (auto const& [part, key, value] :
         {std::tuple{"users", user, who.user}, {"stats", stats, who.stats}}) {
        if (!value.exists()) continue;
        raw.open(part);
        raw.member(key, value);
        raw.close();
    }
    raw.close();
}

/// One video of ItemModule, whose author stands in UserModule.
inline void give_sigi_item(format::member const& entry, json_view users, outcomes& out)
{
    object const item(json_view(entry.value));
    auto const author = item["author"].is_object() ? item["author"]["uniqueId"] : item["author"];
    auto const name = author.string();
    creator const who{users["users"][name], users["stats"][name], {}};
    fields to(out.next("sigi"), out);
    auto& raw = out.raw();
    raw.start("sigi");
    raw.open();
    raw.open("ItemModule");
    raw.member(entry.key, item.text());
    raw.close();
    keep_user(raw, inside(author.text()), inside(author.text()), who);
    raw.close();
    read_item(to, item, who);
    out.give_video();
}

/// Gives why a page shows nothing, where one of its parts says so with a code.
[[nodiscard]] inline bool give_sigi_code(object const& state, std::string_view part, outcomes& out,
                                         address const& page)
{
    auto const [code, message] = code_of(object(state[part]));
    if (code == 0) return false;
    (void)out.next("sigi");
    out.raw().start("sigi");
    out.raw().open();
    out.raw().member(part, state[part]);
    out.raw().close();
    out.give_failure(status_of_code(code, message), code_detail(code, message), page);
    return true;
}

} // namespace detail

/// Reads a state that was validated. False, with nothing given, where it speaks neither of a video nor of a
/// creator.
[[nodiscard]] inline bool read_sigi(object const& of, outcomes& out, address page = {})
{
    auto const users = of["UserModule"];
    auto const given = out.given();
    format::member_walk items(of["ItemModule"].text());
    for (format::member each; of["ItemModule"].is_object() && items.next(each);)
        if (!json_view(each.value).is_null()) detail::give_sigi_item(each, users, out);
    if (out.given() != given) return true;

    auto const own = read_address(of["SEO"]["canonical"].string());
    if (own.is == place::video) page = own;
    if (detail::give_sigi_code(of, "VideoPage", out, page)) return true;
    if (page.is == place::video) return false; // its author is no answer
    format::member_walk walk(users["users"].text());
    for (format::member each; users["users"].is_object() && walk.next(each);) {
        json_view const user(each.value);
        auto const name = user["uniqueId"];
        creator const who{user, users["stats"][name.string()], {}};
        fields to(out.next("sigi"), out);
        out.raw().start("sigi");
        out.raw().open();
        detail::keep_user(out.raw(), each.key, name.is_string() ? inside(name.text()) : "", who);
        out.raw().close();
        set_creator(to, who);
        if (!to.of().made.cells["creator_username"_col].empty()) out.give_creator();
    }
    return out.given() != given || detail::give_sigi_code(of, "UserPage", out, page);
}

} // namespace tiktrack::source
