// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/ledger.hpp"

#include "cohort/cohort_files.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_ledger)
using namespace tiktrack;
using namespace tiktrack::cohort;
using support::cohort_files;

namespace {

/// A ledger and what it told.
struct reading {
    explicit reading(cohort_files const& of)
        : known(of.at, open_cohort(of.at), [this](fault const& found) {
              auto const name = found.file.substr(found.file.rfind('/') + 1);
              told += name + ':' + std::to_string(found.line) + ": " + found.why + '\n';
          })
    {
        known.catch_up();
    }
    std::string told;
    ledger known;
};

/// All rows: `id discovered upload[!] state@time …`, `!` where the platform said it.
std::string rows_of(ledger const& of)
{
    std::string all;
    for (std::size_t i = 0; i < of.rows().size(); ++i) {
        auto const& row = of.rows()[i];
        all += std::string(row.id()) + ' ' + std::to_string(row.discovered) + ' ' +
               (row.upload_known != 0 ? std::to_string(row.upload) : "-") + (row.upload_seen != 0 ? "!" : "");
        for (auto const& each : of.rows().cells(i))
            all += ' ' + std::to_string(int(each.state())) + '@' + std::to_string(each.time());
        all += '\n';
        BOOST_TEST((of.find(row.id()) == i));
    }
    return all;
}

/// More than is read every time, so that the ledger's file is worth it.
void track_many(cohort_files const& of, std::size_t count)
{
    std::string lines;
    for (std::size_t i = 0; i < count; ++i)
        lines += "{\"video_id\":\"" + std::to_string(7000000 + i) +
                 "\",\"discovered_timestamp\":1763900000,\"caption\":\"" + std::string(5000, 'c') + "\"}\n";
    cohort_files::append(of.at.tracked_videos(), lines);
}

bool has_file(cohort_files const& of) { return std::filesystem::exists(of.at.ledger()); }

} // namespace

BOOST_AUTO_TEST_CASE(reads_a_cohort)
{
    cohort_files const of;
    BOOST_TEST(rows_of(reading(of).known) == "");
    of.track("11", 1763900000);
    of.track("22", 1763900001, R"(,"upload_timestamp":1763890000,"upload_source":"id")");
    of.track("33", 1763900002, R"(,"upload_timestamp":1763890000,"upload_source":"platform")");
    of.track("11", 1763900009); // it is tracked already
    of.record("hour_0", "22", "ok", 1763900100,
              R"(,"upload_timestamp":1763890005,"upload_source":"platform","source":"embed")");
    of.record("hour_0", "11", "timeout", 1763900100);
    of.record("hour_0", "11", "ok", 1763900200, R"(,"source":"embed")");
    of.record("hour_1", "33", "not_found", 1763903600, R"(,"source":"embed")");
    reading const read(of);
    BOOST_TEST(rows_of(read.known) == "11 1763900000 - 4@1763900200 0@0\n"
                                      "22 1763900001 1763890005! 4@1763900100 0@0\n"
                                      "33 1763900002 1763890000! 0@0 2@1763903600\n");
    BOOST_TEST(read.told == "");
    BOOST_TEST(!read.known.damaged());
    BOOST_TEST(read.known.requests() == 4);
    BOOST_TEST(read.known.answers() == 3);
    BOOST_TEST(!read.known.find("44").has_value());
    auto const& second = read.known.rows()[1];
    BOOST_TEST(support::read_file(of.at.tracked_videos())
                   .substr(second.line_at, second.line_size)
                   .starts_with("{\"video_id\":\"22\""));
}

