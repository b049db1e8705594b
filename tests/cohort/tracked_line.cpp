// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/tracked_line.hpp"

#include "cohort_files.hpp"
#include "tiktrack/cohort/ledger.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cohort_tracked_line)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(each_line_stands_where_the_ledger_says)
{
    support::cohort_files const files;
    auto const more = [](int i) {
        return ",\"mine\":\"" + std::string(static_cast<std::size_t>(i), 'x') + '"';
    };
    for (int i = 0; i < 300; ++i) files.track(std::to_string(1000 + i), 1795435200, more(i));
    cohort::ledger known(files.at, cohort::open_cohort(files.at), [](fault const&) {});
    known.catch_up();
    cohort::tracked_lines lines(files.at);
    for (int i = 299; i >= 0; --i) {
        auto const row = known.find(std::to_string(1000 + i));
        BOOST_TEST_REQUIRE(row.has_value());
        BOOST_TEST(lines.of(known.rows()[*row]) == "{\"video_id\":\"" + std::to_string(1000 + i) +
                                                       "\",\"discovered_timestamp\":1795435200" + more(i) +
                                                       '}');
    }
}

BOOST_AUTO_TEST_CASE(a_list_that_shrank_meanwhile_gives_what_is_left)
{
    support::cohort_files const files;
    files.track("1000", 1795435200);
    cohort::ledger known(files.at, cohort::open_cohort(files.at), [](fault const&) {});
    known.catch_up();
    auto const row = known.rows()[0];
    std::filesystem::resize_file(files.at.tracked_videos(), row.line_at + 5);
    cohort::tracked_lines lines(files.at);
    BOOST_TEST(lines.of(row) == R"({"vid)");
    std::filesystem::resize_file(files.at.tracked_videos(), 0);
    BOOST_TEST(lines.of(row) == "");
}

BOOST_AUTO_TEST_CASE(a_list_that_is_not_there)
{
    support::temporary_folder const folder;
    BOOST_CHECK_THROW(cohort::tracked_lines(cohort::folder_at(folder / "cohort_none")), std::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
