// SPDX-License-Identifier: MIT
// Archives of tests: made-up exchanges, what stands in a file, and a disk without room.
#pragma once

#include "../support.hpp"

#include "tiktrack/cohort/archive.hpp"
#include "tiktrack/cohort/archive_reader.hpp"

#include <sys/resource.h>

#include <csignal>
#include <cstdint>
#include <string>
#include <vector>

namespace tiktrack::support {

inline std::string const request = "GET /embed/v2/1 HTTP/1.1\r\nHost: site.example\r\n\r\n",
                         response = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\na page",
                         address = "https://site.example/embed/v2/1";

/// 2026-11-23T12:00:00Z.
inline constexpr std::int64_t unix_noon = 1795435200;

/// How the archive of hour_1 in a folder is written.
inline cohort::archive_settings archive_in(temporary_folder const& folder, std::string options = "--delay 2")
{
    return {folder / "hour_1.warc.gz", "20261123_120000", "hour_1.warc.gz", std::move(options)};
}

/// All records of an archive, and what stands behind them.
struct archive_content {
    explicit archive_content(std::string const& path, std::uint64_t from = 0)
    {
        cohort::archive_reader reader(path);
        end = reader.walk(from, [&](cohort::archived& each) { records.push_back(std::move(each)); });
    }
    [[nodiscard]] std::vector<std::string> types() const
    {
        std::vector<std::string> made;
        for (auto const& each : records) made.emplace_back(each.record.field("WARC-Type"));
        return made;
    }
    std::vector<cohort::archived> records;
    cohort::archived end;
};

/// While it lives, no file can grow beyond so many bytes.
class full_disk {
public:
    explicit full_disk(std::uint64_t size)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit const now{size, before_.rlim_max};
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    full_disk(full_disk const&) = delete;
    full_disk& operator=(full_disk const&) = delete;
    ~full_disk()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

} // namespace tiktrack::support
