// SPDX-License-Identifier: MIT
#include "tiktrack/io/line_blocks.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_line_blocks)
using namespace tiktrack;

namespace {

constexpr auto usual = io::line_blocks::usual_size;

/// The text of all blocks, with `<too long>` where lines were passed over.
std::string all_blocks(io::input& in, std::size_t longest)
{
    io::line_blocks blocks(in, longest);
    io::block each;
    std::string text;
    std::size_t most = 0;
    for (bool first = true; blocks.next(each); first = false) {
        BOOST_TEST(each.first() == first);
        BOOST_TEST((each.text().empty() || each.text().back() == '\n' || in.left() == 0 || !in.has_size()));
        BOOST_TEST((!each.text().empty() || each.too_long_follows()));
        most = std::max(most, each.text().size());
        text += each.text();
        if (each.too_long_follows()) text += "<too long>\n";
    }
    BOOST_TEST(!blocks.next(each));                               // the end stays the end
    BOOST_TEST(most <= std::max(usual, 2 * longest) + 2 * usual); // memory stays bounded
    return text;
}

/// What should come of it.
std::string expected(std::string_view text, std::size_t most)
{
    std::string made;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        made += end > most ? "<too long>" : text.substr(0, end);
        if (end > most || end < text.size()) made += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return made;
}

std::string line_of(std::size_t size, char c) { return std::string(size, c) + '\n'; }

} // namespace

BOOST_AUTO_TEST_CASE(F07_all_line_lengths_around_block_and_limit)
{
    // A limit that is less than a block does not bind here but in the reading of lines.
    for (std::size_t const longest : {usual, usual + 3, 2 * usual, 3 * usual + 5})
        for (std::size_t const size :
             {std::size_t{0}, std::size_t{1}, usual - 1, usual, usual + 1, longest - 1, longest, longest + 1,
              longest + 2, longest + usual, 4 * longest})
            for (bool const end : {true, false}) {
                auto const text = "first\n" + line_of(size, 'x') + "\n\n" + line_of(7, 'y') +
                                  line_of(size, 'z') + (end ? "last\n" : "last");
                support::text_input file(text);
                BOOST_TEST((all_blocks(file.in, longest) == expected(text, longest + 1)),
                           longest << ' ' << size);

                auto alone = line_of(size, 'x');
                if (!end) alone.pop_back();
                support::text_input one(alone);
                BOOST_TEST((all_blocks(one.in, longest) == expected(alone, longest + 1)),
                           longest << " alone " << size);
            }
}

BOOST_AUTO_TEST_CASE(F07_a_line_end_of_two_bytes_does_not_count)
{
    auto const longest = usual + 10;
    auto const text = "a\r\n" + std::string(longest, 'x') + "\r\nb\r\n";
    support::text_input file(text);
    BOOST_TEST((all_blocks(file.in, longest) == text));
}

BOOST_AUTO_TEST_CASE(pipes_with_dribbling_writes)
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        support::dice chance(seed);
        auto const longest = usual + 100;
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += line_of(chance.once_in(6) ? usual - 200 + chance.roll(600) : chance.roll(90),
                            char('a' + i % 26));
        if (chance.once_in(2)) text.pop_back();
        std::vector<std::string> pieces;
        for (std::size_t at = 0; at < text.size();) {
            auto const size = chance.once_in(3) ? 1 + chance.roll(3) : 1 + chance.roll(70000);
            pieces.push_back(text.substr(at, size));
            at += size;
        }
        support::fed_pipe const pipe(std::move(pieces));
        io::input in(pipe.get(), "in");
        BOOST_TEST((all_blocks(in, longest) == expected(text, longest + 1)), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(a_pipe_hands_lines_on_as_they_come)
{
    int ends[2];
    BOOST_TEST_REQUIRE(::pipe(ends) == 0);
    io::fd const reading(ends[0]), writing(ends[1]);
    io::input in(reading.get(), "in");
    io::line_blocks blocks(in, usual);
    io::block each;
    io::write_all(writing.get(), "one\ntw", 6, "pipe");
    BOOST_TEST_REQUIRE(blocks.next(each)); // while the writer is still there
    BOOST_TEST(each.text() == "one\n");
    io::write_all(writing.get(), "o\n", 2, "pipe");
    BOOST_TEST_REQUIRE(blocks.next(each));
    BOOST_TEST(each.text() == "two\n");
}

BOOST_AUTO_TEST_CASE(memory_behind_the_text_can_be_looked_at)
{
    support::text_input file(line_of(usual - 1, 'x') + "y");
    io::line_blocks blocks(file.in, usual);
    io::block each;
    unsigned sum = 0;
    for (int n = 0; n < 2; ++n) {
        BOOST_TEST_REQUIRE(blocks.next(each));
        for (std::size_t i = 0; i < io::block::slack; ++i)
            sum += static_cast<unsigned char>(each.text().data()[each.text().size() + i] & 0);
    }
    BOOST_TEST(sum == 0u);
}

BOOST_AUTO_TEST_CASE(F16_nothing)
{
    support::text_input file("");
    BOOST_TEST(all_blocks(file.in, usual).empty());
}

BOOST_AUTO_TEST_SUITE_END()
