// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/appended.hpp"

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_appended)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

/// What reading on gives: `number@place:id` for each record, `number!` for each line that is none.
std::string read(std::string const& path, read_so_far& so_far)
{
    std::string all;
    auto const text = support::read_file(path);
    record_reader reader;
    appended(path).read_on(
        so_far, reader,
        [&](record const& of, std::string_view line, std::uint64_t number, std::uint64_t place) {
            all += std::to_string(number) + '@' + std::to_string(place) + ':' +
                   std::string(inside(of.cells["video_id"_col])) + ' ';
            BOOST_TEST(text.substr(place, line.size()) == line);
        },
        [&](fault const& found) {
            all += std::to_string(found.line) + "! ";
            BOOST_TEST(found.file == path);
        });
    return all;
}

std::string const one = "{\"video_id\":\"1\"}\n", two = "{\"video_id\":\"2\"}\n";

} // namespace

BOOST_AUTO_TEST_CASE(reads_on_where_it_stopped)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    read_so_far so_far;
    BOOST_TEST(appended(path).continues(so_far)); // there is none yet
    BOOST_TEST(read(path, so_far) == "");
    support::write_file(path, one);
    BOOST_TEST(read(path, so_far) == "1@0:1 ");
    BOOST_TEST(read(path, so_far) == "");
    support::write_file(path, one + "\n" + two);
    BOOST_TEST(appended(path).continues(so_far));
    BOOST_TEST(read(path, so_far) == "3@18:2 ");
    BOOST_TEST(so_far.lines == 3u);
    BOOST_TEST((so_far == appended(path).read_up_to(one.size() + 1 + two.size(), 3)));
}

BOOST_AUTO_TEST_CASE(F23_a_line_without_its_end_is_left)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    read_so_far so_far;
    support::write_file(path, one + two.substr(0, two.size() - 1)); // complete JSON, and yet torn
    BOOST_TEST(read(path, so_far) == "1@0:1 ");
    support::write_file(path, one + std::string(100, '\0'));
    BOOST_TEST(read(path, so_far) == "");
    support::write_file(path, one + two);
    BOOST_TEST(read(path, so_far) == "2@17:2 ");
}

BOOST_AUTO_TEST_CASE(F24_a_damaged_line_is_told_and_the_rest_counts)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    read_so_far so_far;
    support::write_file(path, one + "{\"video_id\":\n" + two + std::string(5, '\0') + '\n' + one);
    BOOST_TEST(read(path, so_far) == "1@0:1 2! 3@30:2 4! 5@53:1 ");
}

BOOST_AUTO_TEST_CASE(notices_another_file)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    read_so_far so_far;
    support::write_file(path, one + one);
    (void)read(path, so_far);
    for (auto const& text : {one, one + two, one + two + one, std::string()}) {
        support::write_file(path, text);
        BOOST_TEST(!appended(path).continues(so_far));
    }
    support::write_file(path, one + one + two);
    BOOST_TEST(appended(path).continues(so_far));
}

BOOST_AUTO_TEST_CASE(what_is_appended_meanwhile_is_for_the_next_time)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    support::write_file(path, one);
    appended const before(path);
    support::write_file(path, one + two);
    BOOST_TEST(before.size() == one.size());
    BOOST_TEST(appended(path).size() == one.size() + two.size());
}

BOOST_AUTO_TEST_CASE(many_blocks_of_lines)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text +=
            "{\"video_id\":\"" + std::to_string(i) + "\",\"caption\":\"" + std::string(300, 'x') + "\"}\n";
    support::write_file(path, text);
    read_so_far so_far;
    auto const all = read(path, so_far);
    BOOST_TEST(std::count(all.begin(), all.end(), '@') == 3000);
    BOOST_TEST(so_far.size == text.size());
    BOOST_TEST(so_far.lines == 3000u);
}

BOOST_AUTO_TEST_CASE(F28_records_of_a_newer_schema)
{
    support::temporary_folder const home;
    auto const path = home / "f";
    support::write_file(path, one + "{\"video_id\":\"2\",\"schema\":2}\n");
    read_so_far so_far;
    BOOST_CHECK_EXCEPTION((void)read(path, so_far), failure, [&](failure const& found) {
        return found.kind == failure_kind::data && std::string(found.what()).starts_with(path + ":2: ");
    });
}

BOOST_AUTO_TEST_SUITE_END()
