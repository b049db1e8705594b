// SPDX-License-Identifier: MIT
#include "tiktrack/io/fd.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/resource.h>

#include <csignal>

BOOST_AUTO_TEST_SUITE(io_fd)
using namespace tiktrack;

namespace {
bool is_open(int number) { return ::fcntl(number, F_GETFD) >= 0; }
} // namespace

BOOST_AUTO_TEST_CASE(owned_and_lent)
{
    int const number = ::dup(0);
    {
        io::fd const lent(number, false);
    }
    BOOST_TEST(is_open(number));
    {
        io::fd first(number);
        io::fd second(std::move(first));
        BOOST_TEST(!first);
        io::fd third;
        third = std::move(second);
        BOOST_TEST(third.get() == number);
    }
    BOOST_TEST(!is_open(number));
}

BOOST_AUTO_TEST_CASE(closing_tells_how_it_went)
{
    int const number = ::dup(0);
    io::fd file(number);
    BOOST_TEST(!file.close());
    BOOST_TEST(!is_open(number));
    BOOST_TEST(!file.close()); // a second time is nothing
    io::fd gone(number);
    BOOST_TEST((gone.close() == std::errc::bad_file_descriptor));
    int const lent = ::dup(0);
    io::fd borrowed(lent, false);
    BOOST_TEST(!borrowed.close());
    BOOST_TEST(is_open(lent));
    ::close(lent);
}

BOOST_AUTO_TEST_CASE(F14_what_cannot_be_opened)
{
    support::temporary_folder const folder;
    struct row {
        std::string path;
        int flags;
        std::errc why;
    };
    for (auto const& each :
         std::vector<row>{{folder / "none", O_RDONLY, std::errc::no_such_file_or_directory},
                          {folder / "", O_RDONLY, std::errc::is_a_directory},
                          {folder / "", O_WRONLY, std::errc::is_a_directory}})
        BOOST_CHECK_EXCEPTION(
            (void)io::open_file(each.path, each.flags), std::system_error, [&](auto const& e) {
                return e.code() == each.why && std::string_view(e.what()).starts_with(each.path + ": ");
            });
}

BOOST_AUTO_TEST_CASE(reading_and_writing)
{
    auto const file = support::file_with("abc");
    char text[8];
    BOOST_TEST(io::read_some(file.get(), text, 2, "f") == 2u);
    BOOST_TEST(io::read_some(file.get(), text, 8, "f") == 1u);
    BOOST_TEST(io::read_some(file.get(), text, 8, "f") == 0u);
    BOOST_CHECK_THROW((void)io::read_some(-1, text, 1, "f"), std::system_error);
    BOOST_CHECK_THROW(io::write_all(-1, "x", 1, "f"), std::system_error);
    io::write_all(-1, "", 0, "f"); // nothing to write is no error
}

BOOST_AUTO_TEST_CASE(reads_at_a_place_and_stays_where_it_is)
{
    auto const file = support::file_with("0123456789");
    char to[16] = {};
    auto const read = [&](std::size_t size, std::uint64_t at) {
        return std::string(to, io::read_at(file.get(), to, size, at, "f"));
    };
    BOOST_TEST(read(4, 3) == "3456");
    BOOST_TEST(read(4, 8) == "89");
    BOOST_TEST(read(4, 10) == "");
    BOOST_TEST(read(4, 99) == "");
    BOOST_TEST(::lseek(file.get(), 0, SEEK_CUR) == 0);
    BOOST_CHECK_THROW((void)io::read_at(-1, to, 1, 0, "f"), std::system_error);
}

BOOST_AUTO_TEST_CASE(F25_what_is_not_appended_whole_is_cut_off)
{
    auto const file = support::file_with("one\n");
    ::lseek(file.get(), 0, SEEK_END);
    io::append_whole(file.get(), "two\n", 4, "f");
    BOOST_TEST(io::size_of(file.get(), "f") == 8u);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    auto const ignored = ::signal(SIGXFSZ, SIG_IGN);
    rlimit const small{10, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    BOOST_CHECK_EXCEPTION(io::append_whole(file.get(), "three\n", 8, "f"), std::system_error,
                          [](std::system_error const& error) { return error.code().value() == EFBIG; });
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, ignored);
    BOOST_TEST(io::size_of(file.get(), "f") == 8u);
}

BOOST_AUTO_TEST_SUITE_END()
