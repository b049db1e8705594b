// SPDX-License-Identifier: MIT
#include "tiktrack/source/record_again.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_record_again)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const item = made_up_item(
    R"("stats":{"playCount":154500,"diggCount":64200,"commentCount":4000,"shareCount":1000},"n":1.0,"m":1e3,"u":"\u002F","big":123456789012345678901234567890)");

/// A line with one value changed.
std::string with(std::string line, std::string const& key, std::string const& value)
{
    auto const cell = format::json_view(line)[key].text();
    line.replace(static_cast<std::size_t>(cell.data() - line.data()), cell.size(), value);
    return line;
}

std::string fresh() { return import_text(item).text; }

} // namespace

BOOST_AUTO_TEST_CASE(raw_keeps_its_bytes_and_only_loses_blanks)
{
    auto const got =
        import_text("{ \"itemList\" : [ " + item.substr(0, 1) + " \n " + item.substr(1) + " ] }");
    BOOST_TEST(got["raw"] == R"({"listing":)" + item + "}");
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(what_was_observed_is_computed_anew)
{
    auto line = fresh();
    for (auto const& [key, value] : {std::pair{"views", "7"},
                                     {"caption", "null"},
                                     {"hours_since_upload", "3"},
                                     {"views_per_follower", "1"},
                                     {"status_detail", R"("x")"},
                                     {"quality_flags", R"(["zero_views"])"},
                                     {"upload_datetime", "null"},
                                     {"likes_resolution", "null"}})
        line = with(line, key, value);
    BOOST_TEST(import_text(line).text == fresh());
}

BOOST_AUTO_TEST_CASE(everything_else_is_carried_over)
{
    auto line = fresh();
    for (auto const& [key, value] : {std::pair{"cohort_id", R"("c")"},
                                     {"timepoint", R"("hour_1")"},
                                     {"attempts", "2"},
                                     {"vantage", R"("DE")"},
                                     {"collection_timestamp", "1772365521"},
                                     {"discovered_timestamp", "1772361922"},
                                     {"time_origin", R"("upload")"},
                                     {"target_hours", "1.0"},
                                     {"due_timestamp", "1772365521"},
                                     {"lag_seconds", "0"},
                                     {"schedule_status", R"("on_time")"},
                                     {"raw_ref", R"("raw/hour_1.warc.gz:0")"},
                                     {"hours_since_upload", "1"}})
        line = with(line, key, value);
    line = line.substr(0, line.size() - 2) +
           R"(,"note": { "x" : 1.50 },"views_velocity":12,"series_flags":[]})" + "\n";
    BOOST_TEST(import_text(line).text == line);
}

BOOST_AUTO_TEST_CASE(options_override)
{
    import_settings set;
    set.cohort = "c";
    set.timepoint = "hour_6";
    set.collected = 1772365521;
    auto const got = import_text(fresh(), set);
    BOOST_TEST(got["cohort_id"] == R"("c")");
    BOOST_TEST(got["timepoint"] == R"("hour_6")");
    BOOST_TEST(got["collection_timestamp"] == "1772365521");
    BOOST_TEST(got["hours_since_upload"] == "1");
    set.cohort = "d"; // only where the record has none
    set.collected = 1772369121;
    BOOST_TEST(import_text(got.text, set).text == got.text);
    set.keep_raw = false;
    BOOST_TEST(import_text(got.text, set).text == with(got.text, "raw", "null"));
    BOOST_TEST(import_text(item, set)["raw"] == "null");
}

BOOST_AUTO_TEST_CASE(what_the_user_states_of_exactness_is_carried_over)
{
    import_settings set;
    set.counts = source::stated_exactness::exact;
    auto const exact = import_text(item, set);
    BOOST_TEST(import_text(item)["views_resolution"] == "100");
    BOOST_TEST(exact["views_resolution"] == "1");
    BOOST_TEST(stays_the_same(exact));
    set.counts = source::stated_exactness::rounded;
    auto const off_grid = made_up_item(R"("stats":{"playCount":154539,"diggCount":64200})");
    BOOST_TEST(import_text(off_grid)["likes_resolution"] == "1");
    auto const rounded = import_text(off_grid, set);
    BOOST_TEST(rounded["views_resolution"] == "100");
    BOOST_TEST(rounded["likes_resolution"] == "100");
    BOOST_TEST(stays_the_same(rounded));
    BOOST_TEST(import_text(exact.text, set)["views_resolution"] == "100");
}

BOOST_AUTO_TEST_CASE(F09_ids_are_written_as_text_however_they_came)
{
    auto const line = with(fresh(), "video_id", "7612236449866807058");
    BOOST_TEST(import_text(line).text == fresh());
    BOOST_TEST(import_text(with(line, "cohort_id", "20261123"))["cohort_id"] == R"("20261123")");
}

BOOST_AUTO_TEST_CASE(F11_a_time_of_collection_in_milliseconds_is_seconds)
{
    auto const line = with(fresh(), "collection_timestamp", "1772365521000");
    auto const got = import_text(line + line);
    BOOST_TEST(got["collection_timestamp"] == "1772365521");
    BOOST_TEST(got["hours_since_upload"] == "1");
    BOOST_TEST(got.said == (std::vector<std::string>{
                               "1:0: the value of \"collection_timestamp\" is a time in milliseconds, "
                               "taken as seconds"}));
}

BOOST_AUTO_TEST_CASE(F06_raw_that_could_not_be_read_again_is_left_out)
{
    // The item is level 1; within a record, in raw, it is level 3, and x is one more.
    auto const nested = [](std::size_t levels) {
        return import_text(made_up_item(R"("stats":{"playCount":5},"s":"[[\"{","x":)" +
                                        std::string(levels, '[') + std::string(levels, ']')));
    };
    auto const fits = nested(509), not_so = nested(510);
    BOOST_TEST(fits["raw"] != "null");
    BOOST_TEST(fits.said.empty());
    BOOST_TEST(stays_the_same(fits));
    BOOST_TEST(not_so["raw"] == "null");
    BOOST_TEST(not_so["views"] == "5");
    BOOST_TEST(not_so.said.at(0) ==
               "1:0: raw is left out: in a record it would be nested deeper than 512 levels");
    BOOST_TEST(stays_the_same(not_so));
}

BOOST_AUTO_TEST_CASE(a_damaged_id_stays_flagged)
{
    auto const line = with(fresh(), "quality_flags", R"(["damaged_id"])");
    BOOST_TEST(import_text(line).text == line);
}

BOOST_AUTO_TEST_CASE(a_failed_snapshot_keeps_what_is_known_of_its_upload)
{
    auto line = import_text(R"({"itemInfo":{},"statusCode":10204,"statusMsg":"m"})").text;
    for (auto const& [key, value] : {std::pair{"video_id", R"("7612236449866807058")"},
                                     {"upload_timestamp", "1772361921"},
                                     {"upload_source", R"("platform")"},
                                     {"upload_datetime", R"("2026-03-01T10:45:21Z")"}})
        line = with(line, key, value);
    BOOST_TEST(import_text(line).text == line);
}

BOOST_AUTO_TEST_CASE(F51_raw_of_another_video_is_a_parse_error)
{
    auto const got = import_text(with(fresh(), "video_id", R"("7612236449866807059")"));
    BOOST_TEST(got.glance() == "7612236449866807059 parse_error");
    BOOST_TEST(got["views"] == "null");
}

BOOST_AUTO_TEST_CASE(a_record_without_raw_passes_as_it_is)
{
    for (std::string const line :
         {R"({"video_id":"7612236449866807058","views": 1e3 ,"note":[ ]})",
          R"( {"schema":1,"video_id":7612236449866807058,"raw":null} )",
          R"({"status":"network_error","video_id":"7","platform":"tiktok"})",
          R"({"schema":1,"creator_username":"p"})", R"({"video_id":"7","raw":{"another":{"a":1}}})",
          R"({"video_id":"7","raw":{"listing":{"a":1}}})", R"({"video_id":"7","raw":{}})"}) {
        auto const got = import_text(line);
        BOOST_TEST(got.text == line.substr(line.find('{'), line.rfind('}') - line.find('{') + 1) + "\n",
                   line);
    }
    BOOST_TEST(import_text(R"({"video_id":"7","status":"timeout"})").tally.again == 1U);
}

BOOST_AUTO_TEST_CASE(foreign_keys_do_not_make_a_record_anything_else)
{
    for (auto const* foreign :
         {R"("comments":[{"cid":"1"}])", R"("username":"p")", R"("data":{"itemList":[]})", R"("itemList":[])",
          R"("source_platform":"x","data":1)", R"("webapp.x":1)", R"("duet_count":0,"stitch_count":0)",
          R"("itemInfo":{})"})
        for (auto const* own : {R"({"schema":1,"video_id":"7",)", R"({"schema":1,"video_id":null,)",
                                R"({"platform":"tiktok","video_id":"7",)"}) {
            auto const line = std::string(own) + foreign + "}\n";
            BOOST_TEST(import_text(line).text == line);
        }
}

BOOST_AUTO_TEST_CASE(options_are_put_into_a_record_without_raw)
{
    import_settings set;
    set.cohort = "c\"";
    set.timepoint = "hour_1";
    auto const text = [&](std::string const& line) { return import_text(line, set).text; };
    BOOST_TEST(text(R"({"a":1,"timepoint": null ,"video_id":"7","cohort_id":null})") ==
               R"({"a":1,"timepoint": "hour_1" ,"video_id":"7","cohort_id":"c\""})"
               "\n");
    BOOST_TEST(text(R"({"video_id":"7","cohort_id":"own","timepoint":"hour_0"})") ==
               R"({"video_id":"7","cohort_id":"own","timepoint":"hour_1"})"
               "\n");
    BOOST_TEST(text(R"({"video_id":"7"})") == R"({"cohort_id":"c\"","timepoint":"hour_1","video_id":"7"})"
                                              "\n");
    BOOST_TEST(text(R"({ "schema":1 ,"cohort_id":null})") ==
               R"({"timepoint":"hour_1", "schema":1 ,"cohort_id":"c\""})"
               "\n");
    set = {};
    set.collected = 1772365521;
    BOOST_TEST(
        text(
            R"({"video_id":"7","status":"ok","upload_timestamp":1772361921,"hours_since_upload":null,"collection_timestamp":null})") ==
        R"({"video_id":"7","status":"ok","upload_timestamp":1772361921,"hours_since_upload":1,"collection_timestamp":1772365521})"
        "\n");
    BOOST_TEST(text(R"({"video_id":"7","collection_timestamp":5})") ==
               R"({"video_id":"7","collection_timestamp":5})"
               "\n");
    set = {};
    set.counts = source::stated_exactness::exact;
    auto const exact = text(R"({"video_id":"7","views":154500,"views_resolution":100})");
    BOOST_TEST(exact.find(R"("views":154500,"views_resolution":1})") != std::string::npos);
    BOOST_TEST(exact.find(R"("likes_resolution":null)") != std::string::npos);
    set = {};
    set.keep_raw = false;
    BOOST_TEST(text(R"({"video_id":"7","raw":{"another":{}}})") == R"({"video_id":"7","raw":null})"
                                                                   "\n");
}

