// SPDX-License-Identifier: MIT
// What is kept of a line while all are put in order: 56 bytes, and no text.
#pragma once

#include "tiktrack/base/number.hpp"
#include "tiktrack/study/series_key.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>
#include <utility>

namespace tiktrack {

/// A line's place, and what order and metrics need of it.
struct row {
    std::uint64_t at : 40 = 0;   ///< of the line, from the start of the first input: up to 1 TiB
    std::uint64_t size : 24 = 0; ///< of the line; 0 where it is 16 MiB or more, and has to be looked for
    std::int64_t time = 0;
    std::int64_t views = 0, likes = 0; ///< negative: not known
    std::uint64_t id = 0; ///< as a number, where it is one; else its length and first seven letters
    /// The four letters behind those. Of a row without them: how much of its line is written on as it is,
    /// once that was asked for (by the one thread that has the row); 0 before.
    mutable std::uint32_t id_rest = 0;
    std::uint32_t group = 0; ///< which (cohort, platform)
    std::uint16_t label = 0; ///< timepoint, resolutions and source by their number; 0: not known
    bool ok : 1 = false;
    bool timed : 1 = false;
    bool has_id : 1 = false;
    bool numeric_id : 1 = false;
    bool plain : 1 = false; ///< nothing to cut out of the line, and nothing but series columns to append
    bool cut : 1 = false;   ///< series columns are to be cut out of the line
    bool past : 1 = false;  ///< a timepoint that lay behind at discovery
    std::uint8_t views_unit = 0;
    std::uint8_t likes_unit = 0;
    std::uint8_t source = 0;
    std::uint16_t attempts = 0; ///< plus 1; 0: not known; `odd_attempts`: to be looked for
};
static_assert(sizeof(row) == 56);

/// A number of attempts that a row does not hold.
inline constexpr std::uint16_t odd_attempts = 0xffff;

/// How many letters of an id that is no number a row holds.
inline constexpr std::size_t letters_of_id = 11;

/// The order of ids as far as a row holds it: a number without leading zero as it is, else length and
/// letters.
inline void set_id(row& of, std::string_view id) noexcept
{
    of.has_id = true;
    auto const number = parse_number<std::uint64_t>(id);
    of.numeric_id = number && (id.size() == 1 || id.front() != '0');
    if (of.numeric_id) {
        of.id = *number;
        return;
    }
    bool const is_long = id.size() >= 255; // its length alone does not fit; such ids are compared whole
    auto const letter = [&](std::size_t i) {
        return i < id.size() && !is_long ? static_cast<unsigned char>(id[i]) : std::uint8_t{0};
    };
    of.id = is_long ? 255 : id.size();
    for (std::size_t i = 0; i < 7; ++i) of.id = of.id << 8 | letter(i);
    for (std::size_t i = 7; i < letters_of_id; ++i) of.id_rest = of.id_rest << 8 | letter(i);
}

/// Attempts as a row holds them.
[[nodiscard]] inline std::uint16_t held_attempts(std::string_view json)
{
    if (json.size() == 1 && format::is_digit(json[0]))
        return static_cast<std::uint16_t>(json[0] - '0' + 1); // as usual
    auto const number = as_integer(json);
    if (!number) return 0;
    return *number >= 0 && *number < odd_attempts - 1 ? static_cast<std::uint16_t>(*number + 1)
                                                      : odd_attempts;
}

/// Everything but the place and what has numbers: group, timepoint, source, resolutions.
[[nodiscard]] inline row row_of(record const& r)
{
    row made;
    auto const time = get<"collection_timestamp"_col>(r);
    made.timed = time.has_value();
    made.time = time.value_or(std::numeric_limits<std::int64_t>::min());
    made.ok = means(r.cells["status"_col], "ok");
    made.views = get<"views"_col>(r).value_or(-1);
    made.likes = get<"likes"_col>(r).value_or(-1);
    made.attempts = held_attempts(r.cells["attempts"_col]);
    made.past = means(r.cells["schedule_status"_col], "already_past");
    if (!is_null(r.cells["video_id"_col])) set_id(made, spelled_name(r.cells["video_id"_col]));
    return made;
}

/// Rows one behind the other. Grows in place where the system can move pages, so that growing never needs
/// twice the memory; what is reserved and not used is not touched.
class row_list {
public:
    row_list() = default;
    row_list(row_list&& other) noexcept
        : rows_(std::exchange(other.rows_, nullptr)), size_(std::exchange(other.size_, 0)),
          room_(std::exchange(other.room_, 0))
    {
    }
    row_list& operator=(row_list&&) = delete;
    ~row_list() { std::free(rows_); }

    void push_back(row const& next)
    {
        if (size_ == room_) {
            auto const larger = room_ == 0 ? std::size_t{1024} : 2 * room_;
            void* const moved = std::realloc(static_cast<void*>(rows_), larger * sizeof(row));
            if (moved == nullptr) throw std::bad_alloc();
            rows_ = static_cast<row*>(moved);
            room_ = larger;
        }
        new (rows_ + size_++) row(next);
    }
    [[nodiscard]] row* begin() noexcept { return rows_; }
    [[nodiscard]] row* end() noexcept { return rows_ + size_; }
    [[nodiscard]] row const* begin() const noexcept { return rows_; }
    [[nodiscard]] row const* end() const noexcept { return rows_ + size_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    row* rows_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

} // namespace tiktrack
