// SPDX-License-Identifier: MIT
// What tt-snapshot can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"
#include "guest_options.hpp"
#include "tiktrack/fetch/snapshot_settings.hpp"
#include "timepoint_option.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace tiktrack::tt_snapshot {

struct settings : guest_settings {
    std::optional<std::string> cohort, timepoint, vantage, canary, need, into;
    fetch::choice source = fetch::choice::automatic;
    std::optional<bool> raw, exact;
    bool trust_ids = false;
    std::chrono::milliseconds wait{0};
    std::optional<std::chrono::milliseconds> limit;
};

inline constexpr auto sources = std::to_array<cli::word<fetch::choice>>({{"auto", fetch::choice::automatic},
                                                                         {"embed", fetch::choice::embed},
                                                                         {"page", fetch::choice::page},
                                                                         {"both", fetch::choice::both}});
inline constexpr auto needs = std::to_array<cli::word<std::string_view>>({{"saves", "saves"}});

inline constexpr auto own_options = std::to_array<cli::option<settings>>({
    {"timepoint", "LABEL", "the timepoint of all snapshots", cli::into<&settings::timepoint, timepoint_label>,
     "each record's own, hour_0 for what was never measured"},
    {"cohort", "ID", "the study that records without one belong to", cli::into<&settings::cohort, some_text>},
    {"into", "FOLDER", "write to that cohort, what it lacks, instead of stdout",
     cli::into<&settings::into, some_text>, "stdout"},
    {"wait", "TIME", "how long to wait for another run that works on the cohort",
     cli::into<&settings::wait, cli::up_to_a_day>},
    {"limit", "TIME", "ask for no more after so long", cli::into<&settings::limit, cli::up_to_a_day>,
     "no limit"},
    {"source", "WHICH", "which pages of a video are asked for",
     cli::into<&settings::source, cli::choice<sources>>},
    {"need", "WHAT", "ask also for what the embed page lacks", cli::into<&settings::need, cli::choice<needs>>,
     "nothing"},
    {"raw", "", "write the platform's own objects, too", cli::on<&settings::raw>,
     "yes; with --into, where the archive has them, no"},
    {"no-raw", "", "leave out the platform's own objects", cli::off<&settings::raw>},
    {"exact", "", "take all counts for exact", cli::on<&settings::exact>, "as the numbers look"},
    {"rounded", "", "take all counts for rounded", cli::off<&settings::exact>},
    {"canary", "ID", "a video that is known to be there, to be read first and when many are gone",
     cli::into<&settings::canary, known_video>, "none"},
    {"trust-ids", "", "take ids for whole that look as if a spreadsheet had rounded them",
     cli::on<&settings::trust_ids>},
    {"vantage", "PLACE", "where the requests leave from, as DE", cli::into<&settings::vantage, some_text>,
     "not said"},
    {"parallel", "N", "requests on their way at once", cli::into<&settings::parallel, cli::whole<1, 64>>},
    {"attempts", "N", "the most requests for one video", cli::into<&settings::attempts, cli::whole<1, 100>>},
    {"seed", "N", "of the chance in the waits", cli::into<&settings::seed, any_whole>},
});
inline constexpr auto options = joined(own_options, guest_options<settings>);

inline constexpr cli::about<settings> about = {
    "tt-snapshot",
    "measure videos now",
    "FILE",
    "tt-snapshot hour_0.jsonl --timepoint hour_1 > hour_1.jsonl\n"
    "jq -c 'select(.views > 100000)' hour_0.jsonl | tt-snapshot --timepoint hour_1",
    options,
    true};

/// What the run is told. @throws as `manners_of`
[[nodiscard]] inline fetch::snapshot_settings how(settings const& set)
{
    fetch::snapshot_settings made;
    made.queue = {manners_of(set)};
    made.queue.parallel = set.parallel;
    made.queue.sources = set.source;
    made.queue.need_saves = set.need.has_value();
    made.queue.canary = set.canary.has_value();
    made.base = set.base_url;
    made.canary = set.canary.value_or("");
    made.timepoint = set.timepoint;
    made.cohort = set.cohort;
    made.vantage = set.vantage;
    made.keep_raw = set.raw.value_or(!set.into);
    made.keep_order = !set.into;
    if (set.exact)
        made.counts = *set.exact ? source::stated_exactness::exact : source::stated_exactness::rounded;
    return made;
}

} // namespace tiktrack::tt_snapshot
