// SPDX-License-Identifier: MIT
// JSON Lines in, the same lines sorted and with the series columns out: what tt-velocity does, as a function.
#pragma once

#include "tiktrack/io/output.hpp"
#include "tiktrack/math/print_number.hpp"
#include "tiktrack/study/series_walk.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <string_view>
#include <vector>

namespace tiktrack {

/// What tt-velocity can be told.
struct velocity_settings {
    metric_settings metrics;
    unsigned threads = 1;
    std::size_t longest_line = usual_longest_line;
};

namespace detail {

/// Appends the series columns and ends the line. `first`: no member stands before them.
inline void append_series(format::text_buffer& to, series_values const& values, bool first)
{
    // In the order of the table, as the assertion below says.
    std::array<double, 9> const numbers = {
        values.hours_since_first,  values.views_velocity,       values.likes_velocity,
        values.views_growth_pct,   values.views_velocity_bound, values.likes_velocity_bound,
        values.views_acceleration, values.views_log_growth,     values.views_doubling_hours};
    static_assert(column_count - first_series_column == numbers.size() + 1);
    static_assert(columns[first_series_column + 6].key == "views_acceleration");
    constexpr std::size_t most = spelled_key::most + printed_number_size;
    char* out = to.room(most * (numbers.size() + 1) + 32 * series_flag_names.size());
    auto const put = [&](std::string_view text) {
        std::memcpy(out, text.data(), text.size());
        out += text.size();
    };
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        out = spelled_keys[first_series_column + i].write(out, first);
        if (std::isfinite(numbers[i]))
            out = print_number(out, numbers[i]);
        else
            put("null");
        first = false;
    }
    put(",\"series_flags\":[");
    bool first_flag = true;
    for (std::size_t i = 0; values.flags != 0 && i < series_flag_names.size(); ++i) {
        if (!values.has(static_cast<series_flag>(i))) continue;
        put(first_flag ? "\"" : ",\"");
        put(series_flag_names[i]);
        put("\"");
        first_flag = false;
    }
    put("]}\n");
    to.end_at(out);
}

} // namespace detail

/// Writes all rows of an index with their series columns. Sorts it first.
inline void write_series(row_index& index, io::output& to, velocity_settings const& set,
                         std::atomic<bool> const* stop = nullptr)
{
    constexpr std::size_t bytes_at_once = 256 * 1024;
    static constexpr std::size_t most_ahead = 2048;
    index.sort();
    series_walk walk(index, set.metrics);
    using batch = std::vector<measured_row>;
    auto const take = [&](batch& into) {
        into.clear();
        if (stop != nullptr && stop->load()) return false;
        std::size_t bytes = 0;
        for (measured_row each; bytes < bytes_at_once && walk.next(each); bytes += each.line.size())
            into.push_back(each);
        return !into.empty();
    };
    auto const make_worker = [&] {
        return [reader = record_reader(), scratch = record(),
                made = std::make_unique<draft>()](batch const& rows, format::text_buffer& text) mutable {
            text.clear();
            for (std::size_t i = 0; i < rows.size(); ++i) {
                // Sorted lines lie anywhere in their inputs: they are asked for before they are looked
                // at. (Not a function of its own: gcc takes one that does no more for one that does
                // nothing.)
                auto const ahead = i + 2 < rows.size() ? rows[i + 2].line : std::string_view();
                for (std::size_t at = 0; at < std::min(ahead.size(), most_ahead); at += 64)
                    __builtin_prefetch(ahead.data() + at);
                auto const& each = rows[i];
                if (each.plain) {
                    text.append(without_brace(each.line));
                } else {
                    (void)reader.read({each.line.data(), each.line.data() + each.line.size(), each.readable},
                                      scratch);
                    append_spliced(text, scratch, each.line, *made);
                }
                detail::append_series(text, each.values, text.text().ends_with('{'));
            }
        };
    };
    format::in_order<batch, format::text_buffer>(set.threads, make_worker, take,
                                                 [&](format::text_buffer& text) { to.write(text.text()); });
    index.source.check_unchanged();
}

} // namespace tiktrack
