// SPDX-License-Identifier: MIT
#include "tiktrack/source/stated_exactness.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(source_stated_exactness)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(the_users_word_goes_before_the_look_of_counts)
{
    auto const resolution = [](std::string_view views, source::stated_exactness how) {
        draft of;
        of.made.cells["source"_col] = "\"page\"";
        of.made.cells["views"_col] = views;
        source::set_exactness(of, how);
        return std::string(of.made.cells["views_resolution"_col]);
    };
    using enum source::stated_exactness;
    BOOST_TEST(resolution("154500", unsaid) == "100");
    BOOST_TEST(resolution("154539", unsaid) == "1");
    BOOST_TEST(resolution("154500", exact) == "1");
    BOOST_TEST(resolution("154539", rounded) == "100");
    BOOST_TEST(resolution("12", rounded) == "1");
}

BOOST_AUTO_TEST_SUITE_END()
