// SPDX-License-Identifier: MIT
// All that is known of a cohort's videos and outcomes, out of its files, with an index that is no truth of
// its own.
#pragma once

#include "tiktrack/base/fault.hpp"
#include "tiktrack/cohort/appended.hpp"
#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/cohort/ledger_file.hpp"
#include "tiktrack/cohort/recorded.hpp"
#include "tiktrack/cohort/row_slots.hpp"
#include "tiktrack/cohort/tracked_row.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tiktrack::cohort {

/// A cohort's rows. Reads nothing until it is told to catch up, and needs no lock: readers see whole lines.
class ledger {
public:
    /// @param faults takes each line that does not read, with its file and number
    /// @param by what `open_cohort` gave for the folder
    ledger(folder at, chartered const& by, fault_sink faults)
        : at_(std::move(at)), faults_(std::move(faults)), timepoints_(by.charter.timepoints.size()),
          charter_size_(by.line_size), rows_(timepoints_)
    {
        for (auto const hours : by.charter.timepoints) labels_.push_back(label_of(hours));
        auto const line = charter_line(by.charter);
        charter_hash_ = draw_bits(line.size(), line, by.line_size);
    }
    ledger(ledger const&) = delete;
    ledger& operator=(ledger const&) = delete;

    /// Reads what was appended since the last time; the first time, since the ledger's file was written.
    /// Where a file is no longer what was read, all is read anew.
    /// @throws failure (data) for a record of a newer schema; std::system_error where a file cannot be read
    void catch_up()
    {
        // What was recorded of a video stands behind its line, so its file is looked at last.
        std::vector<appended> outcomes;
        for (auto const& label : labels_) outcomes.emplace_back(at_.outcomes(label));
        appended const videos(at_.tracked_videos());
        auto const continues = [&] {
            if (state_.files.empty() || !videos.continues(state_.files[0])) return false;
            for (std::size_t i = 0; i < timepoints_; ++i)
                if (!outcomes[i].continues(state_.files[i + 1])) return false;
            return true;
        };
        if (state_.files.empty()) load();
        if (!continues()) start_anew(videos);
        auto const before = bytes_read();
        read_videos(videos);
        for (std::size_t i = 0; i < timepoints_; ++i) read_outcomes(outcomes[i], i);
        unsaved_ += bytes_read() - before;
        while (told_ < state_.faults.size()) faults_(state_.faults[told_++]);
    }

