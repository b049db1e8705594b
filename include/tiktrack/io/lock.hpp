// SPDX-License-Identifier: MIT
// The kernel's lock on a file: one writer at a time, and no lock outlives its process.
#pragma once

#include "tiktrack/io/fd.hpp"

#include <sys/file.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <utility>

namespace tiktrack::io {

/// Holds the lock of a file (move-only), in which the holder's process number stands. It ends with this
/// object, and with its process whichever way that ends.
class lock {
public:
    /// Takes it, if nobody has it; the file is made where there is none. Does not wait.
    /// @throws std::system_error with the path, also where the folder cannot be written
    [[nodiscard]] static std::optional<lock> try_take(std::string const& path)
    {
        auto file = open_file(path, O_RDWR | O_CREAT);
        while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) return {};
            if (errno != EINTR) throw_errno(path);
        }
        auto const mine = std::to_string(::getpid()) + '\n';
        if (::ftruncate(file.get(), 0) != 0) throw_errno(path);
        write_all(file.get(), mine.data(), mine.size(), path);
        return lock(std::move(file));
    }

    /// The process that wrote its number into the file last, as it stands there; empty where none does.
    /// @throws std::system_error with the path
    [[nodiscard]] static std::string holder(std::string const& path)
    {
        auto const file = open_file(path, O_RDONLY);
        std::array<char, 24> text{};
        std::string number(text.data(), read_some(file.get(), text.data(), text.size(), path));
        return number.substr(0, number.find('\n'));
    }

private:
    explicit lock(fd file) noexcept : file_(std::move(file)) {}

    fd file_;
};

} // namespace tiktrack::io
