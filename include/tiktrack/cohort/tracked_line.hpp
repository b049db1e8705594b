// SPDX-License-Identifier: MIT
// The line of a tracked video, where the ledger says that it stands.
#pragma once

#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/cohort/tracked_row.hpp"
#include "tiktrack/io/fd.hpp"

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
        // Fewer bytes where the list shrank meanwhile.
        line_.resize(io::read_at(file_.get(), line_.data(), line_.size(), row.line_at, path_));
        return line_;
    }

private:
    std::string path_;
    io::fd file_;
    std::string line_;
};

} // namespace tiktrack::cohort
