// SPDX-License-Identifier: MIT
#include "tiktrack/base/number.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>

BOOST_AUTO_TEST_SUITE(base_number)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(the_whole_text_or_nothing)
{
    BOOST_TEST((parse_number<std::int64_t>("12") == 12));
    BOOST_TEST((parse_number<std::int64_t>("-12") == -12));
    BOOST_TEST((parse_number<std::uint64_t>("18446744073709551615") == UINT64_MAX));
    BOOST_TEST((parse_number<unsigned>("7f", 16) == 0x7fU));
    BOOST_TEST((parse_number<double>("1.5e3") == 1500.0));
    for (std::string_view const text :
         {"", " 12", "12 ", "+12", "12x", "1.5", "7f", "9223372036854775808", "-", "--1"})
        BOOST_TEST(!parse_number<std::int64_t>(text), text);
    for (std::string_view const text : {"", "1e", "1e999", "1,5", " 1", "."})
        BOOST_TEST(!parse_number<double>(text), text);
    BOOST_TEST(!parse_number<std::uint64_t>("-1"));
    BOOST_TEST(!parse_number<int>(std::string_view("12x").substr(0, 0)));
    BOOST_TEST((parse_number<int>(std::string_view("123").substr(0, 2)) == 12));
}

BOOST_AUTO_TEST_SUITE_END()
