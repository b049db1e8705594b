// SPDX-License-Identifier: MIT
// Timepoints as the values of options: hours, a label.
#pragma once

#include "cli/kinds.hpp"
#include "tiktrack/model/timepoint.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// The hours of a timepoint.
struct timepoint_hours {
    static std::optional<double> read(std::string_view given)
    {
        auto const hours = cli::decimal<0, most_hours>::read(given);
        return hours && is_timepoint(*hours) ? hours : std::nullopt;
    }
    static std::string show(double held) { return shortest_decimal(held); }
    static std::string allowed()
    {
        return "a number of hours, 0 or from a second to " + std::to_string(most_hours);
    }
};

/// The label of a timepoint.
struct timepoint_label {
    static std::optional<std::string> read(std::string_view given)
    {
        if (!is_label(given)) return {};
        return std::string(given);
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "hour_N with N in its shortest decimal (hour_6, hour_0.5)"; }
};

} // namespace tiktrack
