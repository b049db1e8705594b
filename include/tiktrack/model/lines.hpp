// SPDX-License-Identifier: MIT
// Goes through JSON Lines: blank lines, line ends of any kind, a mark at the start, bad lines with their
// place.
#pragma once

#include "tiktrack/base/byte_order_mark.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/fault.hpp"
#include "tiktrack/model/reader.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tiktrack {

/// How long a line may be where nothing else is said, in bytes.
inline constexpr std::size_t usual_longest_line = std::size_t{64} << 20;

/// What is said of a line that is longer than the limit, in bytes.
[[nodiscard]] inline std::string why_too_long(std::size_t longest)
{
    return "longer than --max-line allows (" + std::to_string(longest) + " bytes)";
}

/// What going through some lines came to.
struct line_tally {
    std::uint64_t lines = 0;   ///< all of them, blank ones too
    std::uint64_t objects = 0; ///< that are JSON objects
    std::uint64_t records = 0; ///< of those, the ones whose id can be one
    std::uint64_t bad = 0;     ///< that are no records
    bool torn = false;         ///< the last line had no end and is no JSON

    line_tally& operator+=(line_tally const& more) noexcept
    {
        lines += more.lines;
        objects += more.objects;
        records += more.records;
        bad += more.bad;
        torn = more.torn;
        return *this;
    }
};

/// Goes through the lines of `in` (which starts at the start of a line), and calls
/// `visit(record, line, number)` for each record, `line` without its end, and `wrong(fault)` for each that is
/// none, with its number counted from `first_line`; `file` in the fault is left empty.
template <class Visit, class Wrong>
line_tally read_lines(text_window in, std::uint64_t first_line, std::size_t longest, record_reader& reader,
                      record& scratch, Visit visit, Wrong wrong)
{
    line_tally tally;
    for (char const* p = in.begin; p != in.end;) {
        std::uint64_t const number = first_line + tally.lines++;
        auto const bad = [&](std::size_t column, std::string why) {
            ++tally.bad;
            wrong(fault{{}, number, column, std::move(why), severity::bad_line});
        };
        char const* stop = reader.expected({p, in.end, in.readable}, scratch);
        if (stop != nullptr && stop != in.end && *stop == '\r') ++stop;
        bool const whole = stop != nullptr && (stop == in.end || *stop == '\n');
        if (!whole) {
            auto const* const end = static_cast<char const*>(std::memchr(p, '\n', std::size_t(in.end - p)));
            stop = end == nullptr ? in.end : end;
        }
        std::string_view line(p, static_cast<std::size_t>(stop - p));
        p = stop == in.end ? stop : stop + 1;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.size() > longest) {
            bad(0, why_too_long(longest));
            continue;
        }
        if (!whole) {
            if (line.find_first_not_of(" \t\r") == line.npos) continue;
            if (auto const why = reader.read(line, scratch)) {
                bad(why->column, why->why);
                tally.torn = stop == in.end;
                continue;
            }
            if (auto const& twice = reader.doubled())
                wrong(fault{{}, number, twice->column, twice->why, severity::warning});
        }
        ++tally.objects;
        if (auto const why = identity_error(scratch, line)) {
            bad(why->column, why->why);
            continue;
        }
        ++tally.records;
        visit(scratch, line, number);
    }
    return tally;
}

/// Says that a text that starts so is compressed, and what to do; empty where it is not.
[[nodiscard]] inline std::string why_compressed(std::string_view start)
{
    if (start.starts_with("\x1f\x8b")) return "is compressed; unpack it first: gzip -dc FILE | …";
    if (start.starts_with("\x28\xb5\x2f\xfd")) return "is compressed; unpack it first: zstd -dc FILE | …";
    return {};
}

/// Why a text that starts so cannot be JSON Lines, and what to do; empty where it may be.
[[nodiscard]] inline std::string why_no_lines(std::string_view start)
{
    if (auto why = why_compressed(start); !why.empty()) return why;
    start = without_mark(start);
    auto const first = start.find_first_not_of(" \t\r\n");
    if (first == start.npos) return {};
    auto const line = start.substr(first, start.find('\n', first) - first);
    if (line.front() == '[')
        return "is a JSON array, JSON Lines are expected, one object a line: jq -c '.[]' FILE | …";
    if (line.find_last_not_of(" \t\r") == 0 && line.front() == '{' && line.size() < start.size() - first)
        return "is one object over several lines, JSON Lines are expected: jq -c . FILE | …";
    return {};
}

/// @throws run_failure where a record is of a later schema: an input beside it may be, too
inline void check_schema(record const& of, std::string const& file)
{
    constexpr char known = '0' + schema_version;
    static_assert(known <= '9');
    auto const spelled = of.cells["schema"_col];
    if (spelled.empty() || (spelled.size() == 1 && spelled[0] <= known)) return; // nearly always
    if (auto const why = why_of_later_schema(of)) throw run_failure(failure_kind::data, file + ": " + *why);
}

/// @throws failure where an input that was read whole held lines, but not one object: it is the wrong file.
/// A single line that was cut off is no more than that.
inline void check_any_record(line_tally const& of, std::string const& file)
{
    if (of.objects > 0 || of.bad == 0 || (of.bad == 1 && of.torn)) return;
    throw failure(failure_kind::data,
                  file + ": no line is a record; JSON Lines are expected, one object a line: "
                         "jq -c . FILE | …");
}

} // namespace tiktrack
