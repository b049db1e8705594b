// SPDX-License-Identifier: MIT
// What came of one video at one timepoint so far, in eight bytes.
#pragma once

#include "tiktrack/model/statuses.hpp"

#include <cstdint>

namespace tiktrack::cohort {

/// How far a video is at a timepoint.
enum class cell_state : std::uint8_t {
    none,        ///< no outcome yet
    again,       ///< outcomes, but none that counts: to be tried again
    gone_once,   ///< said to be gone in one snapshot, which is not believed yet
    gone,        ///< said to be gone in two snapshots, far enough apart
    ok,          ///< seen
    missed,      ///< its window closed without an outcome that counts, and that is written down
    already_past ///< its window had closed before the video was found, and that is written down
};

/// How far apart two snapshots are at least that make "gone" final, in seconds.
inline constexpr std::int64_t second_look = 600;

/// What came of a snapshot, as far as a schedule looks at it.
enum class came : std::uint8_t { ok, gone, again, missed, already_past };

/// A state and since when: of `ok` the first such snapshot, of `gone_once` the first, of `gone` the one that
/// made it final, of all others the last outcome; Unix seconds.
class cell {
public:
    constexpr cell() = default;
    /// @param time within 2^60 seconds of 1970
    constexpr cell(cell_state state, std::int64_t time) noexcept
        : bits_(time * 8 + static_cast<std::int64_t>(state))
    {
    }
    [[nodiscard]] constexpr cell_state state() const noexcept { return static_cast<cell_state>(bits_ & 7); }
    [[nodiscard]] constexpr std::int64_t time() const noexcept { return bits_ >> 3; }

    friend bool operator==(cell const&, cell const&) = default;

private:
    std::int64_t bits_ = 0;
};
static_assert(sizeof(cell) == 8);

/// Whether nothing more is to be asked or written down, whatever the clock says.
[[nodiscard]] constexpr bool is_final(cell_state state) noexcept
{
    using enum cell_state;
    return state == ok || state == gone || state == missed || state == already_past;
}

/// The cell after one more outcome, which was collected at `time`. "Gone" is final after two snapshots at
/// least `second_look` apart; a video that was seen stays seen. Where the clock was set back in between,
/// they are not far enough apart.
[[nodiscard]] constexpr cell after(cell const& before, came outcome, std::int64_t time) noexcept
{
    using enum cell_state;
    if (outcome == came::ok) return before.state() == ok ? before : cell(ok, time);
    if (is_final(before.state())) return before;
    bool const gone_before = before.state() == gone_once;
    switch (outcome) {
    case came::missed: return {missed, time};
    case came::already_past: return {already_past, time};
    case came::gone:
        if (!gone_before) return {gone_once, time};
        return time - before.time() >= second_look ? cell(gone, time) : before;
    default: return gone_before ? before : cell(again, time);
    }
}

} // namespace tiktrack::cohort
