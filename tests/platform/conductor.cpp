// SPDX-License-Identifier: MIT
#include "keeping_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_conductor)
using namespace tiktrack;
using namespace tiktrack::stand_in;

namespace {

/// A trial of a few hours.
trial short_trial(std::size_t creators, double refused, milliseconds delay = milliseconds(2000))
{
    trial made;
    made.creators = creators;
    made.refused = refused;
    made.hours = 6;
    made.posts_a_day = 12;
    made.how.delay = delay;
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_hundred_creators_every_15_minutes_with_20_percent_refusals_keep_up)
{
    auto const came = try_out(short_trial(100, 0.2));
    BOOST_TEST(came.videos > 100u);
    BOOST_TEST(came.refusals > 0.02);
    BOOST_TEST(came.share() >= 0.95, came.on_time << " of " << came.videos);
}

BOOST_AUTO_TEST_CASE(a_trial_is_a_function_of_its_seed)
{
    auto const glance = [](trial const& of) {
        auto const came = try_out(of);
        return std::to_string(came.videos) + ' ' + std::to_string(came.on_time) + ' ' +
               std::to_string(came.requests) + ' ' + std::to_string(came.refusals);
    };
    auto of = short_trial(8, 0.5);
    auto const once = glance(of);
    BOOST_TEST(once == glance(of));
    of.seed = 2;
    BOOST_TEST(once != glance(of));
}

BOOST_AUTO_TEST_CASE(a_pace_that_does_not_allow_it_is_seen)
{
    auto const came = try_out(short_trial(40, 0, seconds(100)));
    BOOST_TEST(came.videos > 40u);
    BOOST_TEST(came.share() < 0.5, came.on_time << " of " << came.videos);
    BOOST_TEST(came.requests <= 36.0);
    BOOST_TEST(came.requests > 30.0);
}

BOOST_AUTO_TEST_CASE(a_list_that_takes_longer_than_a_window_is_better_asked_in_parts)
{
    auto of = short_trial(20, 0, seconds(80)); // so that it takes 27 minutes; a window of hour 1 has 18
    of.posts_a_day = 4;
    auto const whole = try_out(of);
    of.how.part = 2;
    auto const in_parts = try_out(of);
    BOOST_TEST(in_parts.videos == whole.videos);
    BOOST_TEST(in_parts.on_time > whole.on_time, in_parts.on_time << " against " << whole.on_time);
}

BOOST_AUTO_TEST_CASE(the_site_answers_after_a_while_and_refuses_for_whole_bursts)
{
    world const in({1, 1'790'000'000, 3, 30});
    simulated_site net(in, {0.5, 30, {fault_named("overload-after")}});
    std::size_t refused_bursts = 0;
    for (int burst = 0; burst < 40; ++burst) {
        std::set<int> codes;
        for (int i = 0; i < 10; ++i) {
            net.rest(seconds(30 * burst + 3 * i));
            auto const before = net.now();
            net.start(7, {"https://www.tiktok.com/embed/@" + in.creators()[0].name});
            auto const came = net.wait(milliseconds::max());
            BOOST_TEST_REQUIRE(came.has_value());
            BOOST_TEST(came->ticket == 7u);
            BOOST_TEST((net.now() == before + simulated_site::latency));
            BOOST_TEST(came->what.retry_after == (came->what.status == 503 ? "3" : ""));
            codes.insert(came->what.status);
        }
        BOOST_TEST(codes.size() == 1u);
        refused_bursts += codes.contains(503);
    }
    BOOST_TEST((refused_bursts > 10 && refused_bursts < 30), refused_bursts);
    BOOST_TEST(net.requests() == 400u);
    BOOST_TEST(net.refused() == 10 * refused_bursts);
    auto const before = net.now();
    BOOST_TEST(!net.wait(before + seconds(5)).has_value());
    BOOST_TEST((net.now() == before + seconds(5)));
    net.rest(before);
    BOOST_TEST((net.now() == before + seconds(5)));
}

BOOST_AUTO_TEST_SUITE_END()
