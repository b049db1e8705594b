// SPDX-License-Identifier: MIT
#include "curve.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_curve)
using namespace tiktrack::stand_in;

namespace {

constexpr double hour = 3600;

/// A curve of each form for many seeds.
template <class Check>
void for_each_curve(form shape, Check const& check)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        chance by(seed, "curve");
        check(made_up_curve(by, shape, 1e6));
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(nothing_before_the_upload_and_never_less_than_nothing)
{
    for (auto const shape : forms)
        for_each_curve(shape, [](curve const& of) {
            BOOST_TEST(reached(of, -1) == 0);
            BOOST_TEST(reached(of, 0) == 0);
            for (double age = 0; age < 100 * hour; age += hour / 2) BOOST_TEST(reached(of, age) >= 0);
            BOOST_TEST(reached(of, 1e9) <= 1'000'000);
        });
}

BOOST_AUTO_TEST_CASE(only_a_purge_makes_views_fall)
{
    for (auto const shape : forms)
        for_each_curve(shape, [shape](curve const& of) {
            bool fell = false;
            for (double age = 0; age < 60 * hour; age += hour / 4)
                fell = fell || reached(of, age + hour / 4) < reached(of, age);
            BOOST_TEST(fell == (shape == form::purge));
        });
}

BOOST_AUTO_TEST_CASE(the_forms_are_what_they_are_called)
{
    auto const share = [](curve const& of, double from, double to) {
        return static_cast<double>(reached(of, to) - reached(of, from)) / 1e6;
    };
    for_each_curve(form::burst, [&](curve const& of) { BOOST_TEST(share(of, 0, 8 * hour) > 0.7); });
    for_each_curve(form::plateau, [&](curve const& of) {
        BOOST_TEST(share(of, 0, 2 * hour) > 0.8);
        BOOST_TEST(share(of, 6 * hour, 48 * hour) < 0.02);
    });
    for_each_curve(form::steady, [&](curve const& of) {
        BOOST_TEST(share(of, 0, hour) < 0.05);
        BOOST_TEST(share(of, 24 * hour, 48 * hour) > 0.03);
    });
    for_each_curve(form::late, [&](curve const& of) {
        BOOST_TEST(share(of, 0, 4 * hour) < 0.12);
        BOOST_TEST(share(of, 4 * hour, 100 * hour) > 0.7);
    });
}

BOOST_AUTO_TEST_SUITE_END()
