// SPDX-License-Identifier: MIT
// A line as it is written on: series columns cut out, what follows from it alone appended, all else
// untouched.
#pragma once

#include "tiktrack/model/derived.hpp"
#include "tiktrack/model/spelled_keys.hpp"

#include <string_view>

namespace tiktrack {

[[nodiscard]] constexpr bool is_series_column(std::size_t column) noexcept
{
    return column >= first_series_column && column < column_count;
}

/// Whether a line has members that are cut out.
[[nodiscard]] inline bool has_series_columns(record const& r) noexcept
{
    for (auto i = first_series_column; i < column_count; ++i)
        if (!r.cells[i].empty()) return true;
    return false;
}

/// The line without its closing brace and the blanks before it.
[[nodiscard]] inline std::string_view without_brace(std::string_view line) noexcept
{
    while (!line.empty() && line.back() != '}') line.remove_suffix(1);
    if (!line.empty()) line.remove_suffix(1);
    while (!line.empty() && format::is_blank(line.back())) line.remove_suffix(1);
    return line;
}

/// What a line begins with that is written on as it is, up to the first series column.
[[nodiscard]] inline std::string_view before_series(std::string_view line)
{
    format::member_walk walk(line);
    auto end = line.find('{') + 1;
    for (format::member each; walk.next(each) && !is_series_column(find_spelled_column(each.key));)
        end = static_cast<std::size_t>(each.value.data() + each.value.size() - line.data());
    return line.substr(0, end);
}

namespace detail {

/// Appends the members of a line that are no series columns, without the closing brace.
inline void append_without_series(format::text_buffer& to, std::string_view line)
{
    format::member_walk walk(line);
    to.append(line.substr(0, line.find('{') + 1));
    char const* before = line.data() + line.find('{') + 1; // the end of the member before
    bool first = true, cut = false;
    for (format::member each; walk.next(each);) {
        char const* const end = each.value.data() + each.value.size();
        if (!is_series_column(find_spelled_column(each.key))) {
            // Where something was cut out before the first member that stays, so are the comma and its
            // blanks.
            char const* const from = first && cut ? each.key.data() - 1 : before;
            to.append({from, static_cast<std::size_t>(end - from)});
            first = false;
        } else {
            cut = true;
        }
        before = end;
    }
}

} // namespace detail

/// Appends `{…` up to where the series columns go; `r` was read from `line`.
inline void append_spliced(format::text_buffer& to, record const& r, std::string_view line, draft& scratch)
{
    if (has_series_columns(r))
        detail::append_without_series(to, line);
    else
        to.append(without_brace(line));
    if (has_derivable_columns(r)) return;
    derive_absent(scratch, r);
    bool first = to.text().ends_with('{');
    for (auto const i : derivable_columns) {
        if (!r.cells[i].empty()) continue;
        append_member(to, i, scratch.made.cells[i], first);
        first = false;
    }
}

} // namespace tiktrack
