// SPDX-License-Identifier: MIT
// Finds rows by their video's id: an open-addressing table of row numbers, which a file can hold as it is.
#pragma once

#include "tiktrack/base/draw.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tiktrack::cohort {

/// 64 bits of an id, the same on any machine; also what shards go by.
[[nodiscard]] constexpr std::uint64_t hash_of_id(std::string_view id) noexcept { return draw_bits(0, id, 0); }

/// A slot holds a row's number plus one; 0 is free. The number of slots is a power of two, and at least one
/// of them is free.
using row_slots = std::span<std::uint32_t const>;

/// How many slots so many rows take.
[[nodiscard]] constexpr std::size_t slots_for(std::size_t rows) noexcept
{
    std::size_t slots = 16;
    while (slots < 2 * rows) slots *= 2;
    return slots;
}

/// The row of an id. @param id_at `id_at(row)` gives a row's id
template <class IdAt>
[[nodiscard]] std::optional<std::size_t> find_row(row_slots slots, std::string_view id, IdAt id_at)
{
    if (slots.empty()) return {};
    auto const mask = slots.size() - 1;
    for (auto at = hash_of_id(id) & mask; slots[at] != 0; at = (at + 1) & mask)
        if (id_at(slots[at] - 1) == id) return slots[at] - 1;
    return {};
}

/// Puts a row in, whose id is not there yet.
inline void put_row(std::span<std::uint32_t> slots, std::string_view id, std::size_t row) noexcept
{
    auto const mask = slots.size() - 1;
    auto at = hash_of_id(id) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = static_cast<std::uint32_t>(row + 1);
}

} // namespace tiktrack::cohort
