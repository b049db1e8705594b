// SPDX-License-Identifier: MIT
// Addresses on the platform's site: which video, or what else, they name; and the one that we give a video.
#pragma once

#include "tiktrack/base/integer.hpp"
#include "tiktrack/base/letters.hpp"
#include "tiktrack/base/percent.hpp"
#include "tiktrack/base/video_id.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::source {

/// What an address leads to.
enum class place {
    video,
    short_link, ///< one redirect away from something; which, only the platform knows
    creator,
    hashtag,
    sound,
    live,
    search,
    login,
    other_page, ///< of the platform
    elsewhere,  ///< another site
    none        ///< no address at all
};

/// An address, read.
struct address {
    place is = place::none;
    std::string id;   ///< of the video or the sound
    std::string name; ///< of the creator (without @) or the hashtag; empty where the address does not tell
};

/// A phrase for messages: what an address of that kind is.
[[nodiscard]] constexpr std::string_view describe(place is) noexcept
{
    switch (is) {
    case place::video: return "a video";
    case place::short_link: return "a short link";
    case place::creator: return "a creator's page";
    case place::hashtag: return "a hashtag's page";
    case place::sound: return "a sound's page";
    case place::live: return "a live room";
    case place::search: return "a search";
    case place::login: return "the login page";
    case place::other_page: return "a page of the platform without a video";
    case place::elsewhere: return "another site";
    case place::none: break;
    }
    return "no address";
}

namespace detail {

[[nodiscard]] inline std::vector<std::string> segments(std::string_view path)
{
    std::vector<std::string> all;
    while (!path.empty()) {
        auto const slash = std::min(path.find('/'), path.size());
        if (slash > 0) all.push_back(percent_decoded(path.substr(0, slash)));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return all;
}

/// The kind that a path of the site has, as far as its segments from the first on tell.
[[nodiscard]] inline address read_path(std::vector<std::string> at)
{
    auto const part = [&](std::size_t i) {
        return i < at.size() ? std::string_view(at[i]) : std::string_view{};
    };
    auto const video = [](std::string_view id, std::string_view name = {}) {
        return is_video_id(id) ? address{place::video, std::string(id), std::string(name)}
                               : address{place::other_page, {}, {}};
    };
    if (part(0) == "embed" && at.size() > 1) {
        at.erase(at.begin());
        if (part(0) == "v2") at.erase(at.begin());
        if (at.size() == 1 && part(0)[0] != '@') return video(part(0));
    }
    if (part(0).starts_with('@')) {
        auto const name = part(0).substr(1);
        if (part(1) == "video" || part(1) == "photo") return video(part(2), name);
        return {part(1) == "live" ? place::live : place::creator, {}, std::string(name)};
    }
    if (part(0) == "video") return video(part(1));
    if (part(0) == "v") return video(part(1).substr(0, part(1).find(".html")));
    if (part(0) == "t" && at.size() > 1) return {place::short_link, {}, {}};
    if (part(0) == "tag") return {place::hashtag, {}, std::string(part(1))};
    if (part(0) == "music") {
        auto const dash = part(1).rfind('-');
        auto const id = dash == std::string_view::npos ? part(1) : part(1).substr(dash + 1);
        return {place::sound, is_digits(id) ? std::string(id) : std::string(), {}};
    }
    if (part(0) == "live") return {place::live, {}, {}};
    if (part(0) == "search") return {place::search, {}, {}};
    if (part(0) == "login") return {place::login, {}, {}};
    return {place::other_page, {}, {}};
}

} // namespace detail

/// Reads an address, with or without its scheme, its query and fragment put aside. A path alone
/// (`/embed/v2/ID`) is one of the platform's site.
[[nodiscard]] inline address read_address(std::string_view text)
{
    if (auto const scheme = text.find("://"); scheme != text.npos && scheme < 8)
        text.remove_prefix(scheme + 3);
    text = text.substr(0, text.find_first_of("?#"));
    auto const slash = std::min(text.find('/'), text.size());
    auto const host = text.substr(0, std::min(text.find(':'), slash));
    constexpr std::string_view site = "tiktok.com";
    if (!host.empty()) {
        auto const domain = host.substr(host.size() - std::min(host.size(), site.size()));
        bool const ours = same_letters(domain, site) &&
                          (host.size() == site.size() || host[host.size() - site.size() - 1] == '.');
        if (!ours) return {host.find('.') == host.npos ? place::none : place::elsewhere, {}, {}};
    } else if (text.empty()) {
        return {};
    }
    auto path = detail::segments(text.substr(slash));
    bool const shortener = same_letters(host, "vm.tiktok.com") || same_letters(host, "vt.tiktok.com");
    if (shortener && path.size() == 1) return {place::short_link, {}, {}};
    return detail::read_path(std::move(path));
}

/// Whether a creator's name can stand in an address; some sources hold names with NULs in them.
[[nodiscard]] constexpr bool is_creator_name(std::string_view name) noexcept
{
    for (char const c : name)
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '/' || c == '\\' || c == '"' ||
            c == '\'')
            return false;
    return !name.empty();
}

/// The address that a video gets in `video_url`; `@` alone where its creator's name is not known.
[[nodiscard]] inline std::string video_address(std::string_view name, std::string_view id)
{
    std::string made = "https://www.tiktok.com/@";
    if (is_creator_name(name)) made += name;
    made += "/video/";
    made += id;
    return made;
}

} // namespace tiktrack::source
