// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/asked_line.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(fetch_asked_line)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

std::string const id = "7612236449866807058";

/// What came of a line, in short.
std::string read(std::string const& line)
{
    asked_line_reader reader;
    auto const& got = reader.read(line);
    switch (got.what) {
    case asked_for::video: return "video " + got.id + '|' + got.name + (got.of != nullptr ? " record" : "");
    case asked_for::short_link: return "short " + got.url;
    case asked_for::nothing: break;
    }
    return std::to_string(got.column) + ": " + got.why;
}

} // namespace

BOOST_AUTO_TEST_CASE(ids)
{
    for (auto const& line : {id, "  " + id + "\t\r", '"' + id + '"'})
        BOOST_TEST(read(line) == "video " + id + "|", line);
    BOOST_TEST(read("0") == "video 0|");
    BOOST_TEST(read("123456789012345678901") == "1: an id has 1 to 20 digits, this one 21");
    for (auto const* line :
         {"id", "+7612236449866807058", "76122 36449866807058", "7612236449866807058,x", "\"\""})
        BOOST_TEST(read(line).ends_with("neither an id, nor an address, nor a record"),
                   line << ": " << read(line));
}

BOOST_AUTO_TEST_CASE(addresses_of_videos)
{
    std::vector<std::string> const named = {
        "https://www.tiktok.com/@pekka/video/" + id, "https://www.tiktok.com/@pekka/photo/" + id + "?lang=de",
        "m.tiktok.com/@pekka/video/" + id + "/", "\"https://de.tiktok.com/@pekka/video/" + id + "#top\""};
    for (auto const& line : named) BOOST_TEST(read(line) == "video " + id + "|pekka", line);
    for (auto const* path : {"video/", "v/", "embed/", "embed/v2/", "@/video/"})
        BOOST_TEST(read(std::string("https://www.tiktok.com/") + path + id) == "video " + id + "|", path);
}

BOOST_AUTO_TEST_CASE(F57_short_links)
{
    BOOST_TEST(read("https://vm.tiktok.com/ZMabc/") == "short https://vm.tiktok.com/ZMabc/");
    BOOST_TEST(read("http://vt.tiktok.com/ZMabc") == "short https://vt.tiktok.com/ZMabc");
    BOOST_TEST(read("www.tiktok.com/t/ZTabc/") == "short https://www.tiktok.com/t/ZTabc/");
}

BOOST_AUTO_TEST_CASE(F64_numbers_that_a_spreadsheet_has_rounded)
{
    std::string const why = "1: a damaged id (damaged_id): a spreadsheet rounded it to ";
    BOOST_TEST(read("7.57604E+18").starts_with(why + "7.57604E+18; "));
    BOOST_TEST(read("7,57604E+18").starts_with(why + "7,57604E+18; "));
    BOOST_TEST(read(R"({"video_id":7.57604E+18})").starts_with(why + "7.57604E+18; "));
    BOOST_TEST(read(R"({"video_id":"7.57604E+18"})").starts_with(why + "7.57604E+18; "));
}

BOOST_AUTO_TEST_CASE(F65_what_is_no_video_and_which_tool_takes_it)
{
    struct row {
        std::string line, why;
    };
    std::vector<row> const rows = {
        {"https://www.tiktok.com/@pekka?lang=de",
         "a creator's page, no video; tt-discover --user pekka lists its videos"},
        {"@pekka", "a creator's page, no video; tt-discover --user pekka lists its videos"},
        {"https://www.tiktok.com/tag/fyp",
         "a hashtag's page, no video; tt-discover --hashtag fyp lists its videos"},
        {"#fyp", "a hashtag's page, no video; tt-discover --hashtag fyp lists its videos"},
        {"https://www.tiktok.com/music/x-7100",
         "a sound's page, no video; tt-discover --sound 7100 lists its videos"},
        {"https://www.tiktok.com/search?q=bread",
         "a search, no video; it takes a login: save its answer, which tt-discover --listing reads"},
        {"https://www.tiktok.com/@pekka/live", "a live room; no tool takes it"},
        {"https://www.tiktok.com/about", "a page of the platform without a video; no tool takes it"},
        {"https://www.youtube.com/watch?v=x", "another site; no tool takes it"},
        {"<!DOCTYPE html>", "a page, no id; tt-discover --listing and tt-import read pages"},
        {"[{}]", "a JSON array; one record a line is expected: jq -c '.[]' FILE | ..."},
    };
    for (auto const& [line, why] : rows) BOOST_TEST(read(line) == "1: " + why, line << ": " << read(line));
    BOOST_TEST(read("  @pekka").starts_with("3: "));
}

