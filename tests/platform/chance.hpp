// SPDX-License-Identifier: MIT
// Chance that is a function of a seed and of what is asked about: the same in every run and in any order.
#pragma once

#include <concepts>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace tiktrack::stand_in {

/// Mixes the bits of a number (the last step of SplitMix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) noexcept
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
    x = (x ^ x >> 27) * 0x94d049bb133111eb;
    return x ^ x >> 31;
}

/// A stream of numbers that belongs to a seed and some names or numbers, e.g. `chance(seed, "video", 7)`.
class chance {
public:
    template <class... Parts>
    explicit constexpr chance(std::uint64_t seed, Parts const&... parts) noexcept : state_(mixed(seed + step))
    {
        (add(parts), ...);
    }

    /// The next 64 bits.
    constexpr std::uint64_t next() noexcept { return mixed(state_ += step); }

    /// 0 to `sides` - 1.
    constexpr std::uint64_t roll(std::uint64_t sides) noexcept { return next() % sides; }

    /// 0 up to, not including, 1.
    constexpr double unit() noexcept { return static_cast<double>(next() >> 11) * 0x1p-53; }

    /// `from` up to, not including, `to`.
    constexpr double between(double from, double to) noexcept { return from + (to - from) * unit(); }

    constexpr bool once_in(std::uint64_t times) noexcept { return roll(times) == 0; }

    template <class List>
    constexpr auto const& one_of(List const& list) noexcept
    {
        return list[static_cast<std::size_t>(roll(std::size(list)))];
    }

private:
    static constexpr std::uint64_t step = 0x9e3779b97f4a7c15;

    constexpr void add(std::string_view text) noexcept
    {
        for (char const c : text) state_ = mixed(state_ ^ static_cast<unsigned char>(c)) + step;
        state_ = mixed(state_ + text.size());
    }

    constexpr void add(std::integral auto number) noexcept
    {
        state_ = mixed(state_ ^ static_cast<std::uint64_t>(number)) + step;
    }

    std::uint64_t state_;
};

} // namespace tiktrack::stand_in
