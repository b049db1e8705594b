// SPDX-License-Identifier: MIT
// Copies of few bytes, without a call for each.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace tiktrack::format {

namespace detail {

/// Copies a word at the start and one at the end, which may overlap.
template <class Word>
void copy_ends(char* to, char const* from, std::size_t size) noexcept
{
    Word first, last;
    std::memcpy(&first, from, sizeof first);
    std::memcpy(&last, from + size - sizeof last, sizeof last);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + size - sizeof last, &last, sizeof last);
}

} // namespace detail

/// Copies text and returns the end. Faster than memcpy for the sizes that numbers and keys have.
inline char* copy_short(char* to, std::string_view text) noexcept
{
    auto const size = text.size();
    if (size > 16)
        std::memcpy(to, text.data(), size);
    else if (size >= 8)
        detail::copy_ends<std::uint64_t>(to, text.data(), size);
    else if (size >= 4)
        detail::copy_ends<std::uint32_t>(to, text.data(), size);
    else
        for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
    return to + size;
}

} // namespace tiktrack::format
