// SPDX-License-Identifier: MIT
// Derived numbers as text: at most 10 significant digits, fixed notation, the same bytes on any machine.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace tiktrack {

namespace detail {

inline constexpr double powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                           1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                           1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// `value` (> 0) as a ten-digit whole number and the power of ten of its first digit; false where a rounding
/// error could decide the last digit, or where the powers that doubles hold exactly do not reach.
[[nodiscard]] inline bool ten_digits(double value, std::uint64_t& digits, int& exponent) noexcept
{
    if (!(value >= 1e-12 && value < 1e19)) return false;
    int power = 0;
    if (value >= 1)
        while (value >= powers_of_ten[power + 1]) ++power;
    else
        while (value * powers_of_ten[-power] < 1) --power;
    int const shift = 9 - power;
    double const scaled = shift >= 0 ? value * powers_of_ten[shift] : value / powers_of_ten[-shift];
    double const floor = std::floor(scaled);
    double const rest = scaled - floor;
    if (scaled < 1e9 || scaled >= 9999999999.0 || std::abs(rest - 0.5) < 1e-5) return false;
    digits = static_cast<std::uint64_t>(floor) + (rest > 0.5 ? 1 : 0);
    exponent = power;
    return true;
}

} // namespace detail

/// The most characters that `print_number` writes.
inline constexpr std::size_t printed_number_size = 352;

/// Writes a finite `value` to `to` and returns the end. Rounded half-even on its exact binary value, without
/// trailing zeros, -0 as 0; never an exponent. NaN and infinities are the caller's to keep out.
inline char* print_number(char* to, double value) noexcept
{
    if (value == 0) {
        *to++ = '0';
        return to;
    }
    if (value < 0) {
        *to++ = '-';
        value = -value;
    }
    char digits[24];
    int exponent = 0;
    std::uint64_t number = 0;
    if (detail::ten_digits(value, number, exponent)) {
        std::to_chars(digits, digits + 10, number);
    } else {
        char text[32];
        auto const end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 9).ptr;
        digits[0] = text[0];
        std::memcpy(digits + 1, text + 2, 9); // d.ddddddddde+xx
        char const* power = text + 12;
        if (*power == '+') ++power;
        std::from_chars(power, end, exponent);
    }
    int count = 10;
    while (count > 1 && digits[count - 1] == '0') --count;
    if (exponent < 0) {
        *to++ = '0';
        *to++ = '.';
        for (int i = -1; i > exponent; --i) *to++ = '0';
        std::memcpy(to, digits, static_cast<std::size_t>(count));
        return to + count;
    }
    int i = 0;
    for (; i <= exponent; ++i) *to++ = i < count ? digits[i] : '0';
    if (i < count) {
        *to++ = '.';
        for (; i < count; ++i) *to++ = digits[i];
    }
    return to;
}

} // namespace tiktrack
