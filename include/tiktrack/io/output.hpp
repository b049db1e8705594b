// SPDX-License-Identifier: MIT
// Buffered output onto a descriptor, or beside a file that it replaces when it is whole.
#pragma once

#include "tiktrack/io/fd.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::io {

/// Collects what is written and hands it on in large pieces. Nothing counts as written before `finish()`
/// returned: only then is success known. An output that is destroyed without it leaves no file behind.
class output {
public:
    /// Files are written from multiples of this to multiples of this: whole pages, which the system takes in
    /// larger parts (58 MB in texts of 75 KB: 10 ms, and 16 ms as they came).
    static constexpr std::size_t piece = 64 * 1024;

    /// Onto a descriptor that stays open, such as stdout; `name` is for error messages.
    output(int number, std::string name) : file_(number, false), name_(std::move(name)) {}

    /// Beside `path`, renamed to it by `finish()`. @throws std::system_error where it cannot be created, and
    /// where the path is something else than a regular file, which a renamed one would replace
    [[nodiscard]] static output beside(std::string const& path)
    {
        struct stat old {};
        bool const exists = ::stat(path.c_str(), &old) == 0;
        if (exists && !S_ISREG(old.st_mode)) {
            errno = S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
            throw_errno(path);
        }
        auto temporary = path + ".XXXXXX";
        int const number = ::mkostemp(temporary.data(), O_CLOEXEC);
        if (number < 0) throw_errno(path);
        ::mode_t mode = 0;
        if (exists) {
            mode = old.st_mode & 07777;
        } else {
            ::mode_t const mask = ::umask(0);
            ::umask(mask);
            mode = 0666 & ~mask;
        }
        (void)::fchmod(number, mode);
        output made(number, path);
        made.file_ = fd(number);
        made.temporary_ = std::move(temporary);
        return made;
    }

    output(output&& other) noexcept
        : file_(std::move(other.file_)), name_(std::move(other.name_)),
          temporary_(std::exchange(other.temporary_, {})), held_(std::move(other.held_)),
          written_(other.written_)
    {
    }
    output& operator=(output&&) = delete;
    ~output()
    {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }

    /// Takes text. @throws std::system_error when a piece cannot be written
    void write(std::string_view text)
    {
        if (!held_.empty() && held_.size() + text.size() >= left()) {
            auto const fits = left() - held_.size();
            held_.append(text.substr(0, fits));
            text.remove_prefix(fits);
            flush();
        }
        if (text.size() >= left()) { // nothing is held
            auto const whole = text.size() - (text.size() - left()) % piece;
            hand_on(text.substr(0, whole));
            text.remove_prefix(whole);
        }
        held_.append(text);
    }

    /// Hands on what is held. @throws std::system_error
    void flush()
    {
        hand_on(held_);
        held_.clear();
    }

    /// Hands on the rest, and puts a file that was written beside its name in its place (synced first).
    /// @throws std::system_error; the old file is untouched then
    void finish()
    {
        flush();
        if (temporary_.empty()) return;
        if (::fsync(file_.get()) != 0 && errno != EINVAL) throw_errno(name_);
        if (auto const bad = file_.close()) throw std::system_error(bad, name_);
        if (::rename(temporary_.c_str(), name_.c_str()) != 0) throw_errno(name_);
        temporary_.clear();
    }

    /// How many bytes were taken.
    [[nodiscard]] std::uint64_t taken() const noexcept { return written_ + held_.size(); }
    [[nodiscard]] int descriptor() const noexcept { return file_.get(); }
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// The file that is being written beside its final name; empty where there is none.
    [[nodiscard]] std::string const& temporary() const noexcept { return temporary_; }

private:
    void hand_on(std::string_view text)
    {
        write_all(file_.get(), text.data(), text.size(), name_);
        written_ += text.size();
    }
    /// From what was written to the next multiple.
    [[nodiscard]] std::size_t left() const noexcept { return piece - written_ % piece; }

    fd file_;
    std::string name_;
    std::string temporary_;
    std::string held_;
    std::uint64_t written_ = 0;
};

} // namespace tiktrack::io
