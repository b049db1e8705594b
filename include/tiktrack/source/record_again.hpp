// SPDX-License-Identifier: MIT
// Reads a record of ours again: what was observed is computed anew from its `raw`, all else is carried over.
#pragma once

#include "tiktrack/model/reader.hpp"
#include "tiktrack/model/write.hpp"
#include "tiktrack/source/complete.hpp"
#include "tiktrack/source/import_settings.hpp"
#include "tiktrack/source/merge.hpp"
#include "tiktrack/source/read_raw.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::source {

/// Reads one record after the other. What it says goes to `say`.
class record_again {
public:
    record_again(import_settings const& set, format::validator& valid, outcomes::speaker const& say)
        : set_(set), valid_(valid), say_(say), readers_{reader(say), reader(say)}
    {
    }

    /// Appends the line that a record, read from `line`, becomes. @return its status
    std::string_view append(format::text_buffer& to, record const& old, std::string_view line)
    {
        auto const raw = old.cells["raw"_col];
        if (is_null(raw) || !read(old)) {
            if (!is_null(raw)) say_("raw does not give this record; it passes as it is", severity::warning);
            pass(to, old, line);
            return inside(old.cells["status"_col]);
        }
        draft& fresh = *readers_[0].made;
        carry_over(fresh, old);
        complete(fresh);
        append_line(to, fresh.made);
        return inside(fresh.made.cells["status"_col]);
    }

private:
    /// An adapter's outcomes, of which a record has at most two.
    struct reader {
        reader(outcomes::speaker const& say) : out([this](draft& of) { made = &of; }, say, false) {}
        draft* made = nullptr;
        outcomes out;
    };

    /// Reads all sources of `raw` and merges them; false where they do not give one record.
    [[nodiscard]] bool read(record const& old)
    {
        auto const id = as_id(old.cells["video_id"_col]);
        std::size_t count = 0;
        format::member_walk walk(old.cells["raw"_col]);
        for (format::member each; walk.next(each); ++count) {
            if (count == readers_.size()) return false;
            auto& [made, out] = readers_[count];
            out.begin_answer();
            out.expect(id.value_or(""));
            if (!read_raw(each.key, object(json_view(each.value)), out, valid_)) return false;
            set_exactness(*made, stated_exactness::unsaid);
        }
        if (count == 2) merge_page(*readers_[0].made, *readers_[1].made);
        return count > 0;
    }

    /// Puts everything in that was not observed, and what the options say.
    void carry_over(draft& fresh, record const& old)
    {
        auto& cells = fresh.made.cells;
        for (std::size_t i = 0; i < column_count; ++i)
            if (columns[i].from == origin::given || columns[i].from == origin::series) {
                cells[i] = old.cells[i];
                // Ids are written as text, however they came.
                if (columns[i].is == kind::id && is_number(cells[i])) fresh.set_text(i, cells[i]);
            }
        fresh.made.foreign = old.foreign;
        if (is_milliseconds(old.cells["collection_timestamp"_col])) {
            fields(fresh, readers_[0].out).remark("collection_timestamp", in_milliseconds);
            fresh.set("collection_timestamp"_col, get<"collection_timestamp"_col>(old));
        }
        if (cells["status"_col] != "\"ok\"") // a snapshot that failed keeps what is known of the upload
            for (auto const i : upload_columns) cells[i] = old.cells[i];
        cells["raw"_col] = set_.keep_raw ? old.cells["raw"_col] : "null";
        given_by_options(fresh, old);
        if (set_.counts != stated_exactness::unsaid)
            set_exactness(fresh, set_.counts);
        else
            carry_exactness(fresh, old);
        fresh.odd.damaged_id =
            old.cells["quality_flags"_col].find("\"damaged_id\"") != std::string_view::npos;
    }

