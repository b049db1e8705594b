// SPDX-License-Identifier: MIT
// The text of `discovered_via`: where a video was found, and by which rule it was chosen.
#pragma once

#include "tiktrack/base/number.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// `SOURCE; RULE; seed N; band NAME; rank N of POOL`. The band is there only in a mix. SOURCE is `user:NAME`,
/// `hashtag:NAME`, `sound:ID`, `explore`, `listing:FILE` or `input:FILE`, and may hold anything; RULE is in
/// the words of tt-discover's options, with commas; the rank counts from 1, in the order of the candidates
/// that were chosen from.
struct discovered_via {
    std::string source;
    std::string rule;
    std::uint64_t seed = 0;
    std::string band; ///< empty without a mix
    std::size_t rank = 0;
    std::size_t pool = 0;

    friend bool operator==(discovered_via const&, discovered_via const&) = default;
};

[[nodiscard]] inline std::string spelled(discovered_via const& via)
{
    auto text = via.source + "; " + via.rule + "; seed " + std::to_string(via.seed);
    if (!via.band.empty()) text += "; band " + via.band;
    return text + "; rank " + std::to_string(via.rank) + " of " + std::to_string(via.pool);
}

/// Reads such a text; nothing for any other, which people may have written themselves.
[[nodiscard]] inline std::optional<discovered_via> read_discovered_via(std::string_view text)
{
    auto const take_last = [&](std::string_view name) -> std::optional<std::string_view> {
        auto const at = text.rfind("; ");
        if (at == text.npos || !text.substr(at + 2).starts_with(name)) return {};
        auto const value = text.substr(at + 2 + name.size());
        text = text.substr(0, at);
        return value;
    };
    discovered_via via;
    auto const rank = take_last("rank ");
    if (!rank) return {};
    auto const of = rank->find(" of ");
    if (of == rank->npos) return {};
    via.band = take_last("band ").value_or("");
    auto const seed = take_last("seed ");
    auto const rule = take_last("");
    if (!seed || !rule) return {};
    auto const place = parse_number<std::size_t>(rank->substr(0, of)),
               pool = parse_number<std::size_t>(rank->substr(of + 4));
    auto const drawn = parse_number<std::uint64_t>(*seed);
    if (!place || !pool || !drawn) return {};
    via.source = text;
    via.rule = *rule;
    via.seed = *drawn;
    via.rank = *place;
    via.pool = *pool;
    return via;
}

} // namespace tiktrack::fetch
