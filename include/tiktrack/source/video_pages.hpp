// SPDX-License-Identifier: MIT
// The addresses at which a video is asked for.
#pragma once

#include "tiktrack/base/percent.hpp"
#include "tiktrack/source/address.hpp"

#include <string>
#include <string_view>

namespace tiktrack::source {

/// The platform's site, in front of every path.
inline constexpr std::string_view site_address = "https://www.tiktok.com";

/// The page that other people's sites embed. @param base `site_address`, or another server in its place
[[nodiscard]] inline std::string embed_page(std::string_view base, std::string_view id)
{
    return std::string(base) + "/embed/v2/" + std::string(id);
}

/// The video's own page; its creator's name may be unknown (empty).
[[nodiscard]] inline std::string video_page(std::string_view base, std::string_view id, std::string_view name)
{
    return std::string(base) + "/@" + (is_creator_name(name) ? percent_encoded(name) : std::string()) +
           "/video/" + std::string(id);
}

} // namespace tiktrack::source
