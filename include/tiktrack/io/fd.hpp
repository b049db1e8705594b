// SPDX-License-Identifier: MIT
// The one owner of a file descriptor, and the system calls on it with their errors as exceptions.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace tiktrack::io {

/// Owns a descriptor (move-only). One that was lent, such as stdin, is not closed.
class fd {
public:
    fd() = default;
    explicit fd(int number, bool owned = true) noexcept : number_(number), owned_(owned) {}
    fd(fd&& other) noexcept : number_(std::exchange(other.number_, -1)), owned_(other.owned_) {}
    fd& operator=(fd&& other) noexcept
    {
        std::swap(number_, other.number_);
        std::swap(owned_, other.owned_);
        return *this;
    }
    ~fd()
    {
        if (owned_ && number_ >= 0) ::close(number_);
    }

    [[nodiscard]] int get() const noexcept { return number_; }
    [[nodiscard]] explicit operator bool() const noexcept { return number_ >= 0; }

    /// Closes now and tells whether that went well: some file systems say only here that they are full.
    [[nodiscard]] std::error_code close() noexcept
    {
        int const old = std::exchange(number_, -1);
        if (old < 0 || !owned_ || ::close(old) == 0) return {};
        return {errno, std::generic_category()};
    }

private:
    int number_ = -1;
    bool owned_ = true;
};

/// Throws `std::system_error` for the current `errno`, naming what was being worked on.
[[noreturn]] inline void throw_errno(std::string const& what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// Opens a file. @throws std::system_error with the path; EISDIR for a directory opened to be read.
[[nodiscard]] inline fd open_file(std::string const& path, int flags, ::mode_t mode = 0666)
{
    int number = -1;
    do number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    while (number < 0 && errno == EINTR);
    if (number < 0) throw_errno(path);
    fd file(number);
    struct stat about {};
    if ((flags & O_ACCMODE) == O_RDONLY && ::fstat(number, &about) == 0 && S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        throw_errno(path);
    }
    return file;
}

/// The size of a file in bytes. @throws std::system_error
[[nodiscard]] inline std::uint64_t size_of(int number, std::string const& name)
{
    struct stat about {};
    if (::fstat(number, &about) != 0) throw_errno(name);
    return static_cast<std::uint64_t>(about.st_size);
}

/// Returns when the names in a folder are on the disk, as after a file was made there. @throws
/// std::system_error
inline void sync_folder(std::string const& path)
{
    int const number = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    fd const opened(number);
    if (number < 0 || (::fsync(number) != 0 && errno != EINVAL)) throw_errno(path);
}

/// Reads up to `size` bytes; 0 is the end. An interrupted call is made again. @throws std::system_error
[[nodiscard]] inline std::size_t read_some(int number, char* to, std::size_t size, std::string const& name)
{
    for (;;) {
        auto const got = ::read(number, to, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw_errno(name);
    }
}

/// Reads what stands at a place of a regular file, up to `size` bytes, and leaves the descriptor where it
/// stands. @return how many bytes that were: fewer only where the file ends @throws std::system_error
[[nodiscard]] inline std::size_t read_at(int number, char* to, std::size_t size, std::uint64_t at,
                                         std::string const& name)
{
    std::size_t had = 0;
    while (had < size) {
        auto const got = ::pread(number, to + had, size - had, static_cast<::off_t>(at + had));
        if (got == 0) break;
        if (got > 0)
            had += static_cast<std::size_t>(got);
        else if (errno != EINTR)
            throw_errno(name);
    }
    return had;
}

/// Writes all of it. @throws std::system_error
inline void write_all(int number, char const* from, std::size_t size, std::string const& name)
{
    while (size > 0) {
        auto const put = ::write(number, from, size);
        if (put < 0) {
            if (errno == EINTR) continue;
            throw_errno(name);
        }
        from += put;
        size -= static_cast<std::size_t>(put);
    }
}

/// Appends a text to a file of that size, in one piece. What of it could not be written whole is cut off
/// again, where that can be done. @throws std::system_error
inline void append_whole(int number, std::string_view text, std::uint64_t size, std::string const& name)
{
    try {
        write_all(number, text.data(), text.size(), name);
    } catch (std::system_error const&) {
        (void)!::ftruncate(number, static_cast<::off_t>(size));
        throw;
    }
}

} // namespace tiktrack::io
