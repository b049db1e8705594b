// SPDX-License-Identifier: MIT
// Which columns a CSV file has.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/model/columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// A column of a CSV file: one of the table's, or a foreign key.
struct csv_column {
    std::string key;
    std::size_t index; ///< in `columns`; `column_count` for a foreign key
    kind is;           ///< of a foreign key: to be seen from each value
};

/// The columns that `--columns` names: `core` (36), `core+`, `all`, or keys separated by commas.
/// @throws failure (usage) for an empty key or one that is named twice
[[nodiscard]] inline std::vector<csv_column> choose_columns(std::string_view list)
{
    std::vector<csv_column> chosen;
    auto const add = [&](std::size_t i) {
        chosen.push_back({std::string(columns[i].key), i, columns[i].is});
    };
    if (list == "core" || list == "core+" || list == "all") {
        for (auto const i : csv_columns) add(i);
        if (list == "core+")
            for (auto const i : {"status"_col, "schedule_status"_col, "time_origin"_col,
                                 "views_resolution"_col, "likes_resolution"_col, "comments_resolution"_col,
                                 "shares_resolution"_col, "saves_resolution"_col, "followers_resolution"_col,
                                 "quality_flags"_col, "series_flags"_col})
                add(i);
        if (list == "all")
            for (std::size_t i = 0; i < column_count; ++i)
                if (columns[i].csv == 0 && i != "raw"_col) add(i);
        return chosen;
    }
    while (true) {
        auto const key = list.substr(0, list.find(','));
        for (auto const& each : chosen)
            if (each.key == key) throw failure(failure_kind::usage, "--columns names " + each.key + " twice");
        if (key.empty()) throw failure(failure_kind::usage, "--columns names an empty key");
        auto const index = find_column(key);
        chosen.push_back({std::string(key), index, index < column_count ? columns[index].is : kind::text});
        if (key.size() == list.size()) return chosen;
        list.remove_prefix(key.size() + 1);
    }
}

} // namespace tiktrack
