// SPDX-License-Identifier: MIT
// The series metrics of one observation after the other, with every edge case and flag.
#pragma once

#include "tiktrack/math/growth.hpp"
#include "tiktrack/math/rounding.hpp"
#include "tiktrack/model/timepoint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// What the metrics need to know of a snapshot.
struct snapshot {
    bool observed = false; ///< ok, with a collection time: an observation
    bool timed = false;    ///< has a collection time
    std::int64_t time = 0; ///< Unix seconds
    std::optional<std::int64_t> views, likes;
    std::int64_t views_unit = 0, likes_unit = 0; ///< resolution; 0 where it is not known
    std::uint32_t source = 0;                    ///< the same number for the same source; 0: not known
    double hours = -1;                           ///< of its timepoint; negative where it has none
};

/// What is odd about a snapshot beside its neighbours, in the order in which flags are written.
enum class series_flag : std::uint16_t {
    duplicate_snapshot,
    conflicting_snapshot,
    duplicate_timepoint,
    timepoint_reversed,
    short_interval,
    zero_base,
    missing_timepoint,
    views_decreased,
    below_resolution,
    source_switched
};

inline constexpr std::array<std::string_view, 10> series_flag_names = {
    "duplicate_snapshot", "conflicting_snapshot", "duplicate_timepoint",
    "timepoint_reversed", "short_interval",       "zero_base",
    "missing_timepoint",  "views_decreased",      "below_resolution",
    "source_switched"};

/// The series columns of one row; NaN stands for null.
struct series_values {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    double hours_since_first = none;
    double views_velocity = none, likes_velocity = none;
    double views_growth_pct = none;
    double views_velocity_bound = none, likes_velocity_bound = none;
    double views_acceleration = none, views_log_growth = none, views_doubling_hours = none;
    std::uint16_t flags = 0;

    void set(series_flag flag) noexcept
    {
        flags |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(flag));
    }
    [[nodiscard]] bool has(series_flag flag) const noexcept
    {
        return (flags >> static_cast<unsigned>(flag) & 1u) != 0;
    }
};

/// How a snapshot stands to the others of its very second.
enum class sameness { alone, duplicate, conflicting };

/// What the user may set.
struct metric_settings {
    std::vector<double> timepoints = usual_timepoints(); ///< in hours, in any order
    double short_minutes = 5;                            ///< intervals below this bear no acceleration
};

/// Computes the metrics of one series, fed in its order.
class series_metrics {
public:
    explicit series_metrics(metric_settings const& settings) : set_(settings) {}

    /// Starts the next series. `past`: hours of the timepoints that lay behind when it was discovered.
    void start(std::span<double const> past)
    {
        past_.assign(past.begin(), past.end());
        seen_.clear();
        latest_label_ = -1;
        first_time_.reset();
        last_.reset();
    }

    /// The values of the next snapshot.
    [[nodiscard]] series_values next(snapshot const& now, sameness how)
    {
        series_values values;
        if (now.timed && now.hours >= 0) {
            if (now.hours < latest_label_) values.set(series_flag::timepoint_reversed);
            latest_label_ = std::max(latest_label_, now.hours);
        }
        if (!now.observed) return values;
        if (!first_time_) first_time_ = now.time;
        values.hours_since_first = static_cast<double>(now.time - *first_time_) / 3600;
        if (how == sameness::duplicate) {
            values.set(series_flag::duplicate_snapshot);
            return values;
        }
        mark_timepoint(now, values);
        if (how == sameness::conflicting) {
            values.set(series_flag::conflicting_snapshot);
            last_ = previous{now, series_values::none, 0, true, true};
            return values;
        }
        previous here{now, series_values::none, 0, false, false};
        if (last_) compare(*last_, here, values);
        last_ = here;
        return values;
    }

private:
    /// An observation and the interval that ends with it.
    struct previous {
        snapshot at;
        double velocity;
        double hours; ///< length of that interval
        bool unfit;   ///< for an acceleration: too short, or it spans a hole
        bool conflicting;
    };

