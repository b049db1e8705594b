// SPDX-License-Identifier: MIT
#include "tiktrack/format/nested.hpp"

#include "../support.hpp"
#include "tiktrack/format/json.hpp"
#include "tiktrack/format/quoted_line.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_nested)
using namespace tiktrack;

namespace {

/// The size of the value at the start of a text that stands at the end of memory; 0 where it is none.
template <std::size_t Depth = 511>
std::size_t found(std::string_view text)
{
    support::guarded_text const memory(text);
    format::quoted_line line;
    char const* const end = line.read(memory.begin(), memory.end());
    if (end == nullptr) return 0; // not valid, whatever its structure is
    format::line_place at{memory.begin(), line.quotes()};
    if (!format::pass_nested<Depth>(at, memory.begin(), end)) return 0;
    auto const size = std::size_t(at.p - memory.begin());
    // The next quote is the first one behind the value.
    auto const* due = line.quotes();
    while (*due < size) ++due;
    BOOST_TEST_REQUIRE((at.quote == due || at.p == end), text);
    return size;
}

} // namespace

BOOST_AUTO_TEST_CASE(by_hand)
{
    for (std::string_view const text :
         {"{}", "[]", "{ }", "[  ]", "[1]", R"({"a":1})",
          R"([ 1 , -2.5 , "x" , null , true , false , { } , [ ] ])",
          R"({ "a" : { "b" : [ [ ] , { "c" : "}]" } ] } , "" : "\"" })", "[ 1 , 2 ]", R"(["\ud83d"])"})
        for (std::string_view const behind : {"", ",\"next\":1}", "}", "]]", " ", "\n", "x"})
            BOOST_TEST(found(std::string(text) + std::string(behind)) == text.size(), text << behind);
    for (std::string_view const text :
         {"{",     "[",         "[1",         "[1,",        "[1,]",       "[,1]",      "[1 2]",
          "[1}",   "{1:2}",     "{\"a\"}",    "{\"a\":}",   "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}",
          "{,}",   "{\"a\":1]", "[01]",       "[+1]",       "[.5]",       "[nul]",     "[nullx]",
          "[\"a]", "[\"\\x\"]", "[\"\xff\"]", "[\"\t\"]",   "[\xc3\xa9]", "[1\f]",     "{\"a\n\":1}",
          "[--1]", "{'a':1}",   "[NaN]",      "{\"a\"::1}", "[[]",        "[{]}"})
        BOOST_TEST(found(text) == 0u, text);
    // A line's end is the end, though JSON takes it for a blank; other blanks than U+0020, and exponents, are
    // left to Boost.
    for (std::string_view const text :
         {"[\t]", "[\r1]", "{\n}", "[1\n,2]", "[1,\n2]", "{\"a\"\n:1}", "{\"a\":\n1}", "[1e3]", "[1E400]"})
        BOOST_TEST(found(text) == 0u, text);
}

BOOST_AUTO_TEST_CASE(F06_depth)
{
    auto const arrays = [](std::size_t levels) {
        return std::string(levels, '[') + std::string(levels, ']');
    };
    BOOST_TEST(found(arrays(511)) == 1022u);
    BOOST_TEST(found(arrays(512)) == 0u);
    BOOST_TEST(found(std::string(100000, '[')) == 0u);
    BOOST_TEST(found<2>(R"([{}])") == 4u);
    BOOST_TEST(found<2>(R"([{"a":[]}])") == 0u);
    BOOST_TEST(found<2>(R"([[],[],{"a":1},[]])") == 18u); // side by side is not deep
}

BOOST_AUTO_TEST_CASE(as_boost_sees_it)
{
    support::dice chance(31);
    format::validator boost;
    static std::vector<std::string> const parts = {
        "{",          "}",  "[",  "]",   ":",      ",",        " ",    "\"a\"",
        "\"\\n\"",    "1",  "-0", "0.5", "null",   "true",     "fals", "\"\xc3\xa9\"",
        "\"",         "\\", "1e", "\r",  "\"k\":", "\"k\":1,", "{}",   "[],",
        "\"\\ud800\""};
    std::size_t good = 0;
    for (int i = 0; i < 40000; ++i) {
        // Mostly well formed: what opens is closed in order.
        std::string text(1, chance.one_of(std::string_view("{[")));
        std::string open = text;
        for (auto n = chance.roll(12); n > 0; --n) {
            auto const& part = chance.one_of(parts);
            text += part;
            if (part == "{" || part == "[") open += part;
            if ((part == "}" || part == "]") && open.size() > 1) open.pop_back();
        }
        for (; !open.empty(); open.pop_back()) text += open.back() == '{' ? '}' : ']';
        auto const size = found(text);
        if (size > 0) BOOST_TEST_REQUIRE(!boost.check(text.substr(0, size)).has_value(), text);
        if (!boost.check(text) && text.find("1e") == text.npos && text.find('\r') == text.npos) {
            ++good;
            BOOST_TEST_REQUIRE(size == text.size(), text);
        }
    }
    BOOST_TEST(good > 1000u); // the test is worth something
}

BOOST_AUTO_TEST_SUITE_END()
