// SPDX-License-Identifier: MIT
#include "tiktrack/base/trimmed.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_trimmed)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(blanks_at_both_ends)
{
    static_assert(trimmed(" \t\r\na b\t ") == "a b" && trimmed("a") == "a" && trimmed("\fa") == "\fa");
    static_assert(trimmed("").empty() && trimmed(" \n").empty());
    static_assert(trimmed(" a\r ", " ") == "a\r" && trimmed("\n a", " \t") == "\n a");
    constexpr std::string_view text = "  ";
    static_assert(trimmed(text).data() == text.data()); // a place in the text even so
}

BOOST_AUTO_TEST_SUITE_END()
