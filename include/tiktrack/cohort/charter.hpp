// SPDX-License-Identifier: MIT
// The charter of a cohort, which is the first line of its file of videos: what hours count from, which
// timepoints there are, how early and how late.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/model/timepoint.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::cohort {

/// What is chosen once for a cohort.
struct charter {
    std::string id;                        ///< the cohort's
    std::string time_origin = "discovery"; ///< or `upload`
    std::vector<double> timepoints;        ///< hours, ascending
    std::int64_t early = 480;              ///< how long before its target a window opens, in seconds
    std::optional<std::int64_t> tolerance; ///< how long after it closes; nothing: max(10 min, 10 %)
    std::string rule;                      ///< which videos are chosen, in words of options

    [[nodiscard]] bool from_upload() const noexcept { return time_origin == "upload"; }
    friend bool operator==(charter const&, charter const&) = default;
};

/// The place of a timepoint by its label; nothing where the cohort has none of that name.
[[nodiscard]] inline std::optional<std::size_t> find_timepoint(charter const& of, std::string_view label)
{
    for (std::size_t i = 0; i < of.timepoints.size(); ++i)
        if (label_of(of.timepoints[i]) == label) return i;
    return {};
}

/// Most timepoints that a cohort can have.
inline constexpr std::size_t most_timepoints = 64;

/// Why hours can be no list of timepoints; empty where they can. They ascend by a second at least.
[[nodiscard]] inline std::string why_no_timepoints(std::vector<double> const& hours)
{
    if (hours.empty()) return "there is no timepoint";
    if (hours.size() > most_timepoints)
        return "there are more than " + std::to_string(most_timepoints) + " timepoints";
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (!is_timepoint(hours[i]))
            return "a timepoint is neither 0 nor from a second to " + std::to_string(most_hours) + " hours";
        if (i > 0 && seconds_of(hours[i]) <= seconds_of(hours[i - 1]))
            return "timepoints do not ascend: " + shortest_decimal(hours[i]) + " after " +
                   shortest_decimal(hours[i - 1]);
    }
    return {};
}

/// The charter as the line that stands first in `tracked_videos.jsonl`, with its end.
[[nodiscard]] inline std::string charter_line(charter const& of)
{
    std::string line = "{\"cohort_id\":";
    format::append_quoted(line, of.id);
    line += ",\"time_origin\":";
    format::append_quoted(line, of.time_origin);
    line += ",\"timepoints\":[";
    for (auto const hours : of.timepoints) line.append(shortest_decimal(hours)).append(",");
    line.back() = ']';
    line += ",\"early\":" + std::to_string(of.early);
    line += ",\"tolerance\":" + (of.tolerance ? std::to_string(*of.tolerance) : "null");
    line += ",\"rule\":";
    format::append_quoted(line, of.rule);
    line += ",\"schema\":" + std::to_string(schema_version) + "}\n";
    return line;
}

namespace detail {

/// The numbers of a JSON array; nothing where it is none of numbers.
[[nodiscard]] inline std::optional<std::vector<double>> numbers_in(std::string_view json)
{
    std::vector<double> all;
    if (json.size() < 2 || json.front() != '[') return {};
    char const* const end = json.data() + json.size();
    for (char const* p = format::past_blanks(json.data() + 1, end); *p != ']';) {
        double number = 0;
        auto const [stop, bad] = std::from_chars(p, end, number);
        if (bad != std::errc{}) return {};
        all.push_back(number);
        p = format::past_blanks(stop, end);
        if (*p == ',') p = format::past_blanks(p + 1, end);
    }
    return all;
}

} // namespace detail

/// Reads a charter from the first line of a file, without its end.
/// @param place the file, for what is said where it is wrong
/// @throws failure: usage where the line is no charter, data where it is damaged or of a newer schema
[[nodiscard]] inline charter read_charter(std::string_view line, std::string const& place)
{
    record_reader reader;
    record of;
    auto const damaged = [&](std::string const& why) {
        throw failure(failure_kind::data, place + ":1: the cohort's charter is damaged (" + why +
                                              "); put the line back from a copy of the cohort");
    };
    if (auto const bad = reader.read(line, of)) damaged(bad->why);
    if (auto const why = why_of_later_schema(of)) throw failure(failure_kind::data, place + ": " + *why);
    auto const member = [&](std::string_view key) {
        for (auto const& each : of.foreign)
            if (each.key == key) return each.value;
        return std::string_view{};
    };
    if (member("timepoints").empty())
        throw failure(failure_kind::usage, place + " does not begin with a charter, so this is no cohort; "
                                                   "tt-discover --into FOLDER makes one");
    charter made;
    made.id = get<"cohort_id"_col>(of).value_or("");
    if (made.id.empty()) damaged("cohort_id is missing");
    made.time_origin = get<"time_origin"_col>(of).value_or("");
    if (made.time_origin != "upload" && made.time_origin != "discovery")
        damaged("time_origin is neither discovery nor upload");
    auto timepoints = detail::numbers_in(member("timepoints"));
    if (!timepoints) damaged("timepoints is no list of numbers");
    made.timepoints = std::move(*timepoints);
    if (auto const why = why_no_timepoints(made.timepoints); !why.empty()) damaged(why);
    auto const early = as_count(member("early"));
    if (!early || *early > furthest_time) damaged("early is no number of seconds");
    made.early = *early;
    if (!is_null(member("tolerance"))) {
        made.tolerance = as_count(member("tolerance"));
        if (!made.tolerance || *made.tolerance > furthest_time) damaged("tolerance is no number of seconds");
    }
    made.rule = as_text(member("rule")).value_or("");
    return made;
}

} // namespace tiktrack::cohort
