// SPDX-License-Identifier: MIT
// What tt-discover can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/duration.hpp"
#include "cli/option.hpp"
#include "guest_options.hpp"
#include "shard_option.hpp"
#include "tiktrack/cohort/charter.hpp"
#include "tiktrack/fetch/discover_page.hpp"
#include "tiktrack/fetch/select_rule.hpp"
#include "timepoint_option.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::tt_discover {

/// A source as an option names it.
struct named_source {
    enum class form { page, list, listing } is = form::page;
    fetch::listing_page page; ///< of a list: `what` alone counts
    std::string file;         ///< of a list of names, or a saved listing
};

// All sources stand in one list: what an option does not name, it shows as nothing.

/// A creator, a hashtag or a sound, or `@FILE` for a file of them.
template <fetch::listing_of What>
struct page_name {
    static std::optional<named_source> read(std::string_view given)
    {
        if (given.size() > 1 && given.starts_with('@'))
            return named_source{named_source::form::list, {What, {}, {}}, std::string(given.substr(1))};
        auto page = fetch::read_listing_page(What, given);
        if (!page) return {};
        return named_source{named_source::form::page, *std::move(page), {}};
    }
    static std::string show(named_source const& held)
    {
        if (held.is == named_source::form::listing || held.page.what != What) return {};
        return held.is == named_source::form::list ? '@' + held.file : held.page.name;
    }
    static std::string allowed()
    {
        using fetch::listing_of;
        std::string const what = What == listing_of::creator   ? "a creator's name without @"
                                 : What == listing_of::hashtag ? "a hashtag"
                                                               : "the number of a sound";
        return what + ", the address of its page, or @FILE with one a line";
    }
};

struct listing_file {
    static std::optional<named_source> read(std::string_view given)
    {
        if (given.empty()) return {};
        return named_source{named_source::form::listing, {}, std::string(given)};
    }
    static std::string show(named_source const& held)
    {
        return held.is == named_source::form::listing ? held.file : std::string();
    }
    static std::string allowed() { return "a file"; }
};

inline constexpr auto mixes = std::to_array<cli::word<fetch::mix>>(
    {{"none", fetch::mix::none}, {"views", fetch::mix::views}, {"category", fetch::mix::category}});

/// Hours of timepoints, ascending, with commas between them.
struct hours_list : cli::list<timepoint_hours> {
    static std::optional<std::vector<double>> read(std::string_view given)
    {
        auto all = cli::list<timepoint_hours>::read(given);
        if (all && !cohort::why_no_timepoints(*all).empty()) all.reset();
        return all;
    }
    static std::string allowed()
    {
        return "hours with commas between them, ascending, as " + show(usual_timepoints());
    }
};

inline constexpr auto origins =
    std::to_array<cli::word<std::string_view>>({{"discovery", "discovery"}, {"upload", "upload"}});
using margin = cli::up_to_ten_years;

struct settings : guest_settings {
    std::vector<named_source> sources;    ///< of the command line; of the run, once they are decided
    std::vector<named_source> configured; ///< of the environment, else of the configuration file
    std::optional<std::int64_t> count, pool, per_creator;
    bool newest = true;
    std::optional<std::chrono::milliseconds> max_age, min_age;
    std::optional<std::int64_t> min_views, max_views;
    fetch::mix mix = fetch::mix::none;
    bool ads = false, trust_ids = false;
    std::optional<std::string> cohort, into, time_origin;
    std::optional<std::vector<double>> timepoints;
    std::optional<std::chrono::milliseconds> early, tolerance;
    std::optional<std::int64_t> limit_per_day;
    std::optional<shard> part;
    std::chrono::milliseconds wait{0};

    /// Sources that the user names now replace those that are configured, whichever they are.
    void next_layer()
    {
        if (!sources.empty()) configured = std::exchange(sources, {});
    }
};

/// `--trending`, which is a source like the others.
inline constexpr cli::value<settings> trending = {
    [](settings& set, std::string_view text) {
        auto const wanted = cli::yes_no::read(text);
        if (wanted.value_or(false))
            set.sources.push_back({named_source::form::page, fetch::explore_page(), {}});
        return wanted.has_value();
    },
    [](settings const& set) {
        bool const told = std::ranges::any_of(set.sources, [](named_source const& each) {
            return each.is == named_source::form::page && each.page.what == fetch::listing_of::explore;
        });
        return told ? cli::texts{cli::yes_no::show(true)} : cli::texts();
    },
    &cli::yes_no::allowed};