BOOST_AUTO_TEST_CASE(records)
{
    BOOST_TEST(read(R"({"video_id":")" + id + R"(","creator_username":"pekka"})") ==
               "video " + id + "|pekka record");
    BOOST_TEST(read(R"({"video_id":)" + id + "}") == "video " + id + "| record");
    BOOST_TEST(read(R"({"video_id":")" + id + R"(","video_url":"https://www.tiktok.com/@anna/video/1"})") ==
               "video " + id + "|anna record");
    BOOST_TEST(read(R"({"video_id":null,"creator_username":"pekka"})") ==
               "1: a creator's page, no video; tt-discover --user pekka lists its videos");
    BOOST_TEST(read(R"({"id":"1"})") ==
               "1: an object without video_id; tt-import reads answers of the platform");
    BOOST_TEST(read(R"({"platform":"youtube","video_id":"x"})") ==
               "1: a record of youtube, which no tool asks");
    BOOST_TEST(read(R"({"video_id":"x"})") == "13: video_id is not 1 to 20 decimal digits: \"x\"");
    BOOST_TEST(read(R"({"video_id":)").starts_with("13: "));
    BOOST_CHECK_EXCEPTION(read(R"({"video_id":"1","schema":2})"), failure, [](failure const& error) {
        return error.kind == failure_kind::data &&
               std::string(error.what()).find("newer") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(the_cells_of_a_record_view_its_line)
{
    asked_line_reader reader;
    std::string const line = R"({"video_id":"1","views":12,"mine":true,"views":13})";
    auto const& got = reader.read(line);
    BOOST_REQUIRE(got.of != nullptr);
    BOOST_TEST(got.of->cells["views"_col].data() == line.data() + line.rfind("13"));
    BOOST_TEST(got.of->foreign.size() == 1);
    BOOST_TEST((got.what == asked_for::video));
    BOOST_TEST((got.why.empty() && got.column == 0)); // it is not refused
    BOOST_TEST_REQUIRE(got.doubled.has_value());
    BOOST_TEST(got.doubled->column == line.rfind("\"views\"") + 1);
    BOOST_TEST(got.doubled->why == "the key \"views\" stands twice; the last one counts");
}

BOOST_AUTO_TEST_CASE(F12_values_of_another_kind_count_as_null)
{
    asked_line_reader reader;
    std::string const line =
        R"({"video_id":"1","cohort_id":{},"caption":"x","time_origin":true,"views":[],"hashtags":3,"likes":"no"})";
    auto const& got = reader.read(line);
    BOOST_REQUIRE(got.of != nullptr);
    for (auto const column : {"cohort_id"_col, "time_origin"_col, "views"_col, "hashtags"_col})
        BOOST_TEST(got.of->cells[column] == "null", columns[column].key);
    BOOST_TEST(got.of->cells["caption"_col] == "\"x\"");
    BOOST_TEST(got.of->cells["likes"_col] == "\"no\""); // of the kind, though no count
    BOOST_TEST(got.of->cells["status"_col] == "");
    std::string said;
    for (auto const& each : got.odd.found()) said += std::to_string(each.column) + ' ' + each.why + '\n';
    std::string const why = " is of another kind than it should be, and counts as null\n";
    BOOST_TEST(said == "29 the value of \"cohort_id\"" + why + "73 the value of \"views\"" + why +
                           "87 the value of \"hashtags\"" + why + "60 the value of \"time_origin\"" + why);
    BOOST_TEST(reader.read(R"({"video_id":"1"})").odd.found().empty());
}

BOOST_AUTO_TEST_CASE(blank_lines)
{
    for (auto const* line : {"", " ", "\r", " \t\r"}) BOOST_TEST(asked_line_reader::is_blank_line(line));
    BOOST_TEST(!asked_line_reader::is_blank_line(" 1"));
}

BOOST_AUTO_TEST_SUITE_END()
