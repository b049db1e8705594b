// SPDX-License-Identifier: MIT
// tt-velocity: sorts records into series and adds how fast they grow.
#include "cli/run.hpp"
#include "family.hpp"
#include "tiktrack/study/add_velocity.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    return cli::run<tt_velocity::settings>(
        tt_velocity::about, family, argc, argv, [](tt_velocity::settings const& set, cli::pipe& io) {
            velocity_settings how;
            how.metrics = {set.timepoints, set.short_minutes};
            how.threads = set.threads;
            how.longest_line = set.max_line;
            auto const faults = io.sink();
            row_index rows(how.threads, how.longest_line);
            io.for_each_input([&](io::input& from) { rows.add(from, faults, &io.stop_flag()); });
            write_series(rows, io.out(), how, &io.stop_flag());
        });
}