inline constexpr std::int64_t most = 1'000'000'000'000'000;
using amount = cli::whole<1, 1'000'000'000>;
using views = cli::whole<0, most>;
using age = cli::up_to_ten_years;

inline constexpr auto own_options = std::to_array<cli::option<settings>>({
    {"user", "NAME", "a creator's videos",
     cli::each<&settings::sources, page_name<fetch::listing_of::creator>>},
    {"hashtag", "NAME", "a hashtag's videos",
     cli::each<&settings::sources, page_name<fetch::listing_of::hashtag>>},
    {"sound", "ID", "a sound's videos", cli::each<&settings::sources, page_name<fetch::listing_of::sound>>},
    {"listing", "FILE", "the videos of a saved answer, of any that tt-import reads",
     cli::each<&settings::sources, listing_file>},
    {"trending", "", "the explore page's videos, or those of the hashtags fyp, foryou and viral", trending,
     "where no source is named"},
    {"part", "K/N", "ask only each N-th of the pages, from the K-th on",
     cli::into<&settings::part, shard_name>, "all of them"},
    {"count", "N", "how many videos to choose", cli::into<&settings::count, amount>,
     "100; all, where they are named by FILEs alone"},
    {"newest", "", "the newest first", cli::on<&settings::newest>},
    {"random", "", "in an order that only the seed decides", cli::off<&settings::newest>},
    {"max-age", "TIME", "only those uploaded at most so long ago", cli::into<&settings::max_age, age>, "any"},
    {"min-age", "TIME", "only those uploaded at least so long ago", cli::into<&settings::min_age, age>,
     "any"},
    {"min-views", "N", "only those with at least so many views", cli::into<&settings::min_views, views>,
     "any"},
    {"max-views", "N", "only those with at most so many views", cli::into<&settings::max_views, views>,
     "any"},
    {"pool", "N", "choose from the N newest", cli::into<&settings::pool, amount>, "twice --count"},
    {"mix", "WHAT", "as evenly as possible over bands of views, or over categories",
     cli::into<&settings::mix, cli::choice<mixes>>},
    {"per-creator", "N", "at most N of one creator's", cli::into<&settings::per_creator, amount>, "no limit"},
    {"seed", "N", "of everything that is left to chance: the same candidates give the same choice",
     cli::into<&settings::seed, any_whole>},
    {"ads", "", "take advertisements, too", cli::on<&settings::ads>},
    {"trust-ids", "", "take ids that look as if a spreadsheet had rounded them",
     cli::on<&settings::trust_ids>},
    {"cohort", "ID", "the study that the candidates belong to", cli::into<&settings::cohort, cli::text>,
     "the start of the run, as 20261123_120000; that of --into"},
    {"into", "FOLDER", "add what is not tracked yet to that cohort, and make it where there is none",
     cli::into<&settings::into, some_text>, "stdout"},
    {"time-origin", "WHAT", "of a new cohort: what hours count from",
     cli::into<&settings::time_origin, cli::choice<origins>>, "discovery"},
    {"timepoints", "LIST", "of a new cohort: the hours at which videos are measured",
     cli::into<&settings::timepoints, hours_list>, "0,1,6,24,48"},
    {"early", "TIME", "of a new cohort: how long before its hour a timepoint may be measured",
     cli::into<&settings::early, margin>, "8m"},
    {"tolerance", "TIME", "of a new cohort: how long after it", cli::into<&settings::tolerance, margin>,
     "10m or a tenth of the hours, whichever is longer"},
    {"limit-per-day", "N", "add at most so many to a cohort in 24 hours",
     cli::into<&settings::limit_per_day, amount>, "no limit"},
    {"wait", "TIME", "how long to wait for another run that works on the cohort",
     cli::into<&settings::wait, cli::up_to_a_day>},
    {"attempts", "N", "the most requests for one page", cli::into<&settings::attempts, cli::whole<1, 100>>},
});

inline constexpr auto options = joined(own_options, guest_options<settings>);

inline constexpr cli::about<settings> about = {
    "tt-discover",
    "find videos to track",
    "FILE",
    "tt-discover --hashtag fyp | tt-snapshot > hour_0.jsonl\n"
    "tt-discover --user @creators.txt --max-age 6h --mix views > candidates.jsonl\n"
    "tt-discover --listing explore.html - < ids.txt",
    options,
    true,
    "Each FILE holds ids, addresses or records, one a line; - means stdin, which is read only where it is "
    "named."};

} // namespace tiktrack::tt_discover
