// SPDX-License-Identifier: MIT
// Outcomes as they are written to a cohort so that no kill and no power cut loses one that was told: into the
// archive first, and into the file of lines once the archive is on the disk.
#pragma once

#include "tiktrack/cohort/archive.hpp"
#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/cohort/raw_ref.hpp"
#include "tiktrack/io/fd.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tiktrack::cohort {

/// For whoever holds the cohort's lock, after `repair`.
class journal {
public:
    /// @param options of this run, for the archive; no secret stands in it
    journal(folder at, std::string cohort_id, std::string options)
        : at_(std::move(at)), cohort_id_(std::move(cohort_id)), options_(std::move(options))
    {
    }

    /// Appends an exchange to the timepoint's archive. @throws as `archive_writer::append`
    exchange_ref keep(std::string const& label, std::string_view request, std::string_view response,
                      std::string_view url, std::int64_t now)
    {
        return of(label).archive.append(request, response, url, now);
    }

    /// `raw_ref` of the timepoint's next outcome. @throws as `keep`
    [[nodiscard]] std::string next_raw_ref(std::string const& label, std::int64_t now)
    {
        auto& archive = of(label).archive;
        archive.begin_run(now);
        return raw_ref({folder::archive_name(label), archive.size()});
    }

    /// Where the line of the timepoint's next outcome will stand in its file.
    [[nodiscard]] std::uint64_t next_place(std::string const& label) { return of(label).next; }

    /// Takes an outcome: what the archive is to hold of it goes there now, its line waits for `sync`.
    /// @param metadata JSON, of which the archive and its exchanges the line can be made again
    /// @throws as `archive_writer::append`; nothing is taken then
    void take(std::string const& label, std::string_view line, std::string_view metadata,
              std::vector<exchange_ref> const& from, std::string_view url, std::int64_t now)
    {
        auto& pair = of(label);
        (void)pair.archive.append_metadata(metadata, from, url, now);
        pair.waiting.emplace_back(line);
        pair.next += line.size();
        any_ = true;
    }

    /// Whether something was taken that is not on the disk yet.
    [[nodiscard]] bool waiting() const noexcept { return any_; }

    /// Returns when everything that was taken is on the disk; each line is one write.
    /// @throws std::system_error; lines that are not written then are made again by the next run
    void sync()
    {
        for (auto& [label, pair] : lanes_) {
            pair.archive.sync();
            if (pair.waiting.empty()) continue;
            auto const lines = std::exchange(pair.waiting, {});
            for (auto const& line : lines) append_line(pair, line);
            if (::fdatasync(pair.lines.get()) != 0) io::throw_errno(pair.path);
            if (std::exchange(pair.is_new, false)) io::sync_folder(at_.path);
        }
        any_ = false;
    }

private:
    /// A timepoint's file and archive.
    struct lane {
        std::string path;
        io::fd lines;
        bool is_new;
        std::uint64_t size; ///< of the file
        std::uint64_t next; ///< of the file, with what waits
        archive_writer archive;
        std::vector<std::string> waiting;
    };

    [[nodiscard]] lane& of(std::string const& label)
    {
        auto const there = lanes_.find(label);
        if (there != lanes_.end()) return there->second;
        std::filesystem::create_directories(at_.archives());
        auto const path = at_.outcomes(label), archive = at_.archive(label);
        auto lines = io::open_file(path, O_WRONLY | O_CREAT | O_APPEND);
        auto const size = io::size_of(lines.get(), path);
        std::error_code none;
        auto const archived = std::filesystem::file_size(archive, none);
        return lanes_
            .emplace(label, lane{path,
                                 std::move(lines),
                                 size == 0,
                                 size,
                                 size,
                                 archive_writer({archive, cohort_id_, label + ".warc.gz", options_},
                                                none ? 0 : archived),
                                 {}})
            .first->second;
    }

    static void append_line(lane& to, std::string_view line)
    {
        io::append_whole(to.lines.get(), line, to.size, to.path); // what stays torn, the next run cuts off
        to.size += line.size();
    }

    folder at_;
    std::string cohort_id_, options_;
    std::map<std::string, lane> lanes_;
    bool any_ = false;
};

} // namespace tiktrack::cohort
