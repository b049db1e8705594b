// SPDX-License-Identifier: MIT
// What a program's exit code says, and which one wins where several apply.
#pragma once

#include "tiktrack/base/failure.hpp"

#include <array>
#include <string_view>

namespace tiktrack::cli {

inline constexpr int partly_done = 1;
inline constexpr int stopped_by = 128; ///< plus the signal's number

/// One exit code. The higher rank wins.
struct exit_meaning {
    int code;
    int rank;
    bool only_fetching; ///< belongs to programs that ask a platform
    std::string_view meaning;
};

inline constexpr auto exit_codes = std::to_array<exit_meaning>({
    {0, 0, false, "done"},
    {partly_done, 1, false,
     "done, but some of the input was left out, or is to be tried again; stderr says what"},
    {exit_code(failure_kind::usage), 7, false, "usage: an unknown option or a value that is not allowed"},
    {exit_code(failure_kind::data), 2, false, "input that cannot be used; with --strict, any bad line"},
    {exit_code(failure_kind::unreachable), 4, true, "the source cannot be reached at all"},
    {exit_code(failure_kind::io), 5, false, "a file could not be read or written"},
    {exit_code(failure_kind::later), 3, true, "later: asked to stay away, or another run holds the lock"},
    {exit_code(failure_kind::credentials), 6, true, "credentials are missing or were refused"},
    {stopped_by + 2, 8, false, "stopped by SIGINT, after the current line"},
    {stopped_by + 15, 8, false, "stopped by SIGTERM, after the current line"},
});

/// The one of two exit codes that is to be told.
[[nodiscard]] constexpr int worse(int one, int other)
{
    auto const rank = [](int code) {
        for (auto const& known : exit_codes)
            if (known.code == code) return known.rank;
        return 0;
    };
    return rank(other) > rank(one) ? other : one;
}

} // namespace tiktrack::cli
