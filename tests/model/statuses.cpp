// SPDX-License-Identifier: MIT
#include "tiktrack/model/statuses.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string_view>

BOOST_AUTO_TEST_SUITE(model_statuses)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(each_word_has_its_kind)
{
    static_assert(kind_of_status("ok") == outcome_kind::seen);
    for (auto const* gone : {"deleted", "private", "login_required", "region_blocked", "not_found"})
        BOOST_TEST((kind_of_status(gone) == outcome_kind::gone), gone);
    for (auto const* again :
         {"rate_limited", "challenged", "empty", "http_error", "network_error", "timeout", "parse_error"})
        BOOST_TEST((kind_of_status(again) == outcome_kind::again), again);
    BOOST_TEST((kind_of_status("skipped") == outcome_kind::not_asked));
    BOOST_TEST(!kind_of_status("").has_value());
    BOOST_TEST(!kind_of_status("OK").has_value());
}

BOOST_AUTO_TEST_CASE(no_word_stands_twice)
{
    std::set<std::string_view> names;
    for (auto const& each : statuses) BOOST_TEST(names.insert(each.name).second, each.name);
    BOOST_TEST(names.size() == 14U);
}

BOOST_AUTO_TEST_SUITE_END()