    /// Sets what the options say of a record. @return the cells that are new
    std::vector<std::pair<std::size_t, std::string_view>> given_by_options(draft& of, record const& old)
    {
        std::vector<std::pair<std::size_t, std::string_view>> cells;
        auto const add = [&](std::size_t column) { cells.emplace_back(column, of.made.cells[column]); };
        if (set_.cohort && is_null(old.cells["cohort_id"_col])) {
            of.set_text("cohort_id"_col, *set_.cohort);
            add("cohort_id"_col);
        }
        if (set_.timepoint) {
            of.set_text("timepoint"_col, *set_.timepoint);
            add("timepoint"_col);
        }
        if (set_.collected && is_null(old.cells["collection_timestamp"_col])) {
            of.set("collection_timestamp"_col, *set_.collected);
            add("collection_timestamp"_col);
        }
        return cells;
    }

    /// A record whose resolutions are all 1, or all the grid's, although its counts do not show that, was
    /// imported so by its user.
    static void carry_exactness(draft& fresh, record const& old)
    {
        bool exact = true, rounded = true, judged_exact = true, judged_rounded = true;
        for (auto const& each : count_resolutions) {
            auto const value = as_count(fresh.made.cells[each.count]);
            if (!value) continue;
            auto const unit = grid_unit(*value);
            auto const was = as_integer(old.cells[each.resolution]),
                       judged = as_integer(fresh.made.cells[each.resolution]);
            exact = exact && was == 1;
            rounded = rounded && was == unit;
            judged_exact = judged_exact && judged == 1;
            judged_rounded = judged_rounded && judged == unit;
        }
        if (exact && !judged_exact)
            set_exactness(fresh, stated_exactness::exact);
        else if (rounded && !judged_rounded)
            set_exactness(fresh, stated_exactness::rounded);
    }

    /// A record without `raw`: only what the options say is put in its place.
    void pass(format::text_buffer& to, record const& old, std::string_view line)
    {
        scratch_.clear();
        scratch_.made.cells = old.cells;
        auto edits = given_by_options(scratch_, old);
        auto const add = [&](std::size_t column) { edits.emplace_back(column, scratch_.made.cells[column]); };
        if (set_.counts != stated_exactness::unsaid) {
            set_exactness(scratch_, set_.counts);
            for (auto const& each : count_resolutions) add(each.resolution);
        }
        if (set_.collected && is_null(old.cells["collection_timestamp"_col])) {
            set_rates(scratch_);
            add("hours_since_upload"_col);
        }
        if (!set_.keep_raw && !is_null(old.cells["raw"_col])) edits.emplace_back("raw"_col, "null");
        splice(to, old, line, std::move(edits));
    }

    static void splice(format::text_buffer& to, record const& old, std::string_view line,
                       std::vector<std::pair<std::size_t, std::string_view>> edits)
    {
        auto const at = [&](std::size_t column) { return old.cells[column].data(); };
        std::sort(edits.begin(), edits.end(), [&](auto const& a, auto const& b) {
            return std::pair(at(a.first), a.first) < std::pair(at(b.first), b.first);
        });
        char const* from = line.data();
        char const* const brace = from + line.find('{') + 1;
        bool const empty = *format::past_blanks(brace, line.data() + line.size()) == '}';
        for (auto const& [column, text] : edits) {
            bool const there = !old.cells[column].empty();
            char const* const stop = there ? at(column) : brace;
            if (stop > from) to.append({from, static_cast<std::size_t>(stop - from)});
            from = std::max(from, stop);
            if (!there) {
                to.append("\"");
                to.append(columns[column].key);
                to.append("\":");
            }
            to.append(text);
            if (there) from += old.cells[column].size();
            if (!there && (!empty || column != edits.back().first)) to.append(",");
        }
        to.append({from, static_cast<std::size_t>(line.data() + line.size() - from)});
        to.append("\n");
    }

    import_settings const& set_;
    format::validator& valid_;
    outcomes::speaker const& say_;
    std::array<reader, 2> readers_;
    draft scratch_;
};

} // namespace tiktrack::source
