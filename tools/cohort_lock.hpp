// SPDX-License-Identifier: MIT
// The lock of a cohort, for programs that write to it.
#pragma once

#include "cli/pipe.hpp"
#include "cli/signals.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/io/lock.hpp"

#include <poll.h>

#include <chrono>
#include <string>

namespace tiktrack {

/// Takes the lock. @param wait how long to wait for another run that has it
/// @throws failure (later) where it still has it then; cli::stopped where the user asks for an end meanwhile;
/// std::system_error where the folder cannot be written
[[nodiscard]] inline io::lock lock_cohort(cohort::folder const& of, std::chrono::milliseconds wait,
                                          cli::pipe& io)
{
    using clock = std::chrono::steady_clock;
    auto const end = clock::now() + wait;
    for (bool told = false;;) {
        if (auto held = io::lock::try_take(of.lock())) return std::move(*held);
        auto const other = "another run (process " + io::lock::holder(of.lock()) + ") works on " + of.path;
        if (clock::now() >= end)
            throw failure(failure_kind::later, other + "; try again later, or wait for it, as in --wait 10m");
        if (!told) io.say(other + "; waiting for it");
        told = true;
        pollfd stop{cli::stop_descriptor(), POLLIN, 0};
        (void)::poll(&stop, 1, 100);
        if (io.stop()) throw cli::stopped{};
    }
}

} // namespace tiktrack
