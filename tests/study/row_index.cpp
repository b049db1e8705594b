// SPDX-License-Identifier: MIT
#include "tiktrack/study/row_index.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_row_index)
using namespace tiktrack;
using texts = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(rows_of_all_inputs)
{
    support::text_input first("{\"video_id\":\"1\"}\n\n{\"video_id\":\"2\"}"), second(""),
        third("\xef\xbb\xbf{\"views\":1}\r\n");
    row_index index(3);
    std::size_t faults = 0;
    fault_sink const count = [&](fault const&) { ++faults; };
    for (auto* each : {&first, &second, &third}) index.add(each->in, count);
    std::multiset<std::string> lines;
    for (auto const& run : index.runs())
        for (auto const& each : run) lines.emplace(index.source.line(each));
    BOOST_TEST((lines ==
                std::multiset<std::string>{"{\"video_id\":\"1\"}", "{\"video_id\":\"2\"}", "{\"views\":1}"}));
    BOOST_TEST(faults == 0u);
    BOOST_TEST(!index.any_past());
}

BOOST_AUTO_TEST_CASE(F01_F08_F09_F11_F12_faults_with_their_place)
{
    auto const made =
        support::velocity({"{\"views\":1,\"views\":2}\nrubbish\n{\"video_id\":\"x\"}\n{\"views\":{}}\n{"
                           "\"views\":[]}\n{\"collection_timestamp\":1763934199123}\n"
                           "{\"collection_timestamp\":1763934199124}\n{\"a\":",
                           "{\"views\":{}}\n{\"status\":[]}\n"});
    auto faults = made.faults;
    for (auto& each : faults) each.resize(each.find(": "));
    std::sort(faults.begin(), faults.end());
    BOOST_TEST(faults ==
                   (texts{"a:1:12", "a:2:1", "a:3:13", "a:4:10", "a:6:25", "a:8:6", "b:1:10", "b:2:11"}),
               boost::test_tools::per_element());
    BOOST_TEST(made.failure.empty());
    BOOST_TEST(support::lines_of(made.out).size() == 7u); // all but the three that were bad
}

BOOST_AUTO_TEST_CASE(F13_F15_files_of_another_sort)
{
    for (std::string const text :
         {"[{\"views\":1}]\n", "{\n\"views\": 1\n}\n", "\x1f\x8b\x08", "rubbish\nmore\n", "12\n"})
        BOOST_TEST(support::velocity({text}).failure.starts_with("65: a: "));
    BOOST_TEST(support::velocity({"{\"views\":"}).failure.empty());
    BOOST_TEST(support::velocity({"{\"video_id\":\"x\"}\n"}).failure.empty());
    BOOST_TEST(support::velocity({""}).failure.empty());
}

BOOST_AUTO_TEST_CASE(F07_long_lines)
{
    velocity_settings set;
    set.longest_line = 50;
    auto const line = [](std::size_t size) { return "{\"a\":\"" + std::string(size - 8, 'x') + "\"}"; };
    auto const made = support::velocity({line(50) + '\n' + line(51) + '\n' + line(50) + "\r\n"}, set);
    BOOST_TEST(support::lines_of(made.out).size() == 2u);
    BOOST_TEST_REQUIRE(made.faults.size() == 1u);
    BOOST_TEST(made.faults[0].starts_with("a:2:0: "));
}

BOOST_AUTO_TEST_CASE(a_line_of_16_MiB)
{
    auto const line = "{\"video_id\":\"1\",\"a\":\"" + std::string(17 << 20, 'x') + "\"}";
    auto const made = support::velocity({line + "\n{\"video_id\":\"2\"}\n"});
    BOOST_TEST((made.out.starts_with(std::string_view(line).substr(0, line.size() - 1)) &&
                support::lines_of(made.out).size() == 2));
}

BOOST_AUTO_TEST_CASE(F72_an_input_that_changes)
{
    for (bool const shrink : {true, false}) {
        auto const made = support::run({"{\"a\":1}\n{\"a\":2}\n"},
                                       [&](io::output& out, auto& inputs, fault_sink const& faults) {
                                           row_index rows;
                                           rows.add(inputs.front().in, faults);
                                           if (shrink)
                                               BOOST_TEST(::ftruncate(inputs.front().file.get(), 12) == 0);
                                           else
                                               BOOST_TEST(::pwrite(inputs.front().file.get(), "{\"a\":3}\n",
                                                                   8, 16) == 8); // appended: not read
                                           write_series(rows, out, {});
                                       });
        BOOST_TEST(made.failure.starts_with("74: ") == shrink, made.failure);
        if (!shrink) BOOST_TEST(support::lines_of(made.out).size() == 2u);
    }
}

BOOST_AUTO_TEST_CASE(a_stop_between_two_pieces)
{
    support::text_input file("{\"a\":1}\n");
    row_index rows;
    std::atomic<bool> const stop = true;
    rows.add(
        file.in, [](fault const&) {}, &stop);
    BOOST_TEST(rows.runs().front().size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
