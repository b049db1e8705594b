// SPDX-License-Identifier: MIT
#include "tiktrack/format/utf8_faults.hpp"

#include "tiktrack/format/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <vector>

BOOST_AUTO_TEST_SUITE(format_utf8_faults)
using namespace tiktrack::format;

namespace {

/// All that this machine can run.
std::vector<std::uint64_t (*)(char const*)> ways()
{
    std::vector<std::uint64_t (*)(char const*)> all = {utf8_faults_16, utf8_faults};
#ifdef TIKTRACK_X86_64
    if (__builtin_cpu_supports("avx2")) all.push_back(utf8_faults_32);
#endif
    return all;
}

/// Whether 3 + 64 bytes are well-formed up to the last three, in which a sequence may begin that goes on
/// behind: one sequence at a time. The first three are taken for ASCII.
bool is_good(std::string_view text)
{
    for (std::size_t at = 3; at < text.size();) {
        auto const c = static_cast<unsigned char>(text[at]);
        auto const step = c < 0x80 ? 1 : utf8_sequence(text.data() + at, text.data() + text.size());
        if (step == 0) return false;
        at += step;
    }
    return true;
}

/// Asks all ways, which have to agree on whether there is a fault in a text that ends with ASCII.
bool found_good(std::string_view text)
{
    bool first = true, good = false;
    for (auto const faults : ways()) {
        bool const now = faults(text.data() + 3) == 0;
        BOOST_TEST_REQUIRE((first || now == good));
        good = now;
        first = false;
    }
    return good;
}

} // namespace

BOOST_AUTO_TEST_CASE(F04_every_code_point_at_every_place)
{
    std::size_t wrong = 0;
    for (std::uint32_t point = 1; point <= 0x10ffff; point += point < 0x3000 ? 1 : 121) {
        if (point >> 11 == 0x1b) continue;
        std::string sequence;
        append_utf8(sequence, point);
        for (std::size_t at = point < 0x300 ? 0 : point % 13; at + sequence.size() <= 64;
             at += point < 0x300 ? 1 : 13) {
            std::string text(3 + 64, 'x');
            text.replace(3 + at, sequence.size(), sequence);
            wrong += !found_good(text);
        }
    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(F04_all_that_can_go_wrong_with_a_sequence)
{
    constexpr std::string_view edges("\x00\x22\x5c\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xe1\xf1\xff", 14);
    constexpr std::array<std::size_t, 5> places{0, 29, 30, 31, 58}; // each sequence at one of them, by turns
    std::size_t wrong = 0, turn = 0;
    for (unsigned a = 0x80; a < 0x100; ++a)
        for (char const b : edges)
            for (char const c : edges)
                // The fourth byte belongs to the sequence only where it is one of four; else it goes by
                // turns.
                for (char const d : a < 0xf0 ? edges.substr((turn + a) % edges.size(), 1) : edges) {
                    std::string text(3 + 64, 'x');
                    text.replace(3 + places[turn++ % places.size()], 4,
                                 std::string{static_cast<char>(a), b, c, d});
                    wrong += found_good(text) != is_good(text);
                }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(F04_what_is_cut_off_is_a_fault_where_it_should_go_on)
{
    struct row {
        std::string_view before; // the last bytes of the block before
        std::string_view start;  // of the block
        bool good;
    };
    for (auto const& [before, start, good] : std::vector<row>{{"xxx", "x", true},
                                                              {"xxx", "\xa9", false},
                                                              {"xx\xc3", "\xa9", true},
                                                              {"xx\xc3", "x", false},
                                                              {"xx\xc3", "\xa9\xa9", false},
                                                              {"xx\xe2", "\x82\xac", true},
                                                              {"x\xe2\x82", "\xac", true},
                                                              {"x\xe2\x82", "x", false},
                                                              {"xx\xe0", "\x9f\xbf", false},
                                                              {"xx\xed", "\xa0\x80", false},
                                                              {"xx\xf0", "\x9f\x8e\xb9", true},
                                                              {"x\xf0\x9f", "\x8e\xb9", true},
                                                              {"\xf0\x9f\x8e", "\xb9", true},
                                                              {"\xf0\x9f\x8e", "x", false},
                                                              {"xx\xf0", "\x8f\xbf\xbf", false},
                                                              {"xx\xf4", "\x90\x80\x80", false}}) {
        auto text = std::string(before) + std::string(start);
        text.resize(3 + 64, 'x');
        BOOST_TEST(found_good(text) == good, text.substr(0, 8));
    }
    // What may go on behind the block is none yet.
    for (std::string_view const end : {"\xc3", "\xe2", "\xe2\x82", "\xf0", "\xf0\x9f", "\xf0\x9f\x8e"})
        BOOST_TEST(found_good(std::string(3 + 64 - end.size(), 'x') + std::string(end)), end);
}

BOOST_AUTO_TEST_CASE(F04_the_bit_tells_the_place_or_the_one_behind)
{
    for (std::size_t at = 0; at < 63; ++at) {
        std::string text(3 + 64, 'x');
        text[3 + at] = '\xff';
        for (auto const faults : ways()) {
            auto const first = static_cast<std::size_t>(std::countr_zero(faults(text.data() + 3)));
            BOOST_TEST_REQUIRE((first == at || first == at + 1));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
