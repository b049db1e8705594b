// SPDX-License-Identifier: MIT
// Where tt-discover's videos go: to its output, or into a cohort, which is made where there is none.
#pragma once

#include "cohort_lock.hpp"
#include "discover_options.hpp"
#include "mend_cohort.hpp"
#include "tiktrack/cohort/journal.hpp"
#include "tiktrack/cohort/ledger.hpp"
#include "tiktrack/http/exchange.hpp"
#include "tiktrack/io/output.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::tt_discover {

/// The charter of a cohort that is to be made. @throws failure (usage) for a folder whose name is no cohort's
[[nodiscard]] inline cohort::charter new_charter(settings const& set, cohort::folder const& at,
                                                 std::string const& rule)
{
    auto const named = cohort::id_from_name(at);
    if (!named)
        throw failure(failure_kind::usage, at.path +
                                               ": a cohort's folder is called cohort_ and its id, as in " +
                                               "data/cohort_20261123_120000");
    if (set.cohort && *set.cohort != *named)
        throw failure(failure_kind::usage, "--cohort " + *set.cohort + " is not the id of --into " + at.path);
    cohort::charter made;
    made.id = *named;
    made.time_origin = set.time_origin.value_or("discovery");
    made.timepoints = set.timepoints.value_or(usual_timepoints());
    if (set.early) made.early = std::chrono::floor<std::chrono::seconds>(*set.early).count();
    if (set.tolerance) made.tolerance = std::chrono::floor<std::chrono::seconds>(*set.tolerance).count();
    made.rule = rule;
    return made;
}

/// @throws failure (usage) where an option contradicts what was chosen when the cohort was made
inline void check_charter(settings const& set, cohort::charter const& of, cohort::folder const& at)
{
    auto const property = [&](bool same, std::string const& option, std::string const& is) {
        if (!same)
            throw failure(failure_kind::usage, "--" + option + " was chosen when " + at.path +
                                                   " was made, and is " + is +
                                                   "; leave it out, or make another cohort");
    };
    property(!set.time_origin || *set.time_origin == of.time_origin, "time-origin", of.time_origin);
    property(!set.timepoints || *set.timepoints == of.timepoints, "timepoints",
             hours_list::show(of.timepoints));
    auto const seconds = [](auto const& span) {
        return std::chrono::floor<std::chrono::seconds>(span).count();
    };
    property(!set.early || seconds(*set.early) == of.early, "early", std::to_string(of.early) + "s");
    property(!set.tolerance || seconds(*set.tolerance) == of.tolerance, "tolerance",
             of.tolerance ? std::to_string(*of.tolerance) + "s" : "10 minutes, or a tenth of the target");
    property(!set.cohort || *set.cohort == of.id, "cohort", of.id);
}

/// A cohort that candidates are added to. Holds its lock while it lives.
class cohort_target {
public:
    /// @throws failure, std::system_error, cli::stopped
    cohort_target(settings const& set, std::string const& rule, instant now, fault_sink const& faults,
                  cli::pipe& io)
        : at_(cohort::folder_at(*set.into)), io_(io)
    {
        bool const there = cohort::is_cohort(at_);
        std::optional<cohort::charter> fresh;
        if (!there) {
            fresh = new_charter(set, at_, rule);
            if (std::filesystem::exists(at_.path) && !std::filesystem::is_directory(at_.path))
                throw failure(failure_kind::usage, at_.path + ": is no folder; name another one");
            std::filesystem::create_directories(at_.path);
        }
        lock_.emplace(lock_cohort(at_, set.wait, io));
        if (!cohort::is_cohort(at_)) make(*fresh);
        by_ = cohort::open_cohort(at_);
        if (there) check_charter(set, by_.charter, at_);
        first_ = label_of(by_.charter.timepoints.front());
        keeps_ = !mend_cohort(at_, by_.charter, faults, io).contains(first_);
        known_.emplace(at_, by_, faults);
        known_->catch_up();
        known_->save_if_worth_it();
        if (known_->damaged()) io.fail_later(exit_code(failure_kind::data));
        journal_.emplace(at_, by_.charter.id, spelled_options(options, set));
        if (set.limit_per_day) room_ = room(static_cast<std::size_t>(*set.limit_per_day), to_unix(now));
    }

    [[nodiscard]] std::string const& id() const noexcept { return by_.charter.id; }
    [[nodiscard]] bool tracks(std::string_view video) const { return known_->find(video).has_value(); }
    /// How many more videos may be added today.
    [[nodiscard]] std::size_t room() const noexcept { return room_; }

    /// Keeps an exchange. A list of videos is no outcome: it lies with the first timepoint's, where that is
    /// not damaged.
    void keep(http::answer const& what, std::int64_t now)
    {
        auto const response = http::archived_response(what);
        if (response.empty() || !keeps_) return;
        (void)journal_->keep(first_, what.request_head, response, what.url, now);
    }

    /// Adds a video, by its line with the line's end. @throws std::system_error
    void add(std::string_view line)
    {
        auto const path = at_.tracked_videos();
        if (!list_) list_ = io::open_file(path, O_WRONLY | O_APPEND);
        io::append_whole(list_.get(), line, io::size_of(list_.get(), path), path);
        ++added_;
    }

    /// Returns when everything is on the disk. @throws std::system_error
    void finish()
    {
        journal_->sync();
        if (list_ && ::fdatasync(list_.get()) != 0) io::throw_errno(at_.tracked_videos());
        io_.say(std::to_string(added_) + (added_ == 1 ? " video" : " videos") + " added to " + at_.path);
    }

private:
    /// Makes the list of videos with its first line, whole or not at all.
    void make(cohort::charter const& of)
    {
        auto list = io::output::beside(at_.tracked_videos());
        list.write(cohort::charter_line(of));
        list.finish();
        io::sync_folder(at_.path);
    }

    /// @param now Unix seconds: a day is the 24 hours before
    [[nodiscard]] std::size_t room(std::size_t limit, std::int64_t now) const
    {
        auto const& rows = known_->rows();
        std::size_t today = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) today += rows[row].discovered > now - 86'400;
        return limit - std::min(limit, today);
    }

    cohort::folder at_;
    cli::pipe& io_;
    std::optional<io::lock> lock_;
    cohort::chartered by_;
    std::optional<cohort::ledger> known_;
    std::optional<cohort::journal> journal_;
    std::string first_; ///< the label of the first timepoint
    bool keeps_ = true; ///< whether its archive can be written to
    io::fd list_;
    std::size_t room_ = std::numeric_limits<std::size_t>::max();
    std::uint64_t added_ = 0;
};

/// A transport whose answers are kept.
template <class Transport, class Keep>
class kept_transport {
public:
    /// Both must live longer than this. @param keep is given each answer
    kept_transport(Transport& by, Keep keep) : by_(by), keep_(std::move(keep)) {}

    [[nodiscard]] auto now() const { return by_.now(); }
    void start(std::size_t ticket, http::request const& what) { by_.start(ticket, what); }
    [[nodiscard]] auto wait(std::chrono::milliseconds until)
    {
        auto came = by_.wait(until);
        if (came) keep_(came->what);
        return came;
    }

private:
    Transport& by_;
    Keep keep_;
};

} // namespace tiktrack::tt_discover
