// SPDX-License-Identifier: MIT
// Where the data goes: stdout, or the file that -o names.
#pragma once

#include "cli/signals.hpp"
#include "tiktrack/io/fd.hpp"
#include "tiktrack/io/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <system_error>

namespace tiktrack::cli {

/// Owns the output of a program.
class destination {
public:
    /// `path` as -o has it: empty or `-` is stdout. A device or a pipe is written to as it is, any other file
    /// beside its name; behind a symbolic link, beside the name that it points to. @throws std::system_error
    explicit destination(std::string const& path) : out_(choose(path, open_))
    {
        remember_temporary(out_.temporary());
    }
    destination(destination const&) = delete;
    destination& operator=(destination const&) = delete;
    ~destination() { remember_temporary({}); }

    [[nodiscard]] io::output& out() noexcept { return out_; }
    [[nodiscard]] bool is_beside() const noexcept { return !out_.temporary().empty(); }

    /// The last step: what is held is written and, unless it is `incomplete`, a file is put in its place.
    /// @throws std::system_error
    void finish(bool incomplete)
    {
        if (is_beside() && incomplete) return;
        out_.finish();
        remember_temporary({});
        // Some file systems say only here that they are full.
        if (auto const bad = open_.close()) throw std::system_error(bad, out_.name());
    }

private:
    static io::output choose(std::string const& path, io::fd& open)
    {
        if (path.empty() || path == "-") {
            open = io::fd(STDOUT_FILENO);
            return {STDOUT_FILENO, "stdout"};
        }
        struct stat about {};
        if (::stat(path.c_str(), &about) != 0) return io::output::beside(path);
        if (!S_ISREG(about.st_mode)) {
            open = io::open_file(path, O_WRONLY);
            return {open.get(), path};
        }
        bool const is_link = ::lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode);
        std::unique_ptr<char, void (*)(void*)> const real(::realpath(path.c_str(), nullptr), &std::free);
        return io::output::beside(is_link && real ? real.get() : path);
    }

    io::fd open_; // what is written to as it is; before the output that uses it
    io::output out_;
};

} // namespace tiktrack::cli
