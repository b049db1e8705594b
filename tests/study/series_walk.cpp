// SPDX-License-Identifier: MIT
#include "tiktrack/study/series_walk.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_series_walk)
using namespace tiktrack;

namespace {

/// The flags of each row of lines, as `n: flags`, in the order of the walk.
std::vector<std::string> flags_of(std::vector<std::string> const& lines, unsigned threads)
{
    support::text_input file(support::joined(lines));
    row_index index(threads);
    index.add(file.in, [](fault const&) {});
    index.sort();
    metric_settings const settings;
    series_walk walk(index, settings);
    std::vector<std::string> all;
    for (measured_row each; walk.next(each);) {
        auto text = support::value_of(each.line, "n") + ':';
        for (std::size_t i = 0; i < series_flag_names.size(); ++i)
            if (each.values.has(static_cast<series_flag>(i))) text += ' ' + std::string(series_flag_names[i]);
        all.push_back(text);
    }
    return all;
}

std::string line(int n, std::string const& id, int hour, int views, std::string const& more = {})
{
    return R"({"n":)" + std::to_string(n) + R"(,"video_id":")" + id + R"(","collection_timestamp":)" +
           std::to_string(hour * 3600) + R"(,"timepoint":"hour_)" + std::to_string(hour) + R"(","views":)" +
           std::to_string(views) + (more.empty() ? R"(,"status":"ok")" : more) + '}';
}

using texts = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_CASE(the_same_second)
{
    auto const failed = R"(,"status":"timeout")";
    for (unsigned const threads : {1u, 2u, 4u}) {
        BOOST_TEST(flags_of({line(1, "1", 0, 5), line(2, "1", 1, 7), line(3, "1", 1, 7), line(4, "1", 1, 7),
                             line(5, "1", 2, 8)},
                            threads) ==
                       (texts{"1:", "2:", "3: duplicate_snapshot", "4: duplicate_snapshot", "5:"}),
                   boost::test_tools::per_element());
        // All five counts have to be the same; a failed snapshot is none of them.
        auto const saves = R"(,"status":"ok","saves":1)";
        BOOST_TEST(flags_of({line(1, "1", 1, 7), line(2, "1", 1, 7, failed), line(3, "1", 1, 7, saves),
                             line(4, "2", 1, 7)},
                            threads) ==
                       (texts{"1: conflicting_snapshot", "2:", "3: conflicting_snapshot", "4:"}),
                   boost::test_tools::per_element());
        BOOST_TEST(flags_of({line(1, "1", 1, 7, failed), line(2, "1", 1, 7)}, threads) == (texts{"1:", "2:"}),
                   boost::test_tools::per_element());
        BOOST_TEST(flags_of({line(1, "1", 1, 7), line(2, "1", 1, 7, failed), line(3, "1", 2, 8)}, threads) ==
                       (texts{"1:", "2:", "3:"}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(timepoints_that_lay_behind_at_discovery)
{
    auto const past = R"(,"status":"skipped","schedule_status":"already_past")";
    auto const missed = R"(,"status":"skipped","schedule_status":"missed")";
    // hour_1 is recorded as past, in whichever place; in another video's series it does not count.
    BOOST_TEST(flags_of({line(1, "1", 0, 5), line(2, "1", 1, 0, past), line(3, "1", 6, 9), line(4, "2", 0, 5),
                         line(5, "2", 6, 9)},
                        2) == (texts{"1:", "2:", "3:", "4:", "5: missing_timepoint"}),
               boost::test_tools::per_element());
    BOOST_TEST(flags_of({line(1, "1", 0, 5), line(2, "1", 1, 0, missed), line(3, "1", 6, 9)}, 1) ==
                   (texts{"1:", "2:", "3: missing_timepoint"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rows_without_a_video_are_no_series)
{
    BOOST_TEST(flags_of({R"({"n":1,"status":"ok","collection_timestamp":1,"views":1})",
                         R"({"n":2,"status":"ok","collection_timestamp":1,"views":2})"},
                        1) == (texts{"1:", "2:"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
