// SPDX-License-Identifier: MIT
// The public pages that list videos without a login: which there are, and where they are.
#pragma once

#include "tiktrack/base/percent.hpp"
#include "tiktrack/source/video_pages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// What a page shows.
enum class listing_of : std::uint8_t {
    creator,
    hashtag,
    sound,
    explore, ///< what the platform shows to anybody; often without a listing
    link     ///< a short link, which shows nothing but where it leads
};

/// The parts of the site that can refuse each by itself.
enum class site_part : std::uint8_t { embed_pages, explore_page, short_links };
inline constexpr std::size_t site_parts = 3;

[[nodiscard]] constexpr site_part part_of(listing_of what) noexcept
{
    if (what == listing_of::explore) return site_part::explore_page;
    return what == listing_of::link ? site_part::short_links : site_part::embed_pages;
}

/// A page to be asked for.
struct listing_page {
    listing_of what = listing_of::explore;
    std::string
        name; ///< the creator's (without @), the hashtag's (without #), the sound's id, the link's address
    std::string source; ///< as `discovered_via` has it, and as messages call it

    friend bool operator==(listing_page const&, listing_page const&) = default;
};

[[nodiscard]] inline listing_page page_of_creator(std::string_view name)
{
    return {listing_of::creator, std::string(name), "user:" + std::string(name)};
}

[[nodiscard]] inline listing_page page_of_hashtag(std::string_view name)
{
    return {listing_of::hashtag, std::string(name), "hashtag:" + std::string(name)};
}

[[nodiscard]] inline listing_page page_of_sound(std::string_view id)
{
    return {listing_of::sound, std::string(id), "sound:" + std::string(id)};
}

[[nodiscard]] inline listing_page explore_page() { return {listing_of::explore, {}, "explore"}; }

/// A short link that stood in an input.
[[nodiscard]] inline listing_page page_of_link(std::string_view url, std::string_view source)
{
    return {listing_of::link, std::string(url), std::string(source)};
}

/// The page of a creator, a hashtag or a sound that a text names: `anna`, `@anna`, `#bread`, the sound's id,
/// or the address of such a page. Nothing where it names none.
[[nodiscard]] inline std::optional<listing_page> read_listing_page(listing_of what, std::string_view text)
{
    auto const at = text.find('/') == text.npos ? source::address{} : source::read_address(text);
    auto const named = [&](source::place wanted, char mark) {
        if (at.is != source::place::none)
            return at.is == wanted ? std::string_view(at.name) : std::string_view();
        if (text.starts_with(mark)) text.remove_prefix(1);
        return text;
    };
    if (what == listing_of::sound) {
        auto const id = at.is == source::place::sound ? std::string_view(at.id) : text;
        return is_video_id(id) ? std::optional(page_of_sound(id)) : std::nullopt;
    }
    bool const creator = what == listing_of::creator;
    auto const name = creator ? named(source::place::creator, '@') : named(source::place::hashtag, '#');
    if (!source::is_creator_name(name)) return {};
    return creator ? page_of_creator(name) : page_of_hashtag(name);
}

/// The address to ask. Short links have hosts of their own, unless another server than the platform's is
/// named.
[[nodiscard]] inline std::string address_of(listing_page const& page,
                                            std::string_view base = source::site_address)
{
    std::string url(base);
    while (url.ends_with('/')) url.pop_back();
    switch (page.what) {
    case listing_of::creator: return url + "/embed/@" + percent_encoded(page.name);
    case listing_of::hashtag: return url + "/embed/tag/" + percent_encoded(page.name);
    case listing_of::sound: return url + "/embed/music/" + percent_encoded(page.name);
    case listing_of::explore: return url + "/explore";
    case listing_of::link: break;
    }
    if (url == source::site_address) return page.name;
    auto const host = page.name.find("://") + 3;
    auto const path = page.name.find('/', host);
    return path == page.name.npos ? url + '/' : url + page.name.substr(path);
}

} // namespace tiktrack::fetch
