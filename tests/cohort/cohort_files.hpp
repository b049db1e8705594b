// SPDX-License-Identifier: MIT
// A made-up cohort in a folder that goes away.
#pragma once

#include "support.hpp"
#include "tiktrack/cohort/folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tiktrack::support {

/// A cohort's folder with its charter.
struct cohort_files {
    explicit cohort_files(std::vector<double> timepoints = {0, 1}, std::string const& origin = "discovery")
        : at(cohort::folder_at(home / "cohort_a"))
    {
        cohort::charter of;
        of.id = "a";
        of.time_origin = origin;
        of.timepoints = std::move(timepoints);
        std::filesystem::create_directory(at.path);
        write_file(at.tracked_videos(), cohort::charter_line(of));
    }

    static void append(std::string const& path, std::string const& text)
    {
        std::ofstream(path, std::ios::binary | std::ios::app) << text;
    }
    void track(std::string const& id, std::int64_t discovered, std::string const& more = {}) const
    {
        append(at.tracked_videos(), "{\"video_id\":\"" + id + "\",\"discovered_timestamp\":" +
                                        std::to_string(discovered) + more + "}\n");
    }
    void record(std::string const& label, std::string const& id, std::string const& status, std::int64_t time,
                std::string const& more = {}) const
    {
        append(at.outcomes(label), "{\"video_id\":\"" + id + "\",\"timepoint\":\"" + label +
                                       "\",\"collection_timestamp\":" + std::to_string(time) +
                                       ",\"status\":\"" + status + "\",\"attempts\":1" + more + "}\n");
    }

    temporary_folder home;
    cohort::folder at;
};

} // namespace tiktrack::support
