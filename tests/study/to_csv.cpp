// SPDX-License-Identifier: MIT
#include "tiktrack/study/to_csv.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_to_csv)
using namespace tiktrack;
using texts = std::vector<std::string>;

namespace {

csv_settings with(std::string_view columns)
{
    csv_settings set;
    set.columns = choose_columns(columns);
    return set;
}

} // namespace

BOOST_AUTO_TEST_CASE(several_inputs_one_file)
{
    auto const made =
        support::csv({"{\"views\":1,\"caption\":\"a,b\"}\n", "", "\n{\"caption\":\"\",\"views\":2}"},
                     with("caption,views"));
    BOOST_TEST(made.out == "caption,views\n\"a,b\",1\n\"\",2\n");
    BOOST_TEST((made.faults.empty() && made.failure.empty()));
}

BOOST_AUTO_TEST_CASE(F16_nothing)
{
    BOOST_TEST(support::csv({}, with("a,b")).out == "a,b\n");
    BOOST_TEST(support::csv({""}).out.starts_with("cohort_id,video_id,timepoint,hours_since_upload,views,"));
}

BOOST_AUTO_TEST_CASE(how_it_is_spelled)
{
    auto set = with("video_id,caption");
    set.style = {';', true, true};
    set.mark = true;
    BOOST_TEST(support::csv({R"({"video_id":"7","caption":"=1;"})"}, set).out ==
               "\xef\xbb\xbfvideo_id;caption\r\n\"=\"\"7\"\"\";\"'=1;\"\r\n");
    set = with("views");
    set.header = false;
    BOOST_TEST(support::csv({"{\"views\":1}\n{}\n"}, set).out == "1\n\"\"\n");
}

BOOST_AUTO_TEST_CASE(F01_F02_F03_F07_F08_F12_lines_of_all_sorts)
{
    auto set = with("views,note");
    set.longest_line = 100;
    auto const made = support::csv({"\xef\xbb\xbf{\"views\":1}\r\n\nrubbish\n{\"views\":{}}\n{\"views\":[1]}"
                                    "\n{\"views\":2,\"views\":3}\n{\"note\":\"" +
                                        std::string(200, 'x') + "\"}\n{\"views\":4",
                                    "{\"views\":{}}\n{\"video_id\":\"x\"}\n"},
                                   set);
    BOOST_TEST(made.out == "views,note\n1,\n,\n,\n3,\n,\n");
    for (auto const& each : made.faults) BOOST_TEST_MESSAGE(each);
    auto faults = made.faults;
    for (auto& each : faults) each.resize(each.find(": "));
    BOOST_TEST(faults == (texts{"a:3:1", "a:6:12", "a:7:0", "a:8:11", "a:4:10", "b:2:13", "b:1:10"}),
               boost::test_tools::per_element());
    BOOST_TEST(made.failure.empty());
}

