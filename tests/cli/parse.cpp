// SPDX-License-Identifier: MIT
#include "cli/parse.hpp"

#include "toy.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

BOOST_AUTO_TEST_SUITE(cli_parse)

using namespace tiktrack;
using namespace tiktrack::cli;

using variables = std::map<std::string, std::string>;

toy::settings parsed(std::vector<std::string> const& line, variables const& held = {},
                     std::string const& file = "")
{
    auto const words = sheet_of(toy::program);
    auto const cut = cut_arguments(words, toy::family, line);
    auto const variable = [&](std::string const& name) -> std::optional<std::string> {
        auto const at = held.find(name);
        return at == held.end() ? std::nullopt : std::optional(at->second);
    };
    return settings_from(toy::program, words, toy::family, configuration{"/c", file}, variable, cut.options);
}

BOOST_AUTO_TEST_CASE(nothing_given)
{
    auto const set = parsed({});
    BOOST_TEST(set.threads == 3);
    BOOST_TEST(set.max_line == 64 * MiB);
    BOOST_TEST(set.output.empty());
    BOOST_TEST(!set.strict);
    BOOST_TEST(!set.progress.has_value());
    BOOST_TEST(!set.now.has_value());
}

BOOST_AUTO_TEST_CASE(every_sort_of_option)
{
    auto const set = parsed({"--threads=64", "--delay", "0.5", "--colour=green", "--label", "x y", "--tag=a",
                             "--tag=b", "--hours=1,2", "--header=no", "--no-raw", "--now=100", "-o", "out",
                             "--strict", "--max-line=1K", "--no-progress"});
    BOOST_TEST(set.threads == 64);
    BOOST_TEST(set.delay == 0.5);
    BOOST_TEST((set.colour == toy::colour::green));
    BOOST_TEST(set.label == "x y");
    BOOST_TEST(set.tags == (std::vector<std::string>{"a", "b"}), boost::test_tools::per_element());
    BOOST_TEST(set.hours == (std::vector<double>{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(!set.header);
    BOOST_TEST(!set.raw);
    BOOST_TEST((set.now == from_unix(100)));
    BOOST_TEST(set.output == "out");
    BOOST_TEST(set.strict);
    BOOST_TEST(set.max_line == 1024U);
    BOOST_TEST((set.progress == false));
}

BOOST_AUTO_TEST_CASE(the_command_line_beats_the_environment_which_beats_the_file)
{
    struct row {
        std::string_view flag, variable, file;
        int threads;
    };
    for (auto const& [flag, variable, file, threads] : std::to_array<row>({{"", "", "", 3},
                                                                           {"", "", "4", 4},
                                                                           {"", "5", "4", 5},
                                                                           {"", "5", "", 5},
                                                                           {"6", "5", "4", 6},
                                                                           {"6", "", "4", 6}})) {
        std::vector<std::string> line;
        if (!flag.empty()) line = {"--threads", std::string(flag)};
        auto const set = parsed(line, {{"TIKTRACK_THREADS", std::string(variable)}},
                                file.empty() ? "" : "threads = " + std::string(file));
        BOOST_TEST(set.threads == threads);
    }
}

BOOST_AUTO_TEST_CASE(switches_in_the_environment_and_the_file)
{
    BOOST_TEST(parsed({}, {{"TIKTRACK_STRICT", "1"}}).strict);
    BOOST_TEST(!parsed({}, {{"TIKTRACK_STRICT", "no"}}, "strict = yes").strict);
    BOOST_TEST(!parsed({}, {{"TIKTRACK_NO_RAW", "true"}}).raw);
    BOOST_TEST(parsed({}, {{"TIKTRACK_NO_RAW", "0"}}, "no-raw = 1").raw);
    BOOST_TEST((parsed({}, {}, "progress = no").progress == false));
    BOOST_TEST((parsed({"--no-progress"}, {}, "progress = yes").progress == false));
    BOOST_TEST((parsed({"--progress"}, {{"TIKTRACK_NO_PROGRESS", "yes"}}).progress == true));
}

BOOST_AUTO_TEST_CASE(a_switch_that_chooses_one_of_several)
{
    value<toy::settings> const green = chosen<&toy::settings::colour, toy::colour::green>;
    toy::settings set;
    BOOST_TEST(green.shown(set).empty());
    BOOST_TEST(green.read(set, "no"));
    BOOST_TEST((set.colour == toy::colour::red));
    BOOST_TEST(green.read(set, "yes"));
    BOOST_TEST((set.colour == toy::colour::green));
    BOOST_TEST((green.shown(set) == texts{"yes"}));
    BOOST_TEST(!green.read(set, "perhaps"));
}

BOOST_AUTO_TEST_CASE(what_would_be_told_to_have_the_same_settings)
{
    auto const set = parsed({"--tag=a", "--tag=b", "--no-raw", "--hours=1,2"});
    std::string told;
    for (auto const& each : toy::options)
        for (auto const& text : each.how.shown(set)) told.append(each.name).append("=").append(text) += ' ';
    BOOST_TEST(told == "threads=3 delay=2 colour=red tag=a tag=b hours=1,2 header=yes no-raw=yes ");
}

BOOST_AUTO_TEST_CASE(F61_F67_two_options_that_set_the_same)
{
    auto const refused = [](std::vector<std::string> const& line, variables const& held = {},
                            std::string const& file = "") {
        return toy::refusal_of([&] { (void)parsed(line, held, file); });
    };
    BOOST_TEST(refused({"--raw", "--no-raw"}) ==
               "2: --raw and --no-raw are both given; one of them is allowed");
    BOOST_TEST(refused({"--no-progress", "x", "--progress"}) ==
               "2: --no-progress and --progress are both given; one of them is allowed");
    BOOST_TEST(refused({}, {{"TIKTRACK_RAW", "1"}, {"TIKTRACK_NO_RAW", "1"}}) ==
               "2: TIKTRACK_RAW and TIKTRACK_NO_RAW are both given; one of them is allowed");
    BOOST_TEST(refused({}, {}, "raw = yes\nlabel = x\nno-raw = yes") ==
               "2: /c:1: raw and /c:3: no-raw are both given; one of them is allowed");
    // From one layer to the next the stronger one counts, and what adds to a list is no contradiction.
    BOOST_TEST(!parsed({"--no-raw"}, {{"TIKTRACK_RAW", "1"}}).raw);
    BOOST_TEST(parsed({"--raw"}, {{"TIKTRACK_NO_RAW", "1"}}, "raw = no").raw);
    BOOST_TEST(parsed({"--tag=a", "--tag=b"}).tags.size() == 2);
}

BOOST_AUTO_TEST_CASE(a_stronger_list_replaces_a_weaker_one)
{
    auto const joined = [](std::vector<std::string> const& all) { return list<text>::show(all); };
    BOOST_TEST(joined(parsed({}, {}, "tag = a\ntag = b").tags) == "a,b");
    BOOST_TEST(joined(parsed({"--tag=c", "--tag=d"}, {}, "tag = a\ntag = b").tags) == "c,d");
    BOOST_TEST(joined(parsed({}, {{"TIKTRACK_TAG", "e"}}, "tag = a").tags) == "e");
}

BOOST_AUTO_TEST_CASE(settings_that_are_told_of_each_layer)
{
    struct layered : toy::settings {
        std::vector<std::size_t> tags_before;
        void next_layer() { tags_before.push_back(tags.size()); }
    };
    static constexpr auto options =
        std::to_array<cli::option<layered>>({{"tag", "WORD", "look for it", each<&layered::tags, text>}});
    constexpr about<layered> program = {"tt-toy", "play", "FILE", "", options};
    auto const words = sheet_of(program);
    auto const set = settings_from(
        program, words, toy::family, configuration{"/c", "tag = a\ntag = b\n"},
        [](std::string const& name) {
            return name == "TIKTRACK_TAG" ? std::optional<std::string>("c") : std::nullopt;
        },
        cut_arguments(words, toy::family, {}).options);
    BOOST_TEST(set.tags_before == (std::vector<std::size_t>{0, 2, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(variables_that_are_nobodys_are_passed_over)
{
    variables const held = {{"TIKTRACK_REAL_DATA", "x"}, {"TIKTRACK_OUTPUT", "x"},  {"TIKTRACK_HELP", "x"},
                            {"TIKTRACK_THREADS", ""},    {"TIKTRACK_VANTAGE", "x"}, {"threads", "x"}};
    BOOST_TEST(parsed({}, held).output.empty());
    BOOST_TEST(parsed({}, held).threads == 3);
}

BOOST_AUTO_TEST_CASE(F61_F67_bad_values)
{
    struct row {
        std::vector<std::string> line;
        variables held;
        std::string_view file, sentence;
    };
    for (auto const& each : std::to_array<row>({
             {{"--threads=0"},
              {},
              "",
              "2: --threads: '0' is not allowed; allowed: a whole number from 1 to 64"},
             {{"--threads", "two"},
              {},
              "",
              "2: --threads: 'two' is not allowed; allowed: a whole number from 1 to 64"},
             {{"--threads="},
              {},
              "",
              "2: --threads: '' is not allowed; allowed: a whole number from 1 to 64"},
             {{"--delay=-1"}, {}, "", "2: --delay: '-1' is not allowed; allowed: a number from 0 to 60"},
             {{"--colour=gren"},
              {},
              "",
              "2: --colour: 'gren' is not allowed; allowed: red, green (did you mean green?)"},
             {{"--header=maybe"}, {}, "", "2: --header: 'maybe' is not allowed; allowed: yes or no"},
             {{"--now=noon"},
              {},
              "",
              "2: --now: 'noon' is not allowed; allowed: Unix seconds, or ISO 8601 with its offset "
              "(2026-11-23T12:00:00Z)"},
             {{},
              {{"TIKTRACK_THREADS", "0"}},
              "",
              "2: TIKTRACK_THREADS: '0' is not allowed; allowed: a whole number from 1 to 64"},
             {{},
              {{"TIKTRACK_STRICT", "on"}},
              "",
              "2: TIKTRACK_STRICT: 'on' is not allowed; allowed: yes or no"},
             {{},
              {},
              "\nthreads = 0",
              "2: /c:2: threads: '0' is not allowed; allowed: a whole number from 1 to 64"},
             {{"--threads=5"},
              {},
              "threads = 0",
              "2: /c:1: threads: '0' is not allowed; allowed: a whole number from 1 to 64"},
             {{}, {}, "strict = maybe", "2: /c:1: strict: 'maybe' is not allowed; allowed: yes or no"},
         })) {
        auto const got = toy::refusal_of([&] { (void)parsed(each.line, each.held, std::string(each.file)); });
        BOOST_TEST(got == each.sentence, "got " << got << ", not " << each.sentence);
    }
}

BOOST_AUTO_TEST_SUITE_END()
