// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/tail.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(cohort_tail)
using namespace tiktrack;
using cohort::end_of_lines;
using support::operator""s;

BOOST_AUTO_TEST_CASE(F23_the_last_whole_line_and_what_is_torn)
{
    auto const far = std::string(200'000, 'x'), edge = std::string(64 * 1024 - 1, 'y');
    struct row {
        std::string text, last, torn;
    };
    support::temporary_folder const folder;
    auto const path = folder / "lines";
    for (auto const& [text, last, torn] : std::to_array<row>({
             {"", "", ""},
             {"a", "", "a"},
             {"\n", "", ""},
             {"a\n", "a", ""},
             {"a\nb\n", "b", ""},
             {"a\nb", "a", "b"},
             {"a\n\n", "", ""},
             {"a\n{\"whole\":1}", "a", "{\"whole\":1}"},
             {"a\nb\n"s + std::string(5000, '\0'), "b", std::string(5000, '\0')},
             {far, "", far},
             {far + '\n', far, ""},
             {"a\n" + far + '\n', far, ""},
             {"a\n" + far, "a", far},
             {far + '\n' + far, far, far},
             {edge + '\n', edge, ""},
             {edge + '\n' + edge + '\n', edge, ""},
             {'\n' + edge, "", edge},
         })) {
        support::write_file(path, text);
        auto const file = io::open_file(path, O_RDWR);
        auto const got = end_of_lines(file.get(), path);
        BOOST_TEST_CONTEXT(text.substr(0, 40) << ", " << text.size() << " bytes")
        {
            BOOST_TEST((got.last == last));
            BOOST_TEST(got.torn == torn.size());
            BOOST_TEST(got.whole == text.size() - torn.size());
            BOOST_TEST(cohort::cut_torn_line(file.get(), got, path) == torn.size());
            BOOST_TEST((support::read_file(path) == text.substr(0, text.size() - torn.size())));
            BOOST_TEST(end_of_lines(file.get(), path).torn == 0u);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_cut_is_an_error)
{
    support::temporary_folder const folder;
    auto const path = folder / "lines";
    support::write_file(path, "a\nb");
    auto const file = io::open_file(path, O_RDONLY);
    auto const end = end_of_lines(file.get(), path);
    BOOST_TEST(end.last == "a");
    BOOST_CHECK_THROW(cohort::cut_torn_line(file.get(), end, path), std::system_error);
    BOOST_TEST(support::read_file(path) == "a\nb");
}

BOOST_AUTO_TEST_SUITE_END()
