// SPDX-License-Identifier: MIT
// What tt-due can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/duration.hpp"
#include "cli/option.hpp"
#include "shard_option.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::tt_due {

/// What is printed.
enum class question { due, next, plan, board, cohorts };

/// A share of requests that leaves some.
struct share {
    static std::optional<double> read(std::string_view given)
    {
        auto const number = cli::decimal<0, 1>::read(given);
        return number && *number <= 0.99 ? number : std::nullopt;
    }
    static std::string show(double held) { return cli::decimal<0, 1>::show(held); }
    static std::string allowed() { return "a number from 0 to 0.99"; }
};

struct settings : cli::common_settings {
    std::optional<instant> now;
    question asks = question::due;
    std::optional<tiktrack::shard> shard;
    std::chrono::milliseconds delay{2000};
    std::optional<double> refusals;
};

/// A switch that asks for something else than what is due.
template <question Other>
inline constexpr auto instead = cli::chosen<&settings::asks, Other>;

inline constexpr auto options = std::to_array<cli::option<settings>>({
    {"next",
     "",
     "print when something is due next, and nothing where nothing ever is",
     instead<question::next>,
     {},
     cli::place::command_line},
    {"plan",
     "",
     "print what is to be asked hour by hour, and what of it cannot be met",
     instead<question::plan>,
     {},
     cli::place::command_line},
    {"board",
     "",
     "print how each cohort stands at each timepoint",
     instead<question::board>,
     {},
     cli::place::command_line},
    {"cohorts",
     "",
     "print the folders in which something is due, the most urgent first",
     instead<question::cohorts>,
     {},
     cli::place::command_line},
    {"shard", "K/N", "only the videos that fall into part K of N", cli::into<&settings::shard, shard_name>,
     "all of them"},
    {"delay", "TIME", "the time from one request to the next, for the plan",
     cli::into<&settings::delay, cli::up_to_an_hour>},
    {"refusals", "SHARE", "the share of requests that is refused, for the plan",
     cli::into<&settings::refusals, share>, "the share seen so far"},
    cli::now_option<settings>,
});

inline constexpr cli::about<settings> about = {
    "tt-due",
    "say which tracked videos are to be measured now",
    "COHORT",
    "tt-due data/cohort_20261123_120000 | tt-snapshot --into data/cohort_20261123_120000\n"
    "tt-due --board data/cohort_*",
    options,
    false,
    "Each COHORT is the folder of one, as tt-discover --into makes it."};

} // namespace tiktrack::tt_due
