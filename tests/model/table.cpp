// SPDX-License-Identifier: MIT
#include "tiktrack/model/table.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_table)
using namespace tiktrack;

namespace {

std::string names(std::vector<csv_column> const& chosen)
{
    std::string all;
    for (auto const& each : chosen) all += (all.empty() ? "" : ",") + each.key;
    return all;
}

/// The row of a line, at the end of memory and before it, which must not matter; remarks go to `told`.
std::string row_of(std::string const& line, std::string_view list, format::csv_style style = {},
                   std::string* told = nullptr)
{
    std::string all;
    for (std::size_t behind : {0u, 64u}) {
        support::guarded_text const memory(line + std::string(behind, '9'));
        record_reader reader;
        record r;
        BOOST_TEST_REQUIRE(!reader.read(memory.text().substr(0, line.size()), r).has_value(), line);
        csv_rows rows(choose_columns(list), style);
        format::text_buffer text;
        std::string remarked;
        rows.append(text, r, {memory.begin(), memory.begin() + line.size(), memory.end()},
                    [&](csv_column const& column, std::string_view value, std::string_view why) {
                        remarked += column.key + ' ' + std::string(value) + ' ' +
                                    std::string(why).substr(0, 13) + '\n';
                    });
        if (behind == 0) all = text.text();
        BOOST_TEST_REQUIRE(text.text() == all);
        if (told != nullptr) *told = remarked;
    }
    return all;
}

/// The cell of a value, between two others.
std::string cell(std::string const& key, std::string const& json, format::csv_style style = {},
                 std::string* told = nullptr)
{
    auto const row =
        row_of(R"({"a":1,")" + key + "\":" + json + R"(,"z":2})", "a," + key + ",z", style, told);
    BOOST_TEST_REQUIRE((row.starts_with("1,") && row.ends_with(",2\n")), row);
    return row.substr(2, row.size() - 5);
}

constexpr format::csv_style spreadsheet{',', false, true};

} // namespace

BOOST_AUTO_TEST_CASE(choosing_columns)
{
    BOOST_TEST(choose_columns("core").size() == 36u);
    auto const core = names(choose_columns("core"));
    BOOST_TEST(
        names(choose_columns("core+")) ==
        core + ",status,schedule_status,time_origin,views_resolution,likes_resolution,comments_resolution,"
               "shares_resolution,saves_resolution,followers_resolution,quality_flags,series_flags");
    auto const all = names(choose_columns("all"));
    BOOST_TEST(choose_columns("all").size() == column_count - 1); // without raw
    BOOST_TEST(all.starts_with(core + ",status,status_detail,attempts,source,"));
    BOOST_TEST(all.ends_with(
        ",raw_ref,views_velocity_bound,likes_velocity_bound,views_acceleration,views_log_growth,"
        "views_doubling_hours,series_flags"));
    auto const list = choose_columns("views,gr\xc3\xb6\xc3\x9f"
                                     "e,raw,all");
    BOOST_TEST(names(list) == "views,gr\xc3\xb6\xc3\x9f"
                              "e,raw,all");
    BOOST_TEST(
        (list[0].index == "views"_col && list[1].index == column_count && list[3].index == column_count));
    for (std::string_view const bad : {"", ",", "views,", ",views", "views,,likes", "views,likes,views"})
        BOOST_CHECK_EXCEPTION((void)choose_columns(bad), failure,
                              [](failure const& e) { return e.kind == failure_kind::usage; });
}

