// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/candidate.hpp"

#include "../source/reading.hpp"
#include "tiktrack/format/json_view.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_candidate)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

constexpr instant noon = from_unix(1'795'435'200); // 2026-11-23T12:00:00Z
std::string const id = "7612236449866807058";

/// Reads a line and makes a candidate of it.
candidate of(std::string const& line, std::string_view source = "input:in")
{
    record_reader reader;
    record r;
    BOOST_REQUIRE(!reader.read(line, r));
    return candidate_maker({"study", noon}).of_record(r, source);
}

std::string chosen(candidate const& from, discovered_via const& via)
{
    record_reader reader;
    format::text_buffer line;
    append_chosen(line, from, via, reader);
    return std::string(line.text());
}

std::string cell(candidate const& from, std::string_view key)
{
    return std::string(format::json_view(chosen(from, {}))[key].text());
}

} // namespace

BOOST_AUTO_TEST_CASE(a_cohort_is_named_by_its_start)
{
    BOOST_TEST(cohort_named_by(noon) == "20261123_120000");
    BOOST_TEST(cohort_named_by(from_unix(0)) == "19700101_000000");
}

BOOST_AUTO_TEST_CASE(of_an_id_alone)
{
    auto const made = candidate_maker({"study", noon}).of_id(id, "pekka", "input:ids");
    BOOST_TEST(cell(made, "video_id") == '"' + id + '"');
    BOOST_TEST(cell(made, "video_url") == "\"https://www.tiktok.com/@pekka/video/" + id + '"');
    BOOST_TEST(cell(made, "cohort_id") == "\"study\"");
    BOOST_TEST(cell(made, "discovered_timestamp") == "1795435200");
    BOOST_TEST(cell(made, "upload_timestamp") == "1772361912");
    BOOST_TEST(cell(made, "upload_source") == "\"id\"");
    BOOST_TEST(cell(made, "upload_datetime") == "\"2026-03-01T10:45:12Z\"");
    BOOST_TEST(cell(made, "platform") == "\"tiktok\"");
    for (auto const* key :
         {"status", "timepoint", "views", "creator_username", "collection_timestamp", "raw"})
        BOOST_TEST(cell(made, key) == "null", key);
    BOOST_TEST(cell(made, "quality_flags") == "[]");
    BOOST_TEST(made.facts.uploaded.value() == 1'772'361'912);
    BOOST_TEST(made.facts.creator == "pekka");
    BOOST_TEST(!made.facts.views);
}

BOOST_AUTO_TEST_CASE(ids_that_hold_no_time)
{
    auto const made = candidate_maker({"study", noon}).of_id("12", "", "input:ids");
    BOOST_TEST(!made.facts.uploaded);
    for (auto const* key : {"upload_timestamp", "upload_source", "upload_datetime"})
        BOOST_TEST(cell(made, key) == "null", key);
    BOOST_TEST(cell(made, "video_url") == "\"https://www.tiktok.com/@/video/12\"");
}

BOOST_AUTO_TEST_CASE(a_listing_row_keeps_its_counts_and_its_time)
{
    auto const row = support::import_text(
        R"({"itemList":[)" +
        support::made_up_item(
            R"("stats":{"playCount":15400,"diggCount":300},"CategoryType":119,"isAd":true)") +
        R"(],"extra":{"now":1795435100000}})");
    BOOST_REQUIRE(row.lines.size() == 1);
    auto const made = of(row.lines[0], "listing:a.json");
    BOOST_TEST(cell(made, "views") == "15400");
    BOOST_TEST(cell(made, "engagement_rate") == row["engagement_rate"]);
    BOOST_TEST(cell(made, "views_resolution") == row["views_resolution"]);
    BOOST_TEST(cell(made, "upload_source") == "\"platform\"");
    BOOST_TEST(cell(made, "source") == "\"listing\"");
    for (auto const* key : {"status", "collection_timestamp", "hours_since_upload", "raw"})
        BOOST_TEST(cell(made, key) == "null", key);
    BOOST_TEST(made.facts.views.value() == 15400);
    BOOST_TEST(made.facts.category == "119");
    BOOST_TEST(made.facts.is_ad);
    BOOST_TEST(made.facts.creator == "pekka");
    BOOST_TEST(made.source == "listing:a.json");
}

BOOST_AUTO_TEST_CASE(an_outcome_loses_what_belongs_to_its_measurement)
{
    auto const made = of(
        R"({"cohort_id":"old","video_id":")" + id +
        R"(","timepoint":"hour_6","views":7,"mine":[1, 2],"collection_timestamp":1772000000,"status":"ok",)"
        R"("attempts":3,"quality_flags":["clock_reversed"],"lag_seconds":9,"raw_ref":"x","series_flags":[],)"
        R"("views_velocity":2.5,"views_resolution":100,"upload_timestamp":1772361999})");
    BOOST_TEST(cell(made, "cohort_id") == "\"study\"");
    BOOST_TEST(cell(made, "views") == "7");
    BOOST_TEST(cell(made, "views_resolution") == "100");
    BOOST_TEST(cell(made, "upload_timestamp") == "1772361999");
    BOOST_TEST(cell(made, "quality_flags") == "[]");
    for (auto const* key :
         {"timepoint", "collection_timestamp", "status", "attempts", "lag_seconds", "raw_ref"})
        BOOST_TEST(cell(made, key) == "null", key);
    BOOST_TEST(cell(made, "views_velocity") == "");
    BOOST_TEST(made.line.ends_with(R"(,"mine":[1, 2]})"));
}

BOOST_AUTO_TEST_CASE(what_chose_it_stands_in_its_record)
{
    auto const made = candidate_maker({"study", noon}).of_id(id, "", "hashtag:\"odd\"");
    discovered_via const via{made.source, "mix views, newest", 7, "10K-100K", 3, 200};
    auto const line = chosen(made, via);
    auto const text = as_text(format::json_view(line)["discovered_via"].text());
    BOOST_REQUIRE(text.has_value());
    BOOST_TEST((read_discovered_via(*text) == via));
    BOOST_TEST(line.ends_with("}\n"));
    BOOST_TEST(support::import_text(line).text == line); // tt-import lets it pass as it is

    // Chosen again from among others, it still says where it was found.
    auto const again = of(line.substr(0, line.size() - 1));
    BOOST_TEST(again.source == "hashtag:\"odd\"");
    BOOST_TEST(again.line == made.line);
}

BOOST_AUTO_TEST_SUITE_END()