BOOST_AUTO_TEST_CASE(embed_and_page_are_merged)
{
    // The page is exact where the embed page is rounded: its views and likes count. It has the saves, the
    // embed page more followers.
    std::string const embed =
        R"({"route":"/embed/v2/7612236449866807058/","code":200,"videoData":{"itemInfos":{"id":"7612236449866807058","createTime":"1772361921","text":"t",
        "playCount":154500,"diggCount":64200,"commentCount":4001,"shareCount":12},"authorInfos":{"uniqueId":"pekka"},"authorStats":{"followerCount":4280134,"heartCount":5}}})";
    std::string const page =
        R"({"itemInfo":{"itemStruct":)" +
        made_up_item(
            R"("stats":{"playCount":154539,"diggCount":64200,"commentCount":4000,"shareCount":13,"collectCount":31200},
        "authorStats":{"followerCount":4300000,"heartCount":6,"videoCount":7},"textExtra":[{"hashtagName":"a"}])") +
        R"(},"statusCode":0})";
    auto const merged = [&](std::string const& raw) {
        return import_text(
            R"({"schema":1,"video_id":"7612236449866807058","collection_timestamp":1772365521,"raw":)" + raw +
            "}");
    };
    auto const got = merged(R"({"embed":)" + embed + R"(,"page":)" + page + "}");
    for (auto const& [key, value] : {std::pair{"source", R"("embed+page")"},
                                     {"status", R"("ok")"},
                                     {"views", "154539"},
                                     {"views_resolution", "1"},
                                     {"likes", "64200"},
                                     {"likes_resolution", "1"},
                                     {"comments_count", "4000"},
                                     {"shares", "13"},
                                     {"saves", "31200"},
                                     {"saves_resolution", "100"},
                                     {"creator_follower_count", "4280134"},
                                     {"followers_resolution", "1"},
                                     {"creator_total_videos", "7"},
                                     {"hashtags", R"(["a"])"},
                                     {"caption", R"("bread")"},
                                     {"quality_flags", "[]"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(stays_the_same(got));
    // Where neither is exact the embed page counts.
    auto rounded = page;
    rounded.replace(rounded.find("154539"), 6, "154600");
    auto const both = merged(R"({"embed":)" + embed + R"(,"page":)" + rounded + "}");
    BOOST_TEST(both["views"] == "154500");
    BOOST_TEST(both["likes_resolution"] == "100");
    BOOST_TEST(both["saves"] == "31200");
    BOOST_TEST(stays_the_same(both));
    // One that says that it has nothing takes nothing away.
    for (auto const& raw : {R"({"embed":)" + embed + R"(,"page":{"statusCode":10204}})",
                            R"({"embed":{"code":10204},"page":)" + page + "}"}) {
        auto const one = merged(raw);
        BOOST_TEST(one["status"] == R"("ok")", raw);
        BOOST_TEST(one["views"] != "null", raw);
        BOOST_TEST(stays_the_same(one));
    }
}

BOOST_AUTO_TEST_SUITE_END()
