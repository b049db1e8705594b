// SPDX-License-Identifier: MIT
#include "tiktrack/io/output.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/resource.h>

BOOST_AUTO_TEST_SUITE(io_output)
using namespace tiktrack;
using support::read_file, support::write_file;

BOOST_AUTO_TEST_CASE(onto_a_descriptor_that_stays_open)
{
    auto const file = support::file_with("");
    auto const large = std::string(io::output::piece, 'x');
    {
        io::output out(file.get(), "out");
        out.write("a");
        BOOST_TEST(::lseek(file.get(), 0, SEEK_END) == 0); // held
        out.write(large);
        out.write("b");
        io::output moved(std::move(out));
        moved.write("");
        moved.finish();
        moved.finish();
    }
    std::string text(large.size() + 10, '\0');
    text.resize(static_cast<std::size_t>(::pread(file.get(), text.data(), text.size(), 0)));
    BOOST_TEST((text == "a" + large + "b"));
}

BOOST_AUTO_TEST_CASE(a_file_grows_by_whole_pieces)
{
    auto const file = support::file_with("");
    io::output out(file.get(), "out");
    std::string all;
    constexpr auto piece = io::output::piece;
    for (std::size_t const size : {std::size_t{1}, piece - 2, piece, 2 * piece + 1, std::size_t{0},
                                   3 * piece - 1, piece / 3, piece - piece / 3, std::size_t{5}}) {
        std::string const text(size, static_cast<char>('a' + all.size() % 23));
        out.write(text);
        all += text;
        BOOST_TEST(out.taken() == all.size());
        BOOST_TEST(::lseek(file.get(), 0, SEEK_END) == static_cast<::off_t>(all.size() / piece * piece));
    }
    out.flush(); // what is handed on before its time ends anywhere
    BOOST_TEST(::lseek(file.get(), 0, SEEK_END) == static_cast<::off_t>(all.size()));
    out.write(std::string(piece, 'z'));
    all.append(piece, 'z');
    BOOST_TEST(::lseek(file.get(), 0, SEEK_END) == static_cast<::off_t>(all.size() / piece * piece));
    out.finish();
    std::string text(all.size() + 10, '\0');
    text.resize(static_cast<std::size_t>(::pread(file.get(), text.data(), text.size(), 0)));
    BOOST_TEST((text == all));
}

BOOST_AUTO_TEST_CASE(F71_a_file_is_replaced_when_it_is_whole)
{
    support::temporary_folder const folder;
    auto const path = folder / "out.csv";
    write_file(path, "old");
    ::chmod(path.c_str(), 0640);
    {
        auto out = io::output::beside(path);
        out.write("new");
        out.flush();
        BOOST_TEST(read_file(path) == "old");
        BOOST_TEST(read_file(out.temporary()) == "new");
        out.finish();
        BOOST_TEST(out.temporary().empty());
    }
    BOOST_TEST(read_file(path) == "new");
    BOOST_TEST(folder.files() == 1);
    struct stat about {};
    BOOST_TEST((::stat(path.c_str(), &about) == 0 && (about.st_mode & 07777) == 0640)); // the old one's mode
}

BOOST_AUTO_TEST_CASE(F71_an_interrupted_one_leaves_nothing_behind)
{
    support::temporary_folder const folder;
    auto const path = folder / "out.csv";
    write_file(path, "old");
    {
        auto out = io::output::beside(path);
        out.write(std::string(2 * io::output::piece, 'x'));
        BOOST_TEST(folder.files() == 2);
    }
    BOOST_TEST(folder.files() == 1);
    BOOST_TEST(read_file(path) == "old");
}

BOOST_AUTO_TEST_CASE(a_new_file_has_the_usual_mode)
{
    support::temporary_folder const folder;
    auto const mask = ::umask(027);
    {
        auto out = io::output::beside(folder / "out.csv");
        out.finish();
    }
    ::umask(mask);
    struct stat about {};
    BOOST_TEST((::stat((folder / "out.csv").c_str(), &about) == 0 && (about.st_mode & 07777) == 0640));
}

BOOST_AUTO_TEST_CASE(F18_a_full_disk)
{
    io::fd const full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    BOOST_TEST_REQUIRE(bool(full));
    auto const is_full = [](std::system_error const& e) {
        return e.code() == std::errc::no_space_on_device && std::string_view(e.what()).starts_with("out: ");
    };
    io::output small(full.get(), "out");
    small.write("x"); // only the last flush fails
    BOOST_CHECK_EXCEPTION(small.finish(), std::system_error, is_full);
    io::output large(full.get(), "out");
    BOOST_CHECK_EXCEPTION(large.write(std::string(io::output::piece, 'x')), std::system_error, is_full);
    io::output closed(-1, "out");
    closed.write("x");
    BOOST_CHECK_THROW(closed.finish(), std::system_error);
}

BOOST_AUTO_TEST_CASE(F18_F71_a_write_that_fails_leaves_the_old_file)
{
    support::temporary_folder const folder;
    auto const path = folder / "out.csv";
    write_file(path, "old");
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit const small{io::output::piece / 2, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    {
        auto out = io::output::beside(path);
        ::setrlimit(RLIMIT_FSIZE, &small); // as a disk that is full after these bytes
        out.write(std::string(io::output::piece - 1, 'x'));
        BOOST_CHECK_THROW(out.finish(), std::system_error);
        ::setrlimit(RLIMIT_FSIZE, &before);
    }
    (void)std::signal(SIGXFSZ, handler);
    BOOST_TEST(read_file(path) == "old");
    BOOST_TEST(folder.files() == 1);
}

BOOST_AUTO_TEST_CASE(where_no_file_can_be_created)
{
    support::temporary_folder const folder;
    BOOST_CHECK_THROW((void)io::output::beside(folder / "none/out"), std::system_error);
    BOOST_CHECK_THROW((void)io::output::beside(folder / ""), std::system_error); // a folder
    BOOST_CHECK_THROW((void)io::output::beside("/dev/null"), std::system_error); // would be replaced
    BOOST_TEST(folder.files() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
