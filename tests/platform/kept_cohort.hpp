// SPDX-License-Identifier: MIT
// A cohort whose files lie in a folder of its own: who is tracked, what is due, what was measured on time.
#pragma once

#include "../support.hpp"
#include "tiktrack/cohort/due_line.hpp"
#include "tiktrack/cohort/ledger.hpp"
#include "tiktrack/cohort/tracked_line.hpp"
#include "tiktrack/fetch/discover.hpp"
#include "tiktrack/fetch/outcome_sink.hpp"
#include "tiktrack/fetch/select.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::stand_in {

/// The cohort, whose hours count from the upload. Its folder goes away with it; nothing is archived.
class kept_cohort final : public fetch::outcome_sink {
public:
    /// Something that is due.
    struct entry {
        cohort::due what;
        std::size_t row;
    };

    /// @param rule which videos enter
    explicit kept_cohort(fetch::selection_rule rule)
        : rule_(std::move(rule)), by_(made(at_, rule_)), plan_(by_.charter), known_(at_, by_, broken)
    {
    }

    [[nodiscard]] std::string const& id() const noexcept { return by_.charter.id; }
    [[nodiscard]] bool tracks(std::string_view id) const { return known_.find(id).has_value(); }
    /// The videos whose hour 1 was measured on time.
    [[nodiscard]] std::set<std::string> const& on_time() const noexcept { return on_time_; }

    /// Chooses of what was found, as tt-discover --into does. @param start of its run
    void choose(fetch::discovery const& found, instant start)
    {
        std::vector<fetch::candidate const*> all;
        std::vector<fetch::candidate_facts> facts;
        for (auto const& page : found.pages)
            for (auto const& each : page.last.found)
                if (!tracks(each.facts.id)) {
                    all.push_back(&each);
                    facts.push_back(each.facts);
                }
        auto const chosen = fetch::select(facts, rule_, start);
        format::text_buffer lines;
        for (auto const& each : chosen.chosen) {
            auto const& of = *all[each.candidate];
            fetch::append_chosen(lines, of,
                                 {of.source, spelled(rule_), rule_.seed, each.band, each.rank, chosen.pool},
                                 reader_, false);
        }
        append(at_.tracked_videos(), lines.text());
        known_.catch_up();
    }

    /// What is due, as tt-due lists it: what closes first comes first. @param now Unix seconds
    [[nodiscard]] std::vector<entry> due(std::int64_t now) const
    {
        std::vector<entry> list;
        for (std::size_t row = 0; row < known_.rows().size(); ++row)
            plan_.for_each_due(cohort::history_of(known_.rows(), row), now, [&](cohort::due const& what) {
                list.push_back({what, row});
            });
        std::ranges::stable_sort(list, {}, [](entry const& each) { return each.what.closes; });
        return list;
    }

    /// The video of an entry by its line, if it is to be asked for, or to be written down unasked, as
    /// tt-snapshot --into judges when its turn comes.
    [[nodiscard]] std::optional<fetch::tracked_video> wanted(entry const& of, std::int64_t now)
    {
        using enum cohort::verdict;
        auto const past = cohort::history_of(known_.rows(), of.row);
        auto const timepoint = of.what.timepoint;
        auto const what = plan_.judge(past, timepoint, now);
        bool const over = what == missed || what == already_past;
        if (what != fetch && !over) return {};
        format::text_buffer line;
        (void)writer_.append(line, cohort::tracked_lines(at_).of(known_.rows()[of.row]), past, of.what);
        auto const hours = by_.charter.timepoints[timepoint];
        fetch::timing when{label_of(hours), by_.charter.time_origin, hours, plan_.origin(past)};
        fetch::tracked_video made(asked_.read(line.text()), line.text(), std::move(when), false);
        if (auto const open = plan_.window_of(past, timepoint)) made.closes = open->closes;
        if (over) made.over = what == missed ? "missed" : "already_past";
        return made;
    }

    void write(fetch::outcome const& what) override
    {
        if (what.status == "skipped" && what.of.over.empty()) return;
        auto const& label = what.of.when.label;
        append(at_.outcomes(label), what.line);
        record of;
        std::string why;
        (void)reader_.read(what.line.substr(0, what.line.size() - 1), of); // a line of our own
        auto const row = known_.find(what.of.id);
        auto const timepoint = cohort::find_timepoint(by_.charter, label);
        if (auto const told = cohort::recorded_of(of, why); told && row && timepoint)
            known_.took(*row, *timepoint, *told);
        if (label == "hour_1" && what.status == "ok" && get<"schedule_status"_col>(of) == "on_time")
            on_time_.insert(what.of.id);
    }

private:
    static void broken(fault const& found) { throw failure(failure_kind::data, found.why); }
    static void append(std::string const& path, std::string_view text)
    {
        std::ofstream(path, std::ios::binary | std::ios::app) << text;
    }
    static cohort::chartered made(cohort::folder const& at, fetch::selection_rule const& rule)
    {
        std::filesystem::create_directories(at.path);
        cohort::charter by;
        by.id = "watched";
        by.time_origin = "upload";
        by.timepoints = usual_timepoints();
        by.rule = spelled(rule);
        append(at.tracked_videos(), cohort::charter_line(by));
        return cohort::open_cohort(at);
    }

    support::temporary_folder home_;
    cohort::folder at_ = cohort::folder_at(home_ / "cohort_watched");
    fetch::selection_rule rule_;
    cohort::chartered by_;
    cohort::schedule plan_;
    cohort::ledger known_;
    cohort::due_writer writer_{by_.charter};
    fetch::asked_line_reader asked_;
    record_reader reader_;
    std::set<std::string> on_time_;
};

} // namespace tiktrack::stand_in
