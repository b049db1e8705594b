// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/select.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(fetch_select)
using namespace tiktrack;
using namespace tiktrack::fetch;
using std::chrono::hours;

namespace {

constexpr std::int64_t noon = 1'795'435'200; // 2026-11-23T12:00:00Z
constexpr instant now = from_unix(noon);

/// A video that is so many hours old.
candidate_facts video(int number, double age, std::optional<std::int64_t> views = {},
                      std::string creator = {})
{
    candidate_facts made;
    made.id = std::to_string(7'600'000'000'000'000'000 + number);
    made.uploaded = noon - static_cast<std::int64_t>(age * 3600);
    made.views = views;
    made.creator = std::move(creator);
    return made;
}

/// What was chosen: the ends of the ids, by rank.
std::string chosen(std::vector<candidate_facts> const& from, selection const& made)
{
    std::string all;
    for (auto const& each : made.chosen) {
        auto const& id = from[each.candidate].id;
        all += (all.empty() ? "" : " ") + std::to_string(std::stoi(id.substr(id.size() - 4)));
    }
    return all;
}

std::string choose(std::vector<candidate_facts> const& from, selection_rule const& rule)
{
    return chosen(from, select(from, rule, now));
}

std::string why(selection const& made, std::size_t candidate)
{
    for (auto const& each : made.left)
        if (each.candidate == candidate) return std::string(describe(each.why));
    return "chosen";
}

std::vector<candidate_facts> made_up(support::dice& chance, std::size_t number)
{
    std::vector<candidate_facts> all;
    for (std::size_t i = 0; i < number; ++i) {
        auto one = video(static_cast<int>(chance.roll(number)), static_cast<double>(chance.roll(40)) / 2);
        if (chance.once_in(9)) one.uploaded.reset();
        auto const size = std::int64_t{1} << chance.roll(24);
        if (!chance.once_in(6)) one.views = static_cast<std::int64_t>(chance.roll(10)) * size;
        if (!chance.once_in(8)) one.creator = std::string(1, static_cast<char>('a' + chance.roll(12)));
        if (!chance.once_in(3)) one.category = std::to_string(100 + chance.roll(5));
        one.is_ad = chance.once_in(10);
        all.push_back(std::move(one));
    }
    return all;
}

selection_rule made_up_rule(support::dice& chance)
{
    selection_rule rule;
    rule.count = 1 + chance.roll(60);
    if (chance.once_in(2)) rule.pool = rule.count + chance.roll(40);
    rule.first = chance.once_in(2) ? order::newest : order::random;
    rule.over = chance.one_of(std::vector{mix::none, mix::views, mix::category});
    if (chance.once_in(3)) rule.max_age = hours(1 + chance.roll(20));
    if (chance.once_in(4)) rule.min_age = hours(chance.roll(5));
    if (chance.once_in(4)) rule.min_views = static_cast<std::int64_t>(chance.roll(5000));
    if (chance.once_in(4)) rule.max_views = static_cast<std::int64_t>(chance.roll(5'000'000));
    if (chance.once_in(2)) rule.per_creator = 1 + chance.roll(4);
    rule.ads = chance.once_in(4);
    rule.seed = chance.roll(1000);
    return rule;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_newest_come_first)
{
    std::vector const from = {video(1, 5), video(2, 1), video(3, 3), video(4, 9)};
    BOOST_TEST(choose(from, {.count = 3}) == "2 3 1");
    BOOST_TEST(choose(from, {}) == "2 3 1 4");
    BOOST_TEST(choose({}, {}) == "");
}

BOOST_AUTO_TEST_CASE(an_unknown_upload_is_no_new_one)
{
    auto unknown = video(9, 0);
    unknown.uploaded.reset();
    std::vector const from = {unknown, video(1, 5000)};
    BOOST_TEST(choose(from, {}) == "1 9");
    auto const made = select(from, {.max_age = hours(6000)}, now);
    BOOST_TEST(chosen(from, made) == "1");
    BOOST_TEST(why(made, 0) == "of unknown age");
    BOOST_TEST(choose(from, {.min_age = hours(1)}) == "1");
}

BOOST_AUTO_TEST_CASE(ages_are_within_their_bounds)
{
    std::vector const from = {video(1, 1), video(2, 6), video(3, 6.01), video(4, 0.99)};
    auto const made = select(from, {.max_age = hours(6), .min_age = hours(1)}, now);
    BOOST_TEST(chosen(from, made) == "1 2");
    BOOST_TEST(why(made, 2) == "older than --max-age");
    BOOST_TEST(why(made, 3) == "younger than --min-age");
}

BOOST_AUTO_TEST_CASE(unknown_views_are_not_0)
{
    std::vector const from = {video(1, 1, 0), video(2, 2, 999), video(3, 3, 1000), video(4, 4, 1001),
                              video(5, 5)};
    auto const made = select(from, {.min_views = 999, .max_views = 1000}, now);
    BOOST_TEST(chosen(from, made) == "2 3");
    BOOST_TEST(why(made, 0) == "with fewer views than --min-views");
    BOOST_TEST(why(made, 3) == "with more views than --max-views");
    BOOST_TEST(why(made, 4) == "of unknown views");
    BOOST_TEST(choose(from, {.max_views = 1}) == "1");
    BOOST_TEST(choose(from, {.min_views = 0}) == "1 2 3 4");
}

BOOST_AUTO_TEST_CASE(F58_an_advertisement_is_one_in_every_listing)
{
    auto ad = video(1, 1, 100), same = video(1, 1, 120);
    ad.is_ad = true;
    for (auto const& from : {std::vector{ad, same}, std::vector{same, ad}}) {
        BOOST_TEST(select(from, {.count = 2}, now).chosen.empty());
        BOOST_TEST(select(from, {.count = 2, .ads = true}, now).chosen.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(F58_twice_and_advertisements)
{
    auto ad = video(3, 1);
    ad.is_ad = true;
    // Of the same video's rows the one that tells more is kept.
    std::vector const from = {video(1, 2), video(1, 2, 500, "a"), video(2, 3), video(2, 3), ad};
    auto const made = select(from, {}, now);
    BOOST_TEST(chosen(from, made) == "1 2");
    BOOST_TEST(made.chosen[0].candidate == 1);
    BOOST_TEST(why(made, 0) == "found more than once");
    BOOST_TEST(why(made, 3) == "found more than once");
    BOOST_TEST(why(made, 4) == "advertisements");
    BOOST_TEST(choose(from, {.ads = true}) == "3 1 2");
}

BOOST_AUTO_TEST_CASE(the_pool_holds_the_newest)
{
    std::vector<candidate_facts> from;
    for (int i = 0; i < 10; ++i) from.push_back(video(i, i));
    auto const made = select(from, {.count = 2, .pool = 5, .first = order::random, .seed = 3}, now);
    BOOST_TEST(made.pool == 5);
    BOOST_TEST(made.chosen.size() == 2);
    for (auto const& each : made.chosen) BOOST_TEST(each.candidate < 5);
    BOOST_TEST(why(made, 5) == "outside the pool of the newest");
    BOOST_TEST(select(from, {.count = 3}, now).pool == 6); // twice as many as are wanted
    std::set<std::string> choices;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        choices.insert(choose(from, {.count = 2, .pool = 5, .first = order::random, .seed = seed}));
    BOOST_TEST(choices.size() == 20); // every pair, in either order
}

BOOST_AUTO_TEST_CASE(a_mix_of_views_is_even)
{
    std::vector<candidate_facts> from;
    for (int i = 0; i < 80; ++i) {
        constexpr std::array<std::int64_t, 4> views = {9'999, 10'000, 999'999, 1'000'000};
        from.push_back(video(i, i, views[static_cast<std::size_t>(i) % 4]));
    }
    auto const made = select(from, {.count = 40, .pool = 80, .over = mix::views}, now);
    BOOST_REQUIRE(made.bands.size() == 4);
    for (auto const& each : made.bands) BOOST_TEST(each.chosen == 10, each.name);
    BOOST_TEST(made.chosen.front().band == "under 10K");
    BOOST_TEST(made.chosen.front().rank == 1);
    BOOST_TEST(choose(from, {.count = 4, .pool = 80, .over = mix::views}) == "0 1 2 3");
}

BOOST_AUTO_TEST_CASE(what_a_band_lacks_the_others_give_and_the_unknown_last)
{
    std::vector<candidate_facts> from;
    for (int i = 0; i < 20; ++i) from.push_back(video(i, i)); // unknown, and the newest
    for (int i = 20; i < 40; ++i) from.push_back(video(i, i, 10));
    for (int i = 40; i < 60; ++i) from.push_back(video(i, i, 20'000));
    from.push_back(video(60, 60, 5'000'000));
    auto const shares = [&](std::size_t count) {
        std::string all;
        for (auto const& each : select(from, {.count = count, .pool = 100, .over = mix::views}, now).bands)
            all += (all.empty() ? "" : ", ") + each.name + ' ' + std::to_string(each.chosen);
        return all;
    };
    BOOST_TEST(shares(21) == "under 10K 10, 10K-100K 10, 100K-1M 0, over 1M 1, unknown 0");
    BOOST_TEST(shares(41) == "under 10K 20, 10K-100K 20, 100K-1M 0, over 1M 1, unknown 0");
    BOOST_TEST(shares(45) == "under 10K 20, 10K-100K 20, 100K-1M 0, over 1M 1, unknown 4");
    BOOST_TEST(shares(99) == "under 10K 20, 10K-100K 20, 100K-1M 0, over 1M 1, unknown 20");
}

BOOST_AUTO_TEST_CASE(a_mix_of_categories)
{
    std::vector<candidate_facts> from;
    for (int i = 0; i < 30; ++i) {
        from.push_back(video(i, i));
        if (i < 24) from.back().category = i < 12 ? "119" : i < 20 ? "104" : "9";
    }
    auto const made = select(from, {.count = 12, .pool = 30, .over = mix::category}, now);
    BOOST_REQUIRE(made.bands.size() == 4);
    BOOST_TEST(made.bands[0].name == "104");
    BOOST_TEST(made.bands[3].name == "unknown");
    BOOST_TEST(made.bands[3].candidates == 6);
    BOOST_TEST(made.bands[3].chosen == 0);
    for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(made.bands[i].chosen == 4);
}

BOOST_AUTO_TEST_CASE(never_more_of_a_creator_than_allowed)
{
    std::vector const from = {video(1, 1, {}, "a"), video(2, 2, {}, "a"), video(3, 3, {}, "b"),
                              video(4, 4, {}, "a"), video(5, 5, {}, ""),  video(6, 6, {}, "b")};
    auto const made = select(from, {.count = 3, .pool = 6, .per_creator = 1}, now);
    BOOST_TEST(chosen(from, made) == "1 3");
    BOOST_TEST(why(made, 1) == "beyond --per-creator");
    BOOST_TEST(why(made, 4) == "of unknown creators"); // all of them may be one person
    BOOST_TEST(choose(from, {.per_creator = 2}) == "1 2 3 6");
}

BOOST_AUTO_TEST_CASE(a_mix_is_even_also_where_creators_are_scarce)
{
    std::vector const from = {video(1, 1, 100, "a"),       video(2, 2, 100, "b"),
                              video(3, 3, 20'000, "a"),    video(4, 4, 20'000, "b"),
                              video(5, 5, 200'000, "b"),   video(6, 6, 200'000, "c"),
                              video(7, 7, 2'000'000, "c"), video(8, 8, 2'000'000, "d")};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        selection_rule const rule{.count = 4, .pool = 8, .over = mix::views, .per_creator = 1, .seed = seed};
        auto const made = select(from, rule, now);
        BOOST_TEST(chosen(from, made) == "1 4 6 8");
        BOOST_TEST(why(made, 2) == "beyond --per-creator");
        BOOST_TEST(why(made, 1) == "not needed");
    }
}

BOOST_AUTO_TEST_CASE(the_same_choice_whatever_the_order)
{
    for (unsigned round = 0; round < 300; ++round) {
        support::dice chance(round);
        auto from = made_up(chance, 1 + chance.roll(120));
        auto const rule = made_up_rule(chance);
        auto const ids = [&] {
            std::string all;
            for (auto const& each : select(from, rule, now).chosen)
                all += from[each.candidate].id + ' ' + each.band + ' ' + std::to_string(each.rank) + '\n';
            return all;
        };
        auto const before = ids();
        std::shuffle(from.begin(), from.end(), chance.engine());
        BOOST_TEST(ids() == before, "round " << round);
    }
}

BOOST_AUTO_TEST_CASE(laws_of_every_choice)
{
    for (unsigned round = 0; round < 500; ++round) {
        support::dice chance(1000 + round);
        auto const from = made_up(chance, chance.roll(200));
        auto const rule = made_up_rule(chance);
        auto const made = select(from, rule, now);
        BOOST_TEST_INFO("round " << round);

        // The chosen and the others are all that there were, each once.
        std::multiset<std::size_t> all;
        for (auto const& each : made.chosen) all.insert(each.candidate);
        for (auto const& each : made.left) all.insert(each.candidate);
        BOOST_REQUIRE(all.size() == from.size());
        for (std::size_t i = 0; i < from.size(); ++i) BOOST_REQUIRE(all.count(i) == 1);

        BOOST_REQUIRE(made.chosen.size() <= rule.count);
        BOOST_REQUIRE(made.pool <= pool_size(rule));
        std::map<std::string, std::size_t> of_creator;
        std::set<std::string> ids;
        std::size_t last = 0;
        for (auto const& each : made.chosen) {
            auto const& one = from[each.candidate];
            BOOST_REQUIRE(ids.insert(one.id).second);
            BOOST_REQUIRE(each.rank > last);
            last = each.rank;
            if (rule.per_creator) BOOST_REQUIRE(++of_creator[one.creator] <= *rule.per_creator);
            if (rule.min_views) BOOST_REQUIRE(one.views.value_or(-1) >= *rule.min_views);
            if (rule.max_age) BOOST_REQUIRE(one.uploaded.value_or(0) >= noon - rule.max_age->count());
            BOOST_REQUIRE((rule.ads || !one.is_ad));
        }
        BOOST_REQUIRE(last <= made.pool);

        // A band that gave less than another has nothing left that may be taken; nothing is left at all where
        // there are fewer than were wanted.
        std::size_t most = 0;
        for (auto const& each : made.bands)
            if (each.name != unknown_band) most = std::max(most, each.chosen);
        for (auto const& each : made.left) {
            if (each.why != left_out::not_needed) continue;
            BOOST_REQUIRE(made.chosen.size() == rule.count);
            auto const& one = from[each.candidate];
            bool const known = rule.over == mix::views ? one.views.has_value() : !one.category.empty();
            if (rule.over == mix::none || !known) continue;
            auto const name =
                rule.over == mix::views ? std::string(view_bands[view_band(*one.views)]) : one.category;
            auto const at = std::ranges::find(made.bands, name, &band_tally::name);
            BOOST_REQUIRE(at != made.bands.end());
            if (!rule.per_creator || of_creator[one.creator] < *rule.per_creator)
                BOOST_REQUIRE(at->chosen + 1 >= most);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
