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

constexpr auto none = std::string_view::npos;

} // namespace

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

BOOST_AUTO_TEST_CASE(short_numbers_made_up_as_boost_sees_them)
{
    support::dice chance(7);
    constexpr std::string_view letters = "0012.-e,x";
    for (int i = 0; i < 8000; ++i) {
        std::string text;
        for (auto n = chance.roll(17); n > 0; --n) text += chance.once_in(4) ? chance.one_of(letters) : '4';
        bool const due = text.size() < 16 && is_json(text) && text.find_first_of("-e") == text.npos;
        support::guarded_text const memory(text + std::string(16, '5'));
        BOOST_TEST_REQUIRE(is_short_number(memory.begin(), memory.begin() + text.size()) == due, text);
    }
    std::string const text = "12";
    BOOST_TEST(!is_short_number(text.data() + 2, text.data())); // an end before the start
}

BOOST_AUTO_TEST_CASE(F04_escapes)
{
    for (std::string_view const text : {R"(\")", R"(\\)", R"(\/)", R"(\b)", R"(\f)", R"(\n)", R"(\r)",
                                        R"(\t)", R"(\u0000)", R"(\uD83d)", R"(\udc00)"})
        for (std::size_t size = 0; size <= text.size(); ++size) {
            support::guarded_text const memory(text.substr(0, size)); // cut off, it is none
            bool const found = size > 0 && is_escape(memory.begin(), memory.end());
            BOOST_TEST_REQUIRE(found == (size == text.size()), text << size);
        }
    for (std::string_view const text :
         {R"(\x)", R"(\')", R"(\U0041)", R"(\u123g)", R"(\uD8zz)", R"(\u 123)", "\\\xc3\xa9", "\\\n"})
        BOOST_TEST(!is_escape(text.data(), text.data() + text.size()), text);
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
        BOOST_TEST_REQUIRE(is_blank(byte) == (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'),
                           c);
        BOOST_TEST_REQUIRE(is_digit(byte) == (byte >= '0' && byte <= '9'), c);
    }
}

BOOST_AUTO_TEST_SUITE_END()
