// SPDX-License-Identifier: MIT
// The line of a tracked video, where the ledger says that it stands.
#pragma once

#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/cohort/tracked_row.hpp"
#include "tiktrack/io/fd.hpp"

#include <cerrno>
#include <string>

namespace tiktrack::cohort {

/// Reads lines of a cohort's list of videos, one after the other.
class tracked_lines {
public:
    /// @throws std::system_error where the list cannot be read
    explicit tracked_lines(folder const& at)
        : path_(at.tracked_videos()), file_(io::open_file(path_, O_RDONLY))
    {
    }

    /// The video's line, without its end; valid until the next one. @throws std::system_error
    [[nodiscard]] std::string const& of(tracked_row const& row)
    {
        line_.resize(row.line_size);
        for (std::size_t had = 0; had < line_.size();) {
            auto const got = ::pread(file_.get(), line_.data() + had, line_.size() - had,
                                     static_cast<::off_t>(row.line_at + had));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) io::throw_errno(path_);
            if (got == 0) line_.resize(had); // it shrank meanwhile
            had += static_cast<std::size_t>(got);
        }
        return line_;
    }

private:
    std::string path_;
    io::fd file_;
    std::string line_;
};

} // namespace tiktrack::cohort