BOOST_AUTO_TEST_CASE(catches_up_again)
{
    cohort_files const of;
    of.track("11", 1763900000);
    reading read(of);
    of.track("22", 1763900001);
    of.record("hour_0", "22", "ok", 1763900100);
    cohort_files::append(of.at.outcomes("hour_0"), "{\"video_id\":\"11\",\"timepoint\":\"hour_0\"");
    read.known.catch_up();
    auto const wanted = "11 1763900000 - 0@0 0@0\n22 1763900001 - 4@1763900100 0@0\n";
    BOOST_TEST(rows_of(read.known) == wanted);
    read.known.catch_up();
    BOOST_TEST(rows_of(read.known) == wanted);
    BOOST_TEST(read.known.requests() == 1);
    // The torn line is cut off by a writer; then another one comes.
    std::filesystem::resize_file(of.at.outcomes("hour_0"),
                                 support::read_file(of.at.outcomes("hour_0")).rfind('\n') + 1);
    of.record("hour_0", "11", "empty", 1763900200);
    read.known.catch_up();
    BOOST_TEST(rows_of(read.known) == "11 1763900000 - 1@1763900200 0@0\n22 1763900001 - 4@1763900100 0@0\n");
    BOOST_TEST(read.told == "");
}

BOOST_AUTO_TEST_CASE(what_this_process_recorded_counts_once)
{
    cohort_files const of;
    of.track("11", 1763900000);
    reading read(of);
    read.known.took(0, 0, {came::gone, 1763900100, 1763890000, 1, 1});
    BOOST_TEST(rows_of(read.known) == "11 1763900000 1763890000! 2@1763900100 0@0\n");
    of.record("hour_0", "11", "private", 1763900100);
    read.known.catch_up();
    BOOST_TEST(rows_of(read.known) == "11 1763900000 1763890000! 2@1763900100 0@0\n");
    BOOST_TEST(read.known.requests() == 1);
}

BOOST_AUTO_TEST_CASE(F24_damage_is_told_with_its_place)
{
    cohort_files const of;
    of.track("11", 1763900000);
    cohort_files::append(of.at.tracked_videos(), "{\"video_id\":\"22\"}\nnonsense\n");
    of.record("hour_0", "99", "ok", 1763900100);
    of.record("hour_0", "11", "ok", 1763900100);
    cohort_files::append(of.at.outcomes("hour_0"), std::string(8, '\0') + '\n');
    cohort_files::append(of.at.outcomes("hour_1"),
                         R"({"video_id":"11","timepoint":"hour_6","status":"ok","collection_timestamp":1})"
                         "\n{\"video_id\":\"11\",\"timepoint\":\"hour_1\"}\n");
    reading const read(of);
    BOOST_TEST(rows_of(read.known) == "11 1763900000 - 4@1763900100 0@0\n");
    BOOST_TEST(read.known.damaged());
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < read.told.size(); from = read.told.find('\n', from) + 1)
        lines.push_back(read.told.substr(from, 40));
    BOOST_TEST_REQUIRE(lines.size() == 6u);
    for (std::size_t i = 0; i < lines.size(); ++i)
        BOOST_TEST(lines[i].starts_with(std::vector<std::string>{
                       "tracked_videos.jsonl:3: is no tracked",
                       "tracked_videos.jsonl:4: ", "hour_0.jsonl:1: is of a video that is not",
                       "hour_0.jsonl:3: ", "hour_1.jsonl:1: is no outcome of hour_1",
                       "hour_1.jsonl:2: is no outcome: it has"}[i]
                                            .substr(0, 40)),
                   lines[i]);
}

BOOST_AUTO_TEST_CASE(a_small_cohort_has_no_file)
{
    cohort_files const of;
    of.track("11", 1763900000);
    reading read(of);
    read.known.save_if_worth_it();
    BOOST_TEST(!has_file(of));
}

