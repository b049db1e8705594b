// SPDX-License-Identifier: MIT
#include "tiktrack/io/line_feed.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_line_feed)
using namespace tiktrack;

namespace {

/// All lines, `NUMBER:TEXT|`, those that are too long as `NUMBER!|`.
std::string all_lines(io::input& in, std::size_t longest = 100)
{
    io::line_feed lines(in, longest);
    std::string all;
    for (io::fed_line each; lines.next(each);)
        all += std::to_string(each.number) + (each.too_long ? "!" : ":" + std::string(each.text)) + '|';
    io::fed_line after;
    BOOST_TEST(!lines.next(after)); // the end stays the end
    BOOST_TEST(lines.ready());
    return all;
}

std::string lines_of(std::string_view text, std::size_t longest = 100)
{
    support::text_input from(text);
    return all_lines(from.in, longest);
}

} // namespace

BOOST_AUTO_TEST_CASE(F03_lines_of_every_kind)
{
    BOOST_TEST(lines_of("") == "");
    BOOST_TEST(lines_of("a") == "1:a|");
    BOOST_TEST(lines_of("a\n\nb\r\nc") == "1:a|2:|3:b|4:c|");
    BOOST_TEST(lines_of("\xef\xbb\xbf"
                        "a\nb\n") == "1:a|2:b|");
    BOOST_TEST(lines_of("\r\n\n") == "1:|2:|");
}

BOOST_AUTO_TEST_CASE(F07_lines_that_are_too_long)
{
    BOOST_TEST(lines_of("a\nbbbbbb\nc\n", 5) == "1:a|2!|3:c|");
    BOOST_TEST(lines_of("aaaaa\r\nb\n", 5) == "1:aaaaa|2:b|");
    std::string const much(3 * io::line_blocks::usual_size, 'x');
    BOOST_TEST(lines_of("a\n" + much + "\nb\n", 5) == "1:a|2!|3:b|");
    BOOST_TEST(lines_of(much + "\nb", 5) == "1!|2:b|");
    BOOST_TEST(lines_of(much, 5) == "1!|");
}

BOOST_AUTO_TEST_CASE(the_same_from_a_pipe_in_any_pieces)
{
    for (std::size_t const size : {1u, 2u, 5u, 100u}) {
        std::string const text = "one\n\ntwo\r\nthree hundred and ten is too long for this\nfour";
        std::vector<std::string> pieces;
        for (std::size_t i = 0; i < text.size(); i += size) pieces.push_back(text.substr(i, size));
        support::fed_pipe from(std::move(pieces));
        io::input in(from.get(), "pipe");
        BOOST_TEST(all_lines(in, 30) == "1:one|2:|3:two|4!|5:four|");
    }
}

BOOST_AUTO_TEST_CASE(a_pipe_is_ready_when_it_holds_something)
{
    int ends[2];
    BOOST_TEST_REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    io::fd const reading(ends[0]);
    io::fd writing(ends[1]);
    io::input in(reading.get(), "pipe");
    io::line_feed lines(in, 100);
    io::fed_line each;
    BOOST_TEST(!lines.ready());
    io::write_all(writing.get(), "a\nb\n", 4, "pipe");
    BOOST_TEST(lines.ready());
    BOOST_TEST((lines.next(each) && each.text == "a"));
    BOOST_TEST(lines.ready()); // the second line is here already
    BOOST_TEST((lines.next(each) && each.text == "b"));
    BOOST_TEST(!lines.ready());
    (void)writing.close();
    BOOST_TEST(lines.ready()); // the end
    BOOST_TEST(!lines.next(each));
}

BOOST_AUTO_TEST_SUITE_END()
