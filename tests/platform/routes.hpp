// SPDX-License-Identifier: MIT
// Which page a path leads to. Everything here is a function of the world, the question and the time.
#pragma once

#include "pages_creator.hpp"
#include "pages_embed_lists.hpp"
#include "pages_oembed.hpp"

namespace tiktrack::stand_in {

/// How the site behaves beside what its world holds.
struct site {
    world const& in;
    bulk const& parts;
    std::size_t explore_listing = 0;              ///< videos that the explore page lists
    std::string links = "https://www.tiktok.com"; ///< what the addresses in redirects begin with
    std::map<std::string, standing> forced;       ///< by id, what tests made of a video
};

/// Where a short link leads: `/t/v12` to the video with that number, `/t/u3` to a creator, `/t/l3` to a live
/// room, `/t/t3` to a hashtag, any other to the front page. A video is named with a tail, as links for
/// sharing are.
[[nodiscard]] inline reply short_link(site const& of, std::string_view code)
{
    auto const number = code.size() > 1 && code.size() < 9 && is_digits(code.substr(1))
                            ? std::stoul(std::string(code.substr(1)))
                            : std::string::npos;
    auto const& in = of.in;
    std::string path = "/?_r=1";
    if (code.starts_with('v') && number < in.videos().size())
        path = video_path(in, in.videos()[number]) + "?_t=8made-up&_r=1";
    else if (code.starts_with('u') && number < in.creators().size())
        path = "/@" + in.creators()[number].name + "?_t=8made-up&_r=1";
    else if (code.starts_with('l') && number < in.creators().size())
        path = "/@" + in.creators()[number].name + "/live?_r=1";
    else if (code.starts_with('t') && number < in.hashtags().size())
        path = "/tag/" + in.hashtags()[number];
    auto made = redirect(of.links + path);
    made.status = 301;
    return made;
}

[[nodiscard]] inline reply not_there()
{
    reply made;
    made.status = 404;
    made.body = page_start("404 Not Found") + "There is no such page on this made-up TikTok.</body></html>";
    return made;
}

/// The path's part up to the next slash, cut off its front.
[[nodiscard]] inline std::string take_part(std::string_view& path)
{
    path.remove_prefix(path.starts_with('/') ? 1 : 0);
    auto const part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    return std::string(part);
}

/// Answers a question, whatever the refusals.
[[nodiscard]] inline reply answer(site const& of, question const& asked, std::int64_t now)
{
    auto const forced = [&](std::string const& id) -> std::optional<standing> {
        auto const at = of.forced.find(id);
        return at == of.forced.end() ? std::optional<standing>{} : at->second;
    };
    auto const& [in, parts] = std::tie(of.in, of.parts);
    std::string_view rest = asked.path;
    auto const first = take_part(rest), second = take_part(rest), third = take_part(rest);
    auto path = asked.path;
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    if (take_part(rest) != "") return not_there();
    if (first == "embed" && second == "v2" && is_digits(third))
        return embed_video_page(in, parts, path, third, now, forced(third));
    if (first == "embed" && second.starts_with('@') && third.empty())
        return embed_creator_page(in, parts, path, second.substr(1), now);
    if (first == "embed" && second == "tag" && !third.empty())
        return embed_tag_page(in, parts, path, third, now);
    if (first == "embed" && second == "music" && !third.empty())
        return embed_sound_page(in, parts, path, third.substr(third.rfind('-') + 1), now);
    if (first.starts_with('@') && (second == "video" || second == "photo") && is_digits(third)) {
        bool const mobile = asked.user_agent.find("Mobile") != std::string::npos;
        return video_page(in, parts, first.substr(1), third, now, forced(third), mobile);
    }
    if (first.starts_with('@') && first.size() > 1 && second.empty())
        return creator_page(in, parts, first.substr(1), now);
    if (first == "explore" && second.empty()) return explore_page(in, parts, now, of.explore_listing);
    if (first == "t" && third.empty()) return short_link(of, second);
    if (first == "oembed" && second.empty()) return oembed_answer(in, asked.value("url"), now);
    return not_there();
}

} // namespace tiktrack::stand_in
