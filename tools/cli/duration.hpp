// SPDX-License-Identifier: MIT
// Lengths of time as values of options: 90s, 1.5h, 250ms; a number alone is of seconds.
#pragma once

#include "cli/kinds.hpp"
#include "tiktrack/base/number.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::cli {

/// A length of time within a range of milliseconds.
template <std::int64_t Low, std::int64_t High>
struct duration {
    static std::optional<std::chrono::milliseconds> read(std::string_view given)
    {
        for (auto const& [name, size] : units) {
            if (!given.ends_with(name)) continue;
            auto const number = parse_number<double>(given.substr(0, given.size() - name.size()));
            if (!number || !(*number >= 0)) return {};
            double const all = std::round(*number * static_cast<double>(size));
            if (!(all >= static_cast<double>(Low) && all <= static_cast<double>(High))) return {};
            return std::chrono::milliseconds(static_cast<std::int64_t>(all));
        }
        return {};
    }

    static std::string show(std::chrono::milliseconds held)
    {
        auto const count = held.count();
        for (auto const& [name, size] : largest_first)
            if (count != 0 && count % size == 0) return std::to_string(count / size) + std::string(name);
        return "0s";
    }

    static std::string allowed()
    {
        return "a time from " + show(std::chrono::milliseconds(Low)) + " to " +
               show(std::chrono::milliseconds(High)) + "; ms, s, m, h, d (s where none is said)";
    }

private:
    struct unit {
        std::string_view name;
        std::int64_t size; ///< in milliseconds
    };
    // `ms` comes before the `s` and the `m` that it holds; the empty name comes last.
    static constexpr auto units = std::to_array<unit>(
        {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"", 1000}});
    static constexpr auto largest_first =
        std::to_array<unit>({{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}});
};

using up_to_an_hour = duration<0, std::chrono::milliseconds(std::chrono::hours(1)).count()>;
using up_to_a_day = duration<0, std::chrono::milliseconds(std::chrono::days(1)).count()>;
using up_to_ten_years = duration<0, std::chrono::milliseconds(std::chrono::days(3650)).count()>;

} // namespace tiktrack::cli
