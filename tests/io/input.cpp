// SPDX-License-Identifier: MIT
#include "tiktrack/io/input.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_input)
using namespace tiktrack;
using support::text_input;

namespace {

std::string all_of(io::input& in)
{
    std::string text, piece(3, '\0');
    for (std::size_t got = 0; (got = in.read(piece.data(), piece.size())) > 0;) text.append(piece, 0, got);
    return text;
}

bool is_io_failure(failure const& e)
{
    return e.kind == failure_kind::io && std::string_view(e.what()).starts_with("in: ");
}

} // namespace

BOOST_AUTO_TEST_CASE(from_where_the_descriptor_stands)
{
    auto const file = support::file_with("0123456789");
    ::lseek(file.get(), 4, SEEK_SET);
    io::input in(file.get(), "in");
    BOOST_TEST(in.has_size());
    BOOST_TEST(in.left() == 6u);
    BOOST_TEST(all_of(in) == "456789");
    BOOST_TEST(in.left() == 0u);
    ::lseek(file.get(), 20, SEEK_SET);
    io::input behind(file.get(), "in");
    BOOST_TEST(all_of(behind).empty());
    BOOST_CHECK_THROW(io::input(-1, "in"), std::system_error);
}

BOOST_AUTO_TEST_CASE(pipes_are_read_to_their_end)
{
    support::fed_pipe const pipe({"ab", "", "cdefg", "h"});
    io::input in(pipe.get(), "in");
    BOOST_TEST(!in.has_size());
    BOOST_TEST(all_of(in) == "abcdefgh");
    in.check_unchanged();
}

BOOST_AUTO_TEST_CASE(F16_nothing)
{
    text_input empty("");
    BOOST_TEST(!empty.in.has_size()); // as those of /proc look
    BOOST_TEST(all_of(empty.in).empty());
    empty.in.check_unchanged();
}

BOOST_AUTO_TEST_CASE(F72_a_file_that_changes_while_it_is_read)
{
    text_input grown("abc");
    ::lseek(grown.file.get(), 0, SEEK_END);
    io::write_all(grown.file.get(), "def", 3, "in");
    ::lseek(grown.file.get(), 0, SEEK_SET);
    BOOST_TEST(all_of(grown.in) == "abc");
    grown.in.check_unchanged();

    text_input shrunk("abc");
    BOOST_TEST(::ftruncate(shrunk.file.get(), 1) == 0);
    BOOST_TEST(all_of(shrunk.in) == "a");
    BOOST_CHECK_EXCEPTION(shrunk.in.check_unchanged(), failure, is_io_failure);

    text_input anew("abc");
    timespec const later[2] = {{0, UTIME_OMIT}, {anew.in.modified() + 1, 0}};
    BOOST_TEST(::futimens(anew.file.get(), later) == 0); // as a write a second later does
    BOOST_TEST(all_of(anew.in) == "abc");
    BOOST_CHECK_EXCEPTION(anew.in.check_unchanged(), failure, is_io_failure);

    text_input untouched("abc");
    BOOST_TEST(all_of(untouched.in) == "abc");
    untouched.in.check_unchanged();
}

BOOST_AUTO_TEST_CASE(waiting_can_end_a_read)
{
    auto const file = support::file_with("abc");
    io::input in(file.get(), "in", [](int) { throw std::runtime_error("stopped"); });
    char c = 0;
    BOOST_CHECK_EXCEPTION((void)in.read(&c, 1), std::runtime_error,
                          [](auto const& e) { return e.what() == std::string("stopped"); });
}

BOOST_AUTO_TEST_SUITE_END()
