// SPDX-License-Identifier: MIT
#include "tiktrack/io/mapped.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_mapped)
using namespace tiktrack;

namespace {

std::string made_up(std::size_t size)
{
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>('a' + i * i % 23);
    return text;
}

/// The memory up to `readable` can be looked at, and what lies behind the text there is 0.
void check_readable(io::mapped const& of)
{
    auto const* p = of.text().data() + of.text().size();
    BOOST_TEST((of.readable() >= p));
    BOOST_TEST(std::count(p, of.readable(), '\0') == of.readable() - p);
}

} // namespace

BOOST_AUTO_TEST_CASE(regular_files_of_all_sizes)
{
    for (std::size_t const size : {0u, 1u, 4095u, 4096u, 4097u, 8192u, 100000u}) {
        auto const text = made_up(size);
        support::text_input file(text);
        io::mapped const memory(file.in);
        BOOST_TEST((memory.text() == text), size);
        BOOST_TEST(memory.name() == "in");
        if (size > 0) check_readable(memory);
    }
}

BOOST_AUTO_TEST_CASE(from_where_a_lent_descriptor_stands)
{
    auto const text = made_up(10000);
    for (std::size_t const at : {0u, 1u, 4095u, 4096u, 5000u, 9999u, 10000u, 20000u}) {
        auto const file = support::file_with(text);
        ::lseek(file.get(), static_cast<::off_t>(at), SEEK_SET);
        io::input in(file.get(), "in");
        io::mapped const memory(in);
        BOOST_TEST((memory.text() == std::string_view(text).substr(std::min(at, text.size()))), at);
        if (at < text.size()) check_readable(memory);
    }
}

BOOST_AUTO_TEST_CASE(pipes_are_spooled_to_a_file_without_a_name)
{
    support::temporary_folder const folder;
    std::string const before = std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR");
    ::setenv("TMPDIR", (folder / "").c_str(), 1);
    auto const text = made_up(700000);
    {
        support::fed_pipe const pipe({text.substr(0, 1), text.substr(1, 300000), text.substr(300001)});
        io::input in(pipe.get(), "in");
        io::mapped first(in);
        io::mapped const memory(std::move(first));
        BOOST_TEST(first.text().empty());
        BOOST_TEST((memory.text() == text));
        check_readable(memory);
        BOOST_TEST(folder.files() == 0);
    }
    ::setenv("TMPDIR", (folder / "none").c_str(), 1);
    {
        support::fed_pipe const pipe({"x"});
        io::input in(pipe.get(), "in");
        BOOST_CHECK_THROW(io::mapped{in}, std::system_error);
    }
    before.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before.c_str(), 1);
}

BOOST_AUTO_TEST_CASE(F16_an_empty_pipe)
{
    support::fed_pipe const pipe({});
    io::input in(pipe.get(), "in");
    io::mapped const memory(in);
    BOOST_TEST(memory.text().empty());
}

BOOST_AUTO_TEST_SUITE_END()
