// SPDX-License-Identifier: MIT
// How many requests were made lately, and how many of them were answered, from the ends of a cohort's files.
#pragma once

#include "tiktrack/cohort/appended.hpp"
#include "tiktrack/cohort/recorded.hpp"

#include <cstdint>
#include <string>

namespace tiktrack::cohort {

/// Requests of some time.
struct traffic {
    std::int64_t requests = 0;
    std::int64_t answers = 0; ///< of these, those that counted; the others were refused, or broke

    traffic& operator+=(traffic const& more) noexcept
    {
        requests += more.requests;
        answers += more.answers;
        return *this;
    }
};

/// The requests of outcomes that were collected from `since` on, Unix seconds. Outcomes stand in the order in
/// which they became known, so only the end of the file is read, and at most 64 MiB of it.
/// @param path of a timepoint's file, which need not be there @throws std::system_error
[[nodiscard]] inline traffic traffic_since(std::string const& path, std::int64_t since)
{
    appended const file(path);
    constexpr std::uint64_t most = std::uint64_t{64} << 20;
    for (std::uint64_t length = std::uint64_t{256} << 10;; length *= 4) {
        bool const whole = length >= file.size();
        read_so_far so_far;
        if (!whole) so_far.size = file.line_behind(file.size() - length);
        traffic made;
        bool reaches = whole; // to before that time
        record_reader reader;
        std::string why;
        file.read_on(
            so_far, reader,
            [&](record const& of, auto&&...) {
                auto const what = recorded_of(of, why);
                if (!what) return;
                if (what->time < since)
                    reaches = true;
                else
                    made += {what->requests, what->answers};
            },
            [](fault const&) {});
        if (reaches || length >= most) return made;
    }
}

} // namespace tiktrack::cohort
