// SPDX-License-Identifier: MIT
#include "cli/pipe.hpp"

#include "toy.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

BOOST_AUTO_TEST_SUITE(cli_pipe)

using namespace tiktrack;
namespace files = std::filesystem;

/// A folder of its own for a test, which stands there while it runs.
struct workshop {
    workshop()
    {
        auto made = (files::temp_directory_path() / "tiktrack-pipe-XXXXXX").string();
        BOOST_REQUIRE(::mkdtemp(made.data()) != nullptr);
        folder = made;
        files::current_path(folder);
    }
    ~workshop()
    {
        files::current_path(before);
        files::remove_all(folder);
    }
    static void put(files::path const& name, std::string_view content) { std::ofstream(name) << content; }
    static std::string get(files::path const& name)
    {
        std::ifstream file(name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::ptrdiff_t count() const
    {
        return std::distance(files::directory_iterator(folder), files::directory_iterator());
    }
    files::path before = files::current_path(), folder;
    cli::messages voice{"tt-toy"};
};

cli::common_settings into_file(std::string const& name, bool strict = false)
{
    cli::common_settings set;
    set.output = name;
    set.strict = strict;
    set.progress = false;
    return set;
}

BOOST_FIXTURE_TEST_CASE(no_operand_is_stdin, workshop)
{
    cli::pipe const none(voice, into_file("out"), {}), some(voice, into_file("out"), {"a", "-"});
    BOOST_TEST(none.inputs() == (std::vector<std::string>{"-"}), boost::test_tools::per_element());
    BOOST_TEST(some.inputs() == (std::vector<std::string>{"a", "-"}), boost::test_tools::per_element());
    BOOST_TEST(!none.any_named());
    BOOST_TEST(some.any_named());
    BOOST_TEST(cli::shown_name("-") == "stdin");
    BOOST_TEST(cli::shown_name("./-") == "./-");
}

BOOST_FIXTURE_TEST_CASE(F71_a_file_is_put_in_its_place_when_it_is_whole, workshop)
{
    for (bool const cut_short : {false, true}) {
        put("out", "old");
        {
            cli::pipe io(voice, into_file("out"), {});
            io.out().write("new");
            BOOST_TEST(get("out") == "old");
            io.finish(cut_short);
        }
        BOOST_TEST(get("out") == (cut_short ? "old" : "new"));
        BOOST_TEST(count() == 1);
    }
}

BOOST_FIXTURE_TEST_CASE(F71_a_file_stays_where_no_input_could_be_read, workshop)
{
    put("some", "text");
    auto const after = [&](std::vector<std::string> inputs, std::string_view head, std::string_view said) {
        put("out", "old");
        cli::pipe io(voice, into_file("out"), std::move(inputs));
        io.out().write(head);
        io.for_each_input([&](io::input&) {
            io.out().write(said);
            throw failure(failure_kind::data, "damaged");
        });
        io.finish(false);
        return get("out");
    };
    BOOST_TEST(after({"missing"}, "", "said") == "old");
    BOOST_TEST(after({"some", "missing"}, "head", "") == "old");
    BOOST_TEST(after({"some"}, "head", "said") == "headsaid"); // what comes before the damage counts
}

BOOST_FIXTURE_TEST_CASE(a_failure_of_the_run_is_not_for_its_input_alone, workshop)
{
    put("some", "");
    cli::pipe io(voice, into_file("out"), {"some", "some"});
    int read = 0;
    auto const work = [&](io::input&) {
        ++read;
        throw run_failure(failure_kind::data, "of no use");
    };
    BOOST_CHECK_THROW(io.for_each_input(work), run_failure);
    BOOST_TEST(read == 1);
}

BOOST_FIXTURE_TEST_CASE(a_run_that_is_not_finished_leaves_nothing, workshop)
{
    cli::pipe(voice, into_file("out"), {}).out().write("new");
    BOOST_TEST(count() == 0);
}

BOOST_FIXTURE_TEST_CASE(behind_a_link_is_the_file, workshop)
{
    put("real", "old");
    files::create_symlink("real", "link");
    cli::pipe io(voice, into_file("link"), {});
    io.out().write("new");
    io.finish(false);
    BOOST_TEST(files::is_symlink("link"));
    BOOST_TEST(get("real") == "new");
}

// A pipe of the test's own, never one of the machine's devices: what fails here replaces it.
BOOST_FIXTURE_TEST_CASE(what_is_no_regular_file_stays_what_it_is, workshop)
{
    BOOST_REQUIRE(::mkfifo("fifo", 0600) == 0);
    auto const reader = io::open_file("fifo", O_RDONLY | O_NONBLOCK);
    cli::pipe out(voice, into_file("fifo"), {});
    out.out().write("new");
    out.finish(false);
    BOOST_REQUIRE(files::is_fifo("fifo"));
    char got[4] = {};
    BOOST_TEST(io::read_some(reader.get(), got, sizeof got, "fifo") == 3U);
    BOOST_TEST(std::string_view(got) == "new");
}

BOOST_FIXTURE_TEST_CASE(bad_lines_make_1_and_others_nothing, workshop)
{
    cli::pipe io(voice, into_file("out"), {});
    auto const sink = io.sink();
    sink({"a", 1, 0, "a note", severity::note});
    sink({"a", 1, 0, "a warning", severity::warning});
    BOOST_TEST(io.code() == 0);
    sink({"a", 1, 0, "a bad line", severity::bad_line});
    BOOST_TEST(io.code() == 1);
    io.fail_later(74);
    io.fail_later(65);
    sink({"a", 1, 0, "a bad line", severity::bad_line});
    BOOST_TEST(io.code() == 74);
}

BOOST_FIXTURE_TEST_CASE(strict_ends_at_the_first_bad_line, workshop)
{
    cli::pipe io(voice, into_file("out", true), {});
    auto const sink = io.sink();
    sink({"a", 1, 0, "a warning", severity::warning});
    BOOST_TEST(cli::toy::refusal_of([&] {
                   sink({"a", 1, 0, "a bad line", severity::bad_line});
               }) == "65: stopped at the first bad line, as --strict asks");
}

BOOST_FIXTURE_TEST_CASE(F14_inputs_that_cannot_be_read, workshop)
{
    put("a", "1");
    put("b", "2");
    files::create_directory("d");
    cli::pipe io(voice, into_file("out"), {"a", "none", "d", "b"});
    std::string read;
    io.for_each_input([&](io::input& from) {
        char byte = 0;
        (void)from.read(&byte, 1);
        read += from.name() + byte;
    });
    BOOST_TEST(read == "a1b2");
    BOOST_TEST(io.code() == 74);
}

BOOST_FIXTURE_TEST_CASE(an_error_in_the_middle_of_an_input, workshop)
{
    put("a", "1");
    put("b", "2");
    cli::pipe io(voice, into_file("out"), {"a", "b"});
    std::string begun;
    io.for_each_input([&](io::input& from) {
        begun += from.name();
        if (from.name() == "a") throw std::system_error(EIO, std::generic_category(), from.name());
    });
    BOOST_TEST(begun == "ab");
    BOOST_TEST(io.code() == 74);
    auto const full = [](io::input&) { throw std::system_error(ENOSPC, std::generic_category(), "out"); };
    BOOST_CHECK_THROW(io.for_each_input(full), std::system_error); // the output's: no use going on
}

BOOST_FIXTURE_TEST_CASE(F19_an_output_that_is_also_an_input, workshop)
{
    put("a", "1");
    put("b", "2");
    files::create_hard_link("a", "c");
    auto const to = io::open_file("a", O_WRONLY | O_APPEND);
    auto const refused = [](int output, std::vector<std::string> const& operands) {
        return cli::toy::refusal_of([&] { cli::refuse_own_output(output, operands); }).substr(0, 5);
    };
    BOOST_TEST(refused(to.get(), {"b", "a"}) == "2: a:");
    BOOST_TEST(refused(to.get(), {"c"}) == "2: c:");
    BOOST_TEST(refused(to.get(), {"./a"}) == "2: ./");
    BOOST_TEST(refused(to.get(), {"b", "none"}).empty());
    BOOST_TEST(refused(io::open_file("a", O_RDONLY).get(), {"a"}).empty());
    BOOST_TEST(
        refused(io::open_file("/dev/null", O_WRONLY).get(), {"/dev/null"}).empty()); // opened, never replaced
}

BOOST_AUTO_TEST_CASE(the_clock)
{
    using namespace std::chrono_literals;
    auto const real = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    auto const now = cli::clock().now() - real;
    BOOST_TEST((now >= 0s && now < 60s));
    auto const later = cli::clock(from_unix(1000)).now();
    BOOST_TEST((later >= from_unix(1000) && later < from_unix(1060)));
}

BOOST_AUTO_TEST_SUITE_END()
