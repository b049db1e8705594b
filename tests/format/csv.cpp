// SPDX-License-Identifier: MIT
#include "tiktrack/format/csv.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_csv)
using namespace tiktrack;
using namespace tiktrack::format;

namespace {

/// What is written, into memory of exactly the size that is asked for.
template <class Write>
std::string written(std::size_t size, Write write)
{
    std::string const room(csv_cells::most(size), '.');
    support::guarded_text const memory(room);
    char* const to = const_cast<char*>(memory.begin());
    return {to, write(to)};
}

std::string text(csv_style style, std::string_view value)
{
    return written(value.size(), [&](char* to) { return csv_cells(style).text(to, value); });
}

/// The same of the inside of a JSON string; also in one pass where that can be.
std::string json_string(csv_style style, std::string_view inside)
{
    std::string scratch;
    auto const cell =
        written(inside.size(), [&](char* to) { return csv_cells(style).json_string(to, inside, scratch); });
    auto const json = '"' + std::string(inside) + '"';
    support::guarded_text const memory(json + std::string(csv_cells::looks_behind, ','));
    bool plain = false;
    auto const at_once = written(json.size(), [&](char* to) {
        char* const end = csv_cells(style).plain_json_string(to, memory.text().substr(0, json.size()));
        plain = end != nullptr;
        return plain ? end : to;
    });
    bool usual = true; // no escapes but the usual ones, and those only where it is put in quotes
    for (std::size_t at = inside.find('\\'); at != inside.npos; at = inside.find('\\', at + 2))
        usual = usual && std::string_view("\"n\\").find(inside[at + 1]) != std::string_view::npos &&
                cell[0] == '"';
    BOOST_TEST_REQUIRE(plain == (usual && !inside.empty() && !style.spreadsheet), inside);
    if (plain) BOOST_TEST_REQUIRE(at_once == cell, inside);
    return cell;
}

} // namespace

BOOST_AUTO_TEST_CASE(F56_quotes_only_where_they_have_to_be)
{
    struct row {
        std::string_view value, comma, semicolon, spreadsheet;
    };
    for (auto const& each :
         std::to_array<row>({{"plain", "plain", "plain", "plain"},
                             {"", "\"\"", "\"\"", "\"\""},
                             {" ", " ", " ", " "},
                             {"a,b", "\"a,b\"", "a,b", "\"a,b\""},
                             {"a;b", "a;b", "\"a;b\"", "a;b"},
                             {"say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\""},
                             {"\"", "\"\"\"\"", "\"\"\"\"", "\"\"\"\""},
                             {"a\nb", "\"a\nb\"", "\"a\nb\"", "\"a\nb\""},
                             {"a\rb", "\"a\rb\"", "\"a\rb\"", "\"a\rb\""},
                             {"a\tb", "a\tb", "a\tb", "a\tb"},
                             {"=1+1", "=1+1", "=1+1", "\"'=1+1\""},
                             {"+1", "+1", "+1", "\"'+1\""},
                             {"-", "-", "-", "\"'-\""},
                             {"@x", "@x", "@x", "\"'@x\""},
                             {"\tx", "\tx", "\tx", "\"'\tx\""},
                             {"\rx", "\"\rx\"", "\"\rx\"", "\"'\rx\""},
                             {"\n=x", "\"\n=x\"", "\"\n=x\"", "\"'\n=x\""},
                             {"=\"x\"", "\"=\"\"x\"\"\"", "\"=\"\"x\"\"\"", "\"'=\"\"x\"\"\""},
                             {"a=1", "a=1", "a=1", "a=1"},
                             {"\xe2\x80\xae \xf0\x9f\x8e\xb9", "\xe2\x80\xae \xf0\x9f\x8e\xb9",
                              "\xe2\x80\xae \xf0\x9f\x8e\xb9", "\xe2\x80\xae \xf0\x9f\x8e\xb9"}})) {
        BOOST_TEST(text({}, each.value) == each.comma);
        BOOST_TEST(text({';', false, false}, each.value) == each.semicolon);
        BOOST_TEST(text({',', false, true}, each.value) == each.spreadsheet);
        std::string json;
        append_quoted(json, each.value);
        auto const inside = std::string_view(json).substr(1, json.size() - 2);
        BOOST_TEST(json_string({}, inside) == each.comma);
        BOOST_TEST(json_string({';', false, false}, inside) == each.semicolon);
        BOOST_TEST(json_string({',', false, true}, inside) == each.spreadsheet);
    }
}

BOOST_AUTO_TEST_CASE(F05_what_csv_cannot_hold)
{
    BOOST_TEST(json_string({}, R"(a\u0000b)") == "a\xef\xbf\xbd"
                                                 "b");
    BOOST_TEST(json_string({}, R"(\ud83d)") == "\xef\xbf\xbd");
    BOOST_TEST(json_string({}, R"(\u002C\u000a)") == "\",\n\"");
    BOOST_TEST(json_string({',', false, true}, R"(\u003d1)") == "\"'=1\"");
    BOOST_TEST(json_string({'\\', false, false}, R"(a\\b)") == "\"a\\b\"");
}

BOOST_AUTO_TEST_CASE(ids)
{
    auto const id = [](csv_style style, std::string_view value) {
        return written(value.size(), [&](char* to) { return csv_cells(style).id(to, value); });
    };
    csv_style const spreadsheet{',', false, true};
    BOOST_TEST(id({}, "7576039700536806669") == "7576039700536806669");
    BOOST_TEST(id(spreadsheet, "7576039700536806669") == "\"=\"\"7576039700536806669\"\"\"");
    BOOST_TEST(id(spreadsheet, "007") == "\"=\"\"007\"\"\"");
    BOOST_TEST(id(spreadsheet, "dQw4w9WgXcQ") == "dQw4w9WgXcQ");
    BOOST_TEST(id(spreadsheet, "-Qw4w9WgXcQ") == "\"'-Qw4w9WgXcQ\"");
    BOOST_TEST(id(spreadsheet, "") == "\"\"");
    BOOST_TEST(id({}, "a,b") == "\"a,b\"");
}

BOOST_AUTO_TEST_CASE(any_text_there_and_back)
{
    support::dice chance(9);
    static std::vector<std::string> const parts = {"a",        ",",
                                                   "\"",       "\n",
                                                   "\r",       "\r\n",
                                                   ";",        "\t",
                                                   "|",        "\\",
                                                   "=",        "sixteen letters!",
                                                   "\xc3\xa9", "\xf0\x9f\x8e\xb9",
                                                   " ",        "'"};
    for (csv_style const style : {csv_style{}, {';', true, false}, {'\t', false, false}, {'|', false, false}})
        for (int i = 0; i < 500; ++i) {
            std::string value;
            for (auto n = chance.roll(12); n > 0; --n) value += chance.one_of(parts);
            std::string json;
            append_quoted(json, value);
            auto const cell = text(style, value);
            BOOST_TEST_REQUIRE(json_string(style, std::string_view(json).substr(1, json.size() - 2)) == cell);
            auto const back =
                support::parse_csv("x" + std::string(1, style.delimiter) + cell + "\n", style.delimiter);
            BOOST_TEST_REQUIRE((back.size() == 1 && back[0].size() == 2));
            BOOST_TEST_REQUIRE(back[0][1].text == value);
            BOOST_TEST_REQUIRE(
                back[0][1].quoted ==
                (value.empty() ||
                 value.find_first_of("\"\r\n" + std::string(1, style.delimiter)) != value.npos));
        }
}

BOOST_AUTO_TEST_SUITE_END()
