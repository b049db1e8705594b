// SPDX-License-Identifier: MIT
// Reads JSON Lines and prints each video's velocity.
#include <tiktrack/format/json_implementation.hpp> // in one unit of a program, or link boost_json
#include <tiktrack/tiktrack.hpp>

#include <cmath>
#include <iostream>

int main()
{
    tiktrack::io::input lines(0, "stdin");
    tiktrack::row_index rows;
    rows.add(lines, [](tiktrack::fault const& bad) { std::cerr << bad.line << ": " << bad.why << '\n'; });
    rows.sort();

    tiktrack::metric_settings const settings;
    tiktrack::series_walk series(rows, settings);
    tiktrack::record_reader reader;
    tiktrack::record video;
    for (tiktrack::measured_row row; series.next(row);) {
        if (reader.read(row.line, video) || std::isnan(row.values.views_velocity)) continue;
        using namespace tiktrack::literals;
        std::cout << tiktrack::get<"video_id"_col>(video).value_or("?") << ' '
                  << tiktrack::get<"timepoint"_col>(video).value_or("?") << ' ' << row.values.views_velocity
                  << " views an hour\n";
    }
}
