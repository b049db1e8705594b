// SPDX-License-Identifier: MIT
#include "tiktrack/format/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(format_utf8)
using namespace tiktrack::format;

namespace {

/// The length by the definition: decode, and refuse what is overlong, a surrogate or beyond U+10FFFF.
std::size_t by_definition(std::string_view text)
{
    auto const byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    std::size_t const size = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
    if (byte(0) < 0xc0 || byte(0) > 0xf7 || text.size() < size) return 0;
    std::uint32_t point = byte(0) & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (byte(i) >> 6 != 2) return 0;
        point = point << 6 | (byte(i) & 0x3f);
    }
    constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    return point < least.at(size) || point > 0x10ffff || point >> 11 == 0x1b ? 0 : size;
}

std::size_t length(std::string_view text) { return utf8_sequence(text.data(), text.data() + text.size()); }

} // namespace

constexpr std::string_view edges("\x00\x22\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xff", 11);

BOOST_AUTO_TEST_CASE(F04_up_to_three_bytes)
{
    std::size_t wrong = 0;
    std::string text(3, '\0');
    for (unsigned a = 0x80; a < 0x100; ++a)
        for (unsigned b = 0; b < 0x100; ++b)
            for (char const c : edges) {
                text = {static_cast<char>(a), static_cast<char>(b), c};
                for (std::size_t size = 1; size <= 3; ++size)
                    wrong += length(std::string_view(text).substr(0, size)) !=
                             by_definition(std::string_view(text).substr(0, size));
            }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(F04_four_bytes)
{
    for (unsigned lead = 0xed; lead < 0x100; ++lead)
        for (char const b : edges)
            for (char const c : edges)
                for (char const d : edges) {
                    std::string const text = {static_cast<char>(lead), b, c, d, '\x80'};
                    BOOST_TEST_REQUIRE(length(text) == by_definition(text));
                }
}

BOOST_AUTO_TEST_CASE(every_code_point_there_and_back)
{
    for (std::uint32_t point = 0x80; point <= 0x10ffff; ++point) {
        if (point >> 11 == 0x1b) continue;
        std::string text;
        append_utf8(text, point);
        if (length(text) != text.size() || by_definition(text) != text.size()) BOOST_TEST(point == 0u);
    }
    std::string text;
    for (std::uint32_t const point : {0x41u, 0xdfu, 0x20acu, replacement_character, 0x1f3b9u})
        append_utf8(text, point);
    BOOST_TEST(text == "A\xc3\x9f\xe2\x82\xac\xef\xbf\xbd\xf0\x9f\x8e\xb9");
}

BOOST_AUTO_TEST_SUITE_END()
