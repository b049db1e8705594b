// SPDX-License-Identifier: MIT
// One way in which lines are written: their keys in this order, with these blanks. It is learned from a line
// and expected of the next, which is then cut and validated in one pass.
#pragma once

#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/nested.hpp"
#include "tiktrack/model/record.hpp"
#include "tiktrack/model/text_window.hpp"

#include <algorithm>
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
        char const* at = line.data();
        for (auto const& each : members) {
            piece next;
            next.at = offset(line, at);
            next.size = offset(line, each.value.data()) - next.at;
            next.key = offset(line, each.key.data()) - next.at;
            next.key_size = static_cast<std::uint32_t>(each.key.size());
            next.column = static_cast<column_index>(find_column(each.key));
            next.value_size = static_cast<std::uint32_t>(each.value.size());
            next.varies = each.value.size() > longest_same;
            pieces_.push_back(next);
            at = each.value.data() + each.value.size();
        }
        piece tail;
        tail.at = offset(line, at);
        tail.size = static_cast<std::uint32_t>(line.size()) - tail.at;
        tail.varies = true;
        pieces_.push_back(tail);
        sample_.append(slack, '\0');
        find_runs();
    }

    /// Whether another one has the same keys in the same order, and the same blanks.
    [[nodiscard]] bool same_as(spelling const& other) const
    {
        return std::equal(pieces_.begin(), pieces_.end(), other.pieces_.begin(), other.pieces_.end(),
                          [&](piece const& a, piece const& b) { return text_of(a) == other.text_of(b); });
    }

    /// Reads the line at the window's begin where it is spelled so and valid throughout. Returns the place
    /// behind its last brace and sets `into`; nullptr where it is anything else (`into` is then undefined).
    [[nodiscard]] char const* read(text_window in, record& into)
    {
        char const* p = in.begin;
        for (std::size_t i = 0;; ++i) {
            piece const& first = pieces_[i];
            bool const same = stands_at(p, in, first.at, first.run_size);
            if (same) {
                for (auto const stop = i + first.run; i < stop; ++i) {
                    piece const& each = pieces_[i];
                    char const* const start = p + (each.at - first.at);
                    keep(into, each, start, {start + each.size, each.value_size});
                }
                p += pieces_[i].at - first.at;
            } else if (first.run == 0 || !stands_at(p, in, first.at, first.size)) {
                return nullptr;
            }
            piece const& here = pieces_[i];
            char const* const value = p + here.size;
            if (i + 1 == pieces_.size()) return value <= in.end ? value : nullptr;
            char const* const stop = value_end(value, in.end);
            if (stop == nullptr) return nullptr;
            std::string_view const text(value, static_cast<std::size_t>(stop - value));
            keep(into, here, p, text);
            p = stop;
            if (!same && text != std::string_view(sample_.data() + here.at + here.size, here.value_size)) {
                pieces_[i].varies = true;
                find_runs();
            }
        }
    }

private:
    static constexpr std::size_t slack = 32;         // same_bytes looks past the end
    static constexpr std::size_t longest_same = 200; // a text or an object is not expected to come again

    /// What stands before a value: `,"key":` with its blanks, in the sample. Behind the last value stands
    /// one without a value.
    struct piece {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
        std::uint32_t key = 0; ///< from `at` to the key's first character
        std::uint32_t key_size = 0;
        std::uint32_t value_size = 0;
        std::uint32_t run = 0;      ///< how many members from here on were the same in all lines so far
        std::uint32_t run_size = 0; ///< the bytes of those, and of what stands before the value behind them
        column_index column = 0;    ///< `column_count` for a foreign key
        bool varies = false;        ///< whether the value was ever another one
    };

    [[nodiscard]] std::string_view text_of(piece const& at) const
    {
        return std::string_view(sample_).substr(at.at, at.size);
    }

    /// Whether the line goes on with those bytes of the sample.
    [[nodiscard]] bool stands_at(char const* p, text_window in, std::uint32_t at, std::uint32_t size) const
    {
        if (in.readable - p < size + 16) return false;
        if (size > 64) return std::memcmp(p, sample_.data() + at, size) == 0;
        return format::same_bytes(p, sample_.data() + at, size);
    }

    [[nodiscard]] static std::uint32_t offset(std::string_view line, char const* p)
    {
        return static_cast<std::uint32_t>(p - line.data());
    }

    static void keep(record& into, piece const& at, char const* start, std::string_view value)
    {
        if (at.column < column_count) {
            into.cells[at.column] = value;
            return;
        }
        char const* const key = start + at.key;
        into.foreign.push_back({{key, at.key_size},
                                value,
                                {key - 1, static_cast<std::size_t>(value.data() + value.size() - key + 1)}});
    }

    /// Members that do not vary, one after the other, are compared as one text.
    void find_runs()
    {
        std::uint32_t run = 0, end = 0;
        for (auto i = pieces_.size(); i-- > 0;) {
            piece& here = pieces_[i];
            if (here.varies) {
                run = 0;
                end = here.at + here.size;
            } else {
                ++run;
            }
            here.run = run;
            here.run_size = end - here.at;
        }
    }

    [[nodiscard]] static char const* value_end(char const* p, char const* end)
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
};

} // namespace tiktrack
