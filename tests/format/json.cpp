// SPDX-License-Identifier: MIT
#include "tiktrack/format/json.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_json)
using namespace tiktrack;
using format::validator;

BOOST_AUTO_TEST_CASE(what_is_json)
{
    validator boost;
    for (std::string const text :
         {"null", "true", " 1 ", "-0.5e+7", "\"\"", "[]", "{}", " { \"a\" : [ 1 , \"x\" ] } ",
          "\"\\u0000\\u002F\"", "\"\xf0\x9f\x8c\x87\"", "1e400", "1e9999999999",
          "[0E+99999999999999999999,\"1e9999999999\\\"\",-1.5e-9999999999]", "[\"\\ud800\",1e2147483648]",
          "123456789012345678901234567890", "\t[\r\n]"})
        BOOST_TEST(!boost.check(text).has_value(), text);
    struct row {
        std::string_view text;
        std::size_t at; // where it stops to be JSON, as near as Boost says
    };
    for (auto const& [text, at] : std::to_array<row>({{"", 0},
                                                      {" ", 1},
                                                      {"{", 1},
                                                      {"{\"a\":1", 6},
                                                      {"{\"a\":01}", 6},
                                                      {"{\"a\":1} x", 8},
                                                      {"{\"a\":1}{}", 7},
                                                      {"{'a':1}", 1},
                                                      {"[1,]", 3},
                                                      {"{\"a\":1,}", 7},
                                                      {"nul", 3},
                                                      {"NaN", 0},
                                                      {"\"\t\"", 1},
                                                      {"\"\xff\"", 1},
                                                      {"\"\xed\xa0\x80\"", 1},
                                                      {"\xef\xbb\xbf{}", 0},
                                                      {"// no\n1", 0}})) {
        auto const bad = boost.check(text);
        BOOST_TEST_REQUIRE(bad.has_value(), text);
        BOOST_TEST(bad->at == at, text << " at " << bad->at);
        BOOST_TEST(!bad->why.empty());
    }
    BOOST_TEST(boost.check(std::string_view("\"\0\"", 3)).has_value());
}

BOOST_AUTO_TEST_CASE(F05_lone_surrogates)
{
    validator boost;
    for (std::string_view const text :
         {R"("\ud83d")", R"("\uDE00")", R"("\ude00\ud83d")", R"("\ud83d\ud83d\ude00")", R"("\ud83dx")",
          R"("\ud83d\n")", R"({"\ud83d":["\udfff"]})", R"("\\\ud83d")", R"("\ud83d\ude00")"})
        BOOST_TEST(!boost.check(text).has_value(), text);
    // What looks like one and is none stays wrong, and a second fault is found at its place.
    for (std::string_view const text : {R"("\ud8zz")", R"("\ud83")", R"("\udezz")", R"("\ud83d\u12")",
                                        R"("\ud8)", R"("\\ud83d\x")", R"("\ud83"})"})
        BOOST_TEST(boost.check(text).has_value(), text);
    auto const bad = boost.check(R"(["\ud83d",tru])");
    BOOST_TEST((bad && bad->at >= 10));
}

BOOST_AUTO_TEST_CASE(F06_depth)
{
    validator boost;
    for (std::size_t const levels : {1u, 512u, 513u, 1000000u})
        BOOST_TEST(boost.check(std::string(levels, '[') + std::string(levels, ']')).has_value() ==
                   (levels > 512));
    std::string objects, end;
    for (int i = 0; i < 512; ++i, end += '}') objects += i < 511 ? "{\"a\":" : "{";
    BOOST_TEST(!boost.check(objects + end).has_value());
    BOOST_TEST(boost.check("{\"a\":" + objects + end + '}').has_value());
    BOOST_TEST(boost.check(std::string(1000000, '[')).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
