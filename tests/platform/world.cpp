// SPDX-License-Identifier: MIT
#include "world.hpp"

#include "tiktrack/base/video_id.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

BOOST_AUTO_TEST_SUITE(platform_world)
using namespace tiktrack;
using namespace tiktrack::stand_in;

namespace {

constexpr std::int64_t begins = 1'790'000'000, hour = 3600;

/// All that tells one world from another, as text.
std::string dump(world const& of)
{
    std::string text;
    for (auto const& each : of.creators())
        text +=
            each.name + each.nickname + each.bio + std::to_string(each.id) + std::to_string(each.followers);
    for (auto const& each : of.sounds()) text += each.title + each.artist + std::to_string(each.id);
    for (auto const& each : of.videos())
        text += std::to_string(each.id) + each.caption + std::to_string(each.creator) +
                std::to_string(counts_at(each, begins + hour).views);
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_seed_is_a_world)
{
    auto const one = dump(world({1, begins, 20, 200}));
    BOOST_TEST(one == dump(world({1, begins, 20, 200})));
    BOOST_TEST(one != dump(world({2, begins, 20, 200})));
    BOOST_TEST(one != dump(world({1, begins + 1, 20, 200})));
}

BOOST_AUTO_TEST_CASE(more_videos_leave_the_first_as_they_are)
{
    world const small({5, begins, 20, 50}), large({5, begins, 20, 500});
    for (std::size_t i = 0; i < 50; ++i) {
        BOOST_TEST(small.videos()[i].id == large.videos()[i].id);
        BOOST_TEST(small.videos()[i].creator == large.videos()[i].creator);
    }
}

BOOST_AUTO_TEST_CASE(posts_come_at_any_moment_after_the_world_begins)
{
    world const of({5, begins, 20, 50, 480, 24 * hour});
    BOOST_TEST_REQUIRE(of.videos().size() == 530u);
    std::vector<std::size_t> by_hour(24);
    for (std::size_t i = 50; i < of.videos().size(); ++i) {
        auto const at = of.videos()[i].uploaded - begins;
        BOOST_TEST_REQUIRE((at >= 0 && at < 24 * hour));
        ++by_hour[static_cast<std::size_t>(at / hour)];
    }
    for (auto const each : by_hour) BOOST_TEST((each > 4 && each < 40), each);
}

BOOST_AUTO_TEST_CASE(ids_tell_the_time_of_the_upload_and_are_beyond_2_to_the_53)
{
    world const of({3, begins, 30, 1000});
    std::set<std::uint64_t> ids;
    for (auto const& each : of.videos()) {
        BOOST_TEST(each.id > std::uint64_t{1} << 53);
        auto const told = time_in_id(std::to_string(each.id));
        BOOST_REQUIRE(told.has_value());
        BOOST_TEST(to_unix(*told) <= each.uploaded);
        BOOST_TEST(to_unix(*told) > each.uploaded - 15);
        ids.insert(each.id);
    }
    BOOST_TEST(ids.size() == of.videos().size());
}

BOOST_AUTO_TEST_CASE(half_of_all_videos_are_fresh_and_some_are_still_to_come)
{
    world const of({4, begins, 30, 1000});
    int fresh = 0, to_come = 0;
    for (auto const& each : of.videos()) {
        fresh += each.uploaded <= begins && each.uploaded > begins - 6 * hour;
        to_come += each.uploaded > begins;
        auto const id = std::to_string(each.id);
        BOOST_TEST(of.video(id, each.uploaded) == &each);
        BOOST_TEST(of.video(id, each.uploaded - 1) == nullptr);
    }
    BOOST_TEST(fresh > 400);
    BOOST_TEST(fresh < 600);
    BOOST_TEST(to_come > 20);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found)
{
    world const of({1, begins, 10, 100});
    for (auto const* id : {"", "0", "7", "7687982892871043402x", "-1", "99999999999999999999999"}) {
        BOOST_TEST(of.video(id, begins) == nullptr, id);
        BOOST_TEST(of.sound(id) == nullptr, id);
    }
    BOOST_TEST(of.creator("nobody") == nullptr);
    BOOST_TEST(of.tagged("nothing") == nullptr);
    BOOST_REQUIRE(of.tagged("FYP") != nullptr);
    BOOST_TEST(of.tagged("FYP") == of.tagged("fyp"));
    BOOST_TEST(of.creator(of.creators()[3].name) == &of.creators()[3]);
    world const empty({1, begins, 0, 100});
    BOOST_TEST(empty.videos().empty());
}

BOOST_AUTO_TEST_CASE(every_kind_of_video_is_in_a_world_of_some_size)
{
    world const of({1, begins, 40, 2000});
    std::set<standing> later;
    std::set<std::string_view> odd;
    bool photo = false, silent = false, ad = false, plain = false, without_v2 = false, goes = false,
         no_caption = false, many_tags = false;
    for (auto const& each : of.videos()) {
        later.insert(each.later);
        for (auto const& text : odd_texts)
            if (each.caption.find(text) != std::string::npos) odd.insert(text);
        photo = photo || each.pictures > 0;
        silent = silent || !each.sound;
        ad = ad || each.ad;
        plain = plain || (!each.exact && each.has_v2);
        without_v2 = without_v2 || !each.has_v2;
        goes = goes || (each.first == standing::shown && each.later != standing::shown &&
                        standing_at(each, begins) == standing::shown);
        no_caption = no_caption || each.caption.empty();
        many_tags = many_tags || each.tags.size() > 2;
        BOOST_TEST((each.pictures > 0) == (each.duration == 0));
    }
    BOOST_TEST(later.size() == static_cast<std::size_t>(standing::unknown));
    BOOST_TEST(odd.size() == odd_texts.size());
    BOOST_TEST((photo && silent && ad && plain && without_v2 && goes && no_caption && many_tags));
}

BOOST_AUTO_TEST_CASE(counts_are_never_negative_and_the_parts_are_less_than_the_whole)
{
    world const of({6, begins, 20, 300});
    for (auto const& each : of.videos())
        for (std::int64_t age :
             {-hour, std::int64_t{0}, std::int64_t{1}, hour, 6 * hour, 48 * hour, 9000 * hour}) {
            auto const has = counts_at(each, each.uploaded + age);
            for (auto const count : {has.likes, has.comments, has.shares, has.saves, has.reposts}) {
                BOOST_TEST(count >= 0);
                BOOST_TEST(count <= has.views);
            }
            if (age <= 0) BOOST_TEST(has.views == 0);
        }
}

BOOST_AUTO_TEST_CASE(counts_are_shown_on_the_grid_unless_they_are_exact)
{
    BOOST_TEST(shown_count(1'234'567, true) == 1'234'567);
    BOOST_TEST(shown_count(1'234'567, false) == 1'200'000);
    BOOST_TEST(shown_count(12'345, false) == 12'300);
    BOOST_TEST(shown_count(9'999, false) == 9'999);
}

BOOST_AUTO_TEST_CASE(the_table_of_standings_is_in_order)
{
    for (std::size_t i = 0; i < standings.size(); ++i)
        BOOST_TEST(static_cast<std::size_t>(standings[i].is) == i);
}

BOOST_AUTO_TEST_SUITE_END()
