// SPDX-License-Identifier: MIT
// One way in which lines are written: their keys in this order, with these blanks. It is learned from a line
// and expected of the next, which is then cut and validated in one pass.
#pragma once

#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/nested.hpp"
#include "tiktrack/model/record.hpp"
#include "tiktrack/model/text_window.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// A learned spelling. The fast half of reading: what it does not expect is left to `record_reader`.
class spelling {
public:
    /// Learns from a valid record without doubled keys, whose cells and members view `line`.
    spelling(std::string_view line, std::vector<format::member> const& members)
    {
        sample_.reserve(line.size() + slack);
        sample_ = line;
        std::uint32_t at = 0;
        std::bitset<column_count> present;
        auto const offset = [&](char const* p) { return static_cast<std::uint32_t>(p - line.data()); };
        for (auto const& each : members) {
            piece next;
            next.before = stretch_of(at, offset(each.value.data()));
            next.key = offset(each.key.data()) - at;
            next.key_size = static_cast<std::uint32_t>(each.key.size());
            next.column = static_cast<column_index>(find_column(each.key));
            next.value_size = static_cast<std::uint32_t>(each.value.size());
            next.varies = each.value.size() > longest_same;
            pieces_.push_back(next);
            if (next.column < column_count) present.set(next.column);
            at = offset(each.value.data()) + next.value_size;
        }
        piece tail;
        tail.before = stretch_of(at, static_cast<std::uint32_t>(line.size()));
        tail.varies = true;
        pieces_.push_back(tail);
        sample_.append(slack, '\0');
        find_runs();
        for (std::size_t i = 0; i < column_count; ++i) {
            if (present.test(i)) continue;
            if (absent_.empty() || absent_.back().first + absent_.back().count != i)
                absent_.push_back({i, 0});
            ++absent_.back().count;
        }
    }

    /// Whether another one has the same keys in the same order, and the same blanks.
    [[nodiscard]] bool same_as(spelling const& other) const
    {
        return std::equal(pieces_.begin(), pieces_.end(), other.pieces_.begin(), other.pieces_.end(),
                          [&](piece const& a, piece const& b) { return text_of(a) == other.text_of(b); });
    }

    /// Reads the line at the window's begin where it is spelled so and valid throughout. Returns the place
    /// behind its last brace and sets all of `into`; nullptr where it is anything else (`into` is then
    /// undefined).
    [[nodiscard]] char const* read(text_window in, record& into)
    {
        for (auto const& each : absent_)
            std::fill_n(into.cells.begin() + each.first, each.count, std::string_view{});
        into.foreign.clear();
        char const* p = in.begin;
        piece const* const tail = &pieces_.back();
        for (piece const* each = pieces_.data();; ++each) {
            if (each->run > 0) {
                if (stands_at(p, in, each->same))
                    p = keep_run(into, each, p);
                else
                    end_run(each, p, in);
            }
            if (!stands_at(p, in, each->before)) return nullptr;
            char const* const value = p + each->before.size;
            // What is looked at beyond the line's end does no harm: the end of all is checked.
            if (each == tail) return value <= in.end ? value : nullptr;
            p = value_end(value, in.readable);
            if (p == nullptr) return nullptr;
            keep(into, *each, value - each->before.size, {value, static_cast<std::size_t>(p - value)});
        }
    }

private:
    static constexpr std::size_t slack = 32;         // so many bytes are looked at at once
    static constexpr std::size_t longest_same = 200; // a text or an object is not expected to come again

    /// So many bytes of the sample, to be found in a line.
    struct stretch {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
        std::uint32_t start = 0; ///< a bit for each of the first 32
    };

    [[nodiscard]] static stretch stretch_of(std::uint32_t from, std::uint32_t to)
    {
        auto const size = to - from;
        return {from, size, size >= 32 ? ~0u : (1u << size) - 1};
    }

    struct columns_in_a_row {
        std::size_t first;
        std::size_t count;
    };

