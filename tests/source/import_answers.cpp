// SPDX-License-Identifier: MIT
#include "tiktrack/source/import_answers.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(source_import_answers)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const a = made_up_item(R"("stats":{})"), b = made_up_item(R"("stats":{})", "7612236449866807059");
std::string const both = "7612236449866807058 ok, 7612236449866807059 ok";

} // namespace

BOOST_AUTO_TEST_CASE(one_page_one_document_or_lines)
{
    BOOST_TEST(import_text(made_up_page(made_up_state(a))).glance() == "7612236449866807058 ok");
    BOOST_TEST(import_text("\xef\xbb\xbf \n\t" + made_up_page(made_up_state(a))).glance() ==
               "7612236449866807058 ok");
    BOOST_TEST(import_text("\xef\xbb\xbf\n\n{\n\"itemList\":[" + a + ",\n" + b + "\n]}\n").glance() == both);
    BOOST_TEST(import_text("{\"itemList\":[" + a + "," + b + "]}").glance() == both);
    BOOST_TEST(import_text("[" + a + "," + b + "]\n").glance() == both);
    BOOST_TEST(import_text(a + "\n" + b + "\n").glance() == both);
    BOOST_TEST(import_text("\n\r\n" + a + "\r\n\n" + b).glance() == both);
    // In lines a video can come twice: each line is an answer.
    BOOST_TEST(import_text(a + "\n" + a + "\n").glance() == "7612236449866807058 ok, 7612236449866807058 ok");
    BOOST_TEST(import_text("[" + a + "]\n" + R"({"video_id":"7","views":1})" + "\n" + made_up_state(b) + "\n")
                   .glance() == "7612236449866807058 ok, 7 -, 7612236449866807059 ok");
}

BOOST_AUTO_TEST_CASE(the_same_from_a_pipe_in_any_pieces)
{
    for (auto const& text : {made_up_page(made_up_state(a)), a + "\n" + b + "\n",
                             "{\n\"itemList\":[" + a + ",\n" + b + "\n]}\n"}) {
        auto const whole = import_text(text);
        for (std::size_t const size : {1u, 7u, 100u}) {
            std::vector<std::string> pieces;
            for (std::size_t i = 0; i < text.size(); i += size) pieces.push_back(text.substr(i, size));
            fed_pipe from(std::move(pieces));
            io::input in(from.get(), "pipe");
            BOOST_TEST(import_from(in).text == whole.text);
        }
    }
}

BOOST_AUTO_TEST_CASE(F01_F02_bad_lines_are_told_with_their_place)
{
    auto const got = import_text(a + "\n{\"id\": nope}\n\n" +
                                 R"({"foo":1})"
                                 "\n" +
                                 b + "\n" + R"({"itemList":[)");
    BOOST_TEST(got.glance() == both);
    BOOST_TEST(got.said.size() == 3U);
    BOOST_TEST(got.said.at(0).starts_with("!2:8: "), got.said.at(0));
    BOOST_TEST(got.said.at(1).starts_with("!4:0: not recognised"), got.said.at(1));
    BOOST_TEST(got.said.at(2).starts_with("!6:14: "), got.said.at(2));
    BOOST_TEST(got.failed.empty());
    BOOST_TEST(import_text(a + "\n" + R"({"itemList":[]})").glance() == "7612236449866807058 ok");
    // A bad first line does not make the rest a document.
    auto const first = import_text("{\"id\":\n" + a + "\n" + b + "\n");
    BOOST_TEST(first.glance() == both);
    BOOST_TEST(first.said.at(0).starts_with("!1:"));
}