BOOST_AUTO_TEST_CASE(F10_F11_F12_cells_of_every_kind)
{
    struct row {
        std::string key, json, cell;
        bool told = false; // whether the value is remarked on
    };
    for (auto const& each : std::vector<row>{
             // Counts, whole numbers, times.
             {"views", "12", "12"},
             {"views", "0", "0"},
             {"views", "-0", "0"},
             {"views", R"("12")", "12"},
             {"views", "12.0", "12"},
             {"views", "1e3", "1000"},
             {"views", "99999999999", "99999999999"},
             {"views", "9223372036854775807", "9223372036854775807"},
             {"views", "9223372036854775808", ""},
             {"views", "-1", ""},
             {"views", "1.5", ""},
             {"views", "true", ""},
             {"views", R"("1.2M")", ""},
             {"views", "null", ""},
             {"views", R"("")", ""},
             {"views", R"({"a":1})", "", true},
             {"views", "[1]", "", true},
             {"lag_seconds", "-5", "-5"},
             {"lag_seconds", "-9223372036854775808", "-9223372036854775808"},
             {"lag_seconds", "1e18", "1000000000000000000"},
             {"lag_seconds", "9.4", ""},
             {"collection_timestamp", "1763934199", "1763934199"},
             {"collection_timestamp", "1763934199123", "1763934199", true},
             {"collection_timestamp", R"("1763934199123")", "1763934199", true},
             {"collection_timestamp", R"("soon")", "", true},
             {"collection_timestamp", "-5", "-5"},
             {"upload_timestamp", "1763934235", "1763934235"},
             {"upload_timestamp", "1763934235000", "1763934235", true},
             {"upload_timestamp", "0", ""}, // no time of an upload
             {"upload_timestamp", "-5", ""},
             {"upload_timestamp", "16725225600", ""},
             {"upload_timestamp", R"("soon")", "", true},
             {"upload_timestamp", R"("")", ""},
             // Real numbers, as they are spelled.
             {"engagement_rate", "16.33232016", "16.33232016"},
             {"engagement_rate", "1.50", "1.50"},
             {"engagement_rate", "1e3", "1e3"},
             {"engagement_rate", "-0", "-0"},
             {"engagement_rate", R"("x")", ""},
             {"engagement_rate", "{}", "", true},
             {"engagement_rate", "[1]", "", true},
             // Ids.
             {"video_id", R"("7576039700536806669")", "7576039700536806669"},
             {"video_id", "7576039700536806669", "7576039700536806669"},
             {"music_id", R"("x\u0041")", "xA"},
             {"music_id", "{}", "", true},
             {"music_id", "true", "", true},
             // Texts.
             {"caption", R"("a, \"b\"\n")", "\"a, \"\"b\"\"\n\""},
             {"caption", R"("")", "\"\""},
             {"caption", "null", ""},
             {"caption", "12", "12"},
             {"caption", "true", "", true},
             {"caption", "{}", "", true},
             {"caption", R"(["a"])", "", true},
             // Booleans.
             {"is_ad", "true", "true"},
             {"is_ad", "false", "false"},
             {"is_ad", "1", "", true},
             {"is_ad", R"("true")", "", true},
             // Lists.
             {"hashtags", "[]", "\"\""},
             {"hashtags", "[ ]", "\"\""},
             {"hashtags", R"([""])", "\"\""},
             {"hashtags", R"(["a"])", "a"},
             {"hashtags", R"(["a","b c",""])", "a|b c|"},
             {"hashtags", R"([ "a" , "b" ])", "a|b"},
             {"hashtags", R"(["a|b","c"])",
              "a\xc2\xa6"
              "b|c"},
             {"hashtags", R"(["a,b","c\"d"])", "\"a,b|c\"\"d\""},
             {"hashtags", R"(["caf\u00e9","\ud800"])", "caf\xc3\xa9|\xef\xbf\xbd"},
             {"hashtags", R"(["a","\n"])", "\"a|\n\""},
             {"hashtags", R"([1,null,true,"x"])", "1|null|true|x"},
             {"hashtags", "null", ""},
             {"hashtags", R"("a")", "", true},
             {"hashtags", "{}", "", true},
             // Objects are JSON text.
             {"traffic_source", R"({"for_you": 0.8,"x":"y"})", R"("{""for_you"": 0.8,""x"":""y""}")"},
             {"traffic_source", "{}", "{}"},
             {"traffic_source", "[1]", "", true},
             {"traffic_source", R"("x")", "", true},
             // Keys that the table does not know are shown by what stands there.
             {"note", "1.0", "1.0"},
             {"note", R"("x,y")", "\"x,y\""},
             {"note", R"(["a","b"])", "a|b"},
             {"note", R"({"a":1})", R"("{""a"":1}")"},
             {"note", "true", "true"},
             {"note", "null", ""},
             {"note", R"("")", "\"\""}}) {
        std::string told;
        BOOST_TEST_CONTEXT(each.key << ": " << each.json)
        {
            BOOST_TEST(cell(each.key, each.json, {}, &told) == each.cell);
            BOOST_TEST(told.empty() == !each.told, told);
        }
    }
    BOOST_TEST(row_of("{}", "views,note") == ",\n"); // absent
}

