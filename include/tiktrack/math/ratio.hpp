// SPDX-License-Identifier: MIT
// Quotients that are not known where their base is 0 or missing.
#pragma once

#include <cstdint>
#include <optional>

namespace tiktrack {

/// `scale * part / whole`; nothing where either is not known or `whole` is not positive.
[[nodiscard]] constexpr std::optional<double> ratio(double scale, std::optional<std::int64_t> part,
                                                    std::optional<std::int64_t> whole) noexcept
{
    if (!part || !whole || *whole <= 0) return {};
    return scale * static_cast<double>(*part) / static_cast<double>(*whole);
}

} // namespace tiktrack
