// SPDX-License-Identifier: MIT
// The cohorts that tt-due was given, read as far as they were written.
#pragma once

#include "cli/pipe.hpp"
#include "due_options.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/cohort/ledger.hpp"
#include "tiktrack/cohort/schedule.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace tiktrack::tt_due {

/// A cohort with all that is known of it.
struct followed {
    followed(cohort::folder where, fault_sink const& faults)
        : at(std::move(where)), by(cohort::open_cohort(at)), plan(by.charter), known(at, by, faults)
    {
    }
    cohort::folder at;
    cohort::chartered by;
    cohort::schedule plan;
    cohort::ledger known;
};
using cohorts = std::vector<std::unique_ptr<followed>>;

/// Reads all of them, each once. What is wrong with one is said, and the others are still read.
[[nodiscard]] inline cohorts read_cohorts(settings const& set, cli::pipe& io)
{
    if (!io.any_named())
        throw failure(failure_kind::usage,
                      "name the folder of a cohort; tt-discover --into FOLDER makes one");
    cohorts all;
    std::set<std::filesystem::path> seen;
    for (auto const& operand : io.inputs()) {
        if (io.stop()) break;
        try {
            if (!seen.insert(std::filesystem::weakly_canonical(operand)).second) continue;
            auto one = std::make_unique<followed>(cohort::folder_at(operand), io.sink());
            one->known.catch_up();
            one->known.save_if_worth_it();
            if (one->known.damaged()) io.fail_later(exit_code(failure_kind::data));
            all.push_back(std::move(one));
        } catch (std::system_error const& error) {
            io.say(error.what());
            io.fail_later(exit_code(failure_kind::io));
        } catch (failure const& refused) {
            if (set.strict) throw;
            io.say(refused.what());
            io.fail_later(exit_code(refused.kind));
        }
    }
    return all;
}

/// The moment that is asked about, Unix seconds.
[[nodiscard]] inline std::int64_t moment_of(settings const& set)
{
    return to_unix(set.now.value_or(instant{}));
}

/// Calls `take(row)` for each video of the shard that was asked for, until the user asks for an end.
template <class Take>
void for_each_video(settings const& set, cli::pipe& io, followed const& of, Take take)
{
    auto const& rows = of.known.rows();
    for (std::size_t row = 0; row < rows.size() && !io.stop(); ++row)
        if (!set.shard || cohort::hash_of_id(rows[row].id()) % set.shard->of == set.shard->number - 1)
            take(row);
}

} // namespace tiktrack::tt_due
