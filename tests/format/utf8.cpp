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

namespace {

/// What `utf8_characters` is to say, one sequence at a time.
unsigned characters(std::string_view block, unsigned size)
{
    unsigned at = 0;
    while (at < size) {
        auto const left = block.substr(at, size - at);
        auto const lead = static_cast<unsigned char>(left[0]);
        auto const step = lead < 0x80 ? 1 : length(left);
        if (step > 0) {
            at += static_cast<unsigned>(step);
            continue;
        }
        auto const due = lead >= 0xf0 ? 4u : lead >= 0xe0 ? 3u : lead >= 0xc0 ? 2u : 0u;
        return size == 16 && left.size() < due ? at : 0; // what goes on behind is looked at from its start
    }
    return at;
}

} // namespace

BOOST_AUTO_TEST_CASE(F04_sixteen_bytes_at_a_time)
{
    // Every code point at every place, whole or cut off by the end of the block or of the text.
    for (std::uint32_t point = 0x80; point <= 0x10ffff; point += point < 0x3000 ? 1 : 61) {
        if (point >> 11 == 0x1b) continue;
        std::string sequence;
        append_utf8(sequence, point);
        for (unsigned at = 0; at < 16; ++at) {
            auto block = std::string(at, 'x') + sequence + std::string(16, 'x');
            bytes16 const here(block.data());
            if (utf8_characters(here, 16) != (at + sequence.size() > 16 ? at : 16)) BOOST_TEST(point == at);
        }
    }
    // All that can go wrong with two bytes, and what follows them, at every place.
    std::size_t wrong = 0;
    for (unsigned a = 0x80; a < 0x100; ++a)
        for (char const b : edges)
            for (char const c : edges)
                for (unsigned at = 0; at < 14; ++at) {
                    std::string block(20, 'x');
                    block.replace(at, 4, std::string{static_cast<char>(a), b, c, '\x80'});
                    for (unsigned size = at + 1; size <= 16; ++size) {
                        auto text = block.substr(0, size) + std::string(20 - size, '"');
                        if (size == 16) text = block;
                        auto const due = characters(text, size);
                        auto const found = utf8_characters(bytes16(text.data()), size);
                        // Where no sequence starts so, it may be refused before its end is seen.
                        auto const cut = static_cast<unsigned char>(text[due]);
                        bool const early = size == 16 && due > 0 && due < 16 && found == 0;
                        wrong += found != due && !(early && (cut < 0xc2 || cut > 0xf4));
                    }
                }
    BOOST_TEST(wrong == 0u);
    for (auto const& each : std::to_array<std::string>({"", "\x80", "x\x80", "\xff", "xxxxxxxxxxxxxxx\xf5",
                                                        "\xc3\xa9\xa9", "\xe2\x82", "\xf0\x9f\x8e"})) {
        auto const block = each + std::string(16, '"');
        BOOST_TEST(
            utf8_characters(bytes16(block.data()), each.empty() ? 1 : static_cast<unsigned>(each.size())) ==
            (each.empty() ? 1u : 0u));
    }
}

BOOST_AUTO_TEST_SUITE_END()
