// SPDX-License-Identifier: MIT
// Something wrong at one place of the input: said, counted, and survived.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace tiktrack {

/// How much a fault costs.
enum class severity {
    note,    ///< worth saying once; nothing is lost and the exit code stays
    warning, ///< the line counts, but something in it is odd; the exit code stays
    bad_line ///< the line (or the answer) was left out; counted, and the exit code is 1
};

/// One fault with its place. `line` and `column` count from 1; 0 means that the place has none.
struct fault {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string why;
    severity weight = severity::bad_line;
};

/// Where faults go. The library never prints; whoever calls it decides.
using fault_sink = std::function<void(fault const&)>;

/// Tells a fault that was found in a part of a file: its line counts from the part's start.
inline void tell_in_file(fault found, std::string const& file, std::uint64_t lines_before,
                         fault_sink const& to)
{
    found.file = file;
    found.line += lines_before;
    to(found);
}

} // namespace tiktrack
