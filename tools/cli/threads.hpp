// SPDX-License-Identifier: MIT
// How many threads a program uses when it is not told.
#pragma once

#include <sched.h>

#include <algorithm>

namespace tiktrack::cli {

/// The cores that this process may use, at most 4: beyond that the disk is the limit.
[[nodiscard]] inline unsigned default_threads()
{
    cpu_set_t usable;
    if (::sched_getaffinity(0, sizeof usable, &usable) != 0) return 1;
    return static_cast<unsigned>(std::clamp(CPU_COUNT(&usable), 1, 4));
}

/// The same in words, for the help and the manual, which are alike on every machine.
inline constexpr char const* default_threads_words = "the number of cores, at most 4";

} // namespace tiktrack::cli
