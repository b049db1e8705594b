// SPDX-License-Identifier: MIT
// What makes going on pointless: an exception with its kind, which a program maps to an exit code.
#pragma once

#include <stdexcept>
#include <string>

namespace tiktrack {

/// Why a whole run has to end. Each kind has one exit code (see `exit_code`).
enum class failure_kind {
    usage,       ///< an option or its value is wrong
    data,        ///< input that cannot be used at all
    unreachable, ///< no source answers
    io,          ///< a file cannot be read or written
    later,       ///< asked to stay away, or another run holds the lock
    credentials  ///< missing or refused
};

/// Thrown where going on is pointless; `what()` is a sentence for the user, with the place and what to do.
struct failure : std::runtime_error {
    failure(failure_kind why, std::string const& sentence) : std::runtime_error(sentence), kind(why) {}
    failure_kind kind;
};

/// One that is not for the rest of an input alone: what was made of all inputs so far is no use, either.
struct run_failure : failure {
    using failure::failure;
};

/// The exit code of a failure, as `sysexits.h` numbers them.
[[nodiscard]] constexpr int exit_code(failure_kind kind) noexcept
{
    switch (kind) {
    case failure_kind::usage: return 2;
    case failure_kind::data: return 65;
    case failure_kind::unreachable: return 69;
    case failure_kind::io: return 74;
    case failure_kind::later: return 75;
    case failure_kind::credentials: return 77;
    }
    return 74;
}

} // namespace tiktrack
