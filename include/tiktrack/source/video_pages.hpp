// SPDX-License-Identifier: MIT
// The addresses at which a video is asked for.
#pragma once

#include "tiktrack/source/address.hpp"

#include <string>
#include <string_view>

namespace tiktrack::source {

/// The platform's site, in front of every path.
inline constexpr std::string_view site_address = "https://www.tiktok.com";

namespace detail {

/// Bytes that stand for themselves in a path; all others are percent-encoded (RFC 3986, 2.3).
[[nodiscard]] inline std::string encoded(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string made;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || format::is_digit(c) ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        auto const byte = static_cast<unsigned char>(c);
        if (plain)
            made += c;
        else
            made.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
    return made;
}

} // namespace detail

/// The page that other people's sites embed. @param base `site_address`, or another server in its place
[[nodiscard]] inline std::string embed_page(std::string_view base, std::string_view id)
{
    return std::string(base) + "/embed/v2/" + std::string(id);
}

/// The video's own page; its creator's name may be unknown (empty).
[[nodiscard]] inline std::string video_page(std::string_view base, std::string_view id, std::string_view name)
{
    return std::string(base) + "/@" + (is_creator_name(name) ? detail::encoded(name) : std::string()) +
           "/video/" + std::string(id);
}

} // namespace tiktrack::source
