// SPDX-License-Identifier: MIT
// When the stand-in refuses: in bursts on its own clock, or at any request, at a rate, from a seed.
#pragma once

#include "chance.hpp"
#include "faults.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace tiktrack::stand_in {

/// How often, for how long and with what it refuses.
struct mood {
    double rate = 0;   ///< 0 to 1
    double burst = 30; ///< seconds of its world; 0: each request is judged by itself
    std::vector<fault_kind const*> kinds = {fault_named("overload")};
};

/// What is done to a request; nullptr: it is answered.
/// @param now seconds of the world @param number of the request, from 0
[[nodiscard]] inline fault_kind const* refusal(mood const& of, std::uint64_t seed, double now,
                                               std::uint64_t number)
{
    if (of.kinds.empty()) return nullptr;
    bool const bursts = of.burst > 0;
    auto const window = bursts ? static_cast<std::int64_t>(std::floor(now / of.burst)) : 0;
    chance weather(seed, "mood", window, bursts ? 0 : number);
    if (weather.unit() >= of.rate) return nullptr;
    chance by(seed, "refusal", number);
    return by.one_of(of.kinds);
}

/// What "all" means for the kinds of a mood: the refusals that the real platform is known for.
inline constexpr std::string_view usual_refusals =
    "overload,too-many,empty,waiting,shell,other-video,error-500,error-502";

/// Reads `overload,empty`, or `all`. @throws std::invalid_argument that names what is no fault
[[nodiscard]] inline std::vector<fault_kind const*> read_kinds(std::string_view text)
{
    if (text == "all") text = usual_refusals;
    std::vector<fault_kind const*> kinds;
    while (!text.empty()) {
        auto const name = text.substr(0, text.find(','));
        text.remove_prefix(std::min(name.size() + 1, text.size()));
        auto const* const kind = fault_named(name);
        if (kind == nullptr) throw std::invalid_argument("no fault is called \"" + std::string(name) + '"');
        kinds.push_back(kind);
    }
    return kinds;
}

} // namespace tiktrack::stand_in
