// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "toy.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(cli_help)

using namespace tiktrack;
using namespace tiktrack::cli;

BOOST_AUTO_TEST_CASE(the_help)
{
    std::string_view const wanted = R"(usage: tt-toy [OPTION]... [FILE]...
tt-toy - play
No FILE, or -, means stdin.

Options:
      --threads N      work with N threads (a whole number from 1 to 64; default: as many as there are cores)
      --delay SECONDS  wait between requests (a number from 0 to 60; default: 2)
      --colour NAME    paint it (red, green; default: red)
      --label TEXT     call it .TEXT\
      --tag WORD       look for it (may be repeated)
      --hours LIST     when (a list with commas, each a number from 0 to 1000; default: 0,1.5)
      --header YES|NO  write a header (yes or no; default: yes)
      --raw            write raw (default: yes)
      --no-raw         leave raw out
      --token TEXT     the key to the door
      --now TIME       start the clock at TIME; real time runs on from it (Unix seconds, or ISO 8601 with its offset (2026-11-23T12:00:00Z); default: the system's clock)
  -o, --output FILE    write to FILE, beside it first and renamed once it is whole (default: stdout)
      --strict         stop at the first bad line
      --max-line SIZE  refuse lines that are longer (bytes from 1 to 64G; K, M, G are powers of 1024; default: 64M)
      --progress       show a progress line on stderr (default: on a terminal)
      --no-progress    show none
  -h, --help           print this help
      --version        print the version

Exit codes:
    0  done
    1  done, but some of the input was left out, or is to be tried again; stderr says what
    2  usage: an unknown option or a value that is not allowed
   65  input that cannot be used; with --strict, any bad line
   74  a file could not be read or written
  130  stopped by SIGINT, after the current line
  143  stopped by SIGTERM, after the current line

Examples:
  tt-toy a
  tt-toy b
)";
    BOOST_TEST(help(sheet_of(toy::program)) == wanted);
}

BOOST_AUTO_TEST_CASE(codes_of_programs_that_fetch)
{
    auto const text = help(sheet_of(toy::other));
    for (std::string_view const line : {"\n   69  ", "\n   75  ", "\n   77  "})
        BOOST_TEST(text.find(line) != text.npos, line);
}

BOOST_AUTO_TEST_CASE(programs_that_read_stdin_only_where_it_is_named)
{
    auto words = sheet_of(toy::program);
    BOOST_TEST(help(words).find("\nNo FILE, or -, means stdin.\n\n") != std::string::npos);
    words.without_operand = "Without a FILE it plays alone.";
    BOOST_TEST(help(words).find("stdin.\n") == std::string::npos);
    BOOST_TEST(help(words).find("\nWithout a FILE it plays alone.\n\nOptions:\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_version)
{
    BOOST_TEST(version_line(sheet_of(toy::program)) == "tt-toy (tiktrack) " + std::string(version) + "\n");
}

BOOST_AUTO_TEST_CASE(the_manual_page)
{
    auto const page =
        manual(sheet_of(toy::program), ".Os tiktrack @VERSION@\n@NAME@\n@SYNOPSIS@\n@OPTIONS@\n"
                                       "@EXIT@\n@ENVIRONMENT@\n@FILES@\nThe rest\nstays @ as it is.");
    for (std::string_view const part :
         {".Nm tt-toy\n.Nd play\n", ".Op Ar FILE ...\n",
          ".It Fl -delay Ar SECONDS\nWait between requests.\nAllowed: a number from 0 to 60.\nDefault: 2.\n",
          ".It Fl o Ar FILE , Fl -output Ar FILE\n", ".It Fl -no-raw\nLeave raw out.\n",
          "Call it .TEXT\\e.\n", "Look for it.\nMay be repeated.\n", ".It 74\n",
          "a signal, then 2, then 74, then 65, then 1.\n", ".It Ev TIKTRACK_NO_RAW\n.Fl -no-raw\n",
          "tiktrack/config\n", "The rest\nstays @ as it is.\n"})
        BOOST_TEST(page.find(part) != page.npos, part);
    BOOST_TEST(page.starts_with(".Os tiktrack " + std::string(version) + "\n"));
    BOOST_TEST(page.find("TIKTRACK_OUTPUT") == page.npos);
    BOOST_TEST(page.find(".It 77\n") == page.npos);
    BOOST_TEST(toy::refusal_of([] { (void)manual(sheet_of(toy::program), "@OPTION@\n"); }) ==
               "65: nothing is known to put in the place of @OPTION@");
}

BOOST_AUTO_TEST_CASE(text_that_mdoc_would_take_for_a_command)
{
    BOOST_TEST(cli::detail::mdoc(".Bl") == "\\&.Bl\n");
    BOOST_TEST(cli::detail::mdoc("'x") == "\\&'x\n");
    BOOST_TEST(cli::detail::mdoc("a\\b") == "a\\eb\n");
}

BOOST_AUTO_TEST_CASE(the_completion)
{
    auto const script = completion(sheet_of(toy::program));
    for (std::string_view const part :
         {"complete -o default -F _tt_toy tt-toy\n", "--colour) words='red green' ;;",
          "words='--threads --delay ", " --version' ;;"})
        BOOST_TEST(script.find(part) != script.npos, part);
}

BOOST_AUTO_TEST_SUITE_END()
