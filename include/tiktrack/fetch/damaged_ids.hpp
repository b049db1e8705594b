// SPDX-License-Identifier: MIT
// Ids that a spreadsheet, or a program with floating-point numbers, has rounded: they name no video, or
// another.
#pragma once

#include "tiktrack/base/integer.hpp"
#include "tiktrack/base/number.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// Whether an id may have been rounded: spreadsheets keep 15 digits and put zeros behind them, floating-point
/// numbers of that size are multiples of 1024. Of ids that are whole, one in a thousand looks so, too.
[[nodiscard]] inline bool looks_damaged(std::string_view id) noexcept
{
    constexpr std::size_t kept_whole = 15; // shorter ones lose nothing
    if (id.size() <= kept_whole) return false;
    if (id.ends_with("0000")) return true;
    auto const number = parse_number<std::uint64_t>(id);
    return number && *number % 1024 == 0;
}

/// Whether a text is a number in scientific spelling (`7.57604E+18`), as spreadsheets show long ids.
[[nodiscard]] constexpr bool is_scientific(std::string_view text) noexcept
{
    auto const e = text.find_first_of("eE");
    if (e == text.npos || e == 0 || e + 1 == text.size()) return false;
    auto power = text.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    auto const digits = text.substr(0, e);
    auto const point = digits.find_first_of(".,");
    return is_digits(power) && is_digits(digits.substr(0, point)) &&
           (point == digits.npos || is_digits(digits.substr(point + 1)));
}

/// Looks at the first ids of a list: one that looks damaged may be a whole one, several show what happened.
class damaged_ids {
public:
    /// How many lines are looked at.
    static constexpr std::uint64_t looked_at = 1000;

    /// The next line names this video. Lines beyond the first thousand do not count.
    void add(std::string_view id)
    {
        if (lines_ == looked_at) return;
        ++lines_;
        if (!looks_damaged(id)) return;
        if (damaged_++ == 0) example_ = id;
    }

    /// Whether those that look damaged are so: at least two, and one in a hundred.
    [[nodiscard]] bool found() const noexcept { return damaged_ >= 2 && damaged_ * 100 >= lines_; }

    /// What happened, and what to do, in a sentence to be said once.
    [[nodiscard]] std::string why() const
    {
        return std::to_string(damaged_) + " of the first " + std::to_string(lines_) +
               " ids are damaged (damaged_id): they end in 0000 or are multiples of 1024, as ids do that a "
               "spreadsheet "
               "or a program with floating-point numbers held (" +
               example_ +
               "); all that look so are left out: take the ids from their source as text, or say --trust-ids";
    }

private:
    std::uint64_t lines_ = 0;
    std::uint64_t damaged_ = 0;
    std::string example_;
};

} // namespace tiktrack::fetch
