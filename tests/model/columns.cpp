// SPDX-License-Identifier: MIT
#include "tiktrack/model/columns.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(model_columns)
using namespace tiktrack;

namespace {

std::vector<std::string> words(char const* text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// The order of a record's keys as users rely on it, written down once more.
auto const record_order = words(R"(
    cohort_id video_id timepoint
    hours_since_upload
    views likes comments_count shares saves
    engagement_rate comment_rate share_rate
    collection_timestamp
    video_url upload_timestamp upload_datetime caption hashtags video_duration thumbnail_url
    music_id sound_title sound_author sound_original
    creator_username creator_display_name creator_follower_count creator_following_count
    creator_total_likes creator_total_videos creator_verified creator_bio
    status status_detail attempts source vantage platform schema quality_flags
    discovered_timestamp time_origin target_hours due_timestamp lag_seconds schedule_status
    reposts views_resolution likes_resolution comments_resolution shares_resolution saves_resolution followers_resolution
    save_rate engagement_rate_by_views views_per_follower
    upload_source discovered_via is_ad is_photo language region category_type video_transcript transcript_language
    sound_usage_count sound_trending
    completion_rate average_watch_time replay_count audience_retention_curve
    traffic_source share_destination for_you_page_appearances
    duet_count stitch_count
    raw_ref raw
    hours_since_first_collection views_velocity likes_velocity views_growth_pct views_velocity_bound likes_velocity_bound
    views_acceleration views_log_growth views_doubling_hours series_flags)");

auto const csv_order = words(R"(
    cohort_id video_id timepoint hours_since_upload views likes comments_count shares saves
    engagement_rate comment_rate share_rate views_velocity likes_velocity views_growth_pct
    collection_timestamp hours_since_first_collection
    video_url upload_timestamp upload_datetime caption hashtags video_duration thumbnail_url
    music_id sound_title sound_author sound_original
    creator_username creator_display_name creator_follower_count creator_following_count
    creator_total_likes creator_total_videos creator_verified creator_bio)");

} // namespace

BOOST_AUTO_TEST_CASE(the_order_of_a_record)
{
    std::vector<std::string> order;
    for (auto const& each : columns) order.emplace_back(each.key);
    BOOST_TEST(order == record_order, boost::test_tools::per_element());
    BOOST_TEST(std::set<std::string>(order.begin(), order.end()).size() == order.size());
}

BOOST_AUTO_TEST_CASE(the_36_columns_of_csv)
{
    std::vector<std::string> order;
    for (auto const i : csv_columns) order.emplace_back(columns[i].key);
    BOOST_TEST(order.size() == 36u);
    BOOST_TEST(order == csv_order, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finding_columns)
{
    for (std::size_t i = 0; i < column_count; ++i) BOOST_TEST(find_column(columns[i].key) == i);
    for (std::string_view const key : {"", "view", "views ", "Views", "viewss", "zzz", "a"})
        BOOST_TEST(find_column(key) == column_count, key);
    static_assert("views"_col == 4 && "cohort_id"_col == 0);
    static_assert("series_flags"_col == column_count - 1 && first_series_column + 10 == column_count);
}

BOOST_AUTO_TEST_CASE(every_column_is_described)
{
    for (auto const& each : columns) {
        BOOST_TEST(!each.meaning.empty(), each.key);
        BOOST_TEST(!each.why_null.empty(), each.key);
        BOOST_TEST(each.meaning.find_first_of("|\n\"") == std::string_view::npos, each.key);
        if (each.is == kind::time || each.is == kind::count) BOOST_TEST(!each.unit.empty(), each.key);
    }
}

BOOST_AUTO_TEST_SUITE_END()
