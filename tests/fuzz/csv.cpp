// SPDX-License-Identifier: MIT
// Any record as a row of CSV, in several styles: read back by the letter of RFC 4180 it is the same cells.
#include "entry.hpp"

#include "../made_up.hpp"
#include "tiktrack/model/table.hpp"

using namespace tiktrack;

TIKTRACK_FUZZ(csv)
{
    std::string_view const line(reinterpret_cast<char const*>(data), size);
    record_reader reader;
    record r;
    if (line.find('\n') != line.npos || reader.read(line, r)) return;
    auto chosen = choose_columns("all");
    for (auto const& each : r.foreign) { // each key once, as --columns has them
        auto const same = [&](csv_column const& other) { return other.key == each.key; };
        if (each.key.find('\\') == std::string_view::npos && std::none_of(chosen.begin(), chosen.end(), same))
            chosen.push_back({std::string(each.key), column_count, kind::text});
    }
    for (format::csv_style const style : {format::csv_style{}, {';', true, false}, {'\t', false, true}}) {
        csv_rows rows(chosen, style);
        format::text_buffer text;
        rows.append_header(text);
        rows.append(text, r, {line.begin(), line.end(), line.end()},
                    [](csv_column const&, std::string_view, std::string_view) {});
        auto const back = support::parse_csv(text.text(), style.delimiter);
        if (back.size() != 2 || back[0].size() != chosen.size() || back[1].size() != chosen.size())
            std::abort();
        for (std::size_t i = 0; i < chosen.size() && !style.spreadsheet; ++i) {
            auto const json = chosen[i].index < column_count ? r.cells[chosen[i].index] : std::string_view();
            auto const is = chosen[i].index < column_count ? columns[chosen[i].index].is : kind::real;
            if (back[0][i].text != chosen[i].key) std::abort();
            if (is_null(json) && chosen[i].index < column_count && back[1][i] != support::csv_cell{})
                std::abort();
            if (!is_string(json) || (is != kind::text && is != kind::id)) continue;
            std::string meant;
            format::append_text(meant, inside(json), false);
            if (back[1][i].text != meant || back[1][i].quoted < meant.empty()) std::abort();
        }
    }
}
