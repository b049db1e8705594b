// SPDX-License-Identifier: MIT
#include "tiktrack/format/quoted_line.hpp"

#include "../support.hpp"
#include "tiktrack/format/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(format_quoted_line)
using namespace tiktrack;
using namespace tiktrack::format;

namespace {

/// The places of the quotes of a line without its end, by single steps; nothing where it cannot be JSON.
std::optional<std::vector<std::uint32_t>> by_steps(std::string_view line)
{
    std::vector<std::uint32_t> quotes;
    char const* const end = line.data() + line.size();
    for (char const* p = line.data(); p != end;) {
        auto const c = static_cast<unsigned char>(*p);
        if (c < 0x20) return {};
        if (c == '\\') {
            if (!is_escape(p, end)) return {};
            p += 2;
        } else if (c >= 0x80) {
            auto const size = utf8_sequence(p, end);
            if (size == 0) return {};
            p += size;
        } else {
            if (c == '"') quotes.push_back(static_cast<std::uint32_t>(p - line.data()));
            ++p;
        }
    }
    return quotes;
}

std::vector<quoted_line> readers()
{
    std::vector<quoted_line> all;
    all.emplace_back();
    all.emplace_back(pass_plain_blocks_16);
    return all;
}

/// Reads a line with an end, at the end of memory; the places of its quotes, or nothing. What it says has to
/// be the same in all ways and with anything behind the line.
std::optional<std::vector<std::uint32_t>> found(std::string_view line)
{
    auto const due = by_steps(line);
    for (auto& reader : readers())
        for (std::string_view const behind : {"", "\n", "\r", "\r\n", "\nnext \"line\"", "\r\n\xff"}) {
            support::guarded_text const memory(std::string(line) + std::string(behind));
            char const* const stop = reader.read(memory.begin(), memory.end());
            BOOST_TEST_REQUIRE((stop != nullptr) == due.has_value(), line << " and " << behind);
            if (!due) continue;
            BOOST_TEST_REQUIRE((stop == memory.begin() + line.size()));
            auto const size = static_cast<std::uint32_t>(line.size());
            auto wanted = *due;
            wanted.insert(wanted.end(), 4, size);
            BOOST_TEST_REQUIRE(std::vector(reader.quotes(), reader.quotes() + wanted.size()) == wanted, line);
        }
    return due;
}

} // namespace

BOOST_AUTO_TEST_CASE(F04_strings_by_hand)
{
    using namespace std::string_literals;
    struct row {
        std::string text;
        bool good;
    };
    for (auto const& [text, good] : std::vector<row>{{"", true},
                                                     {"a", true},
                                                     {R"(\"\\\/\b\f\n\r\t)", true},
                                                     {R"(\u0000\uD83D\ude00)", true},
                                                     {R"(\ud800)", true}, // alone: real captions hold them
                                                     {R"(\udc00\ud800)", true},
                                                     {R"(\\\\\\)", true},
                                                     {"\x7f", true},
                                                     {"caf\xc3\xa9 \xef\xb7\xbd \xf0\x9f\x8c\x87", true},
                                                     {"\xef\xbf\xbf\xf4\x8f\xbf\xbf", true},
                                                     {"\0"s, false},
                                                     {"\t", false},
                                                     {"\x1f", false},
                                                     {"\rx", false},
                                                     {R"(\x)", false},
                                                     {R"(\')", false},
                                                     {R"(\u)", false},
                                                     {R"(\u12)", false},
                                                     {R"(\u123g)", false},
                                                     {R"(\uD8zz)", false},
                                                     {R"(\U0041)", false},
                                                     {"\\\xc3\xa9", false},
                                                     {"\x80", false},
                                                     {"\xc3", false},
                                                     {"\xc0\xaf", false},
                                                     {"\xed\xa0\x80", false},
                                                     {"\xf4\x90\x80\x80", false},
                                                     {"\xff", false}})
        for (std::size_t before = 0; before < 66; ++before)
            for (std::size_t const after : {0u, 1u, 15u, 64u, 65u}) {
                auto const line = '"' + std::string(before, 'x') + text + std::string(after, 'y') + '"';
                auto const quotes = found(line);
                bool const as_it_should =
                    quotes.has_value() == good &&
                    (!good || (quotes->size() == 2 && quotes->back() == line.size() - 1));
                BOOST_REQUIRE_MESSAGE(as_it_should, text << ' ' << before << ' ' << after);
            }
}

BOOST_AUTO_TEST_CASE(F04_made_up_lines)
{
    static std::vector<std::string> const parts = {"a",
                                                   "plain text of sixteen",
                                                   "\"",
                                                   "\",\"",
                                                   "\\n",
                                                   "\\\"",
                                                   "\\\\",
                                                   "\\u00e9",
                                                   "\\ud83d\\ude00",
                                                   "\xc3\xa9",
                                                   "\xe2\x82\xac",
                                                   "\xf0\x9f\x8e\xb9",
                                                   "\x7f",
                                                   "\\ud83",
                                                   "\xc3",
                                                   "\x80",
                                                   "\x01",
                                                   "\xed\xb0\x80",
                                                   "\\"};
    constexpr std::size_t good_ones = 13;
    support::dice chance(11);
    std::size_t good = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string line;
        auto const tame = chance.once_in(4) ? parts.size() : good_ones;
        for (auto n = chance.roll(24); n > 0; --n) {
            line += parts[chance.roll(tame)];
            if (chance.once_in(3)) line.append(chance.roll(70), 'z');
        }
        good += found(line).has_value() ? 1 : 0;
    }
    BOOST_TEST(good > 2000u); // the test is worth something
    BOOST_TEST(good < 3900u);
}

BOOST_AUTO_TEST_CASE(F07_long_lines)
{
    for (auto& reader : readers()) {
        for (std::size_t const size : {2047u, 2048u, 2049u, 100'000u}) { // some have a quote for each byte
            std::string const line(size, '"');
            BOOST_TEST_REQUIRE((reader.read(line.data(), line.data() + size) == line.data() + size));
            BOOST_TEST_REQUIRE(reader.quotes()[size - 1] == size - 1);
            BOOST_TEST_REQUIRE(reader.quotes()[size + 3] == size);
        }
        std::string const most((std::size_t{16} << 20) + 64, 'x');
        BOOST_TEST((reader.read(most.data(), most.data() + (std::size_t{16} << 20)) != nullptr));
        BOOST_TEST((reader.read(most.data(), most.data() + most.size()) == nullptr));
    }
}

BOOST_AUTO_TEST_SUITE_END()
