// SPDX-License-Identifier: MIT
// How a count grows: waves that each come to rest, and now and then a purge that takes some of it away.
#pragma once

#include "chance.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace tiktrack::stand_in {

/// One push of the platform's: from `start` on it brings up to `most`, two thirds of that within `pace`.
struct wave {
    double start = 0; ///< seconds after the upload
    double pace = 1;  ///< seconds
    double most = 0;
};

/// How one video's views go.
struct curve {
    std::array<wave, 3> waves;
    double purged_at = INFINITY; ///< seconds after the upload
    double purged = 0;           ///< the share of what was reached by then that is taken away
};

/// What waves alone have brought at an age; it never falls.
[[nodiscard]] inline double brought(curve const& of, double age) noexcept
{
    double sum = 0;
    for (auto const& each : of.waves)
        if (age > each.start) sum += each.most * -std::expm1(-(age - each.start) / each.pace);
    return sum;
}

/// The views at an age in seconds; 0 before the upload, never negative.
[[nodiscard]] inline std::int64_t reached(curve const& of, double age) noexcept
{
    auto sum = brought(of, age);
    if (age >= of.purged_at) sum -= of.purged * brought(of, of.purged_at);
    return static_cast<std::int64_t>(sum);
}

/// The forms that views take.
enum class form { burst, plateau, steady, late, purge };
inline constexpr form forms[] = {form::burst, form::plateau, form::steady, form::late, form::purge};

/// A curve of one form, whose views in the end are about `most`. Every one goes on with a trickle.
[[nodiscard]] inline curve made_up_curve(chance& by, form shape, double most)
{
    constexpr double hour = 3600, day = 24 * hour;
    curve made;
    made.waves[2] = {0, by.between(20, 90) * day, most * 0.1};
    switch (shape) {
    case form::burst: made.waves[0] = {0, by.between(1.5, 5) * hour, most * 0.9}; break;
    case form::plateau: made.waves[0] = {0, by.between(0.3, 0.8) * hour, most * 0.9}; break;
    case form::steady: made.waves[0] = {0, by.between(1, 6) * day, most * 0.9}; break;
    case form::late:
        made.waves[0] = {0, by.between(1, 3) * hour, most * 0.1};
        made.waves[1] = {by.between(4, 36) * hour, by.between(2, 9) * hour, most * 0.8};
        break;
    case form::purge:
        made.waves[0] = {0, by.between(2, 8) * hour, most * 0.9};
        made.purged_at = by.between(5, 40) * hour;
        made.purged = by.between(0.05, 0.4);
        break;
    }
    return made;
}

} // namespace tiktrack::stand_in
