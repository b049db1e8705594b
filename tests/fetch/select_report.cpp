// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/select_report.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_select_report)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

constexpr std::int64_t noon = 1'795'435'200;

std::string said(std::vector<candidate_facts> const& from, selection_rule const& rule)
{
    std::string all;
    for (auto const& each : remarks_on(select(from, rule, from_unix(noon)), rule)) all += each + '\n';
    return all;
}

candidate_facts video(int number, std::optional<std::int64_t> views = {})
{
    return {std::to_string(7'600'000'000'000'000'000 + number), noon - number * 3600, views};
}

} // namespace

BOOST_AUTO_TEST_CASE(nothing_where_all_went_as_asked)
{
    BOOST_TEST(said({video(1), video(2), video(3)}, {.count = 2}) == "");
    BOOST_TEST(said({video(1), video(2), video(3)}, {.count = 1}) == "");
}

BOOST_AUTO_TEST_CASE(what_was_left_out_and_what_would_bring_more)
{
    auto ad = video(4);
    ad.is_ad = true;
    BOOST_TEST(said({video(1), video(1), video(9), ad}, {.count = 3, .max_age = std::chrono::hours(6)}) ==
               "3 candidates left out: 1 found more than once, 1 advertisements, 1 older than --max-age\n"
               "chose 1 of the 3 that --count asks for, out of 1 candidate; what would bring more: more "
               "sources (--user, --hashtag and --sound bring about ten videos each, --listing all that it "
               "holds), a longer --max-age, --ads\n");
    auto const none = said({}, {.count = 1});
    BOOST_TEST(none.starts_with("chose 0 of the 1 that --count asks for, out of 0 candidates; "), none);
    // Where the user named each video, there is nothing to say.
    BOOST_TEST(remarks_on(select({}, {}, from_unix(noon)), {}, false).empty());
}

BOOST_AUTO_TEST_CASE(bands_that_could_not_give_their_share)
{
    std::vector<candidate_facts> from;
    for (int i = 0; i < 10; ++i) from.push_back(video(i, i < 5 ? 10 : 20'000));
    from.push_back(video(10, 5'000'000));
    from.push_back(video(11));
    BOOST_TEST(said(from, {.count = 8, .pool = 20, .over = mix::views}) ==
               "mix: 100K-1M gave 0 of 2, it has 0 candidates; others took their places\n"
               "mix: over 1M gave 1 of 2, it has 1 candidate; others took their places\n");
    BOOST_TEST(said(from, {.count = 12, .pool = 20, .over = mix::views}) ==
               "mix: 100K-1M gave 0 of 3, it has 0 candidates; others took their places\n"
               "mix: over 1M gave 1 of 3, it has 1 candidate; others took their places\n"
               "mix: 1 of the chosen are of unknown views\n");
    BOOST_TEST(said({video(1)}, {.count = 1, .over = mix::category}) ==
               "mix: 1 of the chosen are of unknown category\n");
}

BOOST_AUTO_TEST_SUITE_END()
