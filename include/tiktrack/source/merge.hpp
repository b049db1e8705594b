// SPDX-License-Identifier: MIT
// One record out of an embed page and a page about the same video.
#pragma once

#include "tiktrack/model/resolution.hpp"

#include <cstddef>
#include <string>

namespace tiktrack::source {

namespace detail {

/// The column that tells how exact a count is; `column_count` for counts that have none.
[[nodiscard]] constexpr std::size_t resolution_of(std::size_t count) noexcept
{
    for (auto const& each : count_resolutions)
        if (each.count == count) return each.resolution;
    return column_count;
}

[[nodiscard]] constexpr bool is_resolution(std::size_t column) noexcept
{
    for (auto const& each : count_resolutions)
        if (each.resolution == column) return true;
    return false;
}

[[nodiscard]] inline bool is_exact(record const& r, std::size_t count)
{
    auto const value = as_count(r.cells[count]);
    auto const resolution = resolution_of(count);
    if (!value) return false;
    return resolution < column_count ? r.cells[resolution] == "1" : lone_resolution(*value) == 1;
}

} // namespace detail

/// Merges `page` into `embed`, whose cells then view both, and whose `source` names both. The resolutions of
/// both have been set, each from its own answer: they travel with their counts. Views and likes come from the
/// answer whose views are exact, else from the embed page; any other count from the exact one, else from that
/// same answer; all else from the page, which knows more. One that does not show the video adds nothing.
inline void merge_page(draft& embed, draft const& page)
{
    auto& into = embed.made.cells;
    auto const& from = page.made.cells;
    auto const ok = [](record const& r) { return r.cells["status"_col] == "\"ok\""; };
    embed.set_text("source"_col,
                   std::string(inside(into["source"_col])) + '+' + std::string(inside(from["source"_col])));
    if (!ok(page.made)) return;
    bool const page_only = !ok(embed.made);
    record const seen = embed.made;
    constexpr auto views = "views"_col, likes = "likes"_col;
    bool const better = detail::is_exact(page.made, views) && !detail::is_exact(seen, views);
    bool const page_first = !is_null(from[views]) && (better || is_null(seen.cells[views]));
    for (std::size_t i = 0; i < first_series_column; ++i) {
        if (columns[i].from != origin::observed || i == "source"_col || detail::is_resolution(i)) continue;
        bool take = true;
        if (columns[i].is == kind::count) {
            bool const exact = detail::is_exact(page.made, i);
            take = i != views && i != likes && exact != detail::is_exact(seen, i) ? exact : page_first;
        }
        bool keep = is_null(from[i]) || (!take && !is_null(seen.cells[i]));
        if (i == views || i == likes) keep = !take; // those of one answer, also where it tells one alone
        if (!page_only && keep) continue;
        into[i] = from[i];
        if (auto const resolution = detail::resolution_of(i); resolution < column_count)
            into[resolution] = from[resolution];
    }
    embed.odd.invalid_count = embed.odd.invalid_count || page.odd.invalid_count;
    embed.odd.upload_mismatch = embed.odd.upload_mismatch || page.odd.upload_mismatch;
}

} // namespace tiktrack::source
