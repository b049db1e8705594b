// SPDX-License-Identifier: MIT
// A tracked video as a record that says what is due: its identity and its schedule, and nothing observed.
#pragma once

#include "tiktrack/cohort/charter.hpp"
#include "tiktrack/cohort/schedule.hpp"
#include "tiktrack/io/line_blocks.hpp"
#include "tiktrack/model/draft.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/model/write.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::cohort {

/// What is kept of the line of a tracked video.
inline constexpr auto due_columns = std::to_array<std::size_t>(
    {"cohort_id"_col, "video_id"_col, "video_url"_col, "upload_timestamp"_col, "upload_datetime"_col,
     "platform"_col, "schema"_col, "discovered_timestamp"_col, "upload_source"_col, "discovered_via"_col});

/// The seconds that a rule says in the words of options behind `name`, as in `newest, max-age 6h`; nothing
/// where it does not speak of that.
[[nodiscard]] inline std::optional<std::int64_t> span_in_rule(std::string_view rule, std::string_view name)
{
    auto const at = rule.rfind(std::string(name) + ' '); // what stands before the rule may hold anything
    if (at == rule.npos || (at > 0 && (at < 2 || rule[at - 1] != ' '))) return {};
    rule.remove_prefix(at + name.size() + 1);
    std::int64_t value = 0;
    auto const [stop, bad] = std::from_chars(rule.data(), rule.data() + rule.size(), value);
    if (bad != std::errc{} || stop == rule.data() + rule.size() || value > furthest_time / 86400) return {};
    switch (*stop) {
    case 's': return value;
    case 'm': return value * 60;
    case 'h': return value * 3600;
    case 'd': return value * 86400;
    default: return {};
    }
}

/// What of a rule a video does not meet, now that its upload is known better than when it was chosen:
/// `max-age`, `min-age`; empty where it fits.
[[nodiscard]] inline std::string_view misfit(std::string_view rule, std::int64_t discovered,
                                             std::int64_t upload)
{
    auto const most = span_in_rule(rule, "max-age"), least = span_in_rule(rule, "min-age");
    if (most && discovered - upload > *most) return "max-age";
    if (least && discovered - upload < *least) return "min-age";
    return {};
}

/// Writes such lines, one after the other.
class due_writer {
public:
    explicit due_writer(charter const& by) : by_(by) {}

    /// Appends the line of what is due. @param line of the tracked video, without its end
    /// @return why the line is no record; nothing where it is one, and something was appended
    [[nodiscard]] std::optional<line_error> append(format::text_buffer& to, std::string_view line,
                                                   history const& known, due const& what)
    {
        auto& from = from_;
        held_.assign(line).append(io::block::slack, '\0'); // which the reader may look at
        char const* const end = held_.data() + line.size();
        if (auto bad = reader_.read({held_.data(), end, end + io::block::slack}, from)) return bad;
        made_.clear();
        for (auto const column : due_columns)
            if (!is_null(from.cells[column])) made_.view(column, from.cells[column]);
        made_.made.foreign = from.foreign;
        if (is_null(from.cells["cohort_id"_col])) made_.set_text("cohort_id"_col, by_.id);
        if (is_null(from.cells["platform"_col])) made_.set_text("platform"_col, "tiktok");
        made_.set("schema"_col, std::int64_t{schema_version});
        if (known.upload_seen && known.upload) set_upload(from, known);
        auto const hours = by_.timepoints[what.timepoint];
        made_.set_text("timepoint"_col, label_of(hours));
        made_.set_text("time_origin"_col, by_.time_origin);
        made_.set_real("target_hours"_col, hours);
        made_.set("due_timestamp"_col, what.target);
        if (what.what == verdict::missed) made_.set_text("schedule_status"_col, "missed");
        if (what.what == verdict::already_past) made_.set_text("schedule_status"_col, "already_past");
        append_line(to, made_.made);
        return {};
    }

private:
    void set_upload(record const& from, history const& known)
    {
        made_.set("upload_timestamp"_col, *known.upload);
        made_.set_text("upload_source"_col, "platform");
        if (auto const text = iso8601(from_unix(*known.upload))) made_.set_text("upload_datetime"_col, *text);
        auto via = get<"discovered_via"_col>(from).value_or("");
        auto const without = misfit(via.empty() ? by_.rule : via, known.discovered, *known.upload);
        if (without.empty()) return;
        via.append(via.empty() ? "" : "; ").append("no longer fits: ").append(without);
        made_.set_text("discovered_via"_col, via);
    }

    charter const& by_;
    record_reader reader_;
    std::string held_; ///< the line that `from_` views
    record from_;
    draft made_;
};

} // namespace tiktrack::cohort
