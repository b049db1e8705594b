// SPDX-License-Identifier: MIT
#include "tiktrack/source/import_lines.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_import_lines)
using namespace tiktrack::source;

BOOST_AUTO_TEST_CASE(a_line_is_a_value_with_another_behind_it)
{
    tiktrack::format::validator valid;
    BOOST_TEST(starts_with_a_line("{}\n{}", false, valid));
    BOOST_TEST(starts_with_a_line("{}\n", true, valid));
    BOOST_TEST(!starts_with_a_line("{}\r\n \n", false, valid));
    BOOST_TEST(!starts_with_a_line("{\n}", false, valid));
    BOOST_TEST(second_line_is_json("{\n{}\n", valid));
    BOOST_TEST(!second_line_is_json("{\n}\n", valid));
    BOOST_TEST(!second_line_is_json("{", valid));
}

BOOST_AUTO_TEST_CASE(F07_the_first_line_that_is_too_long)
{
    BOOST_TEST(first_long_line("", 3) == 0U);
    BOOST_TEST(first_long_line("123", 3) == 0U);
    BOOST_TEST(first_long_line("123\r\n\n123\n", 3) == 0U);
    BOOST_TEST(first_long_line("1234", 3) == 1U);
    BOOST_TEST(first_long_line("\n1\n1234\n12345", 3) == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
