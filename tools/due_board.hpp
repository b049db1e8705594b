// SPDX-License-Identifier: MIT
// The board of cohorts, and the plan of what is still to be asked.
#pragma once

#include "due_list.hpp"
#include "tiktrack/cohort/plan.hpp"
#include "tiktrack/cohort/standing.hpp"
#include "tiktrack/cohort/traffic.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::tt_due {

/// A length of time as a person reads it: `45s`, `6m40s`, `1h05m`, `2d03h`.
[[nodiscard]] inline std::string spelled(double seconds)
{
    auto const all = std::llround(seconds);
    auto const two = [](long long large, char const* a, long long small, char const* b) {
        return std::to_string(large) + a + (small < 10 ? "0" : "") + std::to_string(small) + b;
    };
    if (all < 60) return std::to_string(all) + 's';
    if (all < 3600) return two(all / 60, "m", all % 60, "s");
    if (all < 86400) return two(all / 3600, "h", all / 60 % 60, "m");
    return two(all / 86400, "d", all / 3600 % 24, "h");
}

/// Rows of cells, in columns that are as wide as they have to be: the first to the left, others to the right.
[[nodiscard]] inline std::string in_columns(std::vector<std::vector<std::string>> const& rows)
{
    std::vector<std::size_t> width;
    for (auto const& row : rows) {
        width.resize(std::max(width.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) width[i] = std::max(width[i], row[i].size());
    }
    std::string text;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string const blanks(width[i] - row[i].size(), ' ');
            text += i == 0 ? row[i] + blanks : "  " + blanks + row[i];
        }
        text += '\n';
    }
    return text;
}

/// The plan of all cohorts, and what it was made with.
struct forecast {
    cohort::work_plan work;
    double refused = 0; ///< share of requests
    double each = 0;    ///< requests that an outcome takes
    std::string delay;

    forecast(cohorts const& all, settings const& set, cli::pipe& io)
    {
        auto const now = moment_of(set);
        auto const each_job = [&](auto take) {
            for (auto const& one : all)
                for_each_video(set, io, *one, [&](std::size_t row) {
                    for_each_job(one->by.charter, one->plan, history_of(one->known.rows(), row), now, take);
                });
        };
        std::size_t count = 0;
        each_job([&](cohort::job const&) { ++count; });
        work.reserve(count);
        each_job([&](cohort::job const& job) { work.add(job); });
        std::int64_t requests = 0, answers = 0;
        for (auto const& one : all) {
            requests += one->known.requests();
            answers += one->known.answers();
        }
        refused = set.refusals.value_or(cohort::share_refused(requests, answers));
        each = 1 / (1 - refused);
        delay = cli::up_to_an_hour::show(set.delay);
        work.run(now, each * seconds(set));
    }

    [[nodiscard]] static double seconds(settings const& set)
    {
        return std::chrono::duration<double>(set.delay).count();
    }

    /// What it goes by: `at 2s and 50 % refused`.
    [[nodiscard]] std::string premise() const
    {
        return "at " + delay + " from request to request and " + std::to_string(std::llround(100 * refused)) +
               " % refused";
    }

    /// One line for each timepoint that cannot be met, or one that says that there is none.
    [[nodiscard]] std::string verdict() const
    {
        std::string text;
        for (auto const& [hours, of] : work.prospects())
            if (of.late > 0)
                text += label_of(hours) + " cannot be met for " + std::to_string(of.late) + " of " +
                        std::to_string(of.jobs) + " videos " + premise() + '\n';
        return text.empty() ? "every timepoint can be met " + premise() + '\n' : text;
    }
};

inline void print_plan(cohorts const& all, settings const& set, cli::pipe& io)
{
    forecast const made(all, set, io);
    std::vector<std::vector<std::string>> rows = {{"hour from", "videos", "requests", "they take"}};
    for (auto const& [hour, jobs] : made.work.by_hour()) {
        double const requests = std::ceil(static_cast<double>(jobs) * made.each);
        rows.push_back({iso8601(from_unix(hour)).value_or(std::to_string(hour)), std::to_string(jobs),
                        std::to_string(std::llround(requests)), spelled(requests * forecast::seconds(set))});
    }
    io.out().write((rows.size() > 1 ? in_columns(rows) : "nothing is left to be asked\n") + made.verdict());
}

inline void print_board(cohorts const& all, settings const& set, cli::pipe& io)
{
    auto const now = moment_of(set);
    cohort::traffic lately;
    for (auto const& one : all) {
        auto const& by = one->by.charter;
        std::vector<cohort::standing> counts(by.timepoints.size());
        std::uint64_t videos = 0;
        for_each_video(set, io, *one, [&](std::size_t row) {
            count_in(counts, one->plan, history_of(one->known.rows(), row), now);
            ++videos;
        });
        std::vector<std::vector<std::string>> rows = {
            {"", "ok", "gone", "again", "due", "missed", "past", "waiting"}};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            auto const label = label_of(by.timepoints[i]);
            auto const& of = counts[i];
            rows.push_back({label});
            for (auto const count :
                 {of.ok, of.gone, of.again, of.due, of.missed, of.already_past, of.waiting})
                rows.back().push_back(std::to_string(count));
            lately += cohort::traffic_since(one->at.outcomes(label), now - 3600);
        }
        io.out().write("cohort " + by.id + ": " + std::to_string(videos) +
                       (videos == 1 ? " video" : " videos") + ", hours count from the " +
                       (by.from_upload() ? "upload" : "first measurement") + '\n' + in_columns(rows) + '\n');
    }
    io.out().write("next due:  " + next_of(all, set, io).value_or("nothing any more") + '\n');
    io.out().write("last hour: " + std::to_string(lately.requests - lately.answers) + " of " +
                   std::to_string(lately.requests) + " requests refused\n");
    auto const verdict = forecast(all, set, io).verdict();
    for (std::string_view rest = verdict; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
        io.out().write((rest.size() == verdict.size() ? "plan:      " : "           ") +
                       std::string(rest.substr(0, rest.find('\n') + 1)));
}

} // namespace tiktrack::tt_due
