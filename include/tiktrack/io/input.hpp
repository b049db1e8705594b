// SPDX-License-Identifier: MIT
// Reads a file as it was when it was opened, and notices when somebody changed it meanwhile.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/io/fd.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace tiktrack::io {

/// Called before each read with the descriptor: may wait for it to become readable, and throw to end that.
using wait_to_read = void (*)(int);

/// A file, a pipe or a terminal to read from; the descriptor stays the caller's. What is appended to a file
/// that has a size after this was made is not read.
class input {
public:
    /// @throws std::system_error
    input(int number, std::string name, wait_to_read wait = nullptr)
        : number_(number), name_(std::move(name)), wait_(wait)
    {
        if (::fstat(number_, &before_) != 0) throw_errno(name_);
        if (!has_size()) return;
        auto const at = ::lseek(number_, 0, SEEK_CUR);
        if (at < 0) throw_errno(name_);
        left_ = before_.st_size > at ? static_cast<std::uint64_t>(before_.st_size - at) : 0;
    }

    /// Reads up to `size` bytes; 0 is the end. @throws std::system_error
    [[nodiscard]] std::size_t read(char* to, std::size_t size)
    {
        auto const wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, left_));
        if (wanted == 0) return 0;
        if (wait_ != nullptr) wait_(number_);
        auto const got = read_some(number_, to, wanted, name_);
        if (has_size()) left_ -= got;
        return got;
    }

    /// To be called when all was read. @throws failure where the file shrank or was written anew meanwhile
    void check_unchanged() const { check_unchanged(number_); }

    /// The same by another descriptor of the file.
    void check_unchanged(int number) const
    {
        struct stat after {};
        if (!has_size() || ::fstat(number, &after) != 0) return;
        bool const shrank = after.st_size < before_.st_size;
        bool const rewritten =
            after.st_size == before_.st_size && (after.st_mtim.tv_sec != before_.st_mtim.tv_sec ||
                                                 after.st_mtim.tv_nsec != before_.st_mtim.tv_nsec);
        if (shrank || rewritten)
            throw failure(failure_kind::io, name_ + (shrank ? ": shrank" : ": was written anew") +
                                                " while it was read; run again when it rests");
    }

    /// Whether it is a file with a size: a regular one that is not empty. Those that the kernel makes up, as
    /// in /proc, look empty, whatever can be read from them.
    [[nodiscard]] bool has_size() const noexcept { return S_ISREG(before_.st_mode) && before_.st_size > 0; }
    /// Bytes that are left to read of a file that has a size; the largest number for anything else.
    [[nodiscard]] std::uint64_t left() const noexcept { return left_; }
    [[nodiscard]] int descriptor() const noexcept { return number_; }
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// When the file was last written, in Unix seconds.
    [[nodiscard]] std::int64_t modified() const noexcept { return before_.st_mtim.tv_sec; }

private:
    int number_;
    std::string name_;
    wait_to_read wait_;
    struct stat before_ {};
    std::uint64_t left_ = std::numeric_limits<std::uint64_t>::max();
};

} // namespace tiktrack::io
