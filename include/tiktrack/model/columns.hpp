// SPDX-License-Identifier: MIT
// The one table of a record's keys: every reader, writer, header and dictionary is a walk over it.
#pragma once

#include "tiktrack/model/column.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tiktrack {

namespace detail {
inline constexpr std::string_view failed = "the snapshot failed, or the source does not tell";
inline constexpr std::string_view creators_only = "only the creator's own account can see it";
inline constexpr std::string_view nobody = "no known source gives it";
} // namespace detail

/// Every key, in the order in which a record is written.
inline constexpr auto columns = [] {
    using enum kind;
    using enum origin;
    using g = group;
    using detail::creators_only, detail::failed, detail::nobody;
    return std::to_array<column>({
        {"cohort_id", id, g::identity, given, 1, "", "the study that the record belongs to",
         "none was named"},
        {"video_id", id, g::identity, given, 2, "", "the platform's id of the video",
         "the row describes a creator, or a page that names no video"},
        {"timepoint", text, g::identity, given, 3, "", "label of the measurement, hour_N", "none was named"},
        {"hours_since_upload", real, g::time, derived, 4, "h", "collection_timestamp - upload_timestamp",
         "either time is not known, the snapshot failed, or it lies before the upload"},
        {"views", count, g::counts, observed, 5, "plays", "plays so far", failed},
        {"likes", count, g::counts, observed, 6, "likes", "likes so far", failed},
        {"comments_count", count, g::counts, observed, 7, "comments", "comments so far", failed},
        {"shares", count, g::counts, observed, 8, "shares", "shares so far", failed},
        {"saves", count, g::counts, observed, 9, "saves", "times saved as a favourite so far",
         "the snapshot failed, or the source does not tell (embed pages never do)"},
        {"engagement_rate", real, g::rates, derived, 10, "%", "100 * likes / views",
         "either count is not known, or views is 0"},
        {"comment_rate", real, g::rates, derived, 11, "per thousand", "1000 * comments_count / views",
         "either count is not known, or views is 0"},
        {"share_rate", real, g::rates, derived, 12, "per thousand", "1000 * shares / views",
         "either count is not known, or views is 0"},
        {"collection_timestamp", time, g::time, given, 16, "Unix s",
         "when the answer that gave views arrived",
         "a candidate that was not measured yet, or a saved answer that holds no time"},
        {"video_url", text, g::video, given, 18, "", "address of the video", "the video's id is not known"},
        {"upload_timestamp", time, g::video, observed, 19, "Unix s",
         "when the video was uploaded; where upload_source is id, the earliest that it can have been",
         "neither the source nor the id tells"},
        {"upload_datetime", text, g::video, derived, 20, "ISO 8601", "upload_timestamp, in UTC",
         "upload_timestamp is not known"},
        {"caption", text, g::video, observed, 21, "", "the text under the video", failed},
        {"hashtags", list, g::video, observed, 22, "",
         "hashtags in the caption's order and spelling, without #", "the source has no list of them"},
        {"video_duration", real, g::video, observed, 23, "s", "length of the video",
         "a photo post has none, or the source does not tell"},
        {"thumbnail_url", text, g::video, observed, 24, "", "cover picture; expires in about two days",
         failed},
        {"music_id", id, g::sound, observed, 25, "", "the platform's id of the sound", "there is no sound"},
        {"sound_title", text, g::sound, observed, 26, "", "title of the sound", "there is no sound"},
        {"sound_author", text, g::sound, observed, 27, "", "author of the sound", "there is no sound"},
        {"sound_original", boolean, g::sound, observed, 28, "", "whether the sound was made with the video",
         "the source does not tell"},
        {"creator_username", text, g::creator, observed, 29, "", "the creator's name in addresses", failed},
        {"creator_display_name", text, g::creator, observed, 30, "", "the creator's name as shown", failed},
        {"creator_follower_count", count, g::creator, observed, 31, "followers", "followers at that moment",
         failed},
        {"creator_following_count", count, g::creator, observed, 32, "accounts",
         "accounts followed at that moment", failed},
        {"creator_total_likes", count, g::creator, observed, 33, "likes", "likes over all videos", failed},
        {"creator_total_videos", count, g::creator, observed, 34, "videos", "public videos at that moment",
         failed},
        {"creator_verified", boolean, g::creator, observed, 35, "", "whether the account bears the badge",
         failed},
        {"creator_bio", text, g::creator, observed, 36, "", "the creator's description of the account",
         failed},
        {"status", text, g::outcome, observed, 0, "", "what came of the snapshot", "not measured yet"},
        {"status_detail", text, g::outcome, observed, 0, "", "the platform's or the network's own words",
         "there is nothing to add"},
        {"attempts", integer, g::outcome, given, 0, "requests", "requests that this outcome took",
         "the answer was not requested by these tools"},
        {"source", text, g::outcome, observed, 0, "", "shape of the answer", "no known shape"},
        {"vantage", text, g::outcome, given, 0, "", "where the request left from, as the user says",
         "not said"},
        {"platform", text, g::outcome, given, 0, "", "the platform", "never"},
        {"schema", integer, g::outcome, given, 0, "", "version of this table", "never"},
        {"quality_flags", list, g::outcome, derived, 0, "", "what is odd about this record alone", "never"},
        {"discovered_timestamp", time, g::schedule, given, 0, "Unix s", "when the video was found",
         "the video was not found by tt-discover"},
        {"time_origin", text, g::schedule, given, 0, "", "what the hours of timepoints count from",
         "no schedule"},
        {"target_hours", real, g::schedule, given, 0, "h", "the timepoint's hour", "no schedule"},
        {"due_timestamp", time, g::schedule, given, 0, "Unix s", "when the timepoint was due", "no schedule"},
        {"lag_seconds", integer, g::schedule, given, 0, "s", "how much later than due it was collected",
         "no schedule"},
        {"schedule_status", text, g::schedule, given, 0, "", "on_time, early, late, missed or already_past",
         "no schedule"},
        {"reposts", count, g::counts, observed, 0, "reposts", "reposts so far", failed},
        {"views_resolution", integer, g::counts, observed, 0, "plays",
         "unit to which views is rounded, 1 for exact; a lone count on its grid is exact once in a hundred "
         "times",
         "views or the exactness of the source is not known"},
        {"likes_resolution", integer, g::counts, observed, 0, "likes", "unit to which likes is rounded",
         "likes or the exactness of the source is not known"},
        {"comments_resolution", integer, g::counts, observed, 0, "comments",
         "unit to which comments_count is rounded",
         "comments_count or the exactness of the source is not known"},
        {"shares_resolution", integer, g::counts, observed, 0, "shares", "unit to which shares is rounded",
         "shares or the exactness of the source is not known"},
        {"saves_resolution", integer, g::counts, observed, 0, "saves", "unit to which saves is rounded",
         "saves or the exactness of the source is not known"},
        {"followers_resolution", integer, g::counts, observed, 0, "followers",
         "unit to which creator_follower_count is rounded",
         "creator_follower_count or the exactness of the source is not known"},
        {"save_rate", real, g::rates, derived, 0, "per thousand", "1000 * saves / views",
         "either count is not known, or views is 0"},
        {"engagement_rate_by_views", real, g::rates, derived, 0, "%",
         "100 * (likes + comments_count + shares) / views", "one of the counts is not known, or views is 0"},
        {"views_per_follower", real, g::rates, derived, 0, "", "views / creator_follower_count",
         "either count is not known, or there are no followers"},
        {"upload_source", text, g::video, observed, 0, "",
         "platform: the source told the upload time; id: it was taken from the id",
         "upload_timestamp is not known"},
        {"discovered_via", text, g::video, given, 0, "", "how and by which rule the video was found",
         "the video was not found by tt-discover"},
        {"is_ad", boolean, g::video, observed, 0, "", "whether the platform marks it as an advertisement",
         "the source does not tell"},
        {"is_photo", boolean, g::video, observed, 0, "", "whether it is a photo post",
         "the source does not tell"},
        {"language", text, g::video, observed, 0, "", "language of the caption", "the source does not tell"},
        {"region", text, g::video, observed, 0, "", "country where the video was made",
         "the source does not tell"},
        {"category_type", text, g::video, observed, 0, "", "the platform's number for the genre",
         "the source does not tell"},
        {"video_transcript", text, g::video, observed, 0, "", "what is said in the video",
         "there are no subtitles, or the source does not tell"},
        {"transcript_language", text, g::video, observed, 0, "", "language of the transcript",
         "there is no transcript, or the source does not tell"},
        {"sound_usage_count", count, g::sound, observed, 0, "videos", "videos made with the sound",
         "only the sound's own page tells"},
        {"sound_trending", boolean, g::sound, observed, 0, "", "whether the sound is on a list of trends",
         "no such list was read"},
        {"completion_rate", real, g::creator_only, observed, 0, "", "share of plays that reach the end",
         creators_only},
        {"average_watch_time", real, g::creator_only, observed, 0, "s", "mean time watched", creators_only},
        {"replay_count", count, g::creator_only, observed, 0, "plays", "plays that were repetitions", nobody},
        {"audience_retention_curve", object, g::creator_only, observed, 0, "",
         "share of viewers still there, by second", creators_only},
        {"traffic_source", object, g::creator_only, observed, 0, "",
         "shares of plays by where they came from", creators_only},
        {"share_destination", object, g::creator_only, observed, 0, "", "where shares went", nobody},
        {"for_you_page_appearances", count, g::creator_only, observed, 0, "times",
         "times shown on the For You page", creators_only},
        {"duet_count", count, g::never_public, observed, 0, "videos", "duets made with the video", nobody},
        {"stitch_count", count, g::never_public, observed, 0, "videos", "stitches made with the video",
         nobody},
        {"raw_ref", text, g::raw, given, 0, "", "where the answer lies in the raw archive",
         "there is no archive"},
        {"raw", object, g::raw, observed, 0, "", "the platform's own objects, by source",
         "left out, or the answer held no object"},
        {"hours_since_first_collection", real, g::series, series, 17, "h",
         "since the first ok row of the series among those read", "not an observation"},
        {"views_velocity", real, g::series, series, 13, "plays/h",
         "views gained per hour since the last "
         "observation",
         "first observation, or no observation"},
        {"likes_velocity", real, g::series, series, 14, "likes/h",
         "likes gained per hour since the last "
         "observation",
         "first observation, or no observation"},
        {"views_growth_pct", real, g::series, series, 15, "%",
         "views gained since the last observation, in "
         "percent of what they were",
         "first observation, no observation, or it started from 0"},
        {"views_velocity_bound", real, g::series, series, 0, "plays/h",
         "the true velocity is within views_velocity +/- this", "a resolution is not known"},
        {"likes_velocity_bound", real, g::series, series, 0, "likes/h",
         "the true velocity is within likes_velocity +/- this", "a resolution is not known"},
        {"views_acceleration", real, g::series, series, 0, "plays/h^2",
         "change of views_velocity between the middles of two intervals",
         "fewer than three observations, a short interval, or one that spans a missing timepoint"},
        {"views_log_growth", real, g::series, series, 0, "1/h", "growth of ln(1 + views) per hour",
         "first observation, or no observation"},
        {"views_doubling_hours", real, g::series, series, 0, "h", "ln 2 / views_log_growth",
         "views do not grow"},
        {"series_flags", list, g::series, series, 0, "",
         "what is odd about this record beside its neighbours", "never"},
    });
}();

