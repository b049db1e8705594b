// SPDX-License-Identifier: MIT
// A made-up program with one option of each sort, and its family, to test what walks over option tables.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"
#include "cli/sheet.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/instant.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiktrack::cli::toy {

enum class colour { red, green };
inline constexpr auto colours = std::to_array<word<colour>>({{"red", colour::red}, {"green", colour::green}});

struct settings : common_settings {
    int threads = 3;
    double delay = 2;
    toy::colour colour = toy::colour::red;
    std::string label;
    std::vector<std::string> tags;
    std::vector<double> hours = {0, 1.5};
    bool header = true;
    bool raw = true;
    std::string token;
    std::optional<instant> now;
};

inline constexpr auto options = std::to_array<option<settings>>({
    {"threads", "N", "work with N threads", into<&settings::threads, whole<1, 64>>,
     "as many as there are cores"},
    {"delay", "SECONDS", "wait between requests", into<&settings::delay, decimal<0, 60>>},
    {"colour", "NAME", "paint it", into<&settings::colour, choice<colours>>},
    {"label", "TEXT", "call it .TEXT\\", into<&settings::label, text>},
    {"tag", "WORD", "look for it", each<&settings::tags, text>},
    {"hours", "LIST", "when", into<&settings::hours, list<decimal<0, 1000>>>},
    {"header", "YES|NO", "write a header", into<&settings::header, yes_no>},
    {"raw", "", "write raw", on<&settings::raw>},
    {"no-raw", "", "leave raw out", off<&settings::raw>},
    {"token", "TEXT", "the key to the door", into<&settings::token, text>, {}, place::secret},
    now_option<settings>,
});
inline constexpr about<settings> program = {"tt-toy", "play", "FILE", "tt-toy a\ntt-toy b", options};

struct other_settings : common_settings {
    std::string vantage;
};
inline constexpr auto other_options = std::to_array<option<other_settings>>({
    {"vantage", "PLACE", "where it was seen from", into<&other_settings::vantage, text>},
});
inline constexpr about<other_settings> other = {"tt-other", "look", "URL", "tt-other a", other_options, true};

inline std::vector<sheet> family() { return {sheet_of(program), sheet_of(other)}; }

/// What `work` says when it fails, with its exit code before it; empty where it does not fail.
template <class Work>
std::string refusal_of(Work&& work)
{
    try {
        work();
    } catch (failure const& end) {
        return std::to_string(exit_code(end.kind)) + ": " + end.what();
    }
    return {};
}

} // namespace tiktrack::cli::toy
