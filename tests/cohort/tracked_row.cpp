// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/tracked_row.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_tracked_row)
using namespace tiktrack::cohort;

namespace {

tracked_row numbered(std::size_t number)
{
    tracked_row made;
    made.set_id(std::to_string(number));
    made.discovered = static_cast<std::int64_t>(number);
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(ids_of_any_length)
{
    tracked_row made;
    for (auto const* id : {"1", "7576039700536806669", "12345678901234567890"}) {
        made.set_id(id);
        BOOST_TEST(made.id() == id);
    }
}

BOOST_AUTO_TEST_CASE(the_earlier_of_two_uploads_counts)
{
    tracked_row made;
    made.upload = 5;
    made.upload_known = 1; // an id's
    made.saw_upload(20);
    BOOST_TEST(made.upload == 20);
    made.saw_upload(30);
    BOOST_TEST(made.upload == 20);
    made.saw_upload(10);
    BOOST_TEST(made.upload == 10);
    BOOST_TEST(int(made.upload_seen) == 1);
}

BOOST_AUTO_TEST_CASE(rows_stay_where_they_are)
{
    tracked_rows rows(3);
    rows.add(numbered(0));
    auto const* const first = &rows[0];
    for (std::size_t i = 1; i < 3000; ++i) rows.add(numbered(i));
    BOOST_TEST(&rows[0] == first);
    rows.cells(2999)[2] = cell(cell_state::ok, 7);
    std::size_t right = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        right += rows[i].id() == std::to_string(i) && rows.cells(i)[1] == cell();
    BOOST_TEST(right == 3000u);
    auto const seen = history_of(rows, 2999);
    BOOST_TEST(seen.discovered == 2999);
    BOOST_TEST(!seen.upload.has_value());
    BOOST_TEST((seen.cells[2] == cell(cell_state::ok, 7)));
}

BOOST_AUTO_TEST_CASE(rows_of_a_file_and_more)
{
    tracked_rows made(2);
    for (std::size_t i = 0; i < 1500; ++i) made.add(numbered(i));
    std::string text;
    made.for_each_piece([&](std::string_view piece) { text += piece; });
    BOOST_TEST(text.size() == 1500 * made.stride());

    std::vector<std::byte> memory(text.size());
    std::memcpy(memory.data(), text.data(), text.size());
    tracked_rows again(2, memory.data(), 1500);
    again.add(numbered(1500));
    BOOST_TEST(again.size() == 1501u);
    BOOST_TEST(again[1499].id() == "1499");
    BOOST_TEST(again[1500].id() == "1500");
    std::string more;
    again.for_each_piece([&](std::string_view piece) { more += piece; });
    BOOST_TEST(more.size() == 1501 * made.stride());
    BOOST_TEST(more.starts_with(text));
}

BOOST_AUTO_TEST_SUITE_END()
