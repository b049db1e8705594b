// SPDX-License-Identifier: MIT
#include "tiktrack/model/derived.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_derived)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(only_what_is_absent_is_computed)
{
    record_reader reader;
    record given;
    draft of;
    BOOST_TEST(
        !reader
             .read(
                 R"({"status":"ok","source":"page","views":20000,"likes":5000,"comments_count":0,"shares":0,)"
                 R"("engagement_rate":null,"comment_rate":99,"quality_flags":["mine"],"views_resolution":7})",
                 given)
             .has_value());
    derive_absent(of, given);
    auto const cell = [&](std::size_t column) { return of.made.cells[column]; };
    BOOST_TEST(cell("engagement_rate"_col) == "null"); // there, as null
    BOOST_TEST(cell("comment_rate"_col) == "99");
    BOOST_TEST(cell("quality_flags"_col) == R"(["mine"])");
    BOOST_TEST(cell("views_resolution"_col) == "7");
    BOOST_TEST(cell("likes_resolution"_col) == "1");
    BOOST_TEST(cell("share_rate"_col) == "0");
    BOOST_TEST(cell("hours_since_upload"_col) == "null");
    BOOST_TEST(cell("views"_col) == "20000");
    BOOST_TEST(!has_derivable_columns(given));
    BOOST_TEST(has_derivable_columns(of.made));
}

BOOST_AUTO_TEST_CASE(each_lacking_column_is_noticed)
{
    record full;
    for (auto const i : derivable_columns) full.cells[i] = "null";
    BOOST_TEST(has_derivable_columns(full));
    for (auto const i : derivable_columns) {
        auto lacking = full;
        lacking.cells[i] = {};
        BOOST_TEST(!has_derivable_columns(lacking), columns[i].key);
    }
    // In the table's order, and all that can be derived but the date, which needs no series.
    BOOST_TEST(std::is_sorted(derivable_columns.begin(), derivable_columns.end()));
}

BOOST_AUTO_TEST_CASE(F11_times_of_any_size_do_no_harm)
{
    for (std::string const time :
         {"9223372036854775807", "-9223372036854775808", "-9223372036854775", "1e18"})
        for (std::string const other : {"9223372036854775807", "-9223372036854775808", "0"}) {
            record_reader reader;
            record given;
            draft of;
            auto const line = R"({"status":"ok","video_id":"7576039700536806669","collection_timestamp":)" +
                              time + R"(,"upload_timestamp":)" + other + R"(,"lag_seconds":)" + time +
                              R"(,"target_hours":1e308})";
            BOOST_TEST_REQUIRE(!reader.read(line, given).has_value());
            derive_absent(of, given);
            BOOST_TEST(of.made.cells["hours_since_upload"_col] == "null", line);
        }
}

BOOST_AUTO_TEST_SUITE_END()
