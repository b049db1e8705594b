// SPDX-License-Identifier: MIT
// How far the archives of a cohort were found whole before, so that what lies behind the last outcome (lists
// of videos, above all) is not read again by every run. Derived: it can be deleted, and is never the truth.
#pragma once

#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/io/output.hpp"

#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <system_error>

namespace tiktrack::cohort {

/// A timepoint as it was when everything fitted: every outcome up to there had its line.
struct mended_so_far {
    std::uint64_t lines = 0;   ///< bytes of the file of lines
    std::uint64_t archive = 0; ///< bytes of the archive, all of them on the disk
};

/// What is known of each timepoint, in a small file of the cohort's folder. For whoever holds the lock.
class mended {
public:
    explicit mended(folder const& of) : path_(of.mended())
    {
        std::ifstream from(path_);
        mended_so_far each;
        for (std::string label; from >> label >> each.lines >> each.archive;) all_[label] = each;
    }

    /// Where reading may begin in an archive of that size, where the lines are as long as that; nothing where
    /// nothing is known of that.
    [[nodiscard]] std::optional<std::uint64_t> place(std::string const& label, mended_so_far const& now) const
    {
        auto const known = all_.find(label);
        if (known == all_.end() || known->second.lines != now.lines || known->second.archive > now.archive)
            return {};
        return known->second.archive;
    }

    /// A folder that cannot be written goes without.
    void keep(std::string const& label, mended_so_far const& now)
    {
        all_[label] = now;
        try {
            auto to = io::output::beside(path_);
            for (auto const& [name, each] : all_)
                to.write(name + ' ' + std::to_string(each.lines) + ' ' + std::to_string(each.archive) + '\n');
            to.finish();
        } catch (std::system_error const&) { // the next run reads more than it need
        }
    }

private:
    std::string path_;
    std::map<std::string, mended_so_far> all_;
};

} // namespace tiktrack::cohort
