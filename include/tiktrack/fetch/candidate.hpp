// SPDX-License-Identifier: MIT
// A video that was found and may be tracked: a record that was not measured yet, and what a choice looks at.
#pragma once

#include "tiktrack/fetch/discovered_via.hpp"
#include "tiktrack/fetch/select_rule.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/model/resolution.hpp"
#include "tiktrack/model/write.hpp"
#include "tiktrack/source/address.hpp"
#include "tiktrack/source/complete.hpp"

#include <array>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// What all candidates of one run have in common.
struct discovery_run {
    std::string cohort;
    instant now; ///< its start, which is when they were discovered
};

/// The name of a cohort that is named by nobody: the start of its run in UTC, `20261123_120000`.
[[nodiscard]] inline std::string cohort_named_by(instant start)
{
    std::string name;
    for (char const c : iso8601(start).value_or(""))
        if (c == 'T')
            name += '_';
        else if (format::is_digit(c))
            name += c;
    return name;
}

/// A candidate.
struct candidate {
    candidate_facts facts;
    std::string source; ///< where it was found, as `discovered_via` has it
    std::string
        line; ///< its record without what is null, and without `discovered_via`, which is still to come
};

/// Whether the platform's own object, where a record has it, says that only its creator, or friends, see the
/// video.
[[nodiscard]] inline bool is_private(record const& of) noexcept
{
    return of.cells["raw"_col].find(R"("privateItem":true)") != std::string_view::npos;
}

/// What belongs to a measurement, and not to a video that is still to be measured.
inline constexpr auto measurement_columns = std::to_array<std::size_t>(
    {"timepoint"_col, "hours_since_upload"_col, "collection_timestamp"_col, "status"_col, "status_detail"_col,
     "attempts"_col, "vantage"_col, "time_origin"_col, "target_hours"_col, "due_timestamp"_col,
     "lag_seconds"_col, "schedule_status"_col, "raw_ref"_col, "raw"_col});

/// A record without what is null, as a line without its end: many candidates are held at once, and most of
/// their keys are null.
[[nodiscard]] inline std::string known_members(record const& of)
{
    std::string line = "{";
    for (std::size_t i = 0; i < column_count; ++i)
        if (!is_null(of.cells[i]))
            line.append("\"").append(columns[i].key).append("\":").append(of.cells[i]).append(",");
    for (auto const& each : of.foreign) line.append(each.spelled).append(",");
    line.back() = '}';
    return line;
}

/// Makes candidates, one after the other.
class candidate_maker {
public:
    explicit candidate_maker(discovery_run run) : run_(std::move(run)) {}

    /// Of a record: a listing's, an outcome, a candidate of an earlier run. Its counts and its unknown keys
    /// stay. Its id has been checked. @param source where it was found; a candidate's own is kept
    [[nodiscard]] candidate of_record(record const& from, std::string_view source)
    {
        record fresh = from;
        for (auto const column : measurement_columns) fresh.cells[column] = "null";
        for (auto column = first_series_column; column < column_count; ++column) fresh.cells[column] = {};
        for (auto const column :
             {"cohort_id"_col, "discovered_timestamp"_col, "discovered_via"_col, "quality_flags"_col})
            fresh.cells[column] = {};
        for (auto const column : {"upload_timestamp"_col, "upload_datetime"_col, "upload_source"_col,
                                  "video_url"_col, "platform"_col, "schema"_col})
            if (is_null(fresh.cells[column])) fresh.cells[column] = {};
        auto const via = read_discovered_via(get<"discovered_via"_col>(from).value_or(""));
        made_.complete(fresh);
        made_.made.foreign = from.foreign;
        return finished(via ? via->source : std::string(source));
    }

    /// Of an id alone. @param name its creator's as an address had it, for the address; may be empty
    [[nodiscard]] candidate of_id(std::string_view id, std::string_view name, std::string_view source)
    {
        made_.clear();
        made_.set_text("video_id"_col, id);
        made_.set_text("video_url"_col, source::video_address(name, id));
        return finished(std::string(source));
    }

private:
    [[nodiscard]] candidate finished(std::string source)
    {
        auto const& r = made_.made;
        std::string const id(*as_id(r.cells["video_id"_col]));
        auto name = get<"creator_username"_col>(r).value_or("");
        made_.set_text("cohort_id"_col, run_.cohort);
        made_.set("discovered_timestamp"_col, to_unix(run_.now));
        if (r.cells["upload_timestamp"_col].empty())
            if (auto const made = time_in_id(id)) {
                made_.set("upload_timestamp"_col, to_unix(*made));
                made_.set_text("upload_source"_col, "id");
            }
        if (r.cells["video_url"_col].empty())
            made_.set_text("video_url"_col, source::video_address(name, id));
        set_resolutions(made_, exactness_of(inside(r.cells["source"_col])));
        source::complete(made_);

        candidate found;
        auto uploaded = upload_time(r);
        if (auto const made = time_in_id(id); made && !uploaded) uploaded = to_unix(*made);
        if (name.empty()) name = source::read_address(get<"video_url"_col>(r).value_or("")).name;
        found.facts = {id,
                       uploaded,
                       get<"views"_col>(r),
                       std::move(name),
                       get<"category_type"_col>(r).value_or(""),
                       get<"is_ad"_col>(r).value_or(false)};
        found.source = std::move(source);
        found.line = known_members(r);
        return found;
    }

    discovery_run run_;
    draft made_;
};

/// Appends a candidate's record as a line, with what chose it.
/// @param nulls whether keys whose values are null are written, too
inline void append_chosen(format::text_buffer& to, candidate const& of, discovered_via const& via,
                          record_reader& reader, bool nulls = true)
{
    record r;
    (void)reader.read(of.line, r); // a line of our own
    std::string text;
    format::append_quoted(text, spelled(via));
    r.cells["discovered_via"_col] = text;
    if (nulls) return append_line(to, r);
    to.append(known_members(r));
    to.append("\n");
}

} // namespace tiktrack::fetch
