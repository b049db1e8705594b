// SPDX-License-Identifier: MIT
// What is no answer about a video: waiting pages, refusals, and other data that looks near.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/format/cut.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/source/address.hpp"
#include "tiktrack/source/object.hpp"
#include "tiktrack/source/outcomes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace tiktrack::source {

/// The whole body of the platform's 503.
inline constexpr std::string_view overload_body = "overload-protect triggered";

/// What leads to the login page says of what was asked for.
inline constexpr std::string_view login_redirect = "a redirect to the login page";

/// Gives a rate-limited outcome where the text is the body of such a refusal.
inline bool give_overload(std::string_view text, outcomes& out)
{
    while (!text.empty() && format::is_blank(text.back())) text.remove_suffix(1);
    if (text != overload_body) return false;
    out.begin_answer();
    (void)out.next({});
    out.give_failure("rate_limited", overload_body, {});
    return true;
}

/// Other JSON that people have beside answers, by a key that only it has.
[[nodiscard]] inline std::string_view other_data(object const& of)
{
    struct other {
        std::string_view key;
        std::string_view what;
    };
    static constexpr std::string_view of_ytdlp = "an info file of yt-dlp, which is not read";
    static constexpr auto kinds = std::to_array<other>({
        {"extractor", of_ytdlp},
        {"extractor_key", of_ytdlp},
        {"comments", "a list of comments; comments are no videos"},
        {"cid", "a comment; comments are no videos"},
        {"parent_comment_id", "a comment of the Research API; comments are no videos"},
        {"authorMeta", "a row of a commercial scraper (apify), which is not read"},
        {"hashtag_id", "a list of trending hashtags (Creative Center); it holds no videos"},
        {"bodyPath", "a note about an answer that was fetched, not the answer"},
        {"field_name", "a query for the Research API, not its answer"},
    });
    for (auto const& each : kinds)
        if (of[each.key].exists()) return each.what;
    if (of["log"]["entries"].is_array()) return "a HAR capture, which is not read";
    for (auto const* list : {"and", "or", "not", "list"})
        if (auto const first = first_of(of[list]); first.is_object())
            if (auto const what = other_data(object(first)); !what.empty()) return what;
    return {};
}

namespace detail {

[[nodiscard]] inline bool holds(std::string_view page, std::string_view what)
{
    return page.find(what) != page.npos;
}

/// Why a page without data is a refusal; empty where it is none. "captcha" stands in every good page.
[[nodiscard]] inline std::string_view why_challenged(std::string_view page, std::string_view title,
                                                     address const& canonical)
{
    if (holds(page, "_wafchallengeid") || holds(page, "SlardarWAF")) return "the firewall's waiting page";
    if (holds(page, "tiktok-verify-page")) return "a captcha page";
    if (holds(title, "Site Maintenance")) return "Site Maintenance";
    if (holds(title, "403 Forbidden") || same_letters(title, "Access Denied")) return title;
    if (canonical.is == place::login) return "the login page";
    constexpr std::size_t redirect = 2000; // the body of a redirect is one link
    if (page.size() < redirect && (holds(page, "tiktok.com/login") || holds(page, "href=\"/login")))
        return login_redirect;
    return {};
}

/// Whether a page is one of the platform's at all.
[[nodiscard]] inline bool is_platforms_page(std::string_view page)
{
    for (auto const* mark : {"tiktok", "TikTok", "ttwstatic"})
        if (holds(page, mark)) return true;
    return false;
}

} // namespace detail

/// Gives what a page without any state comes to; false for a page that is not the platform's.
inline bool give_page_without_state(std::string_view page, std::string_view title, address const& canonical,
                                    std::string const& what_was_wrong, outcomes& out)
{
    auto const challenge = detail::why_challenged(page, title, canonical);
    if (challenge.empty() && !detail::is_platforms_page(page)) return false;
    (void)out.next({});
    if (!challenge.empty())
        out.give_failure("challenged", challenge, {});
    else
        out.give_failure("parse_error", what_was_wrong, canonical);
    return true;
}

/// Why a text that begins with an address is no saved answer, and what takes it; empty where it begins
/// otherwise.
[[nodiscard]] inline std::string why_an_address(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text = text.substr(0, text.find_first_of("\r\n"));
    if (!is_web_address(text)) return {};
    auto const what = read_address(text).is;
    auto why = "an address (" + std::string(describe(what)) + "), not a saved answer; ";
    if (what == place::video || what == place::short_link) return why + "tt-snapshot takes it";
    if (what == place::elsewhere || what == place::none) return why + "it is of no platform that is known";
    return why + "tt-discover takes it";
}

} // namespace tiktrack::source
