// SPDX-License-Identifier: MIT
#include "tiktrack/format/utf8_avx2.hpp"

#include "tiktrack/format/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(format_utf8_avx2)
using namespace tiktrack::format;

namespace {

constexpr auto none = std::string_view::npos;

/// What `plain_end_avx2` is to say, one sequence at a time: where it stops, or `none`.
std::size_t by_steps(std::string_view text)
{
    std::size_t at = 0;
    for (std::size_t const seen = text.size() / 32 * 32; at < seen;) {
        auto const c = static_cast<unsigned char>(text[at]);
        if (c == '"' || c == '\\' || c < 0x20) return at;
        auto const step = c < 0x80 ? 1 : utf8_sequence(text.data() + at, text.data() + text.size());
        if (step == 0) return none;
        if (at + step > seen) return at; // goes on behind what is looked at
        at += step;
    }
    return at;
}

std::size_t found(std::string_view text)
{
    char const* const stop = plain_end_avx2(text.data(), text.data() + text.size());
    return stop == nullptr ? none : static_cast<std::size_t>(stop - text.data());
}

} // namespace

BOOST_AUTO_TEST_CASE(F04_every_code_point_at_every_place)
{
    if (!has_avx2()) return;
    std::size_t wrong = 0;
    for (std::uint32_t point = 1; point <= 0x10ffff; point += point < 0x3000 ? 1 : 61) {
        if (point >> 11 == 0x1b) continue;
        std::string sequence;
        append_utf8(sequence, point);
        for (std::size_t at = 0; at < 64; at += point < 0x300 ? 1 : 7) {
            auto const text = std::string(at, 'x') + sequence + std::string(64, 'x');
            wrong += found(text) != by_steps(text);
        }
    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(F04_all_that_can_go_wrong_with_a_sequence)
{
    if (!has_avx2()) return;
    constexpr std::string_view edges("\x00\x22\x5c\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xe1\xf1\xff", 14);
    std::size_t wrong = 0;
    for (unsigned a = 0x80; a < 0x100; ++a)
        for (char const b : edges)
            for (char const c : edges)
                for (char const d : edges)
                    for (std::size_t const at : {0u, 1u, 27u, 28u, 29u, 30u}) {
                        std::string text(64, 'x');
                        text.replace(at, 4, std::string{static_cast<char>(a), b, c, d});
                        text.replace(at + 5, 1, "\"");
                        wrong += found(text) != by_steps(text);
                    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(stops_before_less_than_a_block)
{
    if (!has_avx2()) return;
    for (std::string_view const cut : {"\xc3", "\xe2", "\xe2\x82", "\xf0", "\xf0\x9f", "\xf0\x9f\x8e"})
        BOOST_TEST(found(std::string(32 - cut.size(), 'x') + std::string(cut) + "behind") == 32 - cut.size());
    for (std::string_view const whole : {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x8e\xb9"})
        BOOST_TEST(found(std::string(32 - whole.size(), 'x') + std::string(whole) + "behind") == 32u);
    BOOST_TEST(found("\xff is not looked at") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
