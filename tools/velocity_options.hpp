// SPDX-License-Identifier: MIT
// What tt-velocity can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"
#include "cli/threads.hpp"
#include "timepoint_option.hpp"

#include <array>
#include <vector>

namespace tiktrack::tt_velocity {

struct settings : cli::common_settings {
    std::vector<double> timepoints = usual_timepoints();
    double short_minutes = 5;
    unsigned threads = cli::default_threads();
};

inline constexpr auto options = std::to_array<cli::option<settings>>({
    {"timepoints", "HOURS", "which timepoints a series is to have; one that is not there is flagged",
     cli::into<&settings::timepoints, cli::list<timepoint_hours>>},
    {"short", "MINUTES", "flag intervals that are shorter, and compute no acceleration from them",
     cli::into<&settings::short_minutes, cli::decimal<0, 100000>>},
    {"threads", "N", "read with N threads", cli::into<&settings::threads, cli::whole<1, 64>>,
     cli::default_threads_words},
});

inline constexpr cli::about<settings> about = {"tt-velocity",
                                               "sort records into series and add how fast they grow", "FILE",
                                               "tt-velocity hour_*.jsonl > series.jsonl\n"
                                               "tt-velocity hour_*.jsonl | tt-tocsv > final_dataset.csv",
                                               options};

} // namespace tiktrack::tt_velocity
