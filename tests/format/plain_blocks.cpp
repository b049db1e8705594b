// SPDX-License-Identifier: MIT
#include "tiktrack/format/plain_blocks.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(format_plain_blocks)
using namespace tiktrack;
using namespace tiktrack::format;

namespace {

struct passed {
    std::size_t stop;
    std::vector<std::uint32_t> places;
    friend bool operator==(passed const&, passed const&) = default;
};

/// What passing is to come to, byte by byte.
passed by_bytes(std::string_view text, std::size_t base)
{
    passed made{0, {}};
    for (; made.stop < text.size(); made.stop += 64) {
        auto const block = text.substr(made.stop, 64);
        for (char const c : block)
            if (c < 0x20 || c == '\\') return made; // signed: beyond ASCII, too
        for (std::size_t i = 0; i < block.size(); ++i)
            if (block[i] == '"') made.places.push_back(static_cast<std::uint32_t>(base + made.stop + i));
    }
    return made;
}

/// The text stands at the end of memory, `base` bytes behind the start of its line.
passed by(pass_plain_blocks pass, std::string_view text, std::size_t base)
{
    support::guarded_text const memory(std::string(base, '"') + std::string(text));
    std::vector<std::uint32_t> places(text.size() + 16);
    auto* behind = places.data();
    char const* const start = memory.begin() + base;
    char const* const stop = pass(start, memory.end(), memory.begin(), behind);
    places.resize(static_cast<std::size_t>(behind - places.data()));
    return {static_cast<std::size_t>(stop - start), places};
}

std::vector<pass_plain_blocks> ways()
{
    std::vector<pass_plain_blocks> all = {pass_plain_blocks_16, widest_pass()};
#ifdef TIKTRACK_X86_64
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"))
        all.push_back(pass_plain_blocks_32);
#endif
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_byte_at_every_place)
{
    for (auto const pass : ways())
        for (unsigned c = 0; c < 256; ++c)
            for (std::size_t at = 0; at < 128; ++at) {
                std::string text(128, 'x');
                text[at] = static_cast<char>(c);
                if (by(pass, text, 0) != by_bytes(text, 0)) BOOST_TEST(c == at);
            }
}

BOOST_AUTO_TEST_CASE(any_number_of_quotes)
{
    support::dice chance(3);
    for (auto const pass : ways())
        for (int i = 0; i < 2000; ++i) {
            std::string text(64 * chance.roll(5), 'x');
            auto const often = 1 + chance.roll(12);
            for (char& c : text)
                if (chance.once_in(often)) c = '"';
            if (!text.empty() && chance.once_in(3)) text[chance.roll(text.size())] = '\\';
            auto const base = chance.roll(200);
            BOOST_TEST_REQUIRE((by(pass, text, base) == by_bytes(text, base)), text);
        }
}

BOOST_AUTO_TEST_SUITE_END()
