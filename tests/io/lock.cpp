// SPDX-License-Identifier: MIT
#include "tiktrack/io/lock.hpp"

#include "support.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>

#include <csignal>

using namespace tiktrack;

BOOST_AUTO_TEST_SUITE(io_lock)

BOOST_AUTO_TEST_CASE(only_one_has_it_and_its_number_stands_there)
{
    support::temporary_folder const folder;
    auto const path = folder / ".lock";
    auto mine = io::lock::try_take(path);
    BOOST_TEST_REQUIRE(mine.has_value());
    BOOST_TEST(io::lock::holder(path) == std::to_string(::getpid()));
    BOOST_TEST(!io::lock::try_take(path));
    mine.reset();
    BOOST_TEST(io::lock::try_take(path).has_value());
}

BOOST_AUTO_TEST_CASE(F27_a_lock_ends_with_its_process)
{
    support::temporary_folder const folder;
    auto const path = folder / ".lock";
    int ends[2];
    BOOST_TEST_REQUIRE(::pipe(ends) == 0);
    auto const child = ::fork();
    if (child == 0) {
        auto const held = io::lock::try_take(path);
        char const word = held ? 'y' : 'n';
        if (::write(ends[1], &word, 1) == 1) ::pause();
        ::_exit(1);
    }
    char word = 0;
    BOOST_TEST_REQUIRE(::read(ends[0], &word, 1) == 1);
    BOOST_TEST(word == 'y');
    BOOST_TEST(!io::lock::try_take(path));
    BOOST_TEST(io::lock::holder(path) == std::to_string(child));
    ::kill(child, SIGKILL);
    BOOST_TEST(::waitpid(child, nullptr, 0) == child);
    BOOST_TEST(io::lock::holder(path) == std::to_string(child)); // its number is still there, its lock is not
    BOOST_TEST(io::lock::try_take(path).has_value());
    ::close(ends[0]);
    ::close(ends[1]);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_named)
{
    BOOST_CHECK_EXCEPTION((void)io::lock::try_take("/nowhere/.lock"), std::system_error,
                          [](std::system_error const& error) {
                              return std::string(error.what()).find("/nowhere/.lock") != std::string::npos;
                          });
}

BOOST_AUTO_TEST_SUITE_END()
