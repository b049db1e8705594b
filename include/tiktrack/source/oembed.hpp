// SPDX-License-Identifier: MIT
// oEmbed answers: no counts, but id, name, sound and hashtags in the HTML that they hold.
#pragma once

#include "tiktrack/format/html.hpp"
#include "tiktrack/source/fields.hpp"
#include "tiktrack/source/hashtags.hpp"

namespace tiktrack::source {

[[nodiscard]] inline bool is_oembed(object const& of)
{
    return of["html"].is_string() &&
           (of["embed_product_id"].exists() || of["provider_name"].text() == "\"TikTok\"");
}

/// Reads one answer. Its HTML names the sound's id; title and author of the sound are one text there.
inline void read_oembed(object const& of, outcomes& out)
{
    fields to(out.next("oembed"), out);
    out.raw().whole("oembed", of.text());
    auto const html = of["html"].string();
    address video;
    std::string sound;
    hashtag_list hashtags;
    format::tag_walk walk(html);
    for (format::html_tag tag; walk.next(tag);) {
        if (tag.is("blockquote")) {
            auto const cite = tag.attribute("cite");
            if (cite) video = read_address(format::html_text(*cite));
        }
        auto const href = tag.is("a") ? tag.attribute("href") : std::nullopt;
        auto const link = href ? read_address(format::html_text(*href)) : address{};
        if (link.is == place::sound) sound = link.id;
        if (link.is != place::hashtag) continue;
        std::string name;
        format::append_quoted(name, format::html_text(tag.behind.substr(0, tag.behind.find('<'))));
        hashtags.add(json_view(name));
    }
    to.of().copy("hashtags"_col, hashtags.json());
    if (!video.id.empty()) to.of().set_text("video_id"_col, video.id);
    to.id("video_id"_col, of["embed_product_id"]);
    to.upload({});
    to.text("caption"_col, of["title"]);
    to.link("thumbnail_url"_col, of["thumbnail_url"]);
    if (!sound.empty()) to.of().set_text("music_id"_col, sound);
    auto const author = read_address(of["author_url"].string());
    if (!author.name.empty()) to.of().set_text("creator_username"_col, author.name);
    to.filled_text("creator_username"_col, of["author_unique_id"]);
    to.filled_text("creator_display_name"_col, of["author_name"]);
    if (of["embed_type"].is_string()) to.of().set("is_photo"_col, of["embed_type"].text() == "\"photo\"");
    out.give_only_video({});
}

} // namespace tiktrack::source
