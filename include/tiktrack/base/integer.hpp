// SPDX-License-Identifier: MIT
// Whole numbers out of decimal text, exactly: no detour over double.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace tiktrack {

/// Whether the text is one or more decimal digits and nothing else.
[[nodiscard]] constexpr bool is_digits(std::string_view text) noexcept
{
    for (char const c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

/// The value of a decimal numeral in any JSON spelling (`12`, `12.0`, `1e3`, `1200e-2`, `-0`), where it is
/// a whole number within int64. Nothing for a fraction, for an overflow, and for what is no numeral.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_integer(std::string_view text) noexcept
{
    if (text.size() <= 18) { // most are nothing but digits, and fit
        std::uint64_t plain = 0;
        bool digits = !text.empty();
        for (char const c : text) {
            auto const digit = static_cast<unsigned char>(c - '0');
            plain = plain * 10 + digit;
            digits = digits && digit <= 9;
        }
        if (digits) return static_cast<std::int64_t>(plain);
    }
    bool const negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.front() < '0' || text.front() > '9') return {};

    std::size_t const exponent_at = text.find_first_of("eE");
    std::int64_t exponent = 0;
    if (exponent_at != text.npos) {
        auto power = text.substr(exponent_at + 1);
        text = text.substr(0, exponent_at);
        bool const down = !power.empty() && power.front() == '-';
        if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
        if (power.empty()) return {};
        for (char const c : power) {
            if (c < '0' || c > '9') return {};
            if (exponent < 1'000'000'000) exponent = exponent * 10 + (c - '0');
        }
        if (down) exponent = -exponent;
    }
    // The digits before the place where the point comes to stand make the number; those behind must be 0.
    std::size_t const point = text.find('.');
    auto const whole = static_cast<std::int64_t>(point == text.npos ? text.size() : point) + exponent;
    std::uint64_t value = 0;
    std::int64_t place = 0;
    bool digit_seen = false;
    for (char const c : text) {
        if (c == '.') continue;
        if (c < '0' || c > '9') return {};
        digit_seen = true;
        auto const digit = static_cast<std::uint64_t>(c - '0');
        if (place++ >= whole) {
            if (digit != 0) return {};
            continue;
        }
        if (value > (std::numeric_limits<std::uint64_t>::max() - digit) / 10) return {};
        value = value * 10 + digit;
    }
    bool const bad_point = point == 0 || point + 1 == text.size() || text.find('.', point + 1) != text.npos;
    if (!digit_seen || (point != text.npos && bad_point)) return {};
    for (; value != 0 && place < whole; ++place) {
        if (value > std::numeric_limits<std::uint64_t>::max() / 10) return {};
        value *= 10;
    }
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value > most + (negative ? 1 : 0)) return {};
    return negative ? static_cast<std::int64_t>(0 - value) : static_cast<std::int64_t>(value);
}

} // namespace tiktrack
