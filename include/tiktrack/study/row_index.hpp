// SPDX-License-Identifier: MIT
// Reads inputs into rows: every line validated whole, none kept.
#pragma once

#include "tiktrack/format/in_order.hpp"
#include "tiktrack/model/lines.hpp"
#include "tiktrack/model/remarks.hpp"
#include "tiktrack/model/timepoint.hpp"
#include "tiktrack/study/row.hpp"
#include "tiktrack/study/row_order.hpp"
#include "tiktrack/study/row_source.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiktrack {

/// The rows of all inputs, in as many sorted runs as there are threads.
class row_index {
public:
    explicit row_index(unsigned threads = 1, std::size_t longest_line = usual_longest_line)
        : runs_(std::max(1u, threads)), longest_(longest_line)
    {
    }

    /// Reads an input; bad lines go to the faults. Stops early where `stop` is set meanwhile.
    /// @throws failure (data) where it is none of records, run_failure where one is of a later schema;
    /// std::system_error
    void add(io::input& from, fault_sink const& faults, std::atomic<bool> const* stop = nullptr)
    {
        auto const start = source.add(io::mapped(from));
        auto const& file = source.last();
        if (auto const why = why_no_lines(file.text()); !why.empty())
            throw failure(failure_kind::data, file.name() + ": " + why);
        auto rest = without_mark(file.text());
        line_tally total;
        told_once told;
        auto const take = [&](std::string_view& into) {
            if (rest.empty() || (stop != nullptr && stop->load())) return false;
            auto const end = rest.size() <= piece ? rest.npos : rest.find('\n', piece);
            into = rest.substr(0, end == rest.npos ? rest.size() : end + 1);
            rest.remove_prefix(into.size());
            return true;
        };
        auto const give = [&](result& made) {
            for (auto const& each : made.faults) tell_in_file(each, file.name(), total.lines, faults);
            told.tell(made.said, file.name(), total.lines, faults);
            total += made.tally;
        };
        std::atomic<std::size_t> next_run = 0;
        auto const make_worker = [&] {
            return worker(source, runs_[next_run++], start, file, longest_, any_past_);
        };
        format::in_order<std::string_view, result>(static_cast<unsigned>(runs_.size()), make_worker, take,
                                                   give);
        check_any_record(total, file.name());
    }

    /// Sorts the runs. To be called behind the last input.
    void sort()
    {
        ranks = group_ranks();
        std::size_t next = 0;
        auto const take = [&](row_list*& into) {
            into = next < runs_.size() ? &runs_[next++] : nullptr;
            return into != nullptr;
        };
        auto const make_worker = [this] {
            return [this](row_list* run, std::monostate&) {
                row_order order(source, ranks);
                std::sort(run->begin(), run->end(), std::ref(order));
            };
        };
        format::in_order<row_list*, std::monostate>(static_cast<unsigned>(runs_.size()), make_worker, take,
                                                    [](std::monostate&) {});
    }

    [[nodiscard]] std::vector<row_list> const& runs() const noexcept { return runs_; }

    /// Whether any row says that its timepoint was already past.
    [[nodiscard]] bool any_past() const noexcept { return any_past_.load(); }

    row_source source;
    std::vector<std::uint32_t> ranks; ///< of groups, by their number

private:
    static constexpr std::size_t piece = 1024 * 1024;

    struct result {
        line_tally tally;
        std::vector<fault> faults;
        remarks said;
    };

    /// One thread's reading.
    class worker {
    public:
        worker(row_source& of, row_list& to, std::uint64_t start, io::mapped const& file, std::size_t longest,
               std::atomic<bool>& any_past)
            : any_past_(any_past), to_(to), start_(start), file_(file), longest_(longest), groups_(of.groups),
              sources_(of.sources), units_(of.units), labels_(of.labels)
        {
        }

        void operator()(std::string_view text, result& made)
        {
            made.faults.clear();
            made.said.clear();
            text_window const window{text.data(), text.data() + text.size(), file_.readable()};
            made.tally = read_lines(
                window, 1, longest_, reader_, scratch_,
                [&](record const& r, std::string_view line, std::uint64_t number) {
                    check_schema(r, file_.name());
                    remark(r, line, number, made.said);
                    keep(r, line);
                },
                [&](fault const& each) { made.faults.push_back(each); });
        }

