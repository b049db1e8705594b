// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/repair.hpp"

#include "outcomes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(cohort_repair)
using namespace tiktrack;
using support::unix_noon, support::read_file, support::write_file, support::archive_content;

namespace {

/// A cohort with outcomes of hour_0, written by two runs, as it was on the disk.
struct followed {
    explicit followed(int outcomes = 3)
    {
        for (int i = 0; i < outcomes; ++i) {
            cohort::journal to(files.at, "a", "");
            lines.push_back(support::take(to, "hour_0", std::to_string(i), unix_noon + i));
            to.sync();
        }
        archive = read_file(path_of_archive);
        archive_content const all(path_of_archive);
        for (auto const& each : all.records) {
            if (each.record.field("WARC-Type") == "metadata") places.push_back(each.offset);
            ends.push_back(each.offset + each.size);
        }
    }
    /// Mends; what was said is kept.
    bool mend()
    {
        said.clear();
        cohort::repair work(files.at, support::remake,
                            [this](std::string const& what) { said.push_back(what); });
        return work.mend("hour_0");
    }
    [[nodiscard]] std::string first(std::size_t count) const
    {
        std::string made;
        for (std::size_t i = 0; i < count; ++i) made += lines[i];
        return made;
    }
    [[nodiscard]] std::string all_lines() const { return first(lines.size()); }
    void put(std::string const& of_lines, std::string const& of_archive) const
    {
        write_file(path, of_lines);
        write_file(path_of_archive, of_archive);
    }

    support::cohort_files files;
    std::string path = files.at.outcomes("hour_0"), path_of_archive = files.at.archive("hour_0");
    std::vector<std::string> lines, said;
    std::string archive;
    std::vector<std::uint64_t> places, ends; ///< of outcomes in the archive; of its records
};

} // namespace

BOOST_AUTO_TEST_CASE(nothing_to_mend)
{
    followed of;
    BOOST_TEST(of.mend());
    BOOST_TEST(of.said.empty());
    BOOST_TEST(read_file(of.path) == of.all_lines());
    BOOST_TEST(read_file(of.path_of_archive) == of.archive);
    cohort::repair work(of.files.at, support::remake, [](std::string const& what) { BOOST_ERROR(what); });
    BOOST_TEST(work.mend("hour_1")); // of which there is nothing yet
    BOOST_TEST(!std::filesystem::exists(of.files.at.outcomes("hour_1")));
}

