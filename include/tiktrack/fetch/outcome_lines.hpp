// SPDX-License-Identifier: MIT
// The answers about a video as one outcome record's line.
#pragma once

#include "tiktrack/fetch/observed_answers.hpp"
#include "tiktrack/fetch/other_kinds.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/snapshot_settings.hpp"
#include "tiktrack/fetch/step.hpp"
#include "tiktrack/fetch/tracked_video.hpp"
#include "tiktrack/model/write.hpp"
#include "tiktrack/source/complete.hpp"

#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// Why a video was not asked for, as `status_detail` says it.
[[nodiscard]] inline std::string why_skipped(stop_reason why)
{
    if (why == stop_reason::none) return "late: the window of its timepoint closed before its turn came";
    bool const used_up = why == stop_reason::budget || why == stop_reason::out_of_time;
    return (used_up ? "budget: " : "stop: ") + std::string(describe(why));
}

/// Reads answers, keeps them with their videos, and makes the line of a video that has ended.
class outcome_lines {
public:
    /// `set` must live longer than this. @param say gets what is worth saying about an answer
    outcome_lines(snapshot_settings const& set, source::outcomes::speaker say)
        : set_(set), answers_(std::move(say), set.keep_raw, set.base, set.counts)
    {
    }

    /// Reads an answer. @return its status, valid until the next one
    [[nodiscard]] std::string_view read(http::answer const& from, std::string_view id)
    {
        return answers_.read(from, id);
    }

    /// Keeps what was read last, of that video from that source. @param at when it arrived, Unix seconds
    void keep(tracked_video& with, site from, std::int64_t at, std::optional<archived_at> where)
    {
        with.answers[index(from)] = answers_.keep(at, std::move(where));
        with.last = from;
    }

    /// The outcome of a video that has ended. Valid until the next one.
    /// @param now in Unix seconds @param raw_ref where an archive will have it; empty: nowhere
    [[nodiscard]] std::string_view line(tracked_video const& of, ending how, unsigned attempts,
                                        stop_reason stopped, std::int64_t now, std::string_view raw_ref)
    {
        record old;
        if (!of.line.empty()) (void)reader_.read(std::string_view(of.line), old);
        drop_other_kinds(old, [](std::string_view, std::string_view) {}); // it was said when it was read
        auto const [made, at, from] = observed(of, how, stopped, now);
        from_ = from;
        auto& cells = made.made.cells;
        made.made.foreign = old.foreign;
        for (auto const i : {"cohort_id"_col, "discovered_timestamp"_col, "discovered_via"_col})
            made.view(i, old.cells[i]);
        if (set_.cohort && is_null(old.cells["cohort_id"_col])) made.set_text("cohort_id"_col, *set_.cohort);
        if (set_.vantage) made.set_text("vantage"_col, *set_.vantage);
        made.set_text("video_id"_col, of.id);
        made.set("attempts"_col, std::int64_t{attempts});
        made.set("collection_timestamp"_col, at);
        auto when = of.when;
        bool const told = cells["upload_source"_col] == "\"platform\"";
        if (when.time_origin == "upload" && (told || !when.origin)) when.origin = upload_time(made.made);
        set_timing(made, when, at);
        if (!of.over.empty()) made.set_text("schedule_status"_col, of.over);
        if (!raw_ref.empty()) made.set_text("raw_ref"_col, raw_ref);
        if (cells["status"_col] != "\"ok\"") {
            made.view("video_url"_col, old.cells["video_url"_col]);
            if (is_null(cells["video_url"_col]))
                made.set_text("video_url"_col, source::video_address(of.name, of.id));
            for (auto const i : source::upload_columns) made.view(i, old.cells[i]);
        }
        source::complete(made);
        status_ = inside(cells["status"_col]);
        line_.clear();
        append_line(line_, made.made);
        return line_.text();
    }

    /// The status of the line that was made last, and the sources whose answers it comes from.
    [[nodiscard]] std::string const& status() const noexcept { return status_; }
    [[nodiscard]] std::array<bool, 2> from() const noexcept { return from_; }

private:
    /// What was observed, and when.
    [[nodiscard]] observation observed(tracked_video const& of, ending how, stop_reason stopped,
                                       std::int64_t now)
    {
        auto const none = [&](std::string_view status, std::string_view detail) {
            return observation{answers_.none(status, detail), now, {}};
        };
        if (!of.over.empty()) return none("skipped", of.over);
        if (how == ending::unanswered) return none("skipped", why_skipped(stopped));
        if (how == ending::disbelieved)
            return none("challenged",
                        "said to be gone, but the canary was not seen, so this is not believed");
        return answers_.of(of.answers, of.last);
    }

    snapshot_settings const& set_;
    observed_answers answers_;
    record_reader reader_; ///< of the lines that came in
    format::text_buffer line_;
    std::string status_;
    std::array<bool, 2> from_{};
};

} // namespace tiktrack::fetch
