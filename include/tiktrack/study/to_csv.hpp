// SPDX-License-Identifier: MIT
// JSON Lines in, CSV out: what tt-tocsv does, as a function of its inputs, its output and its settings.
#pragma once

#include "tiktrack/format/in_order.hpp"
#include "tiktrack/io/line_blocks.hpp"
#include "tiktrack/io/output.hpp"
#include "tiktrack/model/lines.hpp"
#include "tiktrack/model/remarks.hpp"
#include "tiktrack/model/table.hpp"
#include "tiktrack/study/last_ok.hpp"

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// What a CSV file is made like.
struct csv_settings {
    std::vector<csv_column> columns = choose_columns("core");
    format::csv_style style;
    bool header = true;
    bool mark = false;    ///< starts with a byte order mark
    bool one_row = false; ///< one row for each timepoint of a series
    unsigned threads = 1;
    std::size_t longest_line = usual_longest_line;
};

/// Writes one CSV file from any number of inputs.
class csv_export {
public:
    /// Writes the header. `faults` and `to` must live longer than this.
    csv_export(csv_settings settings, io::output& to, fault_sink const& faults)
        : set_(std::move(settings)), to_(to), faults_(faults)
    {
        format::text_buffer start;
        if (set_.mark) start.append(byte_order_mark);
        if (set_.header) csv_rows(set_.columns, set_.style).append_header(start);
        to_.write(start.text());
    }

    /// Adds the rows of an input; bad lines go to the faults and are left out. Stops early where `stop` is
    /// set meanwhile. @throws failure (data) where the input is none of records; run_failure at a record of a
    /// later schema and, with `one_row`, at the first row that is out of order; std::system_error where
    /// reading or writing fails
    void add(io::input& from, std::atomic<bool> const* stop = nullptr)
    {
        io::line_blocks blocks(from, set_.longest_line);
        line_tally total;
        told_once told;
        auto const take = [&](io::block& into) {
            if ((stop != nullptr && stop->load()) || !blocks.next(into)) return false;
            if (into.first())
                if (auto const why = why_no_lines(into.text()); !why.empty())
                    throw failure(failure_kind::data, from.name() + ": " + why);
            return true;
        };
        auto const give = [&](rows& made) {
            for (auto const& each : made.faults) tell_in_file(each, from.name(), total.lines, faults_);
            told.tell(made.said, from.name(), total.lines, faults_);
            to_.write(made.text.text());
            if (made.out_of_order > 0)
                throw run_failure(
                    failure_kind::data,
                    from.name() + ":" + std::to_string(total.lines + made.out_of_order) +
                        ": the rows are not in the order that --rows one needs; put tt-velocity before");
            total += made.tally;
        };
        auto const make_worker = [&] {
            return [this, &from, reader = record_reader(), rows_of = csv_rows(set_.columns, set_.style),
                    scratch = record()](io::block const& block, rows& made) mutable {
                convert(block, from.name(), reader, rows_of, scratch, made);
            };
        };
        // Which row is the last of its timepoint is known in order only.
        format::in_order<io::block, rows>(set_.one_row ? 1 : set_.threads, make_worker, take, give);
        from.check_unchanged();
        check_any_record(total, from.name());
    }

    /// To be called behind the last input.
    void finish()
    {
        chosen_.finish([&](std::string_view row) { to_.write(row); });
    }

private:
    /// What became of one block.
    struct rows {
        format::text_buffer text;
        line_tally tally;
        std::vector<fault> faults;
        remarks said;
        std::uint64_t out_of_order = 0; ///< the first line that does not follow the one before, from 1
    };

    void convert(io::block const& block, std::string const& file, record_reader& reader, csv_rows& rows_of,
                 record& scratch, rows& made)
    {
        made.text.clear();
        made.faults.clear();
        made.said.clear();
        made.out_of_order = 0;
        auto const text = block.first() ? without_mark(block.text()) : block.text();
        text_window const window{text.data(), text.data() + text.size(),
                                 text.data() + text.size() + io::block::slack};
        auto const visit = [&](record const& r, std::string_view line, std::uint64_t number) {
            if (made.out_of_order > 0) return;
            check_schema(r, file);
            text_window const within{line.data(), line.data() + line.size(), window.readable};
            auto const mismatch = [&](csv_column const& column, std::string_view value,
                                      std::string_view why) {
                made.said.add(column.key, value, line, number, why);
            };
            if (!set_.one_row) {
                rows_of.append(made.text, r, within, mismatch);
                return;
            }
            row_.clear();
            rows_of.append(row_, r, within, mismatch);
            auto const put = [&](std::string_view row) { made.text.append(row); };
            if (!chosen_.take(r, row_.text(), put)) made.out_of_order = number;
        };
        made.tally = read_lines(window, 1, set_.longest_line, reader, scratch, visit,
                                [&](fault const& each) { made.faults.push_back(each); });
        if (block.too_long_follows()) {
            ++made.tally.lines;
            ++made.tally.bad;
            made.faults.push_back(
                {{}, made.tally.lines, 0, why_too_long(set_.longest_line), severity::bad_line});
        }
    }

    csv_settings set_;
    io::output& to_;
    fault_sink const& faults_;
    last_ok chosen_;
    format::text_buffer row_;
};

} // namespace tiktrack
