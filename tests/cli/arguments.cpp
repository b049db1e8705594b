// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include "toy.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

BOOST_AUTO_TEST_SUITE(cli_arguments)

using namespace tiktrack::cli;

using words = std::vector<std::string>;

/// `name=value` for each option, the operands behind them, with blanks between.
std::string cut(words const& line)
{
    auto const program = sheet_of(toy::program);
    auto const got = cut_arguments(program, toy::family, line);
    std::string shown = got.wanted == arguments::answer::help      ? "help "
                        : got.wanted == arguments::answer::version ? "version "
                                                                   : "";
    for (auto const& one : got.options)
        shown += std::string(program.options[one.option].name) + '=' + one.value + ' ';
    shown += '|';
    for (auto const& one : got.operands) shown += ' ' + one;
    return shown;
}

BOOST_AUTO_TEST_CASE(cutting)
{
    struct row {
        words line;
        std::string_view wanted;
    };
    for (auto const& [line, wanted] : std::to_array<row>({
             {{}, "|"},
             {{"a", "b"}, "| a b"},
             {{"-"}, "| -"},
             {{""}, "| "},
             {{"--threads", "2"}, "threads=2 |"},
             {{"--threads=2"}, "threads=2 |"},
             {{"a", "--threads=2", "b", "--strict", "c"}, "threads=2 strict=yes | a b c"},
             {{"--threads", "2", "--", "--strict", "--", "-o"}, "threads=2 | --strict -- -o"},
             {{"--", "-"}, "| -"},
             {{"a", "--"}, "| a"},
             {{"-o", "out", "in"}, "output=out | in"},
             {{"-oout", "in"}, "output=out | in"},
             {{"--output=out"}, "output=out |"},
             {{"--output", "-"}, "output=- |"},
             {{"--header=no"}, "header=no |"},
             {{"--header", "no"}, "header=no |"},
             {{"--label="}, "label= |"},
             {{"--label", ""}, "label= |"},
             {{"--label=a=b"}, "label=a=b |"},
             {{"--label", "--strict"}, "label=--strict |"},
             {{"--delay", "-1"}, "delay=-1 |"},
             {{"--tag", "a", "--tag=b"}, "tag=a tag=b |"},
             {{"--progress", "--no-progress"}, "progress=yes no-progress=yes |"},
             {{"--help"}, "help |"},
             {{"-h"}, "help |"},
             {{"--version"}, "version |"},
             {{"--version", "--help"}, "version |"},
             {{"--help", "--nonsense"}, "help |"},
         }))
        BOOST_TEST(cut(line) == wanted, "got " << cut(line) << ", not " << wanted);
}

BOOST_AUTO_TEST_CASE(operands_and_options_may_be_mixed_whatever_the_environment_says)
{
    ::setenv("POSIXLY_CORRECT", "1", 1);
    auto const got = cut({"a", "--strict"});
    ::unsetenv("POSIXLY_CORRECT");
    BOOST_TEST(got == "strict=yes | a");
}

BOOST_AUTO_TEST_CASE(F61_misuse)
{
    struct row {
        words line;
        std::string_view sentence;
    };
    for (auto const& each : std::to_array<row>({
             {{"--dleay", "1"}, "2: unknown option --dleay (did you mean --delay?); tt-toy --help lists all"},
             {{"--nonsense"}, "2: unknown option --nonsense; tt-toy --help lists all"},
             {{"--nonsense=password"}, "2: unknown option --nonsense; tt-toy --help lists all"},
             {{"--thr", "1"}, "2: unknown option --thr (did you mean --threads?); tt-toy --help lists all"},
             {{"--thr=1"}, "2: unknown option --thr (did you mean --threads?); tt-toy --help lists all"},
             {{"--thr"}, "2: unknown option --thr (did you mean --threads?); tt-toy --help lists all"},
             {{"--stri"}, "2: unknown option --stri (did you mean --strict?); tt-toy --help lists all"},
             {{"--stri=1"}, "2: unknown option --stri (did you mean --strict?); tt-toy --help lists all"},
             {{"--no"}, "2: unknown option --no (did you mean --no-raw?); tt-toy --help lists all"},
             {{"--vantage", "DE"}, "2: unknown option --vantage, which belongs to tt-other"},
             {{"-x"}, "2: unknown option -x"},
             {{"-threads"}, "2: unknown option -t (did you mean --threads?)"},
             {{"--threads"}, "2: --threads needs a value: N, a whole number from 1 to 64"},
             {{"a", "--label"}, "2: --label needs a value: TEXT"},
             {{"-o"}, "2: --output needs a value: FILE"},
             {{"--strict=yes"}, "2: --strict takes no value, but got 'yes'"},
             {{"--threads", "1", "--threads=2"}, "2: --threads is given twice, '1' and '2'; once is allowed"},
             {{"-o", "a", "--output", "b"}, "2: --output is given twice, 'a' and 'b'; once is allowed"},
             {{"--strict", "--strict"}, "2: --strict is given twice; once is allowed"},
         })) {
        auto const got = toy::refusal_of([&] { (void)cut(each.line); });
        BOOST_TEST(got == each.sentence, "got " << got << ", not " << each.sentence);
    }
}

BOOST_AUTO_TEST_CASE(F62_a_secret_on_the_command_line)
{
    for (auto const& line : {words{"--token", "hush"}, words{"--token=hush"}, words{"--token"}}) {
        auto const got = toy::refusal_of([&] { (void)cut(line); });
        BOOST_TEST(got ==
                   "77: --token is a secret, and command lines can be seen by others: set TIKTRACK_TOKEN, "
                   "or write it into a configuration file with mode 600");
    }
}

BOOST_AUTO_TEST_SUITE_END()
