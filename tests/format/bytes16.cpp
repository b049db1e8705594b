// SPDX-License-Identifier: MIT
#include "tiktrack/format/bytes16.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_bytes16)
using namespace tiktrack;
using format::bytes16;

BOOST_AUTO_TEST_CASE(every_byte_at_every_place)
{
    for (unsigned c = 0; c < 256; ++c)
        for (unsigned at = 0; at < 16; ++at) {
            char text[16];
            std::memset(text, 'x', sizeof text);
            text[at] = static_cast<char>(c);
            bytes16 const here(text);
            auto const bit = [&](bool holds) { return holds ? 1u << at : 0u; };
            auto const others = 0xffffu & ~(1u << at);
            BOOST_TEST_REQUIRE(here.special_in_string() ==
                               bit(c < 0x20 || c >= 0x80 || c == '"' || c == '\\'));
            for (unsigned const least : {0x00u, 0x01u, 0x22u, 0x7fu, 0x80u, 0xc0u, 0xffu})
                BOOST_TEST_REQUIRE(here.from(static_cast<unsigned char>(least)) ==
                                   (('x' >= least ? others : 0) | bit(c >= least)));
            BOOST_TEST_REQUIRE(here.structural() ==
                               bit(c != 0 && std::strchr("\"{}[]\\|", int(c)) != nullptr));
            BOOST_TEST_REQUIRE(here.blanks_or_quotes() == bit(c <= ' ' || c >= 0x80 || c == '"'));
            BOOST_TEST_REQUIRE(here.no_digits() == (others | bit(c < '0' || c > '9')));
            BOOST_TEST_REQUIRE(here.equal('"', '\\') == bit(c == '"' || c == '\\'));
            BOOST_TEST_REQUIRE(here.equal(static_cast<char>(c)) == (c == 'x' ? 0xffffu : 1u << at));
            BOOST_TEST_REQUIRE(here.equal(here) == 0xffffu);
            BOOST_TEST_REQUIRE(here.equal(bytes16::all(static_cast<char>(c))) ==
                               here.equal(static_cast<char>(c)));
            char copy[16];
            here.store(copy);
            BOOST_TEST_REQUIRE(std::memcmp(copy, text, sizeof text) == 0);
        }
    BOOST_TEST(format::first_bit(1u << 15 | 1u << 9) == 9u);
}

BOOST_AUTO_TEST_CASE(comparing)
{
    std::string const a(32, 'a');
    for (std::size_t different = 0; different < a.size(); ++different) {
        auto b = a;
        b[different] = 'b';
        support::guarded_text const here(a), there(b); // both end where memory does
        BOOST_TEST_REQUIRE(format::equal_in_32(here.begin(), there.begin()) == ~(1u << different));
    }
    BOOST_TEST(format::equal_in_32(a.data(), a.data()) == ~0u);
}

BOOST_AUTO_TEST_SUITE_END()
