// SPDX-License-Identifier: MIT
// `quality_flags`: what is odd about a record alone.
#pragma once

#include "tiktrack/model/draft.hpp"
#include "tiktrack/model/timepoint.hpp"
#include "tiktrack/model/upload.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

namespace tiktrack {

namespace detail {

inline constexpr auto is_count = [](column const& each) { return each.is == kind::count; };

/// The places of all counts in the table.
inline constexpr auto count_columns = [] {
    std::array<std::size_t, std::count_if(columns.begin(), columns.end(), is_count)> places{};
    std::size_t found = 0;
    for (std::size_t i = 0; i < column_count; ++i)
        if (is_count(columns[i])) places.at(found++) = i;
    return places;
}();

[[nodiscard]] inline bool any_invalid_count(record const& r)
{
    return std::any_of(count_columns.begin(), count_columns.end(),
                       [&](std::size_t i) { return is_invalid_count(r.cells[i]); });
}

} // namespace detail

/// Sets `quality_flags`, in the order in which they stand here.
inline void set_quality_flags(draft& of)
{
    if (!of.wants("quality_flags"_col)) return;
    auto const& r = of.made;
    std::string flags = "[";
    auto const flag = [&](bool holds, std::string_view name) {
        if (!holds) return;
        if (flags.size() > 1) flags += ',';
        flags += '"';
        flags += name;
        flags += '"';
    };
    bool const ok = means(r.cells["status"_col], "ok");
    auto const views = get<"views"_col>(r);
    auto const likes = get<"likes"_col>(r);
    auto const collected = get<"collection_timestamp"_col>(r);
    auto const uploaded = upload_time(r);
    bool const no_time = !uploaded && !is_null(r.cells["upload_timestamp"_col]);
    auto const delay = publishing_delay(r);
    auto const lag = get<"lag_seconds"_col>(r);
    auto const target = get<"target_hours"_col>(r);

    flag(collected && uploaded && *collected < *uploaded, "clock_reversed");
    flag(ok && !views, "missing_views");
    flag(ok && !likes, "missing_likes");
    flag(ok && !get<"comments_count"_col>(r), "missing_comments_count");
    flag(ok && !get<"shares"_col>(r), "missing_shares");
    flag(views == 0, "zero_views");
    flag(views && likes && *likes > *views, "impossible_ratio");
    flag(get<"creator_follower_count"_col>(r) == 0, "zero_followers");
    flag(of.odd.invalid_count || detail::any_invalid_count(r), "invalid_count");
    flag(of.odd.upload_mismatch || no_time || (delay && *delay < 0), "upload_mismatch");
    flag(delay && *delay > 300, "delayed_publish");
    flag(of.odd.damaged_id, "damaged_id");
    flag(lag && target && std::abs(static_cast<double>(*lag)) > schedule_tolerance(*target), "off_schedule");
    flags += ']';
    of.copy("quality_flags"_col, flags);
}

} // namespace tiktrack