BOOST_AUTO_TEST_CASE(the_file_gives_what_the_lines_give)
{
    cohort_files const of;
    track_many(of, 1000);
    cohort_files::append(of.at.tracked_videos(), "damage\n");
    of.record("hour_0", "7000500", "ok", 1763900100, R"(,"source":"embed")");
    reading first(of);
    first.known.save_if_worth_it();
    BOOST_TEST_REQUIRE(has_file(of));
    auto const wanted = rows_of(first.known);
    {
        reading const again(of);
        BOOST_TEST(rows_of(again.known) == wanted);
        BOOST_TEST(again.told == first.told);
        BOOST_TEST(again.known.damaged());
        BOOST_TEST(again.known.requests() == 1);
        BOOST_TEST(again.known.answers() == 1);
    }
    // More lines, of videos that stand in it and of new ones.
    of.track("11", 1763900000);
    of.record("hour_0", "7000999", "ok", 1763900200);
    of.record("hour_1", "11", "empty", 1763903600);
    reading more(of);
    first.known.catch_up();
    BOOST_TEST(rows_of(more.known) == rows_of(first.known));
    BOOST_TEST(rows_of(more.known).ends_with("11 1763900000 - 0@0 1@1763903600\n"));
    BOOST_TEST(more.known.requests() == 3);
    // What was changed in memory is not in the file.
    auto const before = support::read_file(of.at.ledger());
    more.known.save_if_worth_it(); // too little is new
    BOOST_TEST((support::read_file(of.at.ledger()) == before));
    track_many(of, 2000);
    more.known.catch_up();
    more.known.save_if_worth_it();
    BOOST_TEST((support::read_file(of.at.ledger()) != before));
    BOOST_TEST(rows_of(reading(of).known) == rows_of(more.known));
}

BOOST_AUTO_TEST_CASE(a_file_that_does_not_fit_is_not_believed)
{
    cohort_files const of;
    track_many(of, 1000);
    of.record("hour_0", "7000500", "ok", 1763900100);
    reading first(of);
    first.known.save_if_worth_it();
    auto const wanted = rows_of(first.known);
    auto const good = support::read_file(of.at.ledger());
    support::dice chance(5);
    for (int i = 0; i < 60; ++i) {
        auto bad = good;
        if (i % 3 == 0)
            bad.resize(chance.roll(bad.size()));
        else
            bad[i % 3 == 1 ? chance.roll(200) : chance.roll(bad.size())] ^= char(1 + chance.roll(255));
        support::write_file(of.at.ledger(), bad);
        BOOST_TEST(rows_of(reading(of).known) == wanted);
    }
    // Of another charter.
    support::write_file(of.at.ledger(), good);
    cohort_files const other({0, 2});
    track_many(other, 1000);
    std::filesystem::copy_file(of.at.ledger(), other.at.ledger());
    BOOST_TEST(rows_of(reading(other).known).find("4@") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_that_were_written_anew_are_read_anew)
{
    cohort_files const of;
    track_many(of, 1000);
    of.record("hour_0", "7000500", "ok", 1763900100);
    of.record("hour_0", "7000501", "ok", 1763900200);
    reading read(of);
    read.known.save_if_worth_it();
    auto const line = support::read_file(of.at.outcomes("hour_0")).size() / 2;
    std::filesystem::resize_file(of.at.outcomes("hour_0"), line); // the last line is gone
    reading const shorter(of);
    BOOST_TEST(rows_of(shorter.known).find("1763900200") == std::string::npos);
    BOOST_TEST(rows_of(shorter.known).find("1763900100") != std::string::npos);
    read.known.catch_up();
    BOOST_TEST(rows_of(read.known) == rows_of(shorter.known));
    of.record("hour_0", "7000502", "ok", 1763900300); // as long as before, another last line
    BOOST_TEST(rows_of(reading(of).known).find("1763900300") != std::string::npos);
    std::filesystem::remove(of.at.ledger());
    read.known.catch_up();
    BOOST_TEST(rows_of(reading(of).known) == rows_of(read.known));
}

BOOST_AUTO_TEST_CASE(F28_a_folder_that_cannot_be_written_goes_without)
{
    cohort_files const of;
    track_many(of, 1000);
    reading read(of);
    std::filesystem::create_directory(of.at.ledger()); // root could write into any folder
    read.known.save_if_worth_it();
    BOOST_TEST(std::filesystem::is_directory(of.at.ledger()));
    BOOST_TEST(rows_of(reading(of).known) == rows_of(read.known));
}

BOOST_AUTO_TEST_SUITE_END()
