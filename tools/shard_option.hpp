// SPDX-License-Identifier: MIT
// One of several parts as the value of an option.
#pragma once

#include "cli/kinds.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// One of several parts, counted from 1.
struct shard {
    std::uint64_t number = 1, of = 1;
};

/// `2/4`, a shard.
struct shard_name {
    static std::optional<shard> read(std::string_view given)
    {
        using part = cli::whole<1, 1'000'000>;
        auto const slash = given.find('/');
        if (slash == given.npos) return {};
        auto const number = part::read(given.substr(0, slash)), of = part::read(given.substr(slash + 1));
        if (!number || !of || *number > *of) return {};
        return shard{static_cast<std::uint64_t>(*number), static_cast<std::uint64_t>(*of)};
    }
    static std::string show(shard held)
    {
        return std::to_string(held.number) + '/' + std::to_string(held.of);
    }
    static std::string allowed() { return "K/N with K from 1 to N, and N up to 1000000"; }
};

} // namespace tiktrack
