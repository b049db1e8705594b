// SPDX-License-Identifier: MIT
// The data dictionary: the table of columns written out for people and programs.
#pragma once

#include "tiktrack/format/csv.hpp"
#include "tiktrack/format/text.hpp"
#include "tiktrack/model/chosen_columns.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

enum class dictionary_form { markdown, json, csv };

/// What a kind is called in the dictionary.
[[nodiscard]] constexpr std::string_view kind_name(kind of) noexcept
{
    switch (of) {
    case kind::id: return "id";
    case kind::text: return "text";
    case kind::count: return "count";
    case kind::integer: return "integer";
    case kind::time: return "time";
    case kind::real: return "number";
    case kind::boolean: return "boolean";
    case kind::list: return "list";
    case kind::object: return "object";
    }
    return {};
}

[[nodiscard]] constexpr std::string_view group_name(group of) noexcept
{
    switch (of) {
    case group::identity: return "identity";
    case group::time: return "time";
    case group::counts: return "counts";
    case group::rates: return "rates";
    case group::series: return "series";
    case group::video: return "video";
    case group::sound: return "sound";
    case group::creator: return "creator";
    case group::outcome: return "outcome";
    case group::schedule: return "schedule";
    case group::creator_only: return "creator only";
    case group::never_public: return "never public";
    case group::raw: return "raw";
    }
    return {};
}

/// The dictionary of the chosen columns, in their order. Keys that the table does not know are left out.
[[nodiscard]] inline std::string dictionary(std::vector<csv_column> const& chosen, dictionary_form form)
{
    constexpr std::string_view titles[] = {"key", "kind", "unit", "group", "meaning", "null where"};
    std::string text;
    format::csv_cells const cells({});
    auto const row = [&](std::string_view const(&values)[6], bool last) {
        if (form == dictionary_form::json) {
            text += "  {";
            for (std::size_t i = 0; i < 6; ++i) {
                if (i > 0) text += ", ";
                format::append_quoted(text, titles[i]);
                text += ": ";
                format::append_quoted(text, values[i]);
            }
            text += last ? "}\n" : "},\n";
            return;
        }
        for (std::size_t i = 0; i < 6; ++i) {
            if (form == dictionary_form::csv) {
                std::string cell(format::csv_cells::most(values[i].size()), '\0');
                if (i > 0) text += ',';
                if (!values[i].empty()) text.append(cell.data(), cells.text(cell.data(), values[i]));
                continue;
            }
            text += i == 0 ? "| " : " | ";
            text += values[i];
        }
        text += form == dictionary_form::csv ? "\n" : " |\n";
    };
    if (form == dictionary_form::json)
        text += "[\n";
    else
        row({titles[0], titles[1], titles[2], titles[3], titles[4], titles[5]}, false);
    if (form == dictionary_form::markdown) text += "|---|---|---|---|---|---|\n";
    std::vector<std::size_t> known;
    for (auto const& each : chosen)
        if (each.index < column_count) known.push_back(each.index);
    for (auto const i : known) {
        column const& c = columns[i];
        row({c.key, kind_name(c.is), c.unit, group_name(c.in), c.meaning, c.why_null}, i == known.back());
    }
    if (form == dictionary_form::json) text += "]\n";
    return text;
}

} // namespace tiktrack
