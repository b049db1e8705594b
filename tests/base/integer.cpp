// SPDX-License-Identifier: MIT
#include "tiktrack/base/integer.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>
#include <random>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(base_integer)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F10_every_spelling_of_a_whole_number)
{
    struct row {
        std::string_view text;
        std::int64_t value;
    };
    using limits = std::numeric_limits<std::int64_t>;
    for (auto const& [text, value] : std::to_array<row>({{"0", 0},
                                                         {"-0", 0},
                                                         {"-0.0e-7", 0},
                                                         {"0e999999999999", 0},
                                                         {"0.000e5", 0},
                                                         {"12", 12},
                                                         {"-12", -12},
                                                         {"007", 7},
                                                         {"12.0", 12},
                                                         {"12.000000000000000000000000000000", 12},
                                                         {"1e3", 1000},
                                                         {"1E+3", 1000},
                                                         {"1.5e1", 15},
                                                         {"1.25e2", 125},
                                                         {"1200e-2", 12},
                                                         {"12000000000000000000000000000e-27", 12},
                                                         {"0.0000000000000000012e19", 12},
                                                         {"1e18", 1000000000000000000},
                                                         {"9223372036854775807", limits::max()},
                                                         {"9223372036854775807.0", limits::max()},
                                                         {"922337203685477580700e-2", limits::max()},
                                                         {"-9223372036854775808", limits::min()}}))
        BOOST_TEST(parse_integer(text).value_or(4711) == value, text);
    static_assert(parse_integer("1e3") == 1000);
}

BOOST_AUTO_TEST_CASE(F10_what_is_no_whole_number_of_64_bits)
{
    for (std::string_view const text : {"",
                                        "-",
                                        "+1",
                                        " 1",
                                        "1 ",
                                        "1.5",
                                        "1e-1",
                                        "15e-1",
                                        "0.1e0",
                                        "1.",
                                        ".5",
                                        ".",
                                        "-.0",
                                        "1.e3",
                                        "1..0",
                                        "1.0.0",
                                        "e3",
                                        "1e",
                                        "1e+",
                                        "1e--3",
                                        "1e3e4",
                                        "1e3.0",
                                        "--1",
                                        "0x10",
                                        "12a",
                                        "1,000",
                                        "1.2M",
                                        "NaN",
                                        "9223372036854775808",
                                        "-9223372036854775809",
                                        "18446744073709551615",
                                        "18446744073709551616",
                                        "123456789012345678901234567890",
                                        "1e19",
                                        "1e400",
                                        "1e99999999999999999999",
                                        "1e-99999999999999999999"})
        BOOST_TEST(!parse_integer(text).has_value(), '"' << text << '"');
    BOOST_TEST(!parse_integer(std::string_view("1\0", 2)).has_value());
}

BOOST_AUTO_TEST_CASE(any_number_there_and_back)
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 20000; ++i) {
        auto const value = static_cast<std::int64_t>(random()) >> random() % 64;
        auto const text = std::to_string(value);
        BOOST_TEST(parse_integer(text).value_or(value + 1) == value);
        BOOST_TEST(parse_integer(text + "000e-3").value_or(value + 1) == value);
        auto const digits = text.size() - (value < 0);
        auto const moved = text.substr(0, text.size() - digits) + "0." + text.substr(text.size() - digits) +
                           'e' + std::to_string(digits);
        BOOST_TEST(parse_integer(moved).value_or(value + 1) == value, moved);
    }
}

BOOST_AUTO_TEST_CASE(digits)
{
    static_assert(is_digits("0123456789") && !is_digits("") && !is_digits("1a") && !is_digits("-1"));
    BOOST_TEST(!is_digits("1 "));
    BOOST_TEST(!is_digits("\xd9\xa1")); // an Arabic one
}

BOOST_AUTO_TEST_SUITE_END()
