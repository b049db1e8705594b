// SPDX-License-Identifier: MIT
#include "tiktrack/study/splice.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_splice)
using namespace tiktrack;

namespace {

/// All that is derivable, as null, so that nothing is added.
std::string full()
{
    std::string text;
    for (auto const i : derivable_columns) text += ",\"" + std::string(columns[i].key) + "\":null";
    return text.substr(1);
}

std::string spliced(std::string const& line)
{
    record_reader reader;
    record r;
    draft scratch;
    BOOST_TEST_REQUIRE(!reader.read(line, r).has_value(), line);
    format::text_buffer text;
    append_spliced(text, r, line, scratch);
    return std::string(text.text());
}

} // namespace

BOOST_AUTO_TEST_CASE(only_series_columns_are_cut_out)
{
    auto const all = full();
    struct row {
        std::string line, spliced;
    };
    for (auto const& each : std::vector<row>{
             {'{' + all + '}', '{' + all},
             {"{" + all + R"(,"a":1})", "{" + all + R"(,"a":1)"},
             {" { " + all + R"( , "a" : { "views_velocity" : 1 } } )",
              " { " + all + R"( , "a" : { "views_velocity" : 1 })"},
             // At the end, as tt-velocity writes them.
             {'{' + all + R"(,"views_velocity":1,"series_flags":[]})", '{' + all},
             // At the start, in the middle, twice, with blanks.
             {R"({"views_velocity":1,)" + all + '}', '{' + all},
             {R"({ "views_velocity":1, )" + all + '}', '{' + all},
             {R"({"series_flags":["a"],"views_velocity":1,)" + all + R"(,"z":2})", '{' + all + R"(,"z":2)"},
             {'{' + all + R"(,"views_velocity":1,"z":2,"views_velocity":3})", '{' + all + R"(,"z":2)"},
             {'{' + all + R"(, "views_velocity" : 1 , "z" : 2 })", '{' + all + R"( , "z" : 2)"},
             {'{' + all + R"(,"vi\u0065ws_velocity":1,"z":2})", '{' + all + R"(,"z":2)"},
             // What stands before the first member stays, with and without something to cut out.
             {"{ " + all + '}', "{ " + all},
             {"{ " + all + R"(,"views_velocity":1})", "{ " + all},
             {R"({ "z" : 1,)" + all + R"(,"views_velocity":1})", R"({ "z" : 1,)" + all}}) {
        BOOST_TEST(spliced(each.line) == each.spliced);
        // Once more, behind which the series columns come again: nothing changes.
        auto const again = each.spliced + R"(,"hours_since_first_collection":null,"series_flags":[]})";
        BOOST_TEST(spliced(again) == each.spliced);
    }
}

BOOST_AUTO_TEST_CASE(nothing_but_series_columns)
{
    for (std::string const line :
         {"{}", "{ }", R"({"views_velocity":1})", R"({ "views_velocity":1, "series_flags":[] })"}) {
        auto const text = spliced(line);
        auto const start = text.find('"');
        BOOST_TEST(text.substr(0, start) == "{");
        BOOST_TEST((text.substr(start).starts_with(R"("hours_since_upload":null,"engagement_rate":null,)")),
                   text);
        BOOST_TEST((text.find(",,") == text.npos && text.find("{,") == text.npos));
    }
}

BOOST_AUTO_TEST_CASE(what_is_absent_is_added_in_the_order_of_the_table)
{
    auto const text =
        spliced(R"({"status":"ok","views":10,"likes":1,"source":"app","quality_flags":[],"save_rate":null})");
    BOOST_TEST(
        text ==
        R"({"status":"ok","views":10,"likes":1,"source":"app","quality_flags":[],"save_rate":null)"
        R"(,"hours_since_upload":null,"engagement_rate":10,"comment_rate":null,"share_rate":null)"
        R"(,"views_resolution":1,"likes_resolution":1,"comments_resolution":null,"shares_resolution":null)"
        R"(,"saves_resolution":null,"followers_resolution":null,"engagement_rate_by_views":null,"views_per_follower":null)");
}

BOOST_AUTO_TEST_CASE(lines_without_their_brace)
{
    BOOST_TEST(without_brace(R"({"a":1})") == R"({"a":1)");
    BOOST_TEST(without_brace(" {\"a\":1 } \r") == " {\"a\":1");
    BOOST_TEST(without_brace("{}") == "{");
    BOOST_TEST(without_brace(R"({"a":"}"})") == R"({"a":"}")");
}

BOOST_AUTO_TEST_SUITE_END()
