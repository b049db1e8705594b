// SPDX-License-Identifier: MIT
// How long to wait after a failure that is no refusal: a broken connection, a server that stumbled.
#pragma once

#include "tiktrack/base/draw.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace tiktrack::fetch {

/// The wait after so many failures in a row before (0: the first): it doubles each time, up to a minute, and
/// gets up to a quarter more, by chance, so that many runs do not come back at one moment.
/// @param name a number that is another one for each video
[[nodiscard]] inline std::chrono::milliseconds patience(std::chrono::milliseconds first, unsigned failures,
                                                        std::uint64_t seed, std::uint64_t name)
{
    constexpr std::chrono::milliseconds most{60'000};
    auto const wait = std::min(most, first * (1 << std::min(failures, 10u)));
    auto const jitter = 1 + draw(seed + name, "retry", failures) / 4;
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(wait.count()) * jitter));
}

} // namespace tiktrack::fetch
