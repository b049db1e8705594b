// SPDX-License-Identifier: MIT
// The folder of a cohort: whether it is one, and where its files lie.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/cohort/charter.hpp"
#include "tiktrack/io/fd.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace tiktrack::cohort {

/// What the names of cohorts' folders begin with; the cohort's id follows.
inline constexpr std::string_view folder_prefix = "cohort_";

/// Where the files of a cohort lie.
struct folder {
    std::string path; ///< as the user named it, without a slash at the end

    [[nodiscard]] std::string tracked_videos() const { return path + "/tracked_videos.jsonl"; }
    [[nodiscard]] std::string outcomes(std::string const& label) const
    {
        return path + '/' + label + ".jsonl";
    }
    [[nodiscard]] std::string archives() const { return path + "/raw"; }
    [[nodiscard]] std::string archive(std::string const& label) const
    {
        return path + '/' + archive_name(label);
    }
    /// As `raw_ref` has it.
    [[nodiscard]] static std::string archive_name(std::string const& label)
    {
        return "raw/" + label + ".warc.gz";
    }
    [[nodiscard]] std::string lock() const { return path + "/.lock"; }
    [[nodiscard]] std::string ledger() const { return path + "/.ledger"; }
    [[nodiscard]] std::string mended() const { return path + "/.mended"; }
};

/// A folder as the user named it.
[[nodiscard]] inline folder folder_at(std::string path)
{
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return {std::move(path)};
}

/// The id of the cohort that a folder of this name holds: what follows `cohort_`; nothing where the name
/// does not begin so.
[[nodiscard]] inline std::optional<std::string> id_from_name(folder const& of)
{
    auto name = std::filesystem::absolute(of.path).lexically_normal();
    if (!name.has_filename()) name = name.parent_path();
    auto const text = name.filename().string();
    if (!text.starts_with(folder_prefix) || text.size() == folder_prefix.size()) return {};
    return text.substr(folder_prefix.size());
}

/// Whether there is a cohort, as far as the names of files tell.
[[nodiscard]] inline bool is_cohort(folder const& of)
{
    std::error_code unknown;
    return std::filesystem::exists(of.tracked_videos(), unknown);
}

/// The charter of the cohort in a folder, and the length of its line with its end, where the videos begin.
struct chartered {
    cohort::charter charter;
    std::uint64_t line_size = 0;
};

/// Reads the charter. @throws failure: usage where the folder is no cohort, data where the charter is damaged
/// or of a newer schema; std::system_error where it cannot be read
[[nodiscard]] inline chartered open_cohort(folder const& of)
{
    auto const path = of.tracked_videos();
    std::error_code unknown;
    auto const kind = std::filesystem::status(of.path, unknown);
    auto const none = [&](std::string const& why) {
        throw failure(failure_kind::usage,
                      of.path + ": " + why + "; tt-discover --into FOLDER makes a cohort");
    };
    if (kind.type() == std::filesystem::file_type::not_found) none("there is no such folder");
    if (kind.type() == std::filesystem::file_type::regular) none("is a file, no cohort's folder");
    io::fd file;
    try {
        file = io::open_file(path, O_RDONLY);
    } catch (std::system_error const& error) {
        if (error.code() != std::errc::no_such_file_or_directory) throw;
        none("is no cohort, since it holds no tracked_videos.jsonl");
    }
    constexpr std::size_t longest = std::size_t{1} << 20;
    std::string line;
    auto end = line.npos;
    while (end == line.npos && line.size() < longest) {
        auto const before = line.size();
        line.resize(before + 4096);
        auto const got = io::read_some(file.get(), line.data() + before, 4096, path);
        line.resize(before + got);
        end = line.find('\n', before);
        if (got == 0) none("its charter was not written whole");
    }
    if (end == line.npos) none("is no cohort, since tracked_videos.jsonl does not begin with a charter");
    return {read_charter(std::string_view(line).substr(0, end), path), end + 1};
}

} // namespace tiktrack::cohort
