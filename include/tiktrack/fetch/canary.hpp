// SPDX-License-Identifier: MIT
// A video that is known to be there: read first, and again when many others are said to be gone.
#pragma once

#include "tiktrack/fetch/patience.hpp"
#include "tiktrack/fetch/queue_settings.hpp"
#include "tiktrack/fetch/verdict.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace tiktrack::fetch {

/// The canary of one source. Where the user keeps none, every answer is believed at once.
class canary {
public:
    explicit canary(queue_settings const& set) : set_(set), due_(set.canary) {}

    /// Whether it is to be read before anything else is asked of its source, and when at the earliest.
    [[nodiscard]] bool due() const noexcept { return due_ && !reading_; }
    [[nodiscard]] std::chrono::milliseconds ready() const noexcept { return ready_; }
    /// Whether it is being read: nothing else is asked of its source then.
    [[nodiscard]] bool reading() const noexcept { return reading_; }
    /// Whether "gone" is believed at once, or only after the next video that is seen, be it the canary.
    [[nodiscard]] bool believes_gone() const noexcept { return !set_.canary; }

    /// Another video was answered for.
    void saw(verdict what) noexcept
    {
        constexpr unsigned suspicious = 5;
        if (what == verdict::seen) gone_in_a_row_ = 0;
        if (what == verdict::gone && ++gone_in_a_row_ >= suspicious) due_ = set_.canary;
    }

    void begin() noexcept { reading_ = true; }

    /// What came of reading it: nothing where it is to be tried once more, else whether it was seen.
    [[nodiscard]] std::optional<bool> answered(verdict what, std::chrono::milliseconds now)
    {
        reading_ = false;
        bool const told = what == verdict::seen || what == verdict::gone || what == verdict::challenged;
        if (!told && ++failures_ < set_.attempts) { // a refusal is not the end
            constexpr auto name = std::numeric_limits<std::uint64_t>::max();
            due_ = true;
            if (what != verdict::moved)
                ready_ = now + patience(set_.retry_delay, failures_ - 1, set_.seed, name);
            return {};
        }
        due_ = false;
        failures_ = gone_in_a_row_ = 0;
        return what == verdict::seen;
    }

private:
    queue_settings set_;
    bool due_;
    bool reading_ = false;
    unsigned failures_ = 0, gone_in_a_row_ = 0;
    std::chrono::milliseconds ready_{0};
};

} // namespace tiktrack::fetch
