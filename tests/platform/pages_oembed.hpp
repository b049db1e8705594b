// SPDX-License-Identifier: MIT
// `/oembed?url=…`: a little JSON without counts, and the texts of HTML in it.
#pragma once

#include "pages_video.hpp"
#include "tiktrack/source/address.hpp"

namespace tiktrack::stand_in {

/// Text as HTML has it between tags and in attributes.
[[nodiscard]] inline std::string html_escaped(std::string_view text)
{
    std::string made;
    for (char const c : text) {
        switch (c) {
        case '&': made += "&amp;"; break;
        case '<': made += "&lt;"; break;
        case '>': made += "&gt;"; break;
        case '"': made += "&quot;"; break;
        default: made += c;
        }
    }
    return made;
}

namespace detail {

[[nodiscard]] inline std::string anchor(std::string_view title, std::string const& path,
                                        std::string_view text)
{
    return "<a target=\"_blank\" title=\"" + html_escaped(title) + "\" href=\"https://www.tiktok.com" + path +
           "?refer=embed\">" + html_escaped(text) + "</a>";
}

/// The caption with a link in the place of every hashtag, and what else the block has.
[[nodiscard]] inline std::string oembed_html(world const& in, made_up_video const& of)
{
    auto const& who = in.creators()[of.creator];
    std::string_view caption = of.caption;
    std::string links;
    std::size_t from = caption.size();
    for (auto tag = of.tags.rbegin(); tag != of.tags.rend(); ++tag) {
        from = caption.rfind('#', from - 1);
        auto const spelled = caption.substr(from, tag->size() + 1);
        links = anchor(*tag, "/tag/" + *tag, spelled) + ' ' + links;
    }
    auto const text = html_escaped(caption.substr(0, from)) + links;
    auto const path = video_path(in, of);
    std::string sound;
    if (of.sound) {
        auto const& played = in.sounds()[*of.sound];
        auto const title = "\xe2\x99\xac " + played.title + " - " + played.artist;
        sound = anchor(title, "/music/made-up-" + std::to_string(played.id), title);
    }
    return "<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com" + path + "\" data-video-id=\"" +
           std::to_string(of.id) + "\" data-embed-from=\"oembed\"> <section> " +
           anchor("@" + who.name, "/@" + who.name, "@" + who.name) + " <p>" + text + "</p> " + sound +
           " </section> </blockquote> <script async src=\"https://www.tiktok.com/embed.js\"></script>";
}

} // namespace detail

/// The answer for the video that an address names; 400 where there is none to be seen.
[[nodiscard]] inline reply oembed_answer(world const& in, std::string_view address, std::int64_t now)
{
    reply made;
    made.type = "application/json; charset=utf-8";
    auto const* const of = in.video(source::read_address(address).id, now);
    if (of == nullptr || standing_at(*of, now) != standing::shown) {
        made.status = 400;
        made.body = "{\"code\":400,\"message\":\"Something went wrong\"}";
        return made;
    }
    chance by(in.size().seed, "oembed", of->id);
    auto const& who = in.creators()[of->creator];
    made.body = json::serialize(json::object{{"version", "1.0"},
                                             {"type", "video"},
                                             {"title", of->caption},
                                             {"author_url", "https://www.tiktok.com/@" + who.name},
                                             {"author_name", who.nickname},
                                             {"width", "100%"},
                                             {"height", "100%"},
                                             {"html", detail::oembed_html(in, *of)},
                                             {"thumbnail_width", 720},
                                             {"thumbnail_height", 1280},
                                             {"thumbnail_url", picture(by)},
                                             {"provider_url", "https://www.tiktok.com"},
                                             {"provider_name", "TikTok"},
                                             {"author_unique_id", who.name},
                                             {"embed_product_id", std::to_string(of->id)},
                                             {"embed_type", of->pictures > 0 ? "photo" : "video"}});
    return made;
}

} // namespace tiktrack::stand_in
