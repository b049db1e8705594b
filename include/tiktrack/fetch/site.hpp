// SPDX-License-Identifier: MIT
// The kinds of pages that show a video.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tiktrack::fetch {

/// A kind of page that shows a video.
enum class site : std::uint8_t { embed, page };
inline constexpr std::array<site, 2> all_sites = {site::embed, site::page};

[[nodiscard]] constexpr std::size_t index(site of) noexcept { return static_cast<std::size_t>(of); }
[[nodiscard]] constexpr std::string_view word_of(site of) noexcept
{
    return of == site::embed ? "embed" : "page";
}
[[nodiscard]] constexpr site other_than(site of) noexcept
{
    return of == site::embed ? site::page : site::embed;
}

} // namespace tiktrack::fetch
