// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/timing.hpp"

#include "tiktrack/model/reader.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_timing)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

/// A record and the line that it views.
struct read_line {
    explicit read_line(std::string text) : line(std::move(text))
    {
        BOOST_TEST_REQUIRE(!record_reader().read(std::string_view(line), of).has_value());
    }
    std::string line;
    record of;
};

std::string label(std::string const& line, std::optional<std::string> const& chosen = {})
{
    if (line.empty()) return label_of(nullptr, chosen).value_or("-");
    read_line const from(line);
    return label_of(&from.of, chosen).value_or("-");
}

/// The schedule's cells of a snapshot: label origin target due lag status.
std::string schedule(std::string const& line, std::string const& label, std::int64_t now)
{
    draft of;
    if (line.empty()) {
        set_timing(of, timing_of(nullptr, label), now);
    } else {
        read_line const from(line);
        set_timing(of, timing_of(&from.of, label), now);
    }
    std::string all;
    for (auto const i : {"timepoint"_col, "time_origin"_col, "target_hours"_col, "due_timestamp"_col,
                         "lag_seconds"_col, "schedule_status"_col})
        all += (all.empty() ? "" : " ") + std::string(of.made.cells[i]);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(which_timepoint)
{
    BOOST_TEST(label("") == "hour_0");
    BOOST_TEST(label("", "hour_6") == "hour_6");
    BOOST_TEST(label(R"({"video_id":"7"})") == "hour_0");
    BOOST_TEST(label(R"({"video_id":"7","status":null,"timepoint":null})") == "hour_0");
    BOOST_TEST(label(R"({"video_id":"7","timepoint":"hour_24","collection_timestamp":null})") == "hour_24");
    BOOST_TEST(label(R"({"video_id":"7","timepoint":"hour_1","collection_timestamp":1,"status":"ok"})") ==
               "-");
    BOOST_TEST(label(R"({"video_id":"7","timepoint":"hour_1","status":"timeout"})") == "-");
    BOOST_TEST(label(R"({"video_id":"7","timepoint":"hour_1","collection_timestamp":1})", "hour_6") ==
               "hour_6");
}

BOOST_AUTO_TEST_CASE(when_it_was_due)
{
    BOOST_TEST(schedule("", "hour_0", 1000) == R"("hour_0" "discovery" 0 1000 0 "on_time")");
    BOOST_TEST(schedule("", "hour_1", 1000) == R"("hour_1" "discovery" 1 null null null)");
    // The record's own timepoint tells where hours count from.
    std::string const first =
        R"({"due_timestamp":10000,"target_hours":0,"time_origin":"discovery","upload_timestamp":5000})";
    BOOST_TEST(schedule(first, "hour_1", 13'600) == R"("hour_1" "discovery" 1 13600 0 "on_time")");
    BOOST_TEST(schedule(first, "hour_1", 14'200) == R"("hour_1" "discovery" 1 13600 600 "on_time")");
    BOOST_TEST(schedule(first, "hour_1", 14'201) == R"("hour_1" "discovery" 1 13600 601 "late")");
    BOOST_TEST(schedule(first, "hour_1", 12'999) == R"("hour_1" "discovery" 1 13600 -601 "early")");
    BOOST_TEST(schedule(first, "hour_24", 10'000 + 86'400 + 8640) ==
               R"("hour_24" "discovery" 24 96400 8640 "on_time")");
    std::string const later = R"({"due_timestamp":13600,"target_hours":1,"time_origin":"discovery"})";
    BOOST_TEST(schedule(later, "hour_6", 31'700) == R"("hour_6" "discovery" 6 31600 100 "on_time")");
    BOOST_TEST(schedule(later, "hour_0.5", 11'800) == R"("hour_0.5" "discovery" 0.5 11800 0 "on_time")");
    // Hours that count from the upload, where it can be one.
    auto const upload = [](std::string const& time) {
        return R"({"due_timestamp":1795010000,"target_hours":0,"time_origin":"upload","upload_timestamp":)" +
               time + "}";
    };
    BOOST_TEST(schedule(upload("1795005000"), "hour_1", 1795008600) ==
               R"("hour_1" "upload" 1 1795008600 0 "on_time")");
    BOOST_TEST(schedule(upload("1795005000"), "hour_0", 1795009000) ==
               R"("hour_0" "upload" 0 1795009000 0 "on_time")");
    for (auto const* odd : {"0", "-5", "null", "\"x\""})
        BOOST_TEST(schedule(upload(odd), "hour_1", 1795008600) == R"("hour_1" "upload" 1 null null null)");
    // What is no schedule counts for nothing.
    for (auto const* odd : {"\"1\"", "1e300", "-1", "null", "true"})
        BOOST_TEST(schedule(R"({"due_timestamp":10000,"target_hours":)" + std::string(odd) + "}", "hour_1",
                            13'600) == R"("hour_1" "discovery" 1 null null null)");
    BOOST_TEST(schedule(R"({"due_timestamp":10000,"target_hours":0,"time_origin":"banana"})", "hour_1",
                        13'600) == R"("hour_1" "discovery" 1 13600 0 "on_time")");
    // A candidate was not measured: hours count from its discovery.
    BOOST_TEST(schedule(R"({"discovered_timestamp":2000})", "hour_1", 5600) ==
               R"("hour_1" "discovery" 1 5600 0 "on_time")");
}

BOOST_AUTO_TEST_SUITE_END()