    /// Writes the ledger's file where so much was read that doing so again would take long. A folder that
    /// cannot be written goes without.
    void save_if_worth_it()
    {
        constexpr std::uint64_t long_read = std::uint64_t{4} << 20;
        constexpr std::size_t most_faults = 1000;
        if (unsaved_ < long_read || state_.faults.size() > most_faults) return;
        try {
            write_ledger(at_.ledger(), charter_hash_, state_, rows_);
            unsaved_ = 0;
        } catch (std::system_error const&) {
            unsaved_ = 0; // another try would fail as well
        }
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const
    {
        auto const id_at = [&](std::size_t row) { return rows_[row].id(); };
        if (auto const row = find_row(file_.slots, id, id_at)) return row;
        return find_row(added_, id, id_at);
    }

    [[nodiscard]] tracked_rows const& rows() const noexcept { return rows_; }

    /// An outcome that this process recorded; its line may be read later, too, which changes nothing more.
    void took(std::size_t row, std::size_t timepoint, recorded const& what)
    {
        auto& cell = rows_.cells(row)[timepoint];
        cell = after(cell, what.outcome, what.time);
        if (what.upload) rows_[row].saw_upload(*what.upload);
    }

    /// Requests that all recorded outcomes took, and those of them that were answered.
    [[nodiscard]] std::int64_t requests() const noexcept { return state_.requests; }
    [[nodiscard]] std::int64_t answers() const noexcept { return state_.answers; }

    /// Whether a line of the cohort does not read.
    [[nodiscard]] bool damaged() const noexcept
    {
        return std::ranges::any_of(state_.faults,
                                   [](fault const& each) { return each.weight == severity::bad_line; });
    }

private:
    void load()
    {
        file_ = ledger_file(at_.ledger(), charter_hash_, timepoints_);
        if (!file_) return;
        state_ = std::move(file_.state);
        rows_ = tracked_rows(timepoints_, file_.rows, file_.row_count);
    }

    void start_anew(appended const& videos)
    {
        file_ = ledger_file();
        rows_ = tracked_rows(timepoints_);
        added_.clear();
        state_ = {};
        state_.files.resize(timepoints_ + 1);
        state_.files[0] = videos.read_up_to(charter_size_, 1);
        told_ = 0;
    }

    [[nodiscard]] std::uint64_t bytes_read() const
    {
        std::uint64_t sum = 0;
        for (auto const& each : state_.files) sum += each.size;
        return sum;
    }

    void wrong(std::string const& file, std::uint64_t line, std::string why)
    {
        state_.faults.push_back({file, line, 0, std::move(why), severity::bad_line});
    }

    void read_videos(appended const& videos)
    {
        record_reader reader;
        videos.read_on(
            state_.files[0], reader,
            [&](record const& of, std::string_view line, std::uint64_t number, std::uint64_t place) {
                auto const id = as_id(of.cells["video_id"_col]);
                auto const discovered = get<"discovered_timestamp"_col>(of);
                if (!id || !is_video_id(*id) || !discovered)
                    return wrong(videos.path(), number,
                                 "is no tracked video: it has no video_id, or no discovered_timestamp");
                if (find(*id)) return;
                tracked_row made;
                made.set_id(*id);
                made.line_at = place;
                made.line_size = line.size();
                made.discovered = *discovered;
                if (auto const upload = upload_time(of)) {
                    made.upload = *upload;
                    made.upload_known = 1;
                }
                if (auto const upload = upload_seen(of)) made.saw_upload(*upload);
                add(made);
            },
            [&](fault found) { state_.faults.push_back(std::move(found)); });
    }

    void add(tracked_row const& made)
    {
        auto const row = rows_.size();
        rows_.add(made);
        auto const first = file_.row_count;
        if (slots_for(row + 1 - first) <= added_.size()) return put_row(added_, made.id(), row);
        added_.assign(slots_for(row + 1 - first), 0);
        for (auto each = first; each <= row; ++each) put_row(added_, rows_[each].id(), each);
    }

    void read_outcomes(appended const& outcomes, std::size_t timepoint)
    {
        record_reader reader;
        std::string why;
        outcomes.read_on(
            state_.files[timepoint + 1], reader,
            [&](record const& of, std::string_view, std::uint64_t number, std::uint64_t) {
                if (inside(of.cells["timepoint"_col]) != labels_[timepoint])
                    return wrong(outcomes.path(), number,
                                 "is no outcome of " + labels_[timepoint] + ", whose file this is");
                auto const what = recorded_of(of, why);
                if (!what) return wrong(outcomes.path(), number, why);
                auto const id = as_id(of.cells["video_id"_col]);
                auto const row = id ? find(*id) : std::nullopt;
                if (!row) return wrong(outcomes.path(), number, "is of a video that is not tracked");
                state_.requests += what->requests;
                state_.answers += what->answers;
                took(*row, timepoint, *what);
            },
            [&](fault found) { state_.faults.push_back(std::move(found)); });
    }

    folder at_;
    fault_sink faults_;
    std::size_t timepoints_;
    std::vector<std::string> labels_;
    std::uint64_t charter_size_;
    std::uint64_t charter_hash_ = 0;
    ledger_file file_;
    tracked_rows rows_;
    std::vector<std::uint32_t> added_; ///< slots of the rows that are not the file's
    ledger_state state_;
    std::size_t told_ = 0;      ///< faults that were told
    std::uint64_t unsaved_ = 0; ///< bytes that were read since the ledger's file was written
};

} // namespace tiktrack::cohort
