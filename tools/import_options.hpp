// SPDX-License-Identifier: MIT
// What tt-import can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"
#include "tiktrack/base/instant.hpp"
#include "tiktrack/model/values.hpp"
#include "timepoint_option.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::tt_import {

/// When an answer that holds no time was collected.
struct collected {
    std::optional<instant> at;    ///< nothing: when its file was last written
    bool in_milliseconds = false; ///< whether it was given so
};

struct collection_time {
    static std::optional<collected> read(std::string_view given)
    {
        if (given == "mtime") return collected{};
        auto const at = cli::moment::read(given);
        auto const seconds = at ? as_time(std::to_string(to_unix(*at))) : std::nullopt;
        if (!seconds) return {};
        return collected{from_unix(*seconds), *seconds != to_unix(*at)};
    }
    static std::string show(collected const& held) { return held.at ? cli::moment::show(*held.at) : "mtime"; }
    static std::string allowed() { return cli::moment::allowed() + ", or mtime for the file's time"; }
};

struct settings : cli::common_settings {
    std::optional<tt_import::collected> collected;
    std::optional<std::string> cohort;
    std::optional<std::string> timepoint;
    bool raw = true;
    std::optional<bool> exact;
    std::uint64_t max_size = 256 * cli::MiB;
};

inline constexpr auto options = std::to_array<cli::option<settings>>({
    {"collected", "TIME", "when answers that hold no time were collected",
     cli::into<&settings::collected, collection_time>, "not known"},
    {"cohort", "ID", "the study that records without one belong to", cli::into<&settings::cohort, cli::text>},
    {"timepoint", "LABEL", "the timepoint of all records", cli::into<&settings::timepoint, timepoint_label>,
     "each record's own"},
    {"no-raw", "", "leave out the platform's own objects", cli::off<&settings::raw>},
    {"exact", "", "take all counts for exact", cli::on<&settings::exact>, "as the numbers look"},
    {"rounded", "", "take all counts for rounded", cli::off<&settings::exact>},
    {"max-size", "SIZE", "refuse documents that are larger",
     cli::into<&settings::max_size, cli::size<1, 64 * cli::GiB>>},
});

inline constexpr cli::about<settings> about = {
    "tt-import", "turn saved answers of platforms into records", "FILE",
    "tt-import saved_page.html listing.json | tt-tocsv > rows.csv\n"
    "tt-import --timepoint hour_1 --collected 2026-11-23T13:00:00Z page.html > hour_1.jsonl",
    options};

} // namespace tiktrack::tt_import
