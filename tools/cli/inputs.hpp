// SPDX-License-Identifier: MIT
// The inputs that the operands of a program name.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/io/fd.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace tiktrack::cli {

/// What an operand is called in messages: its own name, and `stdin` for `-`.
[[nodiscard]] inline std::string shown_name(std::string const& operand)
{
    return operand == "-" ? "stdin" : operand;
}

/// Opens what an operand names; stdin is lent. A pipe that nobody writes to yet is open at once: only reading
/// it waits, where a signal can end that. @throws std::system_error
[[nodiscard]] inline io::fd open_input(std::string const& operand)
{
    if (operand == "-") return io::fd(STDIN_FILENO, false);
    auto file = io::open_file(operand, O_RDONLY | O_NONBLOCK);
    ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) & ~O_NONBLOCK);
    return file;
}

/// Whether an error speaks of the file `name`: io begins its errors with the name of what failed.
[[nodiscard]] inline bool speaks_of(std::system_error const& error, std::string const& name)
{
    return std::string_view(error.what()).starts_with(name + ": ");
}

/// Refuses to write to a file that is also read: it would grow under its reader's eyes.
/// Only regular files can be so. @throws failure(usage)
inline void refuse_own_output(int output, std::vector<std::string> const& operands)
{
    struct stat to {};
    if (::fstat(output, &to) != 0 || !S_ISREG(to.st_mode) ||
        (::fcntl(output, F_GETFL) & O_ACCMODE) == O_RDONLY)
        return;
    for (auto const& operand : operands) {
        struct stat from {};
        int const bad = operand == "-" ? ::fstat(STDIN_FILENO, &from) : ::stat(operand.c_str(), &from);
        if (bad == 0 && from.st_dev == to.st_dev && from.st_ino == to.st_ino)
            throw failure(failure_kind::usage,
                          shown_name(operand) + ": is the output, too; write to another file, or replace it "
                                                "with -o once the new one is whole");
    }
}

} // namespace tiktrack::cli
