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
    /// Learns from a valid record without doubled keys, whose cells and members view `line`, and whose quotes
    /// are `quotes`, as a `quoted_line` has read them.
    spelling(std::string_view line, std::uint32_t const* quotes, std::vector<format::member> const& members)
    {
        sample_.reserve(line.size() + std::size_t{slack});
        sample_ = line;
        std::uint32_t at = 0, quote = 0;
        std::bitset<column_count> present;
        auto const offset = [&](char const* p) { return static_cast<std::uint32_t>(p - line.data()); };
        for (auto const& each : members) {
            piece next;
            next.before = stretch_of(at, offset(each.value.data()));
            next.quote = quote;
            next.lead = offset(each.key.data()) - 1 - at;
            next.key_size = static_cast<std::uint32_t>(each.key.size());
            next.column = static_cast<column_index>(find_column(each.key));
            next.value_size = static_cast<std::uint32_t>(each.value.size());
            next.varies = each.value.size() > longest_same;
            pieces_.push_back(next);
            if (next.column < column_count) present.set(next.column);
            at = offset(each.value.data()) + next.value_size;
            while (quotes[quote] < at) ++quote;
            widest_ = std::max(widest_, next.before.size);
        }
        piece behind;
        behind.before = stretch_of(at, static_cast<std::uint32_t>(line.size()));
        behind.quote = quote;
        behind.lead = behind.before.size;
        behind.varies = true;
        pieces_.push_back(behind);
        sample_.append(std::size_t{slack}, '\0');
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

    /// Reads a line that a `quoted_line` has read, where it is spelled so and valid throughout. `line` ends
    /// where it does, and `quotes` are its own. Sets all of `into`; where the line is anything else, the
    /// result is false and `into` undefined.
    [[nodiscard]] bool read(text_window line, std::uint32_t const* quotes, record& into)
    {
        bool const roomy = line.readable - line.end >= static_cast<std::ptrdiff_t>(widest_) + slack;
        return roomy ? read_with<true>(line, quotes, into) : read_with<false>(line, quotes, into);
    }

private:
    static constexpr std::ptrdiff_t slack = 32;      // so many bytes are looked at at once
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

    /// A member of the sample. Behind the last one stands one without a value: what ends the line.
    struct piece {
        stretch before;        ///< what stands before the value: `,"key":` with its blanks
        stretch same;          ///< the members from here on that were the same in all lines so far, and what
                               ///< stands before the value behind them
        std::uint32_t run = 0; ///< how many those are
        std::uint32_t quote = 0; ///< how many quotes stand before it
        std::uint32_t lead = 0;  ///< the bytes of `before` up to the key's quote
        std::uint32_t key_size = 0;
        std::uint32_t value_size = 0;
        column_index column = 0; ///< `column_count` for a foreign key
        bool varies = false;     ///< whether the value was ever another one
    };

    [[nodiscard]] std::string_view text_of(piece const& at) const
    {
        return std::string_view(sample_).substr(at.before.at, at.before.size);
    }

    /// `Roomy`: memory can be looked at behind the line's end as far as any key and the slack reach.
    template <bool Roomy>
    [[nodiscard]] bool read_with(text_window line, std::uint32_t const* quotes, record& into)
    {
        for (auto const& each : absent_)
            std::fill_n(into.cells.begin() + each.first, each.count, std::string_view{});
        into.foreign.clear();
        char const* p = line.begin; // where the last value ended
        piece const* const behind = &pieces_.back();
        for (piece const* each = pieces_.data(); each != behind; ++each) {
            if (each->run > 0) {
                if (stands_at<false>(p, line, each->same)) {
                    keep_run(into, each, p);
                    piece const* const next = each + each->run;
                    p += next->before.at - each->before.at;
                    quotes += next->quote - each->quote;
                    each = next;
                    if (each == behind) break;
                } else {
                    end_run(each, p, line);
                }
            }
            // That a member begins where its quote says is checked, not waited for.
            char const* const start = line.begin + quotes[0] - each->lead;
            if (start != p || !stands_at<Roomy>(start, line, each->before)) return false;
            char const* const value = start + each->before.size;
            if (value >= line.end) return false;
            quotes += 2; // the key's
            if (*value == '"') {
                p = line.begin + quotes[1] + 1;
                quotes += 2;
            } else if (*value <= '9') {
                p = line.begin + quotes[0] - each[1].lead; // where it should end
                if (!Roomy || !format::is_short_number(value, p))
                    p = format::plain_number_end(value, line.readable);
            } else if (*value == '{' || *value == '[') {
                format::line_place at{value, quotes};
                if (!format::pass_nested<format::max_depth - 1>(at, line.begin, line.end)) return false;
                p = at.p;
                quotes = at.quote;
            } else {
                p = format::literal_end(value, line.readable);
            }
            if (p == nullptr) return false;
            keep(into, *each, start, {value, static_cast<std::size_t>(p - value)});
        }
        return p <= line.end &&
               std::string_view(p, static_cast<std::size_t>(line.end - p)) == text_of(*behind);
    }

    /// Whether the line goes on with those bytes of the sample. `p` may lie behind the line.
    template <bool Roomy>
    [[nodiscard]] bool stands_at(char const* p, text_window line, stretch const& wanted) const
    {
        char const* const sample = sample_.data() + wanted.at;
        auto const size = static_cast<std::ptrdiff_t>(wanted.size);
        if (!Roomy && line.readable - p < size + slack)
            return line.readable - p >= size && std::memcmp(p, sample, wanted.size) == 0;
        if ((~format::equal_in_32(p, sample) & wanted.start) != 0) return false;
        return size <= 32 || std::memcmp(p + 32, sample + 32, wanted.size - 32) == 0;
    }

    static void keep(record& into, piece const& at, char const* start, std::string_view value)
    {
        if (at.column < column_count) [[likely]] {
            into.cells[at.column] = value;
            return;
        }
        char const* const quote = start + at.lead;
        into.foreign.push_back({{quote + 1, at.key_size},
                                value,
                                {quote, static_cast<std::size_t>(value.data() + value.size() - quote)}});
    }

    /// Keeps the members of a run that stands at `p`.
    static void keep_run(record& into, piece const* first, char const* p)
    {
        for (piece const* each = first; each != first + first->run; ++each) {
            char const* const start = p + (each->before.at - first->before.at);
            keep(into, *each, start, {start + each->before.size, each->value_size});
        }
    }

    /// Where the member stands at `p`, with another value than in the lines before, it is one that varies.
    [[gnu::noinline]] void end_run(piece const* at, char const* p, text_window line)
    {
        auto const whole = stretch_of(at->before.at, at[1].before.at + 1); // with what ends the value
        if (!stands_at<false>(p, line, at->before) || stands_at<false>(p, line, whole)) return;
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

    std::string sample_;
    std::vector<piece> pieces_;
    std::vector<columns_in_a_row> absent_; ///< those without a member
    std::uint32_t widest_ = 0;             ///< the largest size of any `before`
};

} // namespace tiktrack
