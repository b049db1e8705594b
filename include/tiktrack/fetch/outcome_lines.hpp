// SPDX-License-Identifier: MIT
// The answers about a video as one outcome record's line.
#pragma once

#include "tiktrack/fetch/snapshot_settings.hpp"
#include "tiktrack/fetch/step.hpp"
#include "tiktrack/fetch/tracked_video.hpp"
#include "tiktrack/fetch/verdict.hpp"
#include "tiktrack/fetch/video_answer.hpp"
#include "tiktrack/model/write.hpp"
#include "tiktrack/source/complete.hpp"
#include "tiktrack/source/merge.hpp"

#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// Why a video was not asked for, as `status_detail` says it.
[[nodiscard]] constexpr std::string_view why_skipped(stop_reason why) noexcept
{
    switch (why) {
    case stop_reason::told_to_stay_away:
        return "stop: the host asked to be left alone for longer than --max-wait";
    case stop_reason::refused_in_a_row: return "stop: the host refused again and again";
    case stop_reason::challenged: return "stop: every source is challenged";
    case stop_reason::budget: return "budget: --max-requests is used up";
    case stop_reason::interrupted: return "stop: interrupted";
    case stop_reason::none: break;
    }
    return "";
}

/// Reads answers, keeps them with their videos, and makes the line of a video that has ended.
class outcome_lines {
public:
    /// `set` must live longer than this. @param say gets what is worth saying about an answer
    outcome_lines(snapshot_settings const& set, source::outcomes::speaker say)
        : set_(set), answers_(std::move(say), set.keep_raw, set.base)
    {
    }

    /// Reads an answer. @return its status
    [[nodiscard]] std::string_view read(http::answer const& from, std::string_view id)
    {
        last_ = &answers_.read(from, id);
        return inside(last_->made.cells["status"_col]);
    }

    /// Keeps what was read last, of that video from that source.
    void keep(tracked_video& with, site from, std::int64_t at)
    {
        line_.clear();
        append_line(line_, last_->made);
        with.answers[index(from)] = kept_answer{std::string(line_.text()), last_->odd, at};
        with.last = from;
    }

    /// The outcome of a video that has ended. Valid until the next one. @param now in Unix seconds
    [[nodiscard]] std::string_view line(tracked_video const& of, ending how, unsigned attempts,
                                        stop_reason stopped, std::int64_t now)
    {
        record old;
        if (!of.line.empty()) (void)reader_.read(std::string_view(of.line), old);
        draft& made = observed(of, how, stopped, now);
        auto& cells = made.made.cells;
        made.made.foreign = old.foreign;
        for (auto const i : {"cohort_id"_col, "discovered_timestamp"_col, "discovered_via"_col})
            made.view(i, old.cells[i]);
        if (set_.cohort && is_null(old.cells["cohort_id"_col])) made.set_text("cohort_id"_col, *set_.cohort);
        if (set_.vantage) made.set_text("vantage"_col, *set_.vantage);
        made.set_text("video_id"_col, of.id);
        made.set("attempts"_col, std::int64_t{attempts});
        made.set("collection_timestamp"_col, at_);
        auto when = of.when;
        if (when.time_origin == "upload" && !when.origin) when.origin = upload_time(made.made);
        set_timing(made, when, at_);
        if (!of.over.empty()) made.set_text("schedule_status"_col, of.over);
        if (cells["status"_col] != "\"ok\"") {
            made.view("video_url"_col, old.cells["video_url"_col]);
            if (is_null(cells["video_url"_col]))
                made.set_text("video_url"_col, source::video_address(of.name, of.id));
            for (auto const i : {"upload_timestamp"_col, "upload_source"_col}) made.view(i, old.cells[i]);
        }
        source::complete(made);
        status_ = inside(cells["status"_col]);
        line_.clear();
        append_line(line_, made.made);
        return line_.text();
    }

    /// The status of the line that was made last.
    [[nodiscard]] std::string const& status() const noexcept { return status_; }

private:
    /// What was observed, and when: the answers that show the video, merged; else the one that says why not.
    [[nodiscard]] draft& observed(tracked_video const& of, ending how, stop_reason stopped, std::int64_t now)
    {
        at_ = now;
        if (!of.over.empty()) return failed("skipped", of.over);
        if (how == ending::unanswered) return failed("skipped", why_skipped(stopped));
        if (how == ending::disbelieved)
            return failed("challenged",
                          "said to be gone, but the canary was not seen, so this is not believed");
        bool shown[2] = {}, gone[2] = {};
        for (auto const from : all_sites) {
            auto const& kept = of.answers[index(from)];
            if (!kept) continue;
            read_again(*kept, from);
            auto const word = inside(drafts_[index(from)].made.cells["status"_col]);
            shown[index(from)] = word == "ok";
            gone[index(from)] = verdict_of(word) == verdict::gone;
        }
        if (shown[0] && shown[1]) return merged(of);
        auto best = of.last;
        for (auto const from : all_sites)
            if (shown[index(from)] || (gone[index(from)] && !shown[index(other_than(from))])) best = from;
        at_ = of.answers[index(best)]->at;
        return drafts_[index(best)];
    }

    [[nodiscard]] draft& failed(std::string_view status, std::string_view detail)
    {
        draft& made = drafts_[0];
        made.clear();
        made.set_text("status"_col, status);
        if (!detail.empty()) made.set_text("status_detail"_col, detail);
        return made;
    }

    void read_again(kept_answer const& kept, site from)
    {
        draft& made = drafts_[index(from)];
        made.clear();
        (void)readers_[index(from)].read(std::string_view(kept.line), made.made);
        for (auto& cell : made.made.cells)
            if (is_null(cell)) cell = {}; // as an adapter leaves what it does not find
        made.odd = kept.odd;
    }

    [[nodiscard]] draft& merged(tracked_video const& of)
    {
        auto& [embed, page] = drafts_;
        auto const first = embed.made.cells["raw"_col], second = page.made.cells["raw"_col];
        source::merge_page(embed, page);
        bool const by_page = embed.made.cells["views"_col].data() == page.made.cells["views"_col].data();
        at_ = of.answers[index(by_page ? site::page : site::embed)]->at;
        if (!is_null(first) && !is_null(second))
            embed.copy("raw"_col,
                       std::string(first.substr(0, first.size() - 1)) + "," + std::string(second.substr(1)));
        return embed;
    }

    snapshot_settings const& set_;
    video_answers answers_;
    draft* last_ = nullptr;
    std::array<draft, 2> drafts_;
    std::array<record_reader, 2> readers_; ///< of kept answers
    record_reader reader_;                 ///< of the lines that came in
    format::text_buffer line_;
    std::int64_t at_ = 0;
    std::string status_;
};

} // namespace tiktrack::fetch
