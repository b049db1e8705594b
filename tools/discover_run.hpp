// SPDX-License-Identifier: MIT
// The parts of a run of tt-discover: its rules, its sources, what it says.
#pragma once

#include "cli/pipe.hpp"
#include "discover_options.hpp"
#include "discover_target.hpp"
#include "tiktrack/base/trimmed.hpp"
#include "tiktrack/fetch/candidate_pool.hpp"
#include "tiktrack/fetch/discover_report.hpp"
#include "tiktrack/fetch/select.hpp"
#include "tiktrack/fetch/select_report.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tiktrack::tt_discover {

/// @param only_inputs whether nothing is asked for but what the user names: without --count all of it is
/// taken
/// @throws failure(usage) where two options contradict each other
[[nodiscard]] inline fetch::selection_rule rule_of(settings const& set, bool only_inputs)
{
    auto const whole = [](auto const& span) -> std::optional<std::chrono::seconds> {
        if (!span) return {};
        return std::chrono::floor<std::chrono::seconds>(*span);
    };
    fetch::selection_rule rule;
    auto const size = [](std::int64_t number) { return static_cast<std::size_t>(number); };
    if (set.count)
        rule.count = size(*set.count);
    else if (only_inputs && !set.pool)
        rule.count = size(most);
    if (set.pool) rule.pool = size(*set.pool);
    rule.first = set.newest ? fetch::order::newest : fetch::order::random;
    rule.over = set.mix;
    rule.max_age = whole(set.max_age);
    rule.min_age = whole(set.min_age);
    rule.min_views = set.min_views;
    rule.max_views = set.max_views;
    if (set.per_creator) rule.per_creator = size(*set.per_creator);
    rule.ads = set.ads;
    rule.seed = static_cast<std::uint64_t>(set.seed);
    auto const contradiction = [](std::string_view low, std::string const& a, std::string_view high,
                                  std::string const& b) {
        throw failure(failure_kind::usage, "--" + std::string(low) + ' ' + a + " is more than --" +
                                               std::string(high) + ' ' + b + ", so that nothing fits");
    };
    if (fetch::pool_size(rule) < rule.count)
        throw failure(failure_kind::usage, "--pool " + std::to_string(*rule.pool) + " is less than --count " +
                                               std::to_string(rule.count));
    if (set.min_age && set.max_age && *set.min_age > *set.max_age)
        contradiction("min-age", age::show(*set.min_age), "max-age", age::show(*set.max_age));
    if (set.min_views && set.max_views && *set.min_views > *set.max_views)
        contradiction("min-views", std::to_string(*set.min_views), "max-views",
                      std::to_string(*set.max_views));
    return rule;
}

/// What a source is called in messages.
[[nodiscard]] inline std::string called(named_source const& of)
{
    if (of.is == named_source::form::page) return of.page.source;
    return (of.is == named_source::form::list ? "@" : "listing:") + of.file;
}

/// The sources of this run: those that are named, else those that are configured, else what is trending.
[[nodiscard]] inline std::vector<named_source> sources_of(settings const& set, cli::pipe& io)
{
    if (!set.sources.empty() || io.any_named()) return set.sources;
    if (set.configured.empty()) {
        io.say("no source is named: taking what is trending");
        return {{named_source::form::page, fetch::explore_page(), {}}};
    }
    std::string names;
    for (auto const& each : set.configured) names += (names.empty() ? "" : ", ") + called(each);
    io.say("no source is named: taking those of the configuration, " + names);
    return set.configured;
}

/// The pages that a file names, one a line.
inline void read_list(io::input& from, fetch::listing_of what, std::size_t longest, fault_sink const& faults,
                      std::vector<fetch::listing_page>& to)
{
    io::line_feed lines(from, longest);
    for (io::fed_line line; lines.next(line);) {
        auto const text = trimmed(line.text);
        if (text.empty() && !line.too_long) continue;
        if (auto page = fetch::read_listing_page(what, text))
            to.push_back(*std::move(page));
        else
            faults({from.name(), line.number, 0,
                    line.too_long ? why_too_long(longest) : "names neither such a source nor its page",
                    severity::bad_line});
    }
}

/// Reads what is in files; tells the pages of `set.sources` to be asked for, each once.
[[nodiscard]] inline std::vector<fetch::listing_page> gather(settings const& set, fetch::candidate_pool& into,
                                                             fault_sink const& faults, cli::pipe& io)
{
    std::vector<fetch::listing_page> all;
    for (auto const& each : set.sources) {
        if (each.is == named_source::form::page)
            all.push_back(each.page);
        else if (each.is == named_source::form::list)
            io.read_input(each.file, [&](io::input& from) {
                read_list(from, each.page.what, set.max_line, faults, all);
            });
        else
            io.read_input(each.file, [&](io::input& from) { into.read_listing(from); });
    }
    if (io.any_named()) io.for_each_input([&](io::input& from) { into.read_lines(from); });
    all.insert(all.end(), into.links().begin(), into.links().end());
    std::vector<fetch::listing_page> pages;
    for (auto& each : all)
        if (std::find(pages.begin(), pages.end(), each) == pages.end()) pages.push_back(std::move(each));
    if (!set.part) return pages;
    std::vector<fetch::listing_page> part;
    for (auto i = set.part->number - 1; i < pages.size(); i += set.part->of)
        part.push_back(std::move(pages[i]));
    return part;
}

/// `12 of 30 pages, 96 videos`
[[nodiscard]] inline std::string progress_of(fetch::discovery const& so_far)
{
    std::size_t asked = 0, videos = 0;
    for (auto const& each : so_far.pages) {
        if (!each.last.status.empty()) ++asked;
        videos += each.last.found.size();
    }
    return std::to_string(asked) + " of " + std::to_string(so_far.pages.size()) + " pages, " +
           std::to_string(videos) + " videos";
}

/// Says what came of the pages, and sets the exit code.
inline void report(fetch::discovery const& made, cli::pipe& io)
{
    for (auto const& each : remarks_on(made)) io.say(each);
    io.fail_later(exit_code_of(made));
}

/// Chooses, writes the chosen, and says what was left out.
/// @param into the cohort that they are added to; nullptr: they go to the output
/// @param say_short as for `remarks_on`
inline void choose(fetch::candidate_pool const& from, fetch::selection_rule rule, instant now, bool say_short,
                   cohort_target* into, cli::pipe& io)
{
    std::vector<fetch::candidate const*> all;
    for (auto const& each : from.candidates())
        if (into == nullptr || !into->tracks(each.facts.id)) all.push_back(&each);
    if (auto const tracked = from.candidates().size() - all.size(); tracked > 0)
        io.say(std::to_string(tracked) + " of the candidates are tracked already");
    auto const words = spelled(rule);
    if (into != nullptr) rule.count = std::min(rule.count, into->room());
    std::vector<fetch::candidate_facts> facts;
    facts.reserve(all.size());
    for (auto const* each : all) facts.push_back(each->facts);
    auto const made = fetch::select(facts, rule, now);
    record_reader reader;
    format::text_buffer line;
    for (auto const& each : made.chosen) {
        line.clear();
        auto const& of = *all[each.candidate];
        fetch::append_chosen(line, of, {of.source, words, rule.seed, each.band, each.rank, made.pool}, reader,
                             into == nullptr);
        if (into != nullptr)
            into->add(line.text());
        else
            io.out().write(line.text());
    }
    if (auto const gone = from.gone(); !gone.empty()) io.say(gone);
    for (auto const& each : remarks_on(made, rule, say_short)) io.say(each);
}

} // namespace tiktrack::tt_discover
