// SPDX-License-Identifier: MIT
// Goes through sorted runs of rows as one, series by series, and computes each row's metrics.
#pragma once

#include "tiktrack/model/timepoint.hpp"
#include "tiktrack/study/metrics.hpp"
#include "tiktrack/study/row_index.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiktrack {

/// A row's line and what is appended to it.
struct measured_row {
    std::string_view line;
    char const* readable = nullptr; ///< how far memory behind the line can be looked at
    bool plain = false;
    series_values values;
};

/// Several sorted runs, taken as one.
class merged_rows {
public:
    merged_rows(std::vector<row_list> const& runs, row_order& order) : order_(&order)
    {
        for (auto const& each : runs)
            if (each.size() > 0) runs_.push_back({each.begin(), each.end()});
    }

    /// The next row without taking it; nullptr at the end.
    [[nodiscard]] row const* peek() const
    {
        row const* least = nullptr;
        for (auto const& each : runs_)
            if (each.next != each.end && (least == nullptr || (*order_)(*each.next, *least)))
                least = each.next;
        return least;
    }

    [[nodiscard]] row const* take()
    {
        row const* const least = peek();
        for (auto& each : runs_)
            if (each.next == least && least != nullptr) ++each.next;
        return least;
    }

private:
    struct run {
        row const* next;
        row const* end;
    };
    std::vector<run> runs_;
    row_order* order_;
};

/// The metrics of all rows of an index, in order.
class series_walk {
public:
    /// `of` is sorted and outlives this, as do the settings.
    series_walk(row_index const& of, metric_settings const& settings)
        : index_(of), order_(of.source, of.ranks), rows_(of.runs(), order_), metrics_(settings)
    {
        units_.push_back(0);
        for (std::uint32_t i = 1; i <= of.source.units.size(); ++i)
            units_.push_back(parse_integer(of.source.units.text(i)).value_or(0));
        hours_.push_back(-1);
        for (std::uint32_t i = 1; i <= of.source.labels.size(); ++i)
            hours_.push_back(hours_of(of.source.labels.text(i)).value_or(-1));
    }

    /// Takes the next row; false at the end.
    [[nodiscard]] bool next(measured_row& into)
    {
        row const* const here = rows_.take();
        if (here == nullptr) return false;
        if (last_ == nullptr || order_.series(*last_, *here) != 0 || !here->has_id) start_series(*here);
        last_ = here;
        auto const seen = snapshot_of(*here);
        auto const at = index_.source.window(*here);
        into.line = {at.begin, static_cast<std::size_t>(at.end - at.begin)};
        into.readable = at.readable;
        into.plain = here->plain;
        into.values = metrics_.next(seen, seen.observed ? sameness_of(*here) : sameness::alone);
        return true;
    }

private:
    [[nodiscard]] snapshot snapshot_of(row const& r) const
    {
        snapshot made;
        made.timed = r.timed;
        made.observed = r.ok && r.timed && r.has_id;
        made.time = r.time;
        if (r.views >= 0) made.views = r.views;
        if (r.likes >= 0) made.likes = r.likes;
        made.views_unit = units_[r.views_unit];
        made.likes_unit = units_[r.likes_unit];
        made.source = r.source;
        made.hours = hours_[r.label];
        return made;
    }

    /// Looks ahead for timepoints that lay behind when the video was discovered.
    void start_series(row const& first)
    {
        std::vector<double> past;
        if (index_.any_past() && first.has_id) {
            auto ahead = rows_;
            for (row const* each = &first; each != nullptr && order_.series(first, *each) == 0;
                 each = ahead.take())
                if (each->past) past.push_back(hours_[each->label]);
        }
        metrics_.start(past);
        same_left_ = 0;
    }

    /// Looks ahead for other observations of the same second.
    [[nodiscard]] sameness sameness_of(row const& here)
    {
        if (same_left_ > 0) {
            --same_left_;
            return same_;
        }
        bool equal = true;
        auto ahead = rows_;
        for (row const* each = ahead.take();
             each != nullptr && each->time == here.time && order_.series(here, *each) == 0;
             each = ahead.take()) {
            if (!each->ok) continue;
            ++same_left_;
            equal = equal && order_.same_counts(here, *each);
        }
        if (same_left_ == 0) return sameness::alone;
        same_ = equal ? sameness::duplicate : sameness::conflicting;
        return equal ? sameness::alone : sameness::conflicting;
    }

    row_index const& index_;
    row_order order_;
    merged_rows rows_;
    series_metrics metrics_;
    std::vector<std::int64_t> units_; ///< by their number
    std::vector<double> hours_;       ///< of timepoints, by their number
    row const* last_ = nullptr;
    std::size_t same_left_ = 0;
    sameness same_ = sameness::alone;
};

} // namespace tiktrack
