// SPDX-License-Identifier: MIT
#include "tiktrack/format/token.hpp"

#include "../support.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_token)
using namespace tiktrack;
using namespace tiktrack::format;

namespace {

/// Whether Boost.JSON takes a text; surrogates as escapes may stand alone, so they are made letters before.
bool is_json(std::string text)
{
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != '\\') continue;
        ++at;
        if (text[at] != 'u' || text.find_first_not_of("0123456789abcdefABCDEF", at + 1) < at + 5) continue;
        if (at + 5 <= text.size()) text.replace(at + 1, 4, "0041");
    }
    boost::json::error_code bad;
    (void)boost::json::parse(text, bad);
    return !bad;
}

/// Where a string's closing quote is, or npos, by single steps and Boost.
std::size_t closing(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return is_json('"' + std::string(text.substr(0, at + 1))) ? at : text.npos;
    }
    return text.npos;
}

/// Asks where the text stands at and near the end of memory: nothing beyond may be read.
template <class Find>
std::size_t found_near_the_end(std::string_view text, Find find)
{
    std::size_t all = 0;
    for (std::size_t const behind : {0u, 1u, 7u, 15u}) {
        // What stands behind the end of the text would end a string, and could be compared by mistake.
        support::guarded_text const memory(std::string(text) + std::string(behind, '"'));
        char const* const end = memory.begin() + text.size();
        char const* const stop = find(memory.begin(), end);
        auto const at = stop == nullptr ? std::string_view::npos : std::size_t(stop - memory.begin());
        if (behind == 0) all = at;
        BOOST_TEST_REQUIRE(at == all);
    }
    return all;
}

std::size_t string_found(std::string_view text) { return found_near_the_end(text, string_end); }

constexpr auto none = std::string_view::npos;

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
                                                     {"\x7f", true},
                                                     {"caf\xc3\xa9 \xef\xb7\xbd \xf0\x9f\x8c\x87", true},
                                                     {"\xef\xbf\xbf\xf4\x8f\xbf\xbf", true},
                                                     {"\0"s, false},
                                                     {"\n", false},
                                                     {"\t", false},
                                                     {"\x1f", false},
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
        for (std::size_t before = 0; before < 34; ++before)
            for (std::size_t const after : {0u, 1u, 15u, 16u, 17u}) {
                auto const all = std::string(before, 'x') + text + std::string(after, 'y') + '"';
                BOOST_TEST_REQUIRE(string_found(all) == (good ? all.size() - 1 : none),
                                   text << ' ' << before);
                BOOST_TEST_REQUIRE(closing(all) == (good ? all.size() - 1 : none), text);
                BOOST_TEST_REQUIRE(string_found(all.substr(0, all.size() - 1)) == none); // without an end
            }
}

BOOST_AUTO_TEST_CASE(strings_made_up_as_boost_sees_them)
{
    static std::vector<std::string> const parts = {"a",
                                                   "plain text of sixteen",
                                                   "\\n",
                                                   "\\\"",
                                                   "\\\\",
                                                   "\\u00e9",
                                                   "\\ud83d\\ude00",
                                                   "\\ud83",
                                                   "\\ud83dx",
                                                   "\\u1",
                                                   "\xc3\xa9",
                                                   "\xe2\x82\xac",
                                                   "\xf0\x9f\x8e\xb9",
                                                   "\xc3",
                                                   "\x80",
                                                   "\x01",
                                                   "\x7f",
                                                   "\xed\xb0\x80",
                                                   "\"",
                                                   "\\",
                                                   std::string(1, '\0')};
    support::dice chance(11);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        auto const tame = chance.once_in(2) ? parts.size() : std::size_t{13}; // half of them mostly good
        for (auto n = chance.roll(9); n > 0; --n) {
            text += parts[chance.roll(tame)];
            if (chance.once_in(2)) text.append(chance.roll(20), 'z');
        }
        if (!chance.once_in(8)) text += '"';
        if (chance.once_in(2)) text += "\xff behind\"";
        BOOST_TEST_REQUIRE(string_found(text) == closing(text), text);
    }
}

