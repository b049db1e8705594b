// SPDX-License-Identifier: MIT
// The label of a timepoint as the value of an option.
#pragma once

#include "cli/kinds.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// `hour_` and a number in its shortest form.
struct timepoint_label {
    static std::optional<std::string> read(std::string_view given)
    {
        using hours = cli::decimal<0, 1000000>;
        if (!given.starts_with("hour_")) return {};
        auto const number = hours::read(given.substr(5));
        if (!number || hours::show(*number) != given.substr(5)) return {};
        return std::string(given);
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "hour_N with N in its shortest form (hour_6, hour_0.5)"; }
};

} // namespace tiktrack
