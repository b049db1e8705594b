// SPDX-License-Identifier: MIT
// What is due now, the most urgent first, and what is due next.
#pragma once

#include "due_cohorts.hpp"
#include "tiktrack/cohort/due_line.hpp"
#include "tiktrack/cohort/tracked_line.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace tiktrack::tt_due {

/// Something that is due.
struct entry {
    std::int64_t closes; ///< the last second of its window
    std::uint32_t cohort, row;
    std::uint8_t timepoint;
    cohort::verdict what;

    friend bool operator<(entry const& a, entry const& b) noexcept
    {
        return std::tie(a.closes, a.cohort, a.row, a.timepoint) <
               std::tie(b.closes, b.cohort, b.row, b.timepoint);
    }
};

/// Calls `take(entry)` for all that is due, in no order.
template <class Take>
void for_each_entry(cohorts const& all, settings const& set, cli::pipe& io, std::int64_t now, Take take)
{
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        auto const& one = *all[i];
        for_each_video(set, io, one, [&](std::size_t row) {
            one.plan.for_each_due(history_of(one.known.rows(), row), now, [&](cohort::due const& what) {
                take(entry{what.closes, i, static_cast<std::uint32_t>(row),
                           static_cast<std::uint8_t>(what.timepoint), what.what});
            });
        });
    }
}

/// All that is due, the window that closes first before the others.
[[nodiscard]] inline std::vector<entry> list_of(cohorts const& all, settings const& set, cli::pipe& io)
{
    auto const now = moment_of(set);
    std::size_t count = 0;
    for_each_entry(all, set, io, now, [&](entry const&) { ++count; });
    std::vector<entry> list;
    list.reserve(count); // there can be millions, and memory for twice as many is not to be wasted
    for_each_entry(all, set, io, now, [&](entry const& each) { list.push_back(each); });
    std::ranges::sort(list, std::less<>());
    return list;
}

inline void print_due(cohorts const& all, settings const& set, cli::pipe& io)
{
    struct writer {
        explicit writer(followed const& of) : lines(of.at), due(of.by.charter) {}
        cohort::tracked_lines lines;
        cohort::due_writer due;
    };
    std::vector<std::unique_ptr<writer>> writers;
    for (auto const& one : all) writers.push_back(std::make_unique<writer>(*one));
    format::text_buffer text;
    for (auto const& each : list_of(all, set, io)) {
        if (io.stop()) return;
        auto const& of = *all[each.cohort];
        auto const& rows = of.known.rows();
        auto const known = history_of(rows, each.row);
        auto const when = of.plan.window_of(known, each.timepoint).value_or(cohort::window{});
        text.clear();
        auto& to = *writers[each.cohort];
        auto const bad = to.due.append(text, to.lines.of(rows[each.row]), known,
                                       {each.timepoint, each.what, when.target, each.closes});
        if (bad)
            throw failure(failure_kind::io,
                          of.at.tracked_videos() + ": was written anew while it was read; run again");
        io.out().write(text.text());
    }
}

/// When something is due next; nothing where nothing ever is.
[[nodiscard]] inline std::optional<std::string> next_of(cohorts const& all, settings const& set,
                                                        cli::pipe& io)
{
    auto const now = moment_of(set);
    auto first = cohort::window::never;
    for (auto const& one : all)
        for_each_video(set, io, *one, [&](std::size_t row) {
            auto const at = one->plan.next(history_of(one->known.rows(), row), now, first);
            first = at.value_or(first);
        });
    if (first == cohort::window::never) return {};
    return iso8601(from_unix(first)).value_or(std::to_string(first));
}

inline void print_next(cohorts const& all, settings const& set, cli::pipe& io)
{
    if (auto const next = next_of(all, set, io)) io.out().write(*next + '\n');
}

inline void print_cohorts(cohorts const& all, settings const& set, cli::pipe& io)
{
    std::vector<std::optional<entry>> first(all.size()); // what is most urgent in each
    for_each_entry(all, set, io, moment_of(set), [&](entry const& each) {
        auto& most = first[each.cohort];
        if (!most || each < *most) most = each;
    });
    std::erase(first, std::nullopt);
    std::ranges::sort(first, std::less<>());
    for (auto const& each : first) io.out().write(all[each->cohort]->at.path + '\n');
}

} // namespace tiktrack::tt_due
