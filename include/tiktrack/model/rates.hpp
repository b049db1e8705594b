// SPDX-License-Identifier: MIT
// The metrics of one record alone: engagement, per-thousand rates, its age.
#pragma once

#include "tiktrack/math/ratio.hpp"
#include "tiktrack/model/draft.hpp"
#include "tiktrack/model/upload.hpp"

#include <optional>

namespace tiktrack {

/// The age of an observation in hours; nothing for other rows, where a time is not known, and where the
/// collection lies before the upload.
[[nodiscard]] inline std::optional<double> hours_since_upload(record const& r)
{
    auto const collected = get<"collection_timestamp"_col>(r);
    auto const uploaded = upload_time(r);
    if (!means(r.cells["status"_col], "ok") || !collected || !uploaded || *collected < *uploaded) return {};
    return static_cast<double>(*collected - *uploaded) / 3600;
}

/// Sets `hours_since_upload` and the six rates from the record's counts.
inline void set_rates(draft& of)
{
    auto const& r = of.made;
    auto const views = get<"views"_col>(r);
    auto const likes = get<"likes"_col>(r);
    auto const comments = get<"comments_count"_col>(r);
    auto const shares = get<"shares"_col>(r);
    std::optional<std::int64_t> interactions;
    std::int64_t sum = 0;
    if (likes && comments && shares && !__builtin_add_overflow(*likes, *comments, &sum) &&
        !__builtin_add_overflow(sum, *shares, &sum))
        interactions = sum;
    of.set("hours_since_upload"_col, hours_since_upload(r));
    of.set("engagement_rate"_col, ratio(100, likes, views));
    of.set("comment_rate"_col, ratio(1000, comments, views));
    of.set("share_rate"_col, ratio(1000, shares, views));
    of.set("save_rate"_col, ratio(1000, get<"saves"_col>(r), views));
    of.set("engagement_rate_by_views"_col, ratio(100, interactions, views));
    of.set("views_per_follower"_col, ratio(1, views, get<"creator_follower_count"_col>(r)));
}

} // namespace tiktrack
