// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/folder.hpp"

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>

BOOST_AUTO_TEST_SUITE(cohort_folder)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

charter made_up()
{
    charter made;
    made.id = "a";
    made.timepoints = {0, 1};
    return made;
}

/// What opening comes to: `ok`, or the exit code and the sentence.
std::string open(std::string const& path)
{
    try {
        (void)open_cohort(folder_at(path));
        return "ok";
    } catch (failure const& found) {
        return std::to_string(exit_code(found.kind)) + ' ' + found.what();
    } catch (std::system_error const& error) {
        return std::string("74 ") + error.what();
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(where_the_files_lie)
{
    auto const at = folder_at("data/cohort_a/");
    BOOST_TEST(at.path == "data/cohort_a");
    BOOST_TEST(at.tracked_videos() == "data/cohort_a/tracked_videos.jsonl");
    BOOST_TEST(at.outcomes("hour_0.5") == "data/cohort_a/hour_0.5.jsonl");
    BOOST_TEST(at.archive("hour_1") == "data/cohort_a/raw/hour_1.warc.gz");
    BOOST_TEST(folder::archive_name("hour_1") == "raw/hour_1.warc.gz");
    BOOST_TEST(folder_at("/").path == "/");
}

BOOST_AUTO_TEST_CASE(the_id_follows_the_prefix)
{
    BOOST_TEST(id_from_name(folder_at("data/cohort_20261123_120000/")).value() == "20261123_120000");
    BOOST_TEST(id_from_name(folder_at("data/x/../cohort_a")).value() == "a");
    BOOST_TEST(id_from_name(folder_at("data/cohort_a/.")).value() == "a");
    BOOST_TEST(!id_from_name(folder_at("data/mine")).has_value());
    BOOST_TEST(!id_from_name(folder_at("data/cohort_")).has_value());
}

BOOST_AUTO_TEST_CASE(F28_what_is_no_cohort)
{
    support::temporary_folder const home;
    BOOST_TEST(open(home / "none") ==
               "2 " + (home / "none") +
                   ": there is no such folder; tt-discover --into FOLDER makes a cohort");
    std::filesystem::create_directory(home / "empty");
    BOOST_TEST(open(home / "empty").starts_with("2 " + (home / "empty") + ": is no cohort, since"));
    support::write_file(home / "file", "x");
    BOOST_TEST(open(home / "file").starts_with("2 " + (home / "file") + ": is a file"));

    std::filesystem::create_directory(home / "cohort_a");
    auto const at = folder_at(home / "cohort_a");
    BOOST_TEST(!is_cohort(at));
    support::write_file(at.tracked_videos(), charter_line(made_up()).substr(0, 40));
    BOOST_TEST(open(at.path).starts_with("2 " + at.path + ": its charter was not written whole"));
    support::write_file(at.tracked_videos(), "");
    BOOST_TEST(open(at.path).starts_with("2 " + at.path + ": its charter was not written whole"));
    support::write_file(at.tracked_videos(), std::string(3 << 20, 'x'));
    BOOST_TEST(open(at.path).starts_with("2 " + at.path + ": is no cohort"));
    std::filesystem::remove(at.tracked_videos());
    std::filesystem::create_directory(at.tracked_videos());
    BOOST_TEST(open(at.path).starts_with("74 "));
}

BOOST_AUTO_TEST_CASE(the_videos_begin_behind_the_charter)
{
    support::temporary_folder const home;
    std::filesystem::create_directory(home / "cohort_a");
    auto const at = folder_at(home / "cohort_a");
    auto of = made_up();
    of.rule = std::string(10'000, 'r'); // longer than is read at once
    support::write_file(at.tracked_videos(), charter_line(of) + "{\"video_id\":\"1\"}\n");
    auto const opened = open_cohort(at);
    BOOST_TEST((opened.charter == of));
    BOOST_TEST(opened.line_size == charter_line(of).size());
    BOOST_TEST(is_cohort(at));
}

BOOST_AUTO_TEST_SUITE_END()