    /// Flags a timepoint that was observed before, at another time.
    void mark_timepoint(snapshot const& now, series_values& values)
    {
        if (now.hours < 0) return;
        auto const at = std::lower_bound(seen_.begin(), seen_.end(), now.hours,
                                         [](auto const& each, double hours) { return each.first < hours; });
        if (at == seen_.end() || at->first != now.hours)
            seen_.emplace(at, now.hours, now.time);
        else if (at->second != now.time)
            values.set(series_flag::duplicate_timepoint);
    }

    /// Whether a timepoint was to be observed between two labels, and was not already past.
    [[nodiscard]] bool hole_between(double from, double to) const
    {
        if (from < 0 || to < 0) return false;
        return std::any_of(set_.timepoints.begin(), set_.timepoints.end(), [&](double each) {
            return from < each && each < to && std::find(past_.begin(), past_.end(), each) == past_.end();
        });
    }

    void compare(previous const& before, previous& here, series_values& values) const
    {
        auto const& a = before.at;
        auto const& b = here.at;
        auto const seconds = b.time - a.time;
        if (seconds <= 0) return;
        bool const is_short = static_cast<double>(seconds) < set_.short_minutes * 60;
        bool const hole = hole_between(a.hours, b.hours);
        if (is_short) values.set(series_flag::short_interval);
        if (hole) values.set(series_flag::missing_timepoint);
        here.unfit = is_short || hole;
        here.hours = static_cast<double>(seconds) / 3600;
        if (before.conflicting) return;

        bool const switched = source_switched(a, b);
        if (switched) values.set(series_flag::source_switched);
        if (a.likes && b.likes) {
            values.likes_velocity = per_hour(*b.likes - *a.likes, seconds);
            values.likes_velocity_bound = bound(a.likes_unit, b.likes_unit, here.hours);
        }
        if (!a.views || !b.views) return;
        auto const change = *b.views - *a.views;
        values.views_velocity = per_hour(change, seconds);
        values.views_velocity_bound = bound(a.views_unit, b.views_unit, here.hours);
        if (*a.views == 0)
            values.set(series_flag::zero_base);
        else
            values.views_growth_pct = 100.0 * static_cast<double>(change) / static_cast<double>(*a.views);
        values.views_log_growth = log_growth(*a.views, change, seconds);
        if (auto const doubling = doubling_hours(values.views_log_growth))
            values.views_doubling_hours = *doubling;

        bool const within =
            a.views_unit > 0 && b.views_unit > 0 && change != 0 &&
            std::abs(static_cast<double>(change)) <= half_unit(a.views_unit) + half_unit(b.views_unit);
        if (change < 0 && !(switched && within)) values.set(series_flag::views_decreased);
        if (within) values.set(series_flag::below_resolution);

        if (!here.unfit && !before.unfit && !std::isnan(before.velocity))
            values.views_acceleration =
                (values.views_velocity - before.velocity) / ((before.hours + here.hours) / 2);
        here.velocity = values.views_velocity;
    }

    /// Another source, or just one of two rounded-size counts exact: growing past 10 000 is no change.
    [[nodiscard]] static bool source_switched(snapshot const& a, snapshot const& b) noexcept
    {
        if (a.source != 0 && b.source != 0 && a.source != b.source) return true;
        return a.views && b.views && *a.views >= 10'000 && *b.views >= 10'000 && a.views_unit > 0 &&
               b.views_unit > 0 && (a.views_unit == 1) != (b.views_unit == 1);
    }

    [[nodiscard]] static double bound(std::int64_t a, std::int64_t b, double hours) noexcept
    {
        return a > 0 && b > 0 ? (half_unit(a) + half_unit(b)) / hours : series_values::none;
    }

    metric_settings const& set_;
    std::vector<double> past_;
    std::vector<std::pair<double, std::int64_t>>
        seen_; ///< observed timepoints in ascending order, and when first
    double latest_label_ = -1;
    std::optional<std::int64_t> first_time_;
    std::optional<previous> last_;
};

} // namespace tiktrack
