// SPDX-License-Identifier: MIT
// A cohort that tt-snapshot writes to: what is to be asked, judged under its lock, and where outcomes go.
#pragma once

#include "cohort_lock.hpp"
#include "mend_cohort.hpp"
#include "snapshot_options.hpp"
#include "tiktrack/cohort/journal.hpp"
#include "tiktrack/cohort/ledger.hpp"
#include "tiktrack/cohort/schedule.hpp"
#include "tiktrack/cohort/tracked_line.hpp"
#include "tiktrack/fetch/outcome_sink.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// Holds the cohort's lock while it lives.
class cohort_sink final : public fetch::outcome_sink {
public:
    /// Opens a cohort, waits for its lock, mends what a kill left.
    /// @param how of the run; outlives this @param options of the run, for the archive
    /// @throws failure, std::system_error, cli::stopped
    cohort_sink(cohort::folder at, std::chrono::milliseconds wait, fetch::snapshot_settings const& how,
                std::string options, fault_sink const& faults, cli::pipe& io)
        : at_(std::move(at)), how_(how), io_(io), by_(cohort::open_cohort(at_)), schedule_(by_.charter),
          known_(at_, by_, faults), journal_(at_, by_.charter.id, std::move(options))
    {
        known_.catch_up(); // what takes long is done before anybody has to wait for the lock
        known_.save_if_worth_it();
        lock_ = lock_cohort(at_, wait, io);
        damaged_ = mend_cohort(at_, by_.charter, faults, io);
        known_.catch_up();
        if (known_.damaged()) io_.fail_later(exit_code(failure_kind::data));
    }

    /// The video of a line as the cohort knows it, if it is to be asked for, or to be written down unasked.
    /// What is wrong with the line goes to `refuse(why)`. @throws failure (usage)
    template <class Refuse>
    [[nodiscard]] std::optional<fetch::tracked_video> wanted(fetch::asked_line const& line,
                                                             std::string_view text, Refuse refuse)
    {
        auto const label = fetch::label_of(line.of, how_.timepoint);
        if (!label) throw failure(failure_kind::usage, fetch::why_no_label(line.id));
        auto const row = known_.find(line.id);
        if (!row)
            return refuse("is not tracked in " + at_.path + "; tt-discover --into adds videos"), std::nullopt;
        auto const timepoint = cohort::find_timepoint(by_.charter, *label);
        if (!timepoint) return refuse(*label + " is no timepoint of " + at_.path), std::nullopt;
        if (damaged_.contains(*label)) return ++left_[at_.outcomes(*label) + " is damaged"], std::nullopt;
        if (!seen_.emplace(*row, *timepoint).second) return ++left_["named twice"], std::nullopt;
        auto const past = cohort::history_of(known_.rows(), *row);
        using enum cohort::verdict;
        auto const what = schedule_.judge(past, *timepoint, now());
        switch (what) {
        case final: return ++left_["measured already"], std::nullopt;
        case too_early_for_second_look:
            return ++left_["said to be gone less than 10 minutes ago"], std::nullopt;
        case not_open_yet: return ++left_["not due yet"], std::nullopt;
        default: break;
        }
        auto const when = schedule_.window_of(past, *timepoint);
        fetch::timing timing{*label, by_.charter.time_origin, by_.charter.timepoints[*timepoint],
                             schedule_.origin(past), by_.charter.tolerance};
        fetch::tracked_video made(line, text, std::move(timing), false);
        if (line.of == nullptr) made.line = cohort::tracked_lines(at_).of(known_.rows()[*row]);
        if (when) made.closes = when->closes;
        if (what != fetch) made.over = what == missed ? "missed" : "already_past";
        return made;
    }

    [[nodiscard]] std::optional<fetch::archived_at> keep(std::string_view timepoint, http::answer const& what,
                                                         std::int64_t now) override
    {
        auto const response = http::archived_response(what);
        if (response.empty()) return {};
        auto const at = journal_.keep(std::string(timepoint), what.request_head, response, what.url, now);
        return fetch::archived_at{at.id, at.offset};
    }

    [[nodiscard]] std::string raw_ref(std::string_view timepoint, std::int64_t now) override
    {
        return journal_.next_raw_ref(std::string(timepoint), now);
    }

    void write(fetch::outcome const& what) override
    {
        if (what.status == "skipped" && what.of.over.empty())
            return; // nothing was learned: the next run asks
        auto const& label = what.of.when.label;
        std::vector<cohort::exchange_ref> from;
        for (auto const each : fetch::all_sites)
            if (auto const& kept = what.of.answers[fetch::index(each)];
                what.from[fetch::index(each)] && kept->where)
                from.push_back({kept->where->offset, kept->where->id});
        journal_.take(
            label, what.line,
            fetch::archived_outcome(what, {label + ".jsonl", journal_.next_place(label)}, how_, reader_),
            from, source::video_address(what.of.name, what.of.id), what.now);
        note(what);
    }

    /// To be called again and again: what was written is on the disk within a second.
    void keep_up()
    {
        using clock = std::chrono::steady_clock;
        if (!journal_.waiting()) return since_.reset();
        if (!since_) since_ = clock::now();
        if (clock::now() - *since_ >= half_a_second) sync();
    }
    void sync()
    {
        journal_.sync();
        since_.reset();
    }
    /// Whether something waits for the disk.
    [[nodiscard]] bool waiting() const noexcept { return journal_.waiting(); }

    /// What was not asked for, and why, in words; empty where there is nothing to tell.
    [[nodiscard]] std::string left() const
    {
        std::string words;
        for (auto const& [why, count] : left_)
            words += (words.empty() ? "" : ", ") + std::to_string(count) + ' ' + why;
        return words;
    }

    static constexpr std::chrono::milliseconds half_a_second{500};

private:
    [[nodiscard]] std::int64_t now() const { return to_unix(io_.now()); }

    /// What this run learned counts for the rest of it.
    void note(fetch::outcome const& what)
    {
        record of;
        std::string why;
        (void)reader_.read(what.line.substr(0, what.line.size() - 1), of);
        auto const row = known_.find(what.of.id);
        auto const timepoint = cohort::find_timepoint(by_.charter, what.of.when.label);
        if (auto const told = cohort::recorded_of(of, why); told && row && timepoint)
            known_.took(*row, *timepoint, *told);
    }

    cohort::folder at_;
    fetch::snapshot_settings const& how_;
    cli::pipe& io_;
    cohort::chartered by_;
    cohort::schedule schedule_;
    cohort::ledger known_;
    cohort::journal journal_;
    std::optional<io::lock> lock_;
    std::set<std::string> damaged_;                      ///< timepoints that are not written to
    std::set<std::pair<std::size_t, std::size_t>> seen_; ///< rows and timepoints of this run's lines
    std::map<std::string, std::uint64_t> left_;
    record_reader reader_;
    std::optional<std::chrono::steady_clock::time_point> since_; ///< something waits for the disk
};

} // namespace tiktrack