BOOST_AUTO_TEST_CASE(numbers)
{
    struct row {
        std::string_view text;
        std::size_t end; // what is left behind is the caller's to judge
    };
    for (auto const& [text, end] : std::to_array<row>({{"0", 1},
                                                       {"-0", 2},
                                                       {"7", 1},
                                                       {"12", 2},
                                                       {"-12.50", 6},
                                                       {"0.5", 3},
                                                       {"123456789012345", 15},
                                                       {"1234567890123456", 16},
                                                       {"12345678901234567890123", 23},
                                                       {"-1234567890123456.789012345678901234", 36},
                                                       {"01", 1},
                                                       {"00", 1},
                                                       {"0123456789012345678", 1},
                                                       {"-01", 2},
                                                       {"1e3", 1},
                                                       {"12E3", 2},
                                                       {"1.5e3", 3},
                                                       {"7,", 1},
                                                       {"12}", 2},
                                                       {"12 ", 2},
                                                       {"1.2.3", 3},
                                                       {"", none},
                                                       {"-", none},
                                                       {"+1", none},
                                                       {".5", none},
                                                       {"1.", none},
                                                       {"12.,", none},
                                                       {"0.", none},
                                                       {"-.5", none},
                                                       {"--1", none},
                                                       {"-a", none},
                                                       {"a", none},
                                                       {"\xb1", none},
                                                       {"Infinity", none},
                                                       {"NaN", none}})) {
        BOOST_TEST(found_near_the_end(text, plain_number_end) == end, text);
        for (std::string_view const behind :
             {",\"x\":123456789012345", "}                ", " , 1234567890123456"})
            BOOST_TEST(found_near_the_end(std::string(text) + std::string(behind), plain_number_end) ==
                           (text == "7," || text == "12}" || text == "12 " ? end : end),
                       text << behind);
    }
}

BOOST_AUTO_TEST_CASE(numbers_made_up_as_boost_sees_them)
{
    support::dice chance(5);
    constexpr std::string_view letters = "00123456789..-eE+,";
    for (int i = 0; i < 4000; ++i) {
        std::string text;
        for (auto n = chance.roll(22) + 1; n > 0; --n)
            text += chance.once_in(3) ? chance.one_of(letters) : '4';
        auto const end = found_near_the_end(text, plain_number_end);
        // The longest number without an exponent that starts there, or none where that goes on into a bad
        // one.
        if (end != none) BOOST_TEST_REQUIRE(is_json(text.substr(0, end)), text);
        auto const whole = text.find_first_of("eE+,");
        if (is_json(text.substr(0, whole))) BOOST_TEST_REQUIRE(end == std::min(whole, text.size()), text);
    }
}

BOOST_AUTO_TEST_CASE(literals)
{
    struct row {
        std::string_view text;
        std::size_t end;
    };
    for (auto const& [text, end] : std::to_array<row>({{"null", 4},
                                                       {"true", 4},
                                                       {"false", 5},
                                                       {"null,", 4},
                                                       {"falsehood", 5},
                                                       {"", none},
                                                       {"n", none},
                                                       {"nul", none},
                                                       {"fals", none},
                                                       {"True", none},
                                                       {"NULL", none},
                                                       {"tru\0e", none},
                                                       {"undefined", none}}))
        BOOST_TEST(found_near_the_end(text, literal_end) == end, text);
}

BOOST_AUTO_TEST_CASE(characters)
{
    for (int c = -128; c < 256; ++c) {
        auto const byte = static_cast<char>(c);
        std::string_view const hex = "0123456789abcdef";
        auto const lower = static_cast<char>(byte >= 'A' && byte <= 'F' ? byte + 32 : byte);
        auto const value = byte == '\0' ? hex.npos : hex.find(lower);
        BOOST_TEST_REQUIRE(hex_digit(byte) == (value == hex.npos ? -1 : static_cast<int>(value)), c);
        BOOST_TEST_REQUIRE(is_blank(byte) == (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'),
                           c);
        BOOST_TEST_REQUIRE(is_digit(byte) == (value != hex.npos && value < 10), c);
    }
}

BOOST_AUTO_TEST_SUITE_END()