BOOST_AUTO_TEST_CASE(F07_a_line_longer_than_a_block)
{
    auto set = with("views");
    set.longest_line = 300'000;
    auto const line = [](std::size_t size, int views) {
        auto const start = "{\"views\":" + std::to_string(views) + ",\"note\":\"";
        return start + std::string(size - start.size() - 2, 'x') + "\"}";
    };
    auto const made = support::csv({line(300'000, 1) + "\n" + line(300'001, 2) + "\n" + line(300'000, 3) +
                                    "\r\n" + line(900'000, 4) + "\n" + line(50, 5) + "\n" + line(300'001, 6)},
                                   set);
    BOOST_TEST(made.out == "views\n1\n3\n5\n");
    auto faults = made.faults;
    for (auto& each : faults) each.resize(each.find(": "));
    BOOST_TEST(faults == (texts{"a:2:0", "a:4:0", "a:6:0"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(F13_F15_files_of_another_sort)
{
    for (std::string const text : {"[{\"views\":1}]\n", "{\n  \"views\": 1\n}\n", "\x1f\x8b\x08 and so on\n",
                                   "rubbish\nmore\n", "12\n"}) {
        auto const made = support::csv({text}, with("views"));
        BOOST_TEST(made.failure.starts_with("65: a: "), made.failure);
        BOOST_TEST(made.out.empty());
    }
    BOOST_TEST(support::csv({"{\"views\":"}, with("views")).failure.empty()); // a truncated only line
}

BOOST_AUTO_TEST_CASE(one_row_for_a_timepoint)
{
    auto set = with("video_id,timepoint,views,status");
    set.one_row = true;
    auto const line = [](std::string const& id, std::string const& timepoint, int time, int views,
                         std::string const& status) {
        return R"({"video_id":)" + id + R"(,"timepoint":")" + timepoint + R"(","collection_timestamp":)" +
               std::to_string(time) + R"(,"views":)" + std::to_string(views) + R"(,"status":")" + status +
               "\"}\n";
    };
    auto const first = line("null", "hour_0", 1, 0, "ok") + line("\"7\"", "hour_0", 1, 1, "ok") +
                       line("\"7\"", "hour_0", 2, 2, "ok") + line("\"7\"", "hour_1", 3, 3, "timeout");
    auto const second = line("\"7\"", "hour_1", 4, 4, "ok") + line("\"8\"", "hour_0", 1, 5, "timeout");
    auto const made = support::csv({first, second}, set); // a series may go on in the next file
    BOOST_TEST(
        made.out ==
        "video_id,timepoint,views,status\n,hour_0,0,ok\n7,hour_0,2,ok\n7,hour_1,4,ok\n8,hour_0,5,timeout\n");
    auto const wrong = support::csv({second + first}, set);
    BOOST_TEST(wrong.failure.starts_with("65: a:3: "), wrong.failure);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_with_any_number_of_threads)
{
    support::line_maker make(41);
    texts inputs(2);
    for (auto& each : inputs)
        for (int i = 0; i < 800; ++i) {
            auto line = make.record();
            each += (make.chance.once_in(9) ? make.damaged(line) : line) + '\n';
            if (make.chance.once_in(30)) each += std::string(make.chance.roll(30000), ' ') + '\n';
        }
    auto set = with("all");
    auto const one = support::csv(inputs, set);
    BOOST_TEST(one.out.size() > 300'000u);
    for (unsigned const threads : {2u, 4u}) {
        set.threads = threads;
        auto const more = support::csv(inputs, set);
        BOOST_TEST((more.out == one.out));
        BOOST_TEST((more.faults == one.faults));
    }
    // As many rows as records, each of the same number of cells.
    auto const rows = support::parse_csv(one.out);
    for (auto const& row : rows) BOOST_TEST_REQUIRE(row.size() == column_count - 1);
    std::size_t records = 0;
    for (auto const& each : inputs)
        for (auto const& item : support::read_each_alone(each)) records += item.find('\n') != item.npos;
    BOOST_TEST(rows.size() == records + 1);
}

BOOST_AUTO_TEST_CASE(F72_an_input_that_shrinks)
{
    auto const made = support::run({"{\"views\":1}\n{\"views\":2}\n"},
                                   [&](io::output& out, auto& inputs, fault_sink const& faults) {
                                       BOOST_TEST(::ftruncate(inputs.front().file.get(), 12) == 0);
                                       csv_export rows(with("views"), out, faults);
                                       rows.add(inputs.front().in);
                                   });
    BOOST_TEST(made.failure.starts_with("74: a: shrank"), made.failure);
}

BOOST_AUTO_TEST_CASE(a_stop_between_two_blocks)
{
    std::string text;
    for (int i = 0; i < 60000; ++i) text += "{\"views\":" + std::to_string(i) + "}\n";
    std::atomic<bool> stop = false;
    auto const made = support::run({text}, [&](io::output& out, auto& inputs, fault_sink const& faults) {
        csv_export rows(with("views"), out, faults);
        stop = true;
        rows.add(inputs.front().in, &stop);
        rows.finish();
    });
    BOOST_TEST(made.out == "views\n");
}

BOOST_AUTO_TEST_SUITE_END()