BOOST_AUTO_TEST_CASE(an_input_of_which_nothing_is_recognised_fails)
{
    BOOST_TEST(import_text("{\"foo\":1}\n{\"bar\":2}\n").failed == "in: no line is recognised");
    BOOST_TEST(import_text("{\"foo\":1}\n").failed.starts_with("in: not recognised"));
    BOOST_TEST(import_text("{\n \"itemList\": [,]\n}\n")
                   .failed.starts_with("in:2: column 15: neither a page nor JSON: "));
    BOOST_TEST(import_text("hello").failed.starts_with("in:1: column 1: "));
    BOOST_TEST(import_text("\x1f\x8b\x08").failed.find("gzip") != std::string::npos);
    BOOST_TEST(import_text("{\"video_id\":\"7\",\"schema\":2}\n").failed.find("schema 2") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(F04_F06_F09_lines_that_cannot_be)
{
    auto const said = [](std::string const& line) {
        auto const got = import_text(a + "\n" + line + "\n" + b + "\n");
        BOOST_TEST(got.glance() == both, line);
        return got.said.empty() ? "" : got.said.at(0);
    };
    BOOST_TEST(said("{\"video_id\":\"7\",\"raw\":{\"x\":\"\xff\"}}").starts_with("!2:29: "));
    BOOST_TEST(said("{\"video_id\":\"7\",\"x\":\"" + std::string("\0", 1) + "\"}").starts_with("!2:22: "));
    BOOST_TEST(said("{\"video_id\":\"7\",\"x\":" + std::string(512, '[') + std::string(512, ']') + "}")
                   .starts_with("!2:"));
    BOOST_TEST(said(R"({"schema":1,"video_id":"7.6e18"})")
                   .starts_with("!2:24: video_id is not 1 to 20 decimal digits"));
    BOOST_TEST(said(R"({"schema":1,"video_id":{}})").starts_with("!2:24: "));
}

BOOST_AUTO_TEST_CASE(F08_a_key_that_stands_twice_is_said)
{
    auto const got = import_text(R"({"video_id":"7","views":1,"views":2})");
    BOOST_TEST(got.text == R"({"video_id":"7","views":1,"views":2})"
                           "\n");
    BOOST_TEST(got.said.size() == 1U);
    BOOST_TEST(got.said.at(0).find("views") != std::string::npos);
    BOOST_TEST(got.said.at(0).front() != '!');
}

BOOST_AUTO_TEST_CASE(F07_what_is_too_large_is_refused)
{
    import_settings set;
    set.longest_line = 300;
    auto const line = import_text(a + "\n{\"x\":\"" + std::string(1'000'000, 'x') + "\"}\n" + b + "\n", set);
    BOOST_TEST(line.glance() == both);
    BOOST_TEST(line.said == (std::vector<std::string>{"!2:0: longer than --max-line allows (300 bytes)"}));
    set.longest_line = 20;
    BOOST_TEST(import_text("{\n\"itemList\":[]}", set).failed == "");
    BOOST_TEST(import_text("{\r\n\"itemList\":[      ]}\r\n", set).failed == "");
    // Also where the line is a whole document, or stands in one, or in a page.
    std::string const why = ": longer than --max-line allows (20 bytes)";
    for (auto const* end : {"", "\n", "\r\n\r\n"}) {
        BOOST_TEST(import_text(a + end, set).failed == "in:1" + why);
        BOOST_TEST(import_text("\n" + a + end, set).failed == "in:2" + why);
        BOOST_TEST(import_text("[\n" + a + "]" + end, set).failed == "in:2" + why);
        BOOST_TEST(import_text("\n<!--\n-->" + made_up_page(made_up_state(a)) + end, set).failed ==
                   "in:3" + why);
    }
    set = {};
    set.largest = 100;
    BOOST_TEST(import_text("[\n" + a + "]", set).failed ==
               "in: is larger than --max-size allows (100 bytes)");
    BOOST_TEST(import_text(made_up_page(made_up_state(a)), set).failed.find("--max-size") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refusal_of_26_bytes)
{
    for (auto const* text : {"overload-protect triggered", "overload-protect triggered\n"}) {
        auto const got = import_text(text);
        BOOST_TEST(got.glance() == "- rate_limited");
        BOOST_TEST(got["raw"] == "null");
        BOOST_TEST(got.tally.again == 1U);
        BOOST_TEST(stays_the_same(got));
    }
    BOOST_TEST(import_text(a + "\noverload-protect triggered\n" + b).glance() ==
               "7612236449866807058 ok, - rate_limited, 7612236449866807059 ok");
    BOOST_TEST(!import_text("overload-protect triggered!").failed.empty());
}

BOOST_AUTO_TEST_CASE(what_the_user_says)
{
    import_settings set;
    set.cohort = "20261123_120000";
    set.timepoint = "hour_0";
    set.collected = 1772365521;
    auto const got = import_text(a, set);
    BOOST_TEST(got["cohort_id"] == R"("20261123_120000")");
    BOOST_TEST(got["timepoint"] == R"("hour_0")");
    BOOST_TEST(got["collection_timestamp"] == "1772365521");
    BOOST_TEST(got["hours_since_upload"] == "1");
    // The answer's own time comes first.
    BOOST_TEST(import_text(R"({"extra":{"now":1772366405000},"itemList":[)" + a + "]}",
                           set)["collection_timestamp"] == "1772366405");
    set.collected.reset();
    set.collected_mtime = true;
    BOOST_TEST(import_text(a, set)["collection_timestamp"] != "null");
    fed_pipe from({a});
    io::input in(from.get(), "pipe"); // which has no time of modification
    BOOST_TEST(import_from(in, set)["collection_timestamp"] == "null");
}

BOOST_AUTO_TEST_CASE(the_tally_counts_what_is_to_be_tried_again)
{
    auto const got = import_text(a + "\n" +
                                 R"({"status_code":2484})"
                                 "\n" +
                                 R"({"itemInfo":{},"statusCode":10204})"
                                 "\n" +
                                 R"({"video_id":"7","status":"timeout"})"
                                 "\n");
    BOOST_TEST(got.tally.records == 4U);
    BOOST_TEST(got.tally.again == 2U);
}

BOOST_AUTO_TEST_CASE(F21_a_stop_ends_after_the_line)
{
    text_input from(a + "\n" + b + "\n");
    io::fd const file = file_with("");
    io::output out(file.get(), "out");
    std::atomic<bool> const stop{true};
    fault_sink const ignore = [](fault const&) {};
    BOOST_TEST(import_answers(from.in, out, {}, ignore, &stop).records == 0U);
}

BOOST_AUTO_TEST_CASE(every_prefix_of_an_answer_comes_to_something)
{
    for (auto const& whole : {made_up_page(made_up_state(a)), "[" + a + "," + b + "]",
                              made_up_page(R"({"source":{"data":{"/embed/v2/7":{"videoData":{}}}}})",
                                           "__FRONTITY_CONNECT_STATE__")})
        for (std::size_t size = 0; size < whole.size(); ++size) {
            auto const got = import_text(whole.substr(0, size));
            BOOST_TEST(got.glance().find("ok, ") == std::string::npos);
            BOOST_TEST(stays_the_same(got));
        }
}

BOOST_AUTO_TEST_SUITE_END()
