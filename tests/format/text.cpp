// SPDX-License-Identifier: MIT
#include "tiktrack/format/text.hpp"

#include "../support.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_text)
using namespace tiktrack;
using namespace tiktrack::format;
using namespace std::string_literals;

namespace {

std::string meaning(std::string_view inside, bool nul = true)
{
    support::guarded_text const memory(inside);
    std::string text;
    append_text(text, memory.text(), nul);
    return text;
}

std::string as_json(std::string_view text)
{
    support::guarded_text const memory(text);
    std::string json;
    append_quoted(json, memory.text());
    return json;
}

std::string compact(std::string_view json)
{
    support::guarded_text const memory(json);
    std::string text;
    append_compact(text, memory.text());
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(F05_what_escapes_mean)
{
    struct row {
        std::string_view inside;
        std::string text;
    };
    for (auto const& [inside, text] :
         std::vector<row>{{"", ""},
                          {"plain", "plain"},
                          {R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
                          {R"(caf\u00e9 \u20AC)", "caf\xc3\xa9 \xe2\x82\xac"},
                          {R"(\ud83c\udfb9\uD83C\uDFB9)", "\xf0\x9f\x8e\xb9\xf0\x9f\x8e\xb9"},
                          {R"(\ud83c)", "\xef\xbf\xbd"},
                          {R"(\udfb9)", "\xef\xbf\xbd"},
                          {R"(\udfb9\ud83c)", "\xef\xbf\xbd\xef\xbf\xbd"},
                          {R"(\ud83c\ud83c\udfb9)", "\xef\xbf\xbd\xf0\x9f\x8e\xb9"},
                          {R"(\ud83cx\udfb9)", "\xef\xbf\xbdx\xef\xbf\xbd"},
                          {R"(\ud83c\n)", "\xef\xbf\xbd\n"},
                          {R"(\ud83c\u0041)", "\xef\xbf\xbd"
                                              "A"},
                          {R"(\ud83c\\udfb9)", "\xef\xbf\xbd\\udfb9"},
                          {R"(\u0000)", "\0"s},
                          {R"(\uffff\ufffd)", "\xef\xbf\xbf\xef\xbf\xbd"}})
        BOOST_TEST(meaning(inside) == text, inside);
    BOOST_TEST(meaning(R"(a\u0000b)", false) == "a\xef\xbf\xbd"
                                                "b");
    BOOST_TEST(meaning("\\") == ""); // bad text stays within its bounds
    BOOST_TEST(meaning("a\\u12") == "a");
}

BOOST_AUTO_TEST_CASE(any_text_there_and_back)
{
    support::dice chance(2);
    static std::vector<std::string> const parts = {"a",
                                                   "\"",
                                                   "\\",
                                                   "/",
                                                   "\n",
                                                   "\t",
                                                   "\0"s,
                                                   "\x1f",
                                                   "\x7f",
                                                   "\xc3\xa9",
                                                   "\xe2\x82\xac",
                                                   "\xf0\x9f\x8e\xb9",
                                                   "\\u0041",
                                                   "sixteen letters!"};
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (auto n = chance.roll(12); n > 0; --n) text += chance.one_of(parts);
        auto const json = as_json(text);
        BOOST_TEST_REQUIRE(boost::json::value_to<std::string>(boost::json::parse(json)) == text);
        BOOST_TEST_REQUIRE(meaning(std::string_view(json).substr(1, json.size() - 2)) == text);
        auto const others = boost::json::serialize(boost::json::value(text));
        BOOST_TEST_REQUIRE(meaning(std::string_view(others).substr(1, others.size() - 2)) == text);
    }
}

BOOST_AUTO_TEST_CASE(quoting)
{
    BOOST_TEST(as_json("") == R"("")");
    BOOST_TEST(as_json("a/\"\\\n\r\x1b\x7f") == R"("a/\"\\\n\u000d\u001b)"
                                                "\x7f\"");
    // Bytes that are no UTF-8 become U+FFFD, each.
    for (std::string_view const bad : {"\x80", "\xff", "\xc3", "\xe2\x28"})
        BOOST_TEST(as_json(bad).starts_with("\"\xef\xbf\xbd"), bad.size());
    BOOST_TEST(as_json("\xf0\x9f\x8e") == "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

BOOST_AUTO_TEST_CASE(compact_text_keeps_every_token)
{
    struct row {
        std::string_view json, text;
    };
    for (auto const& [json, text] :
         std::to_array<row>({{R"( { "a b" : [ 1.0 , 1e3 , -0.0E-7 ] , "c\" " : "\u002F  x" } )",
                              R"({"a b":[1.0,1e3,-0.0E-7],"c\" ":"\u002F  x"})"},
                             {"{\r\n\t\"id\":\t73000000000000992750\n}", R"({"id":73000000000000992750})"},
                             {R"("a\\" )", R"("a\\")"},
                             {" null ", "null"},
                             {"", ""},
                             {"  ", ""},
                             {"[]", "[]"},
                             {R"(" open)", R"(" open)"},
                             {R"("\)", R"("\)"}}))
        BOOST_TEST(compact(json) == text);
    BOOST_TEST(compact(compact(R"([ 1, " 2 " ])")) == R"([1," 2 "])");
}

BOOST_AUTO_TEST_SUITE_END()
