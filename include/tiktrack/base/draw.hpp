// SPDX-License-Identifier: MIT
// Chance without a state: a pure function of a seed, a name and a number, the same on any machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace tiktrack {

/// 64 bits that look random and depend on nothing but the arguments: FNV-1a over the name, mixed by the
/// finaliser of SplitMix64 (Steele, Lea, Flood 2014).
[[nodiscard]] constexpr std::uint64_t draw_bits(std::uint64_t seed, std::string_view name,
                                                std::uint64_t number) noexcept
{
    auto const mixed = [](std::uint64_t z) {
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    };
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char const c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    constexpr std::uint64_t step = 0x9e3779b97f4a7c15u;
    return mixed(mixed(mixed(seed + step) ^ hash) + (number + 1) * step);
}

/// A number from 0 to just below 1.
[[nodiscard]] constexpr double draw(std::uint64_t seed, std::string_view name, std::uint64_t number) noexcept
{
    return static_cast<double>(draw_bits(seed, name, number) >> 11) * 0x1p-53;
}

} // namespace tiktrack