    /// A member of the sample. Behind the last one stands one without a value.
    struct piece {
        stretch before;        ///< what stands before the value: `,"key":` with its blanks
        stretch same;          ///< the members from here on that were the same in all lines so far, and what
                               ///< stands before the value behind them
        std::uint32_t run = 0; ///< how many those are
        std::uint32_t key = 0; ///< from the start of `before` to the key's first character
        std::uint32_t key_size = 0;
        std::uint32_t value_size = 0;
        column_index column = 0; ///< `column_count` for a foreign key
        bool varies = false;     ///< whether the value was ever another one
    };

    [[nodiscard]] std::string_view text_of(piece const& at) const
    {
        return std::string_view(sample_).substr(at.before.at, at.before.size);
    }

    [[nodiscard]] std::string_view value_of(piece const& at) const
    {
        return std::string_view(sample_).substr(at.before.at + at.before.size, at.value_size);
    }

    /// Whether the line goes on with those bytes of the sample.
    [[nodiscard]] bool stands_at(char const* p, text_window in, stretch const& wanted) const
    {
        auto const room = static_cast<std::size_t>(in.readable - p);
        char const* const sample = sample_.data() + wanted.at;
        if (room < wanted.size + slack) [[unlikely]]
            return room >= wanted.size && std::memcmp(p, sample, wanted.size) == 0;
        if ((~format::equal_in_32(p, sample) & wanted.start) != 0) return false;
        return wanted.size <= 32 || std::memcmp(p + 32, sample + 32, wanted.size - 32) == 0;
    }

    static void keep(record& into, piece const& at, char const* start, std::string_view value)
    {
        if (at.column < column_count) [[likely]] {
            into.cells[at.column] = value;
            return;
        }
        char const* const key = start + at.key;
        into.foreign.push_back({{key, at.key_size},
                                value,
                                {key - 1, static_cast<std::size_t>(value.data() + value.size() - key + 1)}});
    }

    /// Keeps the members of a run that stands at `p`. Returns the place behind them; `at` is then the one
    /// there.
    [[nodiscard]] static char const* keep_run(record& into, piece const*& at, char const* p)
    {
        piece const& first = *at;
        auto const start = [&](piece const& of) { return p + (of.before.at - first.before.at); };
        for (auto const* const stop = at + first.run; at != stop; ++at)
            keep(into, *at, start(*at), {start(*at) + at->before.size, at->value_size});
        return start(*at);
    }

    /// Where a member stands at `p` whose value is not that of the lines before, it is one that varies.
    [[gnu::noinline]] void end_run(piece const* at, char const* p, text_window in)
    {
        if (!stands_at(p, in, at->before)) return;
        char const* const value = p + at->before.size;
        char const* const stop = value_end(value, in.readable);
        if (stop == nullptr ||
            std::string_view(value, static_cast<std::size_t>(stop - value)) == value_of(*at))
            return;
        pieces_[static_cast<std::size_t>(at - pieces_.data())].varies = true;
        find_runs();
    }

    /// Members that do not vary, one after the other, are compared as one text.
    void find_runs()
    {
        std::uint32_t run = 0, end = 0;
        for (auto i = pieces_.size(); i-- > 0;) {
            piece& here = pieces_[i];
            if (here.varies) {
                run = 0;
                end = here.before.at + here.before.size;
            } else {
                ++run;
            }
            here.run = run;
            here.same = stretch_of(here.before.at, end);
        }
    }

    [[nodiscard, gnu::always_inline]] static char const* value_end(char const* p, char const* end)
    {
        if (p >= end) return nullptr;
        if (*p == '"') {
            p = format::string_end(p + 1, end);
            return p == nullptr ? nullptr : p + 1;
        }
        if (*p <= '9')
            return format::plain_number_end(p, end); // an exponent is left to Boost, which bounds it
        if (*p == '[' || *p == '{') return format::nested_end<format::max_depth - 1>(p, end);
        return format::literal_end(p, end);
    }

    std::string sample_;
    std::vector<piece> pieces_;
    std::vector<columns_in_a_row> absent_; ///< those without a member
};

} // namespace tiktrack
