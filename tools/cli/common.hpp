// SPDX-License-Identifier: MIT
// The settings and options that every program has.
#pragma once

#include "cli/kinds.hpp"
#include "cli/option.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace tiktrack::cli {

/// What a program's own `struct settings : cli::common_settings` begins with.
struct common_settings {
    std::string output;                ///< empty or `-`: stdout
    bool strict = false;               ///< whether the first bad line ends the run
    std::uint64_t max_line = 64 * MiB; ///< longest line that is read, in bytes
    std::optional<bool> progress;      ///< nothing: where stderr is a terminal
};

template <class Settings>
inline constexpr auto common_options = std::to_array<option<Settings>>({
    {"output", "FILE", "write to FILE, beside it first and renamed once it is whole",
     into<&Settings::output, text>, "stdout", place::command_line, 'o'},
    {"strict", "", "stop at the first bad line", on<&Settings::strict>},
    {"max-line", "SIZE", "refuse lines that are longer", into<&Settings::max_line, size<1, 64 * GiB>>},
    {"progress", "", "show a progress line on stderr", on<&Settings::progress>, "on a terminal"},
    {"no-progress", "", "show none", off<&Settings::progress>},
    {"help", "", "print this help", asked, {}, place::command_line, 'h'},
    {"version", "", "print the version", asked, {}, place::command_line},
});

/// The line for programs that ask for the time, which have a member `std::optional<instant> now`.
template <class Settings>
inline constexpr option<Settings> now_option = {"now", "TIME",
                                                "start the clock at TIME; real time runs on from it",
                                                into<&Settings::now, moment>, "the system's clock"};

} // namespace tiktrack::cli
