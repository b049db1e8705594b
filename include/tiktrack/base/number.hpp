// SPDX-License-Identifier: MIT
// A whole text as a number, or as none.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace tiktrack {

/// The number that all of a text spells as `std::from_chars` reads it: no blanks, no `+`, nothing behind it.
/// Nothing for an empty text, and for a number that the type cannot hold.
/// @param base of a whole number, where it is not ten
template <class Number, class... Base>
[[nodiscard]] std::optional<Number> parse_number(std::string_view text, Base... base) noexcept
{
    Number number{};
    auto const end = text.data() + text.size();
    auto const [stop, bad] = std::from_chars(text.data(), end, number, base...);
    if (bad != std::errc{} || stop != end) return {};
    return number;
}

} // namespace tiktrack
