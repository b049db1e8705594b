// SPDX-License-Identifier: MIT
// What is worth saying of the pages that were asked for, and what it means for the exit code.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/fetch/discover.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::fetch {

/// Sentences about a run: each page that gave no list and why, where trending videos came from, why it ended
/// early.
[[nodiscard]] inline std::vector<std::string> remarks_on(discovery const& made)
{
    std::vector<std::string> said;
    std::size_t unasked = 0;
    bool fell_back = false;
    for (auto const& each : made.pages) {
        auto const& called = each.page.what == listing_of::link ? each.page.name : each.page.source;
        auto const& status = each.last.status;
        auto const& detail = each.last.detail;
        auto const& found = each.last.found;
        if (each.page.what == listing_of::explore && !status.empty()) {
            fell_back = found.empty();
            std::string what = "trending: took the explore page";
            if (fell_back) {
                what = "trending: the explore page has no listing (";
                what += status == "ok" ? "a page without one" : status;
                what += "); took the hashtags ";
                for (auto const tag : trending_hashtags)
                    what.append(tag == trending_hashtags.front() ? "" : ", ").append(tag);
            }
            said.push_back(std::move(what));
        } else if (status.empty() && each.attempts > 0) {
            said.push_back(called + ": asked, but its answer was not waited for");
        } else if (status.empty()) {
            ++unasked;
        } else if (status != "ok") {
            std::string what = called;
            what.append(": ").append(status);
            if (!detail.empty()) what.append(": ").append(detail);
            said.push_back(std::move(what));
        } else if (found.empty()) {
            said.push_back(called + ": lists no videos");
        }
    }
    if (unasked > 0)
        said.push_back(std::to_string(unasked) + " of " + std::to_string(made.pages.size()) +
                       " pages were not asked" +
                       (made.stopped == stop_reason::none ? ": others like them were challenged" : ""));
    if (made.stopped != stop_reason::none) said.push_back("stopped: " + std::string(describe(made.stopped)));
    return said;
}

/// The exit code that the pages alone would give: 0 where each gave what it has, 1 where some did not, 69
/// where the network gave nothing at all, 75 where the host wants to be left alone.
[[nodiscard]] inline int exit_code_of(discovery const& made) noexcept
{
    if (is_the_hosts(made.stopped)) return exit_code(failure_kind::later);
    std::size_t broken = 0, missing = 0;
    for (auto const& each : made.pages) {
        if (each.last.status == "network_error") ++broken;
        // A failure of the explore page costs nothing, if others stood in for it.
        bool const replaced = each.page.what == listing_of::explore && !each.last.status.empty();
        if (each.last.status != "ok" && !replaced) ++missing;
    }
    if (broken > 0 && broken == made.pages.size()) return exit_code(failure_kind::unreachable);
    return missing > 0 ? 1 : 0;
}

} // namespace tiktrack::fetch
