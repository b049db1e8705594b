// SPDX-License-Identifier: MIT
// The three descriptors that every program counts on, also where it was started without them.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

namespace tiktrack::cli {

/// Fills descriptors 0 to 2 that are closed, so that no file of ours lands there. Each is filled the wrong
/// way round: reading such a stdin, or writing to such a stdout, is still the error that it was, EBADF.
inline void fill_standard_descriptors() noexcept
{
    for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(number, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null",
                         number == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest free number
}

} // namespace tiktrack::cli