/// A column by its place in the table.
using column_index = std::uint8_t;
inline constexpr std::size_t column_count = columns.size();
static_assert(column_count < 255);

namespace detail {
inline constexpr auto columns_by_key = [] {
    std::array<column_index, column_count> order{};
    for (std::size_t i = 0; i < column_count; ++i) order.at(i) = static_cast<column_index>(i);
    std::sort(order.begin(), order.end(),
              [](column_index a, column_index b) { return columns[a].key < columns[b].key; });
    return order;
}();
} // namespace detail

/// The place of a key in the table; `column_count` for a key that it does not hold.
[[nodiscard]] constexpr std::size_t find_column(std::string_view key) noexcept
{
    auto const at =
        std::lower_bound(detail::columns_by_key.begin(), detail::columns_by_key.end(), key,
                         [](column_index i, std::string_view wanted) { return columns[i].key < wanted; });
    return at != detail::columns_by_key.end() && columns[*at].key == key ? *at : column_count;
}

inline namespace literals {
/// `"views"_col`: the place of a key that is known when compiling; a misspelt one does not compile.
consteval std::size_t operator""_col(char const* key, std::size_t size)
{
    auto const at = find_column({key, size});
    if (at == column_count) throw "no such column";
    return at;
}
} // namespace literals

/// The first of the series columns, which stand together at the table's end.
inline constexpr std::size_t first_series_column = "hours_since_first_collection"_col;
static_assert([] {
    for (std::size_t i = 0; i < column_count; ++i)
        if ((columns[i].from == origin::series) != (i >= first_series_column)) return false;
    return true;
}());

/// The default CSV columns, in their order.
inline constexpr auto csv_columns = [] {
    std::array<column_index, 36> order{};
    for (std::size_t i = 0; i < column_count; ++i)
        if (columns[i].csv != 0) order.at(columns[i].csv - 1) = static_cast<column_index>(i);
    return order;
}();

/// The version of the table that this header holds; stands in every record as `schema`.
inline constexpr int schema_version = 1;

} // namespace tiktrack
