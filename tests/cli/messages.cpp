// SPDX-License-Identifier: MIT
#include "cli/messages.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(cli_messages)

using namespace tiktrack;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_CASE(places)
{
    struct row {
        fault found;
        std::string_view sentence;
    };
    for (auto const& [found, sentence] : std::to_array<row>({
             {{"a.jsonl", 3, 7, "no value"}, "a.jsonl:3: column 7: no value"},
             {{"a.jsonl", 3, 0, "no value"}, "a.jsonl:3: no value"},
             {{"a.jsonl", 0, 0, "no value"}, "a.jsonl: no value"},
             {{"", 0, 0, "no value"}, "no value"},
             {{"", 3, 7, "no value"}, "line 3: column 7: no value"},
             {{"a.jsonl", 0, 7, "no value"}, "a.jsonl: column 7: no value"},
         }))
        BOOST_TEST(cli::sentence_of(found) == sentence);
}

BOOST_AUTO_TEST_CASE(F73_nothing_acts_on_a_terminal)
{
    struct row {
        std::string_view text, shown;
    };
    for (auto const& [text, shown] : std::to_array<row>({
             {"plain", "plain"},
             {"K\xc3\xb6ln \xf0\x9f\x98\x80 \xe2\x80\x8d \xc2\xa0",
              "K\xc3\xb6ln \xf0\x9f\x98\x80 \xe2\x80\x8d \xc2\xa0"},
             {"a\tb\nc\rd", "a\\tb\\nc\\rd"},
             {"\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"},
             {"\0\x7f"sv, "\\x00\\x7f"},
             {"\xc2\x9b"
              "31m",
              "\\u009b31m"}, // the C1 form of ESC [
             {"\xe2\x80\xae"
              "evil\xe2\x81\xa6",
              "\\u202eevil\\u2066"}, // writing direction
             {"\xd8\x9c\xe2\x80\x8f\xe2\x80\xa8\xef\xbb\xbf", "\\u061c\\u200f\\u2028\\ufeff"},
             {"\xff\xc3", "\\xff\\xc3"}, // no UTF-8
             {"\x9b"
              "31m",
              "\\x9b31m"},
             {"\xed\xa0\x80", "\\xed\\xa0\\x80"}, // a surrogate
             {"\\x1b", "\\x1b"},
         }))
        BOOST_TEST(cli::printable(text) == shown, cli::printable(text) << ", not " << shown);
}

BOOST_AUTO_TEST_CASE(the_progress_line)
{
    using namespace std::chrono_literals;
    cli::progress_line line(10);
    auto const start = cli::progress_line::time{} + 1h;
    BOOST_TEST(line.erase().empty());
    BOOST_TEST(line.due(start));
    BOOST_TEST(line.draw("5 lines", start) == "\r\x1b[K5 lines");
    BOOST_TEST(!line.due(start + 199ms));
    BOOST_TEST(line.due(start + 200ms));
    BOOST_TEST(line.draw("12345678901\n", start + 1s) == "\r\x1b[K123456789");
    BOOST_TEST(line.erase() == "\r\x1b[K");
    BOOST_TEST(line.erase().empty());
}

BOOST_AUTO_TEST_SUITE_END()
