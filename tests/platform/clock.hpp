// SPDX-License-Identifier: MIT
// The time in the stand-in's world: it begins when it is told to, runs at a speed of its own, and can be set.
#pragma once

#include <chrono>
#include <cstdint>

namespace tiktrack::stand_in {

class world_clock {
public:
    using real = std::chrono::steady_clock;

    /// @param now Unix seconds @param speed world seconds for each real one; 0 stands still
    world_clock(double now, double speed) : base_(now), speed_(speed) {}

    /// Unix seconds, with fractions.
    [[nodiscard]] double exactly(real::time_point at = real::now()) const
    {
        return base_ + std::chrono::duration<double>(at - since_).count() * speed_;
    }

    /// Unix seconds.
    [[nodiscard]] std::int64_t now() const { return static_cast<std::int64_t>(exactly()); }

    /// It is that time from here on.
    void set(double now)
    {
        base_ = now;
        since_ = real::now();
    }

    void run_at(double speed)
    {
        set(exactly());
        speed_ = speed;
    }

    [[nodiscard]] double speed() const noexcept { return speed_; }

private:
    double base_, speed_;
    real::time_point since_ = real::now();
};

} // namespace tiktrack::stand_in
