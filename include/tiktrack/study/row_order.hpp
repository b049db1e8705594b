// SPDX-License-Identifier: MIT
// The order of rows: series, time, attempts, and at last the bytes of the line as it is written on.
#pragma once

#include "tiktrack/format/json_view.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/study/row.hpp"
#include "tiktrack/study/row_source.hpp"
#include "tiktrack/study/splice.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// Compares rows. Looks at their lines only where what a row holds of its id, or the time, does not decide;
/// so it has a reader of its own and is not to be shared by threads. `ranks`: the order of the groups by
/// their numbers.
class row_order {
public:
    explicit row_order(row_source const& of, std::vector<std::uint32_t> const& ranks) : of_(of), ranks_(ranks)
    {
    }

    [[nodiscard]] bool operator()(row const& a, row const& b)
    {
        if (auto const by = series(a, b); by != 0) return by < 0;
        if (a.time != b.time) return a.time < b.time;
        return a.at != b.at && tie(a, b);
    }

    /// Which series comes first; 0 for the same one.
    [[nodiscard]] int series(row const& a, row const& b)
    {
        if (a.group != b.group) return ranks_[a.group] < ranks_[b.group] ? -1 : 1;
        if (a.has_id != b.has_id) return a.has_id ? 1 : -1;
        if (!a.has_id) return 0;
        if (a.numeric_id && b.numeric_id) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
        if (a.numeric_id == b.numeric_id) {
            if (a.id != b.id) return a.id < b.id ? -1 : 1;
            if (a.id_rest != b.id_rest) return a.id_rest < b.id_rest ? -1 : 1;
            if (a.id >> 56 <= letters_of_id) return 0;
        }
        auto const by = compare_ids(id_of(a), id_of(b));
        return by < 0 ? -1 : by > 0 ? 1 : 0;
    }

    /// Whether all five counts of two rows are the same.
    [[nodiscard]] bool same_counts(row const& a, row const& b) { return counts_of(a) == counts_of(b); }

private:
    using counts = std::array<std::optional<std::int64_t>, 5>;

    [[nodiscard]] counts counts_of(row const& of) const
    {
        return {as_count(value(of, "views"_col)), as_count(value(of, "likes"_col)),
                as_count(value(of, "comments_count"_col)), as_count(value(of, "shares"_col)),
                as_count(value(of, "saves"_col))};
    }

    [[nodiscard]] std::string_view id_of(row const& of) const
    {
        return spelled_name(value(of, "video_id"_col));
    }

    /// The attempts (null first), then the line as it is written on. Rows without an id have nothing else,
    /// and may be many: what the lines begin with decides nearly always, and equal lines are written alike.
    [[nodiscard]] bool tie(row const& a, row const& b)
    {
        if (a.attempts != b.attempts || a.attempts == odd_attempts) {
            if (a.attempts != odd_attempts && b.attempts != odd_attempts) return a.attempts < b.attempts;
            auto const first = attempts(a), second = attempts(b);
            if (first != second) return first < second;
        }
        auto const one = of_.line(a), other = of_.line(b);
        auto const first = untouched_start(a, one), second = untouched_start(b, other);
        auto const common = std::min(first.size(), second.size());
        if (auto const by = first.substr(0, common).compare(second.substr(0, common)); by != 0) return by < 0;
        if (a.plain && b.plain) return first.size() < second.size();
        return one != other && written(a) < written(b);
    }

    /// What a line begins with that is written on as it is; remembered where it has to be looked for.
    [[nodiscard]] static std::string_view untouched_start(row const& of, std::string_view line)
    {
        if (!of.cut) return without_brace(line);
        bool const has_room = !of.has_id || of.numeric_id;
        if (has_room && of.id_rest > 0) return line.substr(0, of.id_rest);
        auto const start = before_series(line);
        if (has_room && start.size() >> 32 == 0) of.id_rest = static_cast<std::uint32_t>(start.size());
        return start;
    }

    [[nodiscard]] std::optional<std::int64_t> attempts(row const& of) const
    {
        return as_integer(value(of, "attempts"_col));
    }

    [[nodiscard]] std::string written(row const& of)
    {
        auto const line = of_.line(of);
        (void)reader_.read(of_.window(of), scratch_);
        format::text_buffer text;
        append_spliced(text, scratch_, line, draft_);
        return std::string(text.text());
    }

    /// The value of a column in a row's line, which was validated when the row was made.
    [[nodiscard]] std::string_view value(row const& of, std::size_t column) const
    {
        std::string_view found;
        format::member_walk walk(of_.line(of));
        for (format::member each; walk.next(each);)
            if (format::key_is(each.key, columns[column].key)) found = each.value;
        return found;
    }

    row_source const& of_;
    std::vector<std::uint32_t> const& ranks_;
    record_reader reader_;
    record scratch_;
    draft draft_;
};

} // namespace tiktrack
