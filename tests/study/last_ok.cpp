// SPDX-License-Identifier: MIT
#include "tiktrack/study/last_ok.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_last_ok)
using namespace tiktrack;

namespace {

/// A record of a video, whose `n` is the row that is given for it.
std::string line(std::string const& id, std::string const& timepoint, long time, std::string const& status,
                 std::string const& cohort = "null")
{
    return R"({"cohort_id":)" + cohort + R"(,"video_id":)" + id + R"(,"timepoint":)" + timepoint +
           R"(,"collection_timestamp":)" + (time < 0 ? "null" : std::to_string(time)) + R"(,"status":")" +
           status + "\"}";
}

/// The numbers of the rows that are chosen; ends with `!` where a row is out of order.
std::string chosen(std::vector<std::string> const& lines)
{
    last_ok choose;
    record_reader reader;
    std::string all;
    auto const give = [&](std::string_view row) { all += std::string(row) + ' '; };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        record r;
        BOOST_TEST_REQUIRE(!reader.read(lines[i], r).has_value(), lines[i]);
        if (!choose.take(r, std::to_string(i), give)) return all + '!';
    }
    choose.finish(give);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_last_ok_else_the_last_outcome)
{
    auto const h1 = R"("hour_1")", h6 = R"("hour_6")";
    BOOST_TEST(chosen({}) == "");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("\"1\"", h1, 2, "timeout")}) == "0 ");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "timeout"), line("\"1\"", h1, 2, "ok")}) == "1 ");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("\"1\"", h1, 2, "ok"),
                       line("\"1\"", h1, 3, "empty")}) == "1 ");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "timeout"), line("\"1\"", h1, 2, "empty")}) == "1 ");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("\"1\"", h6, 2, "timeout"),
                       line("\"1\"", h1, 3, "ok"), line("\"1\"", h6, 4, "empty")}) == "2 3 ");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("\"1\"", h6, 1, "ok"), line("\"2\"", h1, 0, "ok")}) ==
               "0 1 2 ");
    // The number 1 and the text "1" are the same video.
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("1", h1, 2, "ok")}) == "1 ");
}

BOOST_AUTO_TEST_CASE(rows_without_a_video_or_a_timepoint_are_never_merged)
{
    BOOST_TEST(chosen({line("null", R"("hour_1")", 5, "ok"), line("null", R"("hour_1")", 1, "ok"),
                       line("\"1\"", "null", 1, "ok"), line("\"1\"", "null", 2, "ok")}) == "0 1 2 3 ");
}

BOOST_AUTO_TEST_CASE(F70_cohorts_are_apart)
{
    auto const h1 = R"("hour_1")";
    BOOST_TEST(chosen({line("\"1\"", h1, 9, "ok"), line("\"1\"", h1, 1, "ok", "\"a\""),
                       line("\"1\"", h1, 1, "ok", "\"b\"")}) == "0 1 2 ");
}

BOOST_AUTO_TEST_CASE(rows_that_are_out_of_order)
{
    auto const h1 = R"("hour_1")";
    BOOST_TEST(chosen({line("\"2\"", h1, 1, "ok"), line("\"1\"", h1, 1, "ok")}) == "!");
    BOOST_TEST(chosen({line("\"9\"", h1, 1, "ok"), line("\"10\"", h1, 1, "ok"),
                       line("\"9\"", h1, 2, "ok")}) == "0 !");
    BOOST_TEST(chosen({line("\"1\"", h1, 2, "ok"), line("\"1\"", h1, 1, "ok")}) == "!");
    BOOST_TEST(chosen({line("\"1\"", h1, 2, "ok"), line("\"1\"", h1, -1, "ok")}) == "!");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok"), line("null", h1, 1, "ok")}) == "!");
    BOOST_TEST(chosen({line("\"1\"", h1, 1, "ok", "\"a\""), line("\"1\"", h1, 2, "ok")}) == "!");
}

BOOST_AUTO_TEST_CASE(rows_without_a_video_are_not_held)
{
    last_ok choose;
    record_reader reader;
    record r;
    auto const creator = line("null", "null", 1, "ok");
    BOOST_TEST(!reader.read(creator, r).has_value());
    std::size_t given = 0;
    for (int i = 0; i < 1000; ++i) BOOST_TEST(choose.take(r, "row", [&](std::string_view) { ++given; }));
    BOOST_TEST(given >= 999u); // memory stays bounded, however many creators there are
    choose.finish([&](std::string_view) { ++given; });
    BOOST_TEST(given == 1000u);
}

BOOST_AUTO_TEST_SUITE_END()
