// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/plan.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_plan)
using namespace tiktrack::cohort;
using tiktrack::label_of;

namespace {

constexpr std::int64_t now = 1763899200; // a full hour

charter by()
{
    charter made;
    made.timepoints = {0, 1, 6};
    return made;
}

std::string jobs_of(std::vector<cell> const& cells)
{
    auto const of = by();
    std::string all;
    for_each_job(of, schedule(of), {now, {}, false, cells}, now, [&](job const& each) {
        auto const minutes = [](std::int64_t at) { return std::to_string((at - now) / 60); };
        all += label_of(each.hours) + ' ' + minutes(each.opens) + ' ' + minutes(each.target) + ' ' +
               minutes(each.closes) + '\n';
    });
    return all;
}

/// What comes of so many jobs with a window of so many seconds.
std::string late(std::size_t count, std::int64_t length, double seconds)
{
    work_plan plan;
    for (std::size_t i = 0; i < count; ++i) plan.add({now, now + length, now, 1});
    plan.run(now, seconds);
    auto const& of = plan.prospects().at(1);
    return std::to_string(of.late) + " of " + std::to_string(of.jobs);
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_still_to_be_asked)
{
    using enum cell_state;
    BOOST_TEST(jobs_of({{}, {}, {}}) == "hour_0 0 0 51\nhour_1 52 60 70\nhour_6 352 360 396\n");
    BOOST_TEST(jobs_of({{ok, now}, {again, now}, {}}) == "hour_1 52 60 70\nhour_6 352 360 396\n");
    BOOST_TEST(jobs_of({{ok, now - 3600}, {gone_once, now - 60}, {}}) ==
               "hour_1 9 0 10\nhour_6 292 300 336\n");
    BOOST_TEST(jobs_of({{ok, now - 3600}, {gone_once, now + 60}, {}}) == "hour_6 292 300 336\n"); // too late
    BOOST_TEST(jobs_of({{ok, now}, {missed, now}, {gone, now}}) == "");
}

BOOST_AUTO_TEST_CASE(one_after_the_other)
{
    BOOST_TEST(late(10, 100, 10) == "0 of 10");
    BOOST_TEST(late(11, 100, 10) == "0 of 11"); // the last one begins in the last second
    BOOST_TEST(late(12, 100, 10) == "1 of 12");
    BOOST_TEST(late(1000, 100, 10) == "989 of 1000");
    BOOST_TEST(late(1000, 0, 0) == "0 of 1000");
}

BOOST_AUTO_TEST_CASE(the_window_that_closes_first_comes_first)
{
    work_plan plan;
    for (int i = 0; i < 10; ++i) plan.add({now, now + 10'000, now, 24});
    for (int i = 0; i < 10; ++i) plan.add({now + 5, now + 105, now + 5, 1});
    plan.run(now, 10);
    BOOST_TEST(plan.prospects().at(1).late == 0u);
    BOOST_TEST(plan.prospects().at(24).late == 0u);
    // There is nothing to do before a window opens.
    work_plan tomorrow;
    tomorrow.add({now + 86400, now + 86401, now + 86400, 24});
    tomorrow.run(now, 10);
    BOOST_TEST(tomorrow.prospects().at(24).late == 0u);
}

BOOST_AUTO_TEST_CASE(jobs_by_the_hour)
{
    work_plan plan;
    for (auto const minute : {0, 59, 60, 61, -1}) plan.add({now, now + 9999, now + 60 * minute, 1});
    plan.run(now, 1);
    std::string all;
    for (auto const& [hour, jobs] : plan.by_hour())
        all += std::to_string((hour - now) / 3600) + ':' + std::to_string(jobs) + ' ';
    BOOST_TEST(all == "-1:1 0:2 1:2 ");
}

BOOST_AUTO_TEST_CASE(shares_of_refusals)
{
    BOOST_TEST(share_refused(0, 0) == 0);
    BOOST_TEST(share_refused(10, 5) == 0.5);
    BOOST_TEST(share_refused(10, 0) == 0.99);
    BOOST_TEST(share_refused(10, 20) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
