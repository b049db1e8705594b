// SPDX-License-Identifier: MIT
// Where a short link leads: one redirect, whose target names the video.
#pragma once

#include "tiktrack/fetch/asked_line.hpp"
#include "tiktrack/http/message.hpp"
#include "tiktrack/source/video_pages.hpp"

#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// What came of a short link.
struct link_target {
    bool redirected = false; ///< whether it led anywhere; where it did not, the answer itself has to tell why
    std::string id;          ///< of the video; empty where it leads to none
    std::string name;        ///< of its creator; may be empty
    std::string why;         ///< where it leads to no video: what it leads to, and which tool takes that
};

/// An address on a server that stands in for the platform, or is it, as a path of it; empty for one
/// elsewhere.
[[nodiscard]] inline std::string_view path_on(std::string_view base, std::string_view url) noexcept
{
    while (base.ends_with('/')) base.remove_suffix(1);
    if (!url.starts_with(base)) return {};
    url.remove_prefix(base.size());
    return url.starts_with('/') ? url : std::string_view();
}

/// What an address leads to, where the paths of `base` are the platform's.
[[nodiscard]] inline source::address read_address_on(std::string_view base, std::string_view url)
{
    auto const path = path_on(base, url);
    return source::read_address(path.empty() ? url : path);
}

/// Reads the answer to a short link, whether its redirect was followed or not.
/// @param asked the address that was asked @param base the server that was: its paths are the platform's
[[nodiscard]] inline link_target target_of(http::answer const& from, std::string const& asked,
                                           std::string_view base = source::site_address)
{
    bool const stopped_there = from.how == http::arrival::redirected;
    auto const& to = stopped_there ? from.location : from.url;
    if (!stopped_there && (from.how != http::arrival::answered || to.empty() || to == asked)) return {};
    auto const at = read_address_on(base, to);
    link_target target;
    target.redirected = at.is != source::place::login;
    if (at.is == source::place::video) {
        target.id = at.id;
        target.name = at.name;
    } else if (target.redirected) {
        auto const bare = to.substr(0, to.find_first_of("?#"));
        bool const known = at.is != source::place::none && at.is != source::place::short_link;
        target.why = "leads to " + bare + ", " + (known ? why_no_video(at) : std::string(describe(at.is)));
    }
    return target;
}

} // namespace tiktrack::fetch