BOOST_AUTO_TEST_CASE(a_foreign_key)
{
    BOOST_TEST(row_of(R"({"a":1,"a":2})", "a,b") == "2,\n"); // the last one counts
    BOOST_TEST(row_of(R"({"gr\u00f6\u00dfe":1})", "gr\xc3\xb6\xc3\x9f"
                                                  "e,b") == "1,\n");
}

BOOST_AUTO_TEST_CASE(a_lone_column)
{
    for (std::string const json : {"null", R"("")", "-1", "{}", R"("1.2M")"})
        BOOST_TEST(row_of("{\"views\":" + json + '}', "views") == "\"\"\n", json);
    BOOST_TEST(row_of("{}", "note") == "\"\"\n");
    BOOST_TEST(row_of(R"({"caption":""})", "caption") == "\"\"\n");
    BOOST_TEST(row_of(R"({"hashtags":[]})", "hashtags") == "\"\"\n");
    BOOST_TEST(row_of(R"({"views":7})", "views") == "7\n");
}

BOOST_AUTO_TEST_CASE(F56_for_spreadsheets)
{
    struct row {
        std::string key, json, cell;
    };
    for (auto const& each :
         std::vector<row>{{"video_id", R"("7576039700536806669")", R"("=""7576039700536806669""")"},
                          {"video_id", "7576039700536806669", R"("=""7576039700536806669""")"},
                          {"music_id", R"("x\u0041")", "xA"},
                          {"music_id", R"("7\u0036")", R"("=""76""")"},
                          {"cohort_id", R"("-a")", "\"'-a\""},
                          {"caption", R"x("=cmd()")x", "\"'=cmd()\""},
                          {"caption", R"x("\u003dcmd()")x", "\"'=cmd()\""},
                          {"caption", R"("\tx")", "\"'\tx\""},
                          {"hashtags", R"(["@a","b"])", "\"'@a|b\""},
                          {"note", R"("+1")", "\"'+1\""},
                          {"lag_seconds", "-5", "-5"}, // a number is no formula
                          {"views", "12", "12"}})
        BOOST_TEST(cell(each.key, each.json, spreadsheet) == each.cell, each.key << ": " << each.json);
}

BOOST_AUTO_TEST_CASE(headers_and_line_ends)
{
    csv_rows rows(choose_columns("views,a \"b\",c;d"), {';', true, false});
    format::text_buffer text;
    rows.append_header(text);
    BOOST_TEST(text.text() == "views;\"a \"\"b\"\"\";\"c;d\"\r\n");
    csv_rows lone(choose_columns("views"), {});
    text.clear();
    lone.append_header(text);
    BOOST_TEST(text.text() == "views\n");
}

BOOST_AUTO_TEST_CASE(any_record_as_a_row_of_the_right_number_of_cells)
{
    for (unsigned seed = 0; seed < 4; ++seed) {
        support::line_maker make(seed);
        for (int i = 0; i < 100; ++i)
            for (format::csv_style const style :
                 {format::csv_style{}, {';', true, true}, {'\t', false, false}}) {
                auto const line = make.record();
                auto const row = row_of(line, "all", style);
                auto const back = support::parse_csv(row, style.delimiter);
                BOOST_TEST_REQUIRE((back.size() == 1 && back[0].size() == column_count - 1), line);
            }
    }
}

BOOST_AUTO_TEST_SUITE_END()
