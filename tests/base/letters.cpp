// SPDX-License-Identifier: MIT
#include "tiktrack/base/letters.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_letters)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(ascii_alone)
{
    static_assert(same_letters("Content-Length", "content-LENGTH") && same_letters("", ""));
    static_assert(!same_letters("a", "b") && !same_letters("a", "aa") && !same_letters("aa", "a"));
    static_assert(!same_letters("[", "{") && !same_letters("@", "`")); // the bytes beside the letters
    static_assert(!same_letters("\xc3\x84", "\xc3\xa4"));
    BOOST_TEST(in_small_letters("AZaz09-[@\xc3\x84") == "azaz09-[@\xc3\x84");
}

BOOST_AUTO_TEST_CASE(hexadecimal_digits)
{
    for (int c = -128; c < 128; ++c) {
        auto const byte = static_cast<char>(c);
        auto const value = byte == '\0' ? std::string_view::npos
                                        : std::string_view("0123456789abcdef").find(small_letter(byte));
        BOOST_TEST_REQUIRE(hex_digit(byte) == (value > 15 ? -1 : static_cast<int>(value)), c);
    }
}

BOOST_AUTO_TEST_SUITE_END()