    private:
        /// Remarks on the values that are used here.
        static void remark(record const& r, std::string_view line, std::uint64_t number, remarks& said)
        {
            for (auto const i :
                 {"timepoint"_col, "views"_col, "likes"_col, "comments_count"_col, "shares"_col, "saves"_col,
                  "collection_timestamp"_col, "upload_timestamp"_col, "status"_col, "source"_col,
                  "cohort_id"_col, "platform"_col, "schedule_status"_col})
                if (is_of_another_kind(r.cells[i], columns[i].is))
                    said.add(columns[i].key, r.cells[i], line, number, of_another_kind);
            for (auto const i : {"collection_timestamp"_col, "upload_timestamp"_col}) {
                auto const time = r.cells[i];
                if (time.size() < 12 && !is_string(time)) continue; // as usual
                if (auto const why = remark_on_time(time); !why.empty())
                    said.add(columns[i].key, time, line, number, why);
            }
        }

        void keep(record const& given, std::string_view line)
        {
            record const& r = with_resolutions(given);
            row made = row_of(r);
            made.cut = has_series_columns(given);
            made.plain = !made.cut && has_derivable_columns(given);
            constexpr std::uint64_t most_at = (std::uint64_t{1} << 40) - 1;
            auto const at = start_ + static_cast<std::uint64_t>(line.data() - file_.text().data());
            if (at > most_at) throw failure(failure_kind::io, "more than 1 TiB of input; read it in parts");
            made.at = at & most_at;
            made.size = line.size() >> 24 == 0 ? line.size() & 0xffffff : 0;
            made.group = group(r);
            made.views_unit = unit(r.cells["views_resolution"_col]);
            made.likes_unit = unit(r.cells["likes_resolution"_col]);
            if (auto const shape = spelled_name(r.cells["source"_col]); !shape.empty())
                made.source = small<std::uint8_t>(sources_.number(shape, meant));
            made.label = label(r.cells["timepoint"_col]);
            if (made.past) any_past_ = true;
            to_.push_back(made);
        }

        /// The record, or one like it whose resolutions were absent and are computed.
        [[nodiscard]] record const& with_resolutions(record const& given)
        {
            if (!given.cells["views_resolution"_col].empty() && !given.cells["likes_resolution"_col].empty())
                return given;
            draft_.complete(given);
            set_resolutions(draft_, exactness_of(get<"source"_col>(given).value_or("")));
            return draft_.made;
        }

        [[nodiscard]] std::uint32_t group(record const& r)
        {
            auto const key = key_of(r);
            if (key.cohort != cohort_ || key.platform != platform_ || key.has_cohort != has_cohort_ ||
                group_ == 0) {
                group_ = groups_.number(group_text(key));
                cohort_ = key.cohort;
                platform_ = key.platform;
                has_cohort_ = key.has_cohort;
            }
            return group_;
        }

        /// What is no label of a timepoint means nothing here.
        [[nodiscard]] std::uint16_t label(std::string_view json)
        {
            if (json != last_label_) {
                last_label_ = json;
                auto const text = as_text(json).value_or("");
                label_ = is_label(text) ? small<std::uint16_t>(labels_.number(text)) : std::uint16_t{0};
            }
            return label_;
        }

        [[nodiscard]] std::uint8_t unit(std::string_view json)
        {
            auto const value = as_count(json);
            return value && *value > 0 ? small<std::uint8_t>(units_.number(std::to_string(*value)))
                                       : std::uint8_t{0};
        }

        /// Numbers beyond what a row holds are not told apart from what is not known.
        template <class Number>
        [[nodiscard]] static Number small(std::uint32_t number) noexcept
        {
            return number <= std::numeric_limits<Number>::max() ? static_cast<Number>(number) : Number{0};
        }

        std::atomic<bool>& any_past_;
        row_list& to_;
        std::uint64_t start_;
        io::mapped const& file_;
        std::size_t longest_;
        record_reader reader_;
        record scratch_;
        draft draft_;
        numbering_cache groups_, sources_, units_;
        numbering& labels_;
        std::string cohort_, platform_, last_label_;
        std::uint16_t label_ = 0;
        bool has_cohort_ = false;
        std::uint32_t group_ = 0;
    };

    [[nodiscard]] std::vector<std::uint32_t> group_ranks() const
    {
        auto const count = source.groups.size();
        std::vector<std::uint32_t> order(count), rank(count + 1);
        std::iota(order.begin(), order.end(), 1u);
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return source.groups.text(a) < source.groups.text(b);
        });
        for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
        return rank;
    }

    std::vector<row_list> runs_;
    std::size_t longest_;
    std::atomic<bool> any_past_ = false;
};

} // namespace tiktrack
