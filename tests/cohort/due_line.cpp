// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/due_line.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_due_line)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

std::string const line =
    R"({"cohort_id":"a","video_id":"7576039700536806669","views":12,"caption":"x","creator_username":"someone",)"
    R"("video_url":"https://www.tiktok.com/@someone/video/7576039700536806669","upload_timestamp":1763934199,)"
    R"("upload_datetime":"2025-11-23T21:43:19Z","upload_source":"id","discovered_timestamp":1763935000,)"
    R"("discovered_via":"user:someone; newest, max-age 1h; seed 1; rank 1 of 2","source":"listing",)"
    R"("mine":{"a": 1.0},"status":null})";

charter by()
{
    charter made;
    made.id = "a";
    made.time_origin = "upload";
    made.timepoints = {0, 0.5};
    made.rule = "newest, max-age 1h";
    return made;
}

history known(std::optional<std::int64_t> upload, bool seen)
{
    static std::vector<cell> const cells(2);
    return {1763935000, upload, seen, cells};
}

std::string written(std::string const& from, history const& of, due const& what)
{
    auto const charter = by();
    due_writer writer(charter);
    format::text_buffer to;
    BOOST_TEST(!writer.append(to, from, of, what).has_value());
    return std::string(to.text());
}

/// The JSON text of a member of a line.
std::string member(std::string const& of, std::string_view key)
{
    record made;
    BOOST_TEST(!record_reader().read(std::string_view(of), made).has_value());
    return std::string(made.cells[find_column(key)]);
}

} // namespace

BOOST_AUTO_TEST_CASE(identity_and_schedule_and_nothing_observed)
{
    auto const text = written(line, known(1763934199, false), {1, verdict::fetch, 1763935999, 1763936599});
    BOOST_TEST(text.ends_with(",\"raw\":null,\"mine\":{\"a\": 1.0}}\n"));
    record made;
    BOOST_TEST_REQUIRE(!record_reader().read(std::string_view(text).substr(0, text.size() - 1), made));
    std::string all;
    for (std::size_t i = 0; i < first_series_column; ++i) {
        BOOST_TEST(!made.cells[i].empty()); // all keys are there
        if (!is_null(made.cells[i])) all.append(columns[i].key).append(" ").append(made.cells[i]) += '\n';
    }
    BOOST_TEST(all == R"(cohort_id "a"
video_id "7576039700536806669"
timepoint "hour_0.5"
video_url "https://www.tiktok.com/@someone/video/7576039700536806669"
upload_timestamp 1763934199
upload_datetime "2025-11-23T21:43:19Z"
platform "tiktok"
schema 1
discovered_timestamp 1763935000
time_origin "upload"
target_hours 0.5
due_timestamp 1763935999
upload_source "id"
discovered_via "user:someone; newest, max-age 1h; seed 1; rank 1 of 2"
)");
}

BOOST_AUTO_TEST_CASE(F32_what_has_passed_says_so)
{
    auto const status = [](verdict what) {
        return member(written(line, known(1763934199, false), {1, what, 1763935999, 1763936599}),
                      "schedule_status");
    };
    BOOST_TEST(status(verdict::fetch) == "null");
    BOOST_TEST(status(verdict::missed) == "\"missed\"");
    BOOST_TEST(status(verdict::already_past) == "\"already_past\"");
}

BOOST_AUTO_TEST_CASE(the_upload_that_the_platform_said)
{
    auto const text = written(line, known(1763934235, true), {0, verdict::fetch, 1763935000, window::never});
    BOOST_TEST(member(text, "upload_timestamp") == "1763934235");
    BOOST_TEST(member(text, "upload_datetime") == "\"2025-11-23T21:43:55Z\"");
    BOOST_TEST(member(text, "upload_source") == "\"platform\"");
    BOOST_TEST(member(text, "due_timestamp") == "1763935000");
    BOOST_TEST(member(text, "discovered_via") == member(line, "discovered_via"));
}

BOOST_AUTO_TEST_CASE(what_no_longer_fits_is_marked)
{
    auto const text = written(line, known(1763931399, true), {0, verdict::fetch, 1763935000, window::never});
    BOOST_TEST(member(text, "discovered_via") ==
               R"("user:someone; newest, max-age 1h; seed 1; rank 1 of 2; no longer fits: max-age")");
    auto bare = line;
    auto const via = member(line, "discovered_via");
    bare.replace(bare.find(via), via.size(), "null");
    auto const marked = written(bare, known(1763931399, true), {0, verdict::fetch, 0, 0});
    BOOST_TEST(member(marked, "discovered_via") == "\"no longer fits: max-age\"");
    struct row {
        std::string rule;
        std::int64_t age;
        std::string wanted;
    };
    for (auto const& each : std::vector<row>{
             {"newest, max-age 1h", 3600, ""},
             {"newest, max-age 1h", 3601, "max-age"},
             {"newest, max-age 90m", 5401, "max-age"},
             {"newest, max-age 2d, min-age 1h", 3599, "min-age"},
             {"newest, max-age 45s", 46, "max-age"},
             {"newest", 1'000'000, ""},
             {"max-age 1h", 3601, "max-age"},
             {"listing:max-age 1h; newest, max-age 2h; seed 1", 3601, ""},
             {"newest, max-age x", 3601, ""},
             {"newest, max-age 1y", 3601, ""},
             {"newest, max-age 99999999999999999999d", 3601, ""},
             {"newest, max-age 5", 3601, ""},
             {"climax-age 1h", 3601, ""},
             {"", 3601, ""},
         })
        BOOST_TEST(misfit(each.rule, 1763935000, 1763935000 - each.age) == each.wanted, each.rule);
}

BOOST_AUTO_TEST_CASE(keys_that_a_line_by_hand_lacks)
{
    auto const text = written(R"({"video_id":"7","discovered_timestamp":5})", known({}, false),
                              {0, verdict::fetch, 5, window::never});
    BOOST_TEST(member(text, "cohort_id") == "\"a\"");
    BOOST_TEST(member(text, "platform") == "\"tiktok\"");
    BOOST_TEST(member(text, "schema") == "1");
    BOOST_TEST(member(text, "upload_timestamp") == "null");
}

BOOST_AUTO_TEST_CASE(a_line_that_is_none)
{
    auto const charter = by();
    due_writer writer(charter);
    format::text_buffer to;
    BOOST_TEST(writer.append(to, "{\"video_id\"", known({}, false), {}).has_value());
    BOOST_TEST(to.text() == "");
}

BOOST_AUTO_TEST_SUITE_END()
