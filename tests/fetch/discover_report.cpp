// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/discover_report.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_discover_report)
using namespace tiktrack::fetch;

namespace {

page_outcome came(listing_page page, std::string status, std::size_t videos = 0, std::string detail = {})
{
    unsigned const attempts = status.empty() ? 0 : 1;
    return {
        std::move(page), {std::move(status), std::move(detail), std::vector<candidate>(videos)}, attempts};
}

std::string said(discovery const& made)
{
    std::string all;
    for (auto const& each : remarks_on(made)) all += each + '\n';
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(nothing_where_each_page_has_a_list)
{
    discovery const made{{came(page_of_hashtag("a"), "ok", 10), came(page_of_creator("b"), "ok", 3)}};
    BOOST_TEST(said(made) == "");
    BOOST_TEST(exit_code_of(made) == 0);
    BOOST_TEST(exit_code_of({}) == 0);
}

BOOST_AUTO_TEST_CASE(pages_that_gave_nothing)
{
    discovery const made{
        {came(page_of_hashtag("a"), "rate_limited", 0, "HTTP 429"), came(page_of_creator("b"), "ok"),
         came(page_of_link("https://vm.tiktok.com/Z/", "input:in"), "not_found", 0, "leads nowhere"),
         came(page_of_sound("7"), "empty"), came(page_of_sound("8"), "")}};
    BOOST_TEST(said(made) == "hashtag:a: rate_limited: HTTP 429\n"
                             "user:b: lists no videos\n"
                             "https://vm.tiktok.com/Z/: not_found: leads nowhere\n"
                             "sound:7: empty\n"
                             "1 of 5 pages were not asked: others like them were challenged\n");
    BOOST_TEST(exit_code_of(made) == 1);
}

BOOST_AUTO_TEST_CASE(where_trending_videos_came_from)
{
    BOOST_TEST(said({{came(explore_page(), "ok", 12)}}) == "trending: took the explore page\n");
    auto const taken = "; took the hashtags fyp, foryou, viral\n";
    auto const tag = came(page_of_hashtag("fyp"), "ok", 10);
    BOOST_TEST(said({{came(explore_page(), "ok"), tag}}) ==
               std::string("trending: the explore page has no listing (a page without one)") + taken);
    discovery const refused{{came(explore_page(), "challenged"), tag}};
    BOOST_TEST(said(refused) ==
               std::string("trending: the explore page has no listing (challenged)") + taken);
    BOOST_TEST(exit_code_of(refused) == 0);
    BOOST_TEST(exit_code_of({{came(explore_page(), "")}}) == 1);
}

BOOST_AUTO_TEST_CASE(a_page_that_nobody_waited_for_was_asked)
{
    discovery const made{{came(page_of_hashtag("a"), "ok", 10),
                          {page_of_hashtag("b"), {}, 1},
                          came(page_of_hashtag("c"), ""),
                          came(page_of_hashtag("d"), "")},
                         2,
                         stop_reason::interrupted};
    BOOST_TEST(said(made) == "hashtag:b: asked, but its answer was not waited for\n"
                             "2 of 4 pages were not asked\n"
                             "stopped: interrupted\n");
    BOOST_TEST(said({{{explore_page(), {}, 1}}, 1, stop_reason::interrupted}) ==
               "explore: asked, but its answer was not waited for\nstopped: interrupted\n");
}

BOOST_AUTO_TEST_CASE(exit_codes)
{
    auto const tag = page_of_hashtag("a");
    auto const code = [&](stop_reason why, std::vector<page_outcome> pages) {
        return exit_code_of({std::move(pages), 1, why});
    };
    using enum stop_reason;
    for (auto const why : {told_to_stay_away, refused_in_a_row, challenged})
        BOOST_TEST(code(why, {came(tag, "rate_limited")}) == 75);
    BOOST_TEST(code(budget, {came(tag, "ok", 1), came(tag, "")}) == 1);
    BOOST_TEST(code(none, {came(tag, "network_error"), came(tag, "network_error")}) == 69);
    BOOST_TEST(code(none, {came(tag, "network_error"), came(tag, "ok", 1)}) == 1);
    BOOST_TEST(code(none, {came(explore_page(), "network_error"), came(tag, "network_error")}) == 69);
}

BOOST_AUTO_TEST_CASE(why_a_run_ended)
{
    for (auto const why : {stop_reason::told_to_stay_away, stop_reason::refused_in_a_row,
                           stop_reason::challenged, stop_reason::budget, stop_reason::interrupted}) {
        BOOST_TEST(!describe(why).empty());
        BOOST_TEST(said({{}, 0, why}) == "stopped: " + std::string(describe(why)) + '\n');
    }
}

BOOST_AUTO_TEST_SUITE_END()