BOOST_AUTO_TEST_CASE(F22_killed_at_any_byte_of_the_archive_and_of_the_lines)
{
    followed of(2);
    for (std::size_t size = 0; size <= of.archive.size(); ++size) {
        std::size_t outcomes = 0, whole = 0;
        for (auto const end : of.ends)
            if (end <= size) whole = end;
        while (outcomes < of.places.size() && of.places[outcomes] < whole) ++outcomes;
        // A line is written only when its outcome is archived.
        auto const most = of.first(outcomes);
        // The lines are cut in each way where a record of the archive ends, elsewhere by turns.
        std::array const cuts{std::size_t{0}, most.size() / 3, most.size() - most.size() / 7, most.size()};
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            if (size != whole && i != size % cuts.size()) continue;
            of.put(most.substr(0, cuts[i]), of.archive.substr(0, size));
            BOOST_TEST_CONTEXT(size << " bytes of the archive, " << cuts[i] << " of the lines")
            {
                BOOST_TEST(of.mend());
                BOOST_TEST(read_file(of.path) == most);
                BOOST_TEST(read_file(of.path_of_archive) == of.archive.substr(0, whole));
                BOOST_TEST(of.mend());
                BOOST_TEST(of.said.empty());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(F23_zero_bytes_at_the_end_are_torn)
{
    followed of;
    of.put(of.first(2) + std::string(100, '\0'), of.archive + std::string(5000, '\0'));
    BOOST_TEST(of.mend());
    BOOST_TEST(of.said.size() == 3u); // both were cut, and a line was made again
    BOOST_TEST(read_file(of.path) == of.all_lines());
    BOOST_TEST(read_file(of.path_of_archive) == of.archive);
}

BOOST_AUTO_TEST_CASE(F23_the_list_of_videos)
{
    followed of;
    auto const list = of.files.at.tracked_videos(), before = read_file(list);
    of.files.append(list, R"({"video_id":"1","discovered_timestamp":1795435200})");
    std::vector<std::string> said;
    cohort::repair work(of.files.at, support::remake, [&](std::string const& what) { said.push_back(what); });
    work.mend_list();
    BOOST_TEST(read_file(list) == before);
    BOOST_TEST(said.size() == 1u);
    work.mend_list();
    BOOST_TEST(said.size() == 1u);
}

BOOST_AUTO_TEST_CASE(F24_damage_is_named_and_left_alone)
{
    followed of;
    auto const changed = [&](std::size_t at) {
        auto made = of.archive;
        for (std::size_t i = 0; i < 3; ++i) made[at + i] = '\xff';
        return made;
    };
    auto const moved = [&](std::string const& from, std::string const& to) {
        auto made = of.all_lines();
        return made.replace(made.rfind(from), from.size(), to);
    };
    auto const last = std::to_string(of.places[2]);
    struct row {
        char const* name;
        std::string lines, archive;
    };
    for (auto const& [name, lines, archive] : std::to_array<row>({
             {"the last line's outcome", of.all_lines(), changed(of.places[2] + 20)},
             {"an outcome without a line", of.first(2), changed(of.places[2] + 20)},
             {"an answer without a line", of.first(1), changed(of.ends[1] + 400)},
             {"the archive is shorter than the last line says", of.all_lines(),
              of.archive.substr(0, of.places[2])},
             {"the archive ends in the last line's outcome", of.all_lines(),
              of.archive.substr(0, of.places[2] + 9)},
             {"a last line with another place", moved(last, last + "1"), of.archive},
             {"a last line with the place of an answer", moved(last, "0"), of.archive},
             {"a last line of another archive", moved("hour_0", "hour_1"), of.archive},
             {"a last line without a place", of.first(2) + "{}\n", of.archive},
             {"a last line that is no record", of.first(2) + "rubbish\n", of.archive},
             {"a line that is gone", of.lines[0] + of.lines[2], of.archive},
             {"a line that the archive has not", of.lines[0] + of.lines[0] + of.lines[1], of.archive},
             {"an archive of another kind", of.all_lines(), "rubbish"},
             {"an archive of another kind, and no lines", "", "rubbish"},
         })) {
        of.put(lines, archive);
        BOOST_TEST_CONTEXT(name)
        {
            BOOST_TEST(!of.mend());
            BOOST_TEST_REQUIRE(of.said.size() == 1u);
            BOOST_TEST(of.said[0].find("damaged") != std::string::npos);
            BOOST_TEST(of.said[0].find("hour_0") != std::string::npos);
            BOOST_TEST(read_file(of.path) == lines);
            BOOST_TEST(read_file(of.path_of_archive) == archive);
        }
    }
    of.put(of.all_lines(), of.archive);
    std::filesystem::remove(of.path_of_archive);
    BOOST_TEST(!of.mend());
    BOOST_TEST(!std::filesystem::exists(of.path_of_archive));
}

BOOST_AUTO_TEST_CASE(only_the_end_of_the_archive_is_read)
{
    followed of;
    auto damaged = of.archive;
    damaged.replace(0, 20, std::string(20, '\xff')); // far from the last line's outcome
    of.put(of.first(2), damaged);
    BOOST_TEST(of.mend());
    BOOST_TEST(read_file(of.path) == of.all_lines());
}

BOOST_AUTO_TEST_CASE(what_lies_behind_the_last_outcome_is_read_once)
{
    followed of;
    support::dice chance(5);
    {
        cohort::journal to(of.files.at, "a", "");
        for (int i = 0; i < 5; ++i) { // lists of videos
            std::string noise(300'000, ' ');
            for (auto& each : noise) each = static_cast<char>(chance.roll(256));
            (void)to.keep("hour_0", support::request, noise, support::address, unix_noon);
        }
        to.sync();
    }
    auto const archive = read_file(of.path_of_archive), hint = of.files.at.path + "/.mended";
    BOOST_TEST(of.mend());
    BOOST_TEST(of.said.empty());
    BOOST_TEST(std::filesystem::exists(hint));
    auto damaged = archive;
    damaged.replace(archive.size() / 2, 3, "\xff\xff\xff");
    write_file(of.path_of_archive, damaged);
    BOOST_TEST(of.mend()); // it is not read again
    // What comes behind it is: an outcome that has its line, one that has not, a torn end.
    write_file(of.path_of_archive, archive);
    {
        cohort::journal to(of.files.at, "a", "");
        for (auto const* const id : {"8", "9"})
            of.lines.push_back(support::take(to, "hour_0", id, unix_noon));
        to.sync();
    }
    auto const longer = read_file(of.path_of_archive);
    for (std::size_t lines = 3; lines <= 5; ++lines) {
        of.put(of.first(lines) + "{\"torn", longer + "\x1f\x8b");
        BOOST_TEST(of.mend());
        BOOST_TEST(read_file(of.path) == of.all_lines());
        BOOST_TEST(read_file(of.path_of_archive) == longer);
    }
    // Where the files are others than those that were read, it counts for nothing.
    of.put(of.first(3), damaged);
    for (auto const* const text : {"", "rubbish", "hour_0 1 2", "hour_0 9999999 1", "hour_0 -1 x"}) {
        write_file(hint, text);
        BOOST_TEST(!of.mend(), text);
    }
    std::filesystem::remove(hint);
    BOOST_TEST(!of.mend());
    of.put(of.first(2), of.archive);
    write_file(hint, "hour_0 " + std::to_string(of.first(2).size()) + " 99999999\n");
    BOOST_TEST(of.mend());
    BOOST_TEST(read_file(of.path) == of.first(3));
}

BOOST_AUTO_TEST_CASE(exchanges_without_an_outcome_stay)
{
    followed of;
    {
        cohort::journal to(of.files.at, "a", "");
        (void)to.keep("hour_0", support::request, support::response, support::address, unix_noon);
        to.sync();
    }
    auto const more = read_file(of.path_of_archive);
    BOOST_TEST(more.size() > of.archive.size());
    BOOST_TEST(of.mend());
    BOOST_TEST(of.said.empty());
    BOOST_TEST(read_file(of.path_of_archive) == more);
}

BOOST_AUTO_TEST_SUITE_END()
