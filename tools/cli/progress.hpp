// SPDX-License-Identifier: MIT
// The progress line: one line of a terminal, drawn over again at most five times a second.
#pragma once

#include "cli/printable.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace tiktrack::cli {

/// What is to be written to a terminal for the line to change; it writes nothing itself, and is told the
/// time.
class progress_line {
public:
    using time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds pause{200};

    /// `columns` is the width of the terminal.
    explicit progress_line(std::size_t columns = 80) : columns_(columns) {}

    /// Whether the line is old enough to be drawn over.
    [[nodiscard]] bool due(time now) const { return now >= next_; }

    [[nodiscard]] std::string draw(std::string_view text, time now)
    {
        next_ = now + pause;
        shown_ = true;
        auto line = printable(text);
        if (line.size() >= columns_) line.resize(columns_ - 1); // a longer one would wrap, and never go away
        return "\r\x1b[K" + line;
    }

    /// Empty where no line is shown.
    [[nodiscard]] std::string erase()
    {
        if (!shown_) return {};
        shown_ = false;
        return "\r\x1b[K";
    }

private:
    std::size_t columns_;
    time next_{};
    bool shown_ = false;
};

} // namespace tiktrack::cli
