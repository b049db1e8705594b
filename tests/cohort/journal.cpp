// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/journal.hpp"

#include "outcomes.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cohort_journal)
using namespace tiktrack;
using cohort::journal;
using support::unix_noon, support::take, support::read_file, support::archive_content;

BOOST_AUTO_TEST_CASE(a_line_waits_until_its_outcome_is_archived)
{
    support::cohort_files const files;
    journal to(files.at, "a", "--delay 2");
    BOOST_TEST(!to.waiting());
    auto const first = take(to, "hour_0", "1", unix_noon), second = take(to, "hour_0", "2", unix_noon + 1);
    BOOST_TEST(to.waiting());
    BOOST_TEST(read_file(files.at.outcomes("hour_0")).empty());
    BOOST_TEST(to.next_place("hour_0") == first.size() + second.size());
    to.sync();
    BOOST_TEST(!to.waiting());
    BOOST_TEST(read_file(files.at.outcomes("hour_0")) == first + second);
    to.sync();
    BOOST_TEST(read_file(files.at.outcomes("hour_0")) == first + second);
    archive_content const all(files.at.archive("hour_0"));
    BOOST_TEST((all.types() == std::vector<std::string>{"warcinfo", "response", "request", "metadata",
                                                        "response", "request", "metadata"}));
    BOOST_TEST(first.find(cohort::raw_ref({"raw/hour_0.warc.gz", all.records[3].offset})) != first.npos);
    BOOST_TEST(second.find(cohort::raw_ref({"raw/hour_0.warc.gz", all.records[6].offset})) != second.npos);
}

BOOST_AUTO_TEST_CASE(each_timepoint_has_its_own_files_and_a_later_run_goes_on_with_them)
{
    support::cohort_files const files;
    std::string zero, one;
    for (int run = 0; run < 3; ++run) {
        journal to(files.at, "a", "");
        zero += take(to, "hour_0", std::to_string(run), unix_noon + run);
        one += take(to, "hour_1", std::to_string(run), unix_noon + run);
        to.sync();
    }
    BOOST_TEST(read_file(files.at.outcomes("hour_0")) == zero);
    BOOST_TEST(read_file(files.at.outcomes("hour_1")) == one);
    archive_content const all(files.at.archive("hour_1"));
    BOOST_TEST(all.records.size() == 12u); // each run with its warcinfo
}

BOOST_AUTO_TEST_CASE(an_outcome_that_comes_from_no_answer)
{
    support::cohort_files const files;
    journal to(files.at, "a", "");
    auto const ref = to.next_raw_ref("hour_1", unix_noon);
    BOOST_TEST(ref == to.next_raw_ref("hour_1", unix_noon)); // asking changes nothing more
    to.take("hour_1", "{}\n", "{}", {}, support::address, unix_noon);
    to.sync();
    archive_content const all(files.at.archive("hour_1"));
    BOOST_TEST((all.types() == std::vector<std::string>{"warcinfo", "metadata"}));
    BOOST_TEST(ref == cohort::raw_ref({"raw/hour_1.warc.gz", all.records[1].offset}));
}

BOOST_AUTO_TEST_CASE(F25_what_does_not_fit_leaves_nothing_behind)
{
    support::cohort_files const files;
    std::string lines;
    {
        journal to(files.at, "a", "");
        lines += take(to, "hour_0", "1", unix_noon);
        to.sync();
        auto const archive = read_file(files.at.archive("hour_0"));
        {
            support::full_disk const limit(archive.size() + 100);
            BOOST_CHECK_THROW(take(to, "hour_0", "2", unix_noon), std::system_error);
            BOOST_TEST(read_file(files.at.archive("hour_0")) == archive);
            BOOST_TEST(!to.waiting());
        }
        lines += take(to, "hour_0", "2", unix_noon);
        to.sync();
        BOOST_TEST(read_file(files.at.outcomes("hour_0")) == lines);
    }
    // Lines that do not fit are made again later: here only the whole ones are kept.
    journal to(files.at, "a", "");
    auto const third = take(to, "hour_0", "3", unix_noon);
    auto const archive = read_file(files.at.archive("hour_0"));
    std::filesystem::resize_file(files.at.archive("hour_0"), lines.size() + 10);
    {
        support::full_disk const limit(lines.size() + 10);
        BOOST_CHECK_THROW(to.sync(), std::system_error);
    }
    support::write_file(files.at.archive("hour_0"), archive);
    BOOST_TEST(read_file(files.at.outcomes("hour_0")) == lines);
    cohort::repair work(files.at, support::remake, [](std::string const&) {});
    BOOST_TEST(work.mend("hour_0"));
    BOOST_TEST(read_file(files.at.outcomes("hour_0")) == lines + third);
}

BOOST_AUTO_TEST_SUITE_END()
