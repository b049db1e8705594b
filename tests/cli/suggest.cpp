// SPDX-License-Identifier: MIT
#include "cli/suggest.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(cli_suggest)

using namespace tiktrack::cli;

BOOST_AUTO_TEST_CASE(distances)
{
    struct row {
        std::string_view a, b;
        std::size_t distance;
    };
    for (auto const& [a, b, distance] : std::to_array<row>({{"", "", 0},
                                                            {"abc", "abc", 0},
                                                            {"", "abc", 3},
                                                            {"delay", "dleay", 1},
                                                            {"abc", "ab", 1},
                                                            {"abc", "xbc", 1},
                                                            {"kitten", "sitting", 3},
                                                            {"ab", "ba", 1}})) {
        BOOST_TEST(spelling_distance(a, b) == distance, a << " and " << b);
        BOOST_TEST(spelling_distance(b, a) == distance, b << " and " << a);
    }
}

BOOST_AUTO_TEST_CASE(what_was_meant)
{
    constexpr std::array<std::string_view, 6> known = {"delay",    "columns", "threads",
                                                       "max-line", "bom",     "cohort"};
    struct row {
        std::string_view given, meant;
    };
    for (auto const& [given, meant] : std::to_array<row>({{"dleay", "delay"},
                                                          {"thr", "threads"},
                                                          {"thread", "threads"},
                                                          {"column", "columns"},
                                                          {"colums", "columns"},
                                                          {"max_line", "max-line"},
                                                          {"maxline", "max-line"},
                                                          {"bon", "bom"},
                                                          {"xyz", ""},
                                                          {"x", ""},
                                                          {"", ""},
                                                          {"frobnicate", ""}}))
        BOOST_TEST(nearest(given, known) == meant, given << ": " << nearest(given, known));
    BOOST_TEST(did_you_mean("dleay", known, "--") == " (did you mean --delay?)");
    BOOST_TEST(did_you_mean("xyz", known, "--").empty());
    BOOST_TEST(nearest(std::string(100000, 'd'), known).empty());
}

BOOST_AUTO_TEST_SUITE_END()
