// SPDX-License-Identifier: MIT
// The time of day, as the system has it or as the user says.
#pragma once

#include "tiktrack/base/instant.hpp"

#include <chrono>
#include <optional>

namespace tiktrack::cli {

/// Tells the time. One that is started at an instant runs on from there with real time, whatever happens to
/// the system's clock.
class clock {
public:
    explicit clock(std::optional<instant> start = {})
        : start_(start), started_(std::chrono::steady_clock::now())
    {
    }

    [[nodiscard]] instant now() const
    {
        using std::chrono::floor, std::chrono::seconds;
        if (!start_) return floor<seconds>(std::chrono::system_clock::now());
        return *start_ + floor<seconds>(std::chrono::steady_clock::now() - started_);
    }

private:
    std::optional<instant> start_;
    std::chrono::steady_clock::time_point started_;
};

} // namespace tiktrack::cli
