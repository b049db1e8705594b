// SPDX-License-Identifier: MIT
// The pace towards one host: slower with each refusal in a row, back to normal with each success.
#pragma once

#include "tiktrack/base/draw.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace tiktrack::fetch {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// What the user may set of it.
struct throttle_settings {
    milliseconds delay{2000}; ///< the least time from one request to the next
    std::uint64_t seed = 0;   ///< of the jitter
};

/// Tells when the next request may start. All times are steady ones, counted from the start of the run.
class throttle {
public:
    explicit throttle(throttle_settings const& set) : set_(set), current_(set.delay) {}

    /// When the next request may start: the last one and the current pace, or the end of a `Retry-After`.
    [[nodiscard]] milliseconds next() const noexcept { return std::max(next_, held_); }

    /// A request starts.
    void asked(milliseconds now)
    {
        last_ = now;
        ++asked_;
        plan();
    }

    /// It was refused. Doubling without a bound would fall into step with the host's bursts, and miss the
    /// quiet times between them.
    void refused()
    {
        current_ = std::min(std::max(2 * current_, least_slow), slowest());
        plan();
    }

    void succeeded()
    {
        current_ = current_ / 2 < std::max(set_.delay, least_slow) ? set_.delay : current_ / 2;
        plan();
    }

    /// The host asks to be left alone for so long.
    void hold(milliseconds now, seconds stay_away) { held_ = std::max(held_, now + milliseconds(stay_away)); }

private:
    static constexpr milliseconds least_slow{100}, least_cap{1000};

    [[nodiscard]] milliseconds slowest() const noexcept { return std::max(4 * set_.delay, least_cap); }

    /// The jitter only ever adds: the delay is a promise.
    void plan()
    {
        if (asked_ == 0) return;
        auto const most = static_cast<double>(current_.count()) * 0.1;
        next_ = last_ + current_ +
                milliseconds(static_cast<std::int64_t>(most * draw(set_.seed, "pace", asked_)));
    }

    throttle_settings set_;
    milliseconds current_;
    milliseconds last_{0}, next_{0}, held_{0};
    std::uint64_t asked_ = 0;
};

} // namespace tiktrack::fetch
