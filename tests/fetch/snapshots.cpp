// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/snapshots.hpp"

#include "../source/reading.hpp"
#include "canned_answers.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_snapshots)
using namespace tiktrack;
using namespace tiktrack::fetch;
using namespace tiktrack::support;

namespace {

struct line_sink : outcome_sink {
    explicit line_sink(std::vector<std::string>& to) : lines(to) {}
    void write(outcome const& what) override
    {
        lines.emplace_back(what.line.substr(0, what.line.size() - 1));
    }
    std::optional<archived_at> keep(std::string_view label, http::answer const&, std::int64_t) override
    {
        kept.emplace_back(label);
        return {};
    }
    std::vector<std::string>& lines;
    std::vector<std::string> kept; ///< the timepoints that answers were kept with
};

/// Runs lines through a run, to its end.
struct made_outcomes {
    std::vector<std::string> lines;
    snapshot_tally tally;

    [[nodiscard]] std::string operator()(std::size_t record, std::string_view key) const
    {
        return record < lines.size() ? std::string(format::json_view(lines[record])[key].text())
                                     : "no such record";
    }
    [[nodiscard]] std::string operator[](std::string_view key) const { return (*this)(0, key); }
};

made_outcomes snapshot(simulated_net& net, std::vector<std::string> const& lines,
                       snapshot_settings const& set = {})
{
    made_outcomes made;
    line_sink to(made.lines);
    snapshots run(
        set, net, [&] { return start + net.now().count() / 1000; }, to, [](std::string const&, severity) {});
    asked_line_reader reader;
    for (auto const& line : lines) {
        auto const& asked = reader.read(line);
        BOOST_TEST_REQUIRE((asked.what == asked_for::video), asked.why);
        while (run.full()) run.work(milliseconds::max());
        run.add(asked, line);
    }
    for (int rounds = 0; run.busy(); ++rounds) {
        BOOST_TEST_REQUIRE(rounds < 10'000);
        run.work(milliseconds::max());
    }
    made.tally = run.tally();
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(an_id_becomes_an_outcome)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    auto const got = snapshot(net, {one});
    BOOST_TEST_REQUIRE(got.lines.size() == 1u);
    for (auto const& [key, value] : std::vector<std::pair<std::string_view, std::string>>{
             {"video_id", '"' + one + '"'},
             {"status", "\"ok\""},
             {"timepoint", "\"hour_0\""},
             {"views", "36300"},
             {"saves", "null"},
             {"source", "\"embed\""},
             {"attempts", "1"},
             {"collection_timestamp", std::to_string(start)},
             {"due_timestamp", std::to_string(start)},
             {"schedule_status", "\"on_time\""},
             {"video_url", "\"https://www.tiktok.com/@pekka/video/" + one + '"'},
             {"platform", "\"tiktok\""},
             {"views_resolution", "100"},
             {"discovered_timestamp", "null"},
             {"cohort_id", "null"},
             {"vantage", "null"}})
        BOOST_TEST(got[key] == value, key);
    BOOST_TEST(got["raw"].starts_with(R"({"embed":{)"));
    BOOST_TEST(got.tally.requests == 1u);
    // What was asked for is what an import of the answer tells.
    auto const imported = import_text(embed(one).body);
    for (std::size_t i = 0; i < first_series_column; ++i)
        if (columns[i].from == origin::observed)
            BOOST_TEST(got[columns[i].key] == imported[columns[i].key], columns[i].key);
    BOOST_TEST(import_text(got.lines[0] + "\n").text == got.lines[0] + "\n");
}

BOOST_AUTO_TEST_CASE(F12_what_is_of_another_kind_is_not_carried)
{
    simulated_net net;
    net.put(embed_of(one), status(404));
    snapshot_settings set;
    set.cohort = "mine";
    auto const got =
        snapshot(net,
                 {R"({"video_id":")" + one +
                  R"(","cohort_id":{"a":1},"discovered_via":[],"video_url":true,"upload_source":{},)"
                  R"("discovered_timestamp":1795435100,"other":{}})"},
                 set);
    for (auto const& [key, value] : std::vector<std::pair<std::string_view, std::string>>{
             {"cohort_id", "\"mine\""},
             {"discovered_via", "null"},
             {"video_url", "\"https://www.tiktok.com/@/video/" + one + '"'},
             {"upload_source", "null"},
             {"discovered_timestamp", "1795435100"},
             {"other", "{}"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
}

BOOST_AUTO_TEST_CASE(what_a_record_brings_is_carried_and_nothing_observed_leaks)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    net.put(embed_of(two), status(404));
    std::string const before =
        R"("cohort_id":"c1","vantage":"DE","timepoint":"hour_0","views":5,"caption":"old","collection_timestamp":1795431600,)"
        R"("due_timestamp":1795431600,"target_hours":0,"time_origin":"discovery","status":"ok","discovered_via":"hashtag:fyp",)"
        R"("upload_timestamp":1772361900,"upload_source":"platform","video_url":"https://www.tiktok.com/@old/video/1","note":1e3,)"
        R"("raw":{"embed":{}},"views_velocity":7,"quality_flags":["zero_views"]})";
    snapshot_settings set;
    set.timepoint = "hour_1";
    set.cohort = "another";
    set.vantage = "FI";
    auto const got = snapshot(
        net, {R"({"video_id":")" + one + "\"," + before, R"({"video_id":")" + two + "\"," + before}, set);
    BOOST_TEST_REQUIRE(got.lines.size() == 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST(got(i, "cohort_id") == "\"c1\"");
        BOOST_TEST(got(i, "vantage") == "\"FI\"");
        BOOST_TEST(got(i, "discovered_via") == "\"hashtag:fyp\"");
        BOOST_TEST(got(i, "note") == "1e3");
        BOOST_TEST(got(i, "timepoint") == "\"hour_1\"");
        BOOST_TEST(got(i, "target_hours") == "1");
        BOOST_TEST(got(i, "due_timestamp") == "1795435200");
        BOOST_TEST(got(i, "quality_flags").find("zero_views") == std::string::npos);
        BOOST_TEST(!format::json_view(got.lines[i])["views_velocity"].exists());
    }
    BOOST_TEST(got(0, "views") == "36300");
    BOOST_TEST(got(0, "upload_timestamp") == "1772361921");
    BOOST_TEST(got(1, "status") == "\"not_found\"");
    for (auto const* key :
         {"views", "caption", "raw", "hours_since_upload", "engagement_rate", "creator_username"})
        BOOST_TEST(got(1, key) == "null", key);
    BOOST_TEST(got(1, "upload_timestamp") == "1772361900");
    BOOST_TEST(got(1, "video_url") == "\"https://www.tiktok.com/@old/video/1\"");
    set.vantage.reset(); // where the first request left from says nothing of this one
    net.put(embed_of(one), embed(one));
    BOOST_TEST(snapshot(net, {R"({"video_id":")" + one + "\"," + before}, set)["vantage"] == "null");
}

BOOST_AUTO_TEST_CASE(every_kind_of_answer_has_its_status)
{
    for (auto const& each : kinds_of_answers()) {
        BOOST_TEST_CONTEXT(each.what << ": " << each.status)
        {
            simulated_net net;
            net.put(embed_of(one), each.answer);
            snapshot_settings set;
            set.queue.sources = choice::embed;
            set.queue.attempts = 2;
            auto const got = snapshot(net, {one}, set);
            BOOST_TEST_REQUIRE(got.lines.size() == 1u);
            BOOST_TEST(got["status"] == '"' + std::string(each.status) + '"');
            BOOST_TEST(got["video_id"] == '"' + one + '"');
            BOOST_TEST(got["status_detail"].find(each.detail) != std::string::npos, got["status_detail"]);
            auto const asked_again =
                verdict_of(each.status) == verdict::refused || verdict_of(each.status) == verdict::failed;
            BOOST_TEST(got["attempts"] == (asked_again ? "2" : "1"));
            if (each.status != "ok") BOOST_TEST(got["views"] == "null");
        }
    }
}

BOOST_AUTO_TEST_CASE(F35_an_upload_in_the_future)
{
    simulated_net net;
    auto ahead = embed(one);
    auto const at = ahead.body.find("1772361921");
    ahead.body.replace(at, 10, "1795439999");
    net.put(embed_of(one), ahead);
    auto const got = snapshot(net, {one});
    BOOST_TEST(got["status"] == "\"ok\"");
    BOOST_TEST(got["views"] == "36300");
    BOOST_TEST(got["hours_since_upload"] == "null");
    BOOST_TEST(got["quality_flags"].find("clock_reversed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(both_pages_make_one_record)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    net.put(page_of(one), page(one));
    snapshot_settings set;
    set.queue.sources = choice::both;
    auto const got = snapshot(net, {one}, set);
    BOOST_TEST(got["status"] == "\"ok\"");
    BOOST_TEST(got["source"] == "\"embed+page\"");
    BOOST_TEST(got["saves"] == "77");
    BOOST_TEST(got["attempts"] == "2");
    BOOST_TEST(got["raw"].find("\"page\":") != std::string::npos);
    BOOST_TEST(import_text(got.lines[0] + "\n").text == got.lines[0] + "\n");
    // Where one refuses, the other one is the record.
    simulated_net half;
    half.put(embed_of(one), status(404));
    half.put(page_of(one), page(one));
    auto const page_only = snapshot(half, {one}, set);
    BOOST_TEST(page_only["status"] == "\"ok\"");
    BOOST_TEST(page_only["source"] == "\"page\"");
    // Saves, where they are needed.
    simulated_net saves;
    saves.put(embed_of(two), embed(two));
    saves.put(page_of(two), status(500));
    set.queue.sources = choice::automatic;
    set.queue.need_saves = true;
    set.queue.attempts = 3;
    auto const without = snapshot(saves, {two}, set);
    BOOST_TEST(without["source"] == "\"embed\"");
    BOOST_TEST(without["status"] == "\"ok\"");
    BOOST_TEST(without["attempts"] == "3");
}

BOOST_AUTO_TEST_CASE(views_and_likes_come_from_one_answer)
{
    auto without_likes = embed(one);
    without_likes.body.erase(without_likes.body.find(R"(,"diggCount":1200)"), 17);
    simulated_net net;
    net.put(embed_of(one), without_likes);
    net.put(page_of(one), page(one));
    snapshot_settings set;
    set.queue.sources = choice::both;
    auto const got = snapshot(net, {one}, set);
    BOOST_TEST(got["views"] == "36300");
    BOOST_TEST(got["likes"] == "null"); // the page's 1200 belong to its own views
    BOOST_TEST(got["saves"] == "77");
}

BOOST_AUTO_TEST_CASE(F40_a_redirect_on_the_site_is_one_more_request)
{
    simulated_net net;
    net.put(page_of(one), redirect(page_of(one, "pekka")));
    net.put(page_of(one, "pekka"), page(one));
    snapshot_settings set;
    set.queue.sources = choice::page;
    auto const got = snapshot(net, {one}, set);
    BOOST_TEST(got["status"] == "\"ok\"");
    BOOST_TEST(got["attempts"] == "2");
    BOOST_TEST(got.tally.requests == 2u);
    set.queue.max_requests = 1;
    auto const budget = snapshot(net, {one}, set);
    BOOST_TEST(budget["status"] == "\"http_error\"");
    BOOST_TEST(budget.tally.requests == 1u);
    net.put(embed_of(two), redirect("https://elsewhere.example/x"));
    set.queue = {};
    set.queue.sources = choice::embed;
    auto const away = snapshot(net, {two}, set);
    BOOST_TEST(away["status"] == "\"http_error\"");
    BOOST_TEST(away["status_detail"].find("https://elsewhere.example/x") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_bad_request_to_a_video_page_is_no_word_about_the_video)
{
    simulated_net net;
    net.put(page_of(one), status(400, ""));
    snapshot_settings set;
    set.queue.sources = choice::page;
    BOOST_TEST(snapshot(net, {one}, set)["status"] == "\"http_error\"");
}

BOOST_AUTO_TEST_CASE(outcomes_come_in_the_order_of_the_input)
{
    simulated_net net;
    net.put(embed_of(one), overloaded(), overloaded(), embed(one));
    net.put(embed_of(two), embed(two));
    snapshot_settings set;
    set.queue.sources = choice::embed;
    auto const got = snapshot(net, {one, two, two}, set);
    BOOST_TEST_REQUIRE(got.lines.size() == 3u);
    BOOST_TEST(got(0, "video_id") == '"' + one + '"');
    BOOST_TEST(got(0, "attempts") == "3");
    BOOST_TEST(got(2, "video_id") == '"' + two + '"');
    BOOST_TEST(got.tally.requests == 5u);
    set.window = 1; // one at a time
    simulated_net again;
    again.put(embed_of(one), overloaded(), embed(one));
    again.put(embed_of(two), embed(two));
    auto const narrow = snapshot(again, {one, two}, set);
    BOOST_TEST(narrow.lines.size() == 2u);
    BOOST_TEST(again.requests()[1].url == embed_of(one));
}

BOOST_AUTO_TEST_CASE(outcomes_come_as_soon_as_they_are_known_where_no_order_is_wanted)
{
    simulated_net net;
    net.put(embed_of(one), overloaded(), overloaded(), embed(one));
    net.put(embed_of(two), embed(two));
    snapshot_settings set;
    set.queue.sources = choice::embed;
    set.keep_order = false;
    auto const got = snapshot(net, {one, two, two}, set);
    BOOST_TEST_REQUIRE(got.lines.size() == 3u);
    BOOST_TEST(got(0, "video_id") == '"' + two + '"');
    BOOST_TEST(got(1, "video_id") == '"' + two + '"');
    BOOST_TEST(got(2, "video_id") == '"' + one + '"');
    BOOST_TEST(got(2, "attempts") == "3");
    set.window = 1;
    simulated_net again;
    again.put(embed_of(one), overloaded(), embed(one));
    again.put(embed_of(two), embed(two));
    BOOST_TEST(snapshot(again, {one, two}, set).lines.size() == 2u);
}

BOOST_AUTO_TEST_CASE(F33_what_would_be_measured_after_its_window_is_not_asked_for)
{
    simulated_net net;
    net.put(embed_of(one), overloaded());
    net.put(embed_of(two), embed(two));
    snapshot_settings set;
    set.queue.sources = choice::embed;
    set.queue.delay = seconds(10);
    set.keep_order = false;
    made_outcomes got;
    line_sink to(got.lines);
    snapshots run(
        set, net, [&] { return start + net.now().count() / 1000; }, to, [](std::string const&, severity) {});
    asked_line_reader reader;
    auto const add = [&](std::string const& id, std::int64_t closes) {
        tracked_video made(reader.read(id), id, {"hour_1", "discovery", 1.0, start - 3600}, true);
        made.closes = start + closes;
        run.add(std::move(made));
    };
    add(one, 15); // refused at once; then its time is over
    add(two, 1000);
    add(two, 5); // never asked for
    add(two, -1);
    int rounds = 0;
    for (; run.busy() && rounds < 1000; ++rounds) run.work(milliseconds::max());
    BOOST_TEST(!run.busy());
    BOOST_TEST_REQUIRE(got.lines.size() == 4u);
    std::map<std::string, int> found;
    for (std::size_t i = 0; i < 4; ++i) ++found[got(i, "status") + got(i, "attempts")];
    BOOST_TEST(
        (found == std::map<std::string, int>{{"\"ok\"1", 1}, {"\"rate_limited\"1", 1}, {"\"skipped\"0", 2}}));
    for (std::size_t i = 0; i < 4; ++i)
        if (got(i, "status") == "\"skipped\"") BOOST_TEST(got(i, "status_detail").starts_with("\"late: "));
    BOOST_TEST(net.requests().size() == 2u);
    BOOST_TEST((run.tally().stopped == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(a_run_that_is_out_of_time)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    made_outcomes got;
    line_sink to(got.lines);
    snapshots run(
        {}, net, [&] { return start + net.now().count() / 1000; }, to, [](std::string const&, severity) {});
    asked_line_reader reader;
    run.add(reader.read(one), one);
    run.add(reader.read(two), two);
    run.work(milliseconds::max()); // one is asked for
    run.stop(stop_reason::out_of_time);
    for (int rounds = 0; run.busy() && rounds < 100; ++rounds) run.work(milliseconds::max());
    BOOST_TEST_REQUIRE(got.lines.size() == 2u);
    BOOST_TEST(got(0, "status") == "\"ok\"");
    BOOST_TEST(got(1, "status_detail") == "\"budget: --limit is over\"");
    BOOST_TEST(net.requests().size() == 1u);
    BOOST_TEST((run.tally().stopped == stop_reason::out_of_time));
}

BOOST_AUTO_TEST_CASE(a_run_that_is_stopped_while_the_canary_is_asked)
{
    simulated_net net;
    net.put(embed_of(two), embed(two));
    snapshot_settings set;
    set.queue.canary = true;
    set.canary = two;
    made_outcomes got;
    line_sink to(got.lines);
    snapshots run(
        set, net, [&] { return start + net.now().count() / 1000; }, to, [](std::string const&, severity) {});
    asked_line_reader reader;
    run.add(reader.read(one), one);
    run.work(milliseconds::max()); // the canary is asked for
    run.stop(stop_reason::interrupted);
    for (int rounds = 0; run.busy() && rounds < 100; ++rounds) run.work(milliseconds::max());
    BOOST_TEST_REQUIRE(got.lines.size() == 1u);
    BOOST_TEST(got["status"] == "\"skipped\"");
    BOOST_TEST(net.requests().size() == 1u);
    BOOST_TEST((to.kept == std::vector<std::string>{"hour_0"}));
}

BOOST_AUTO_TEST_CASE(what_is_not_asked_for_is_skipped_and_says_why)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    snapshot_settings set;
    set.queue.max_requests = 1;
    auto const missed =
        R"({"video_id":")" + two +
        R"(","timepoint":"hour_1","due_timestamp":1795435000,"target_hours":1,"schedule_status":"missed"})";
    auto const got = snapshot(net, {missed, one, two}, set);
    BOOST_TEST_REQUIRE(got.lines.size() == 3u);
    BOOST_TEST(got(0, "status") == "\"skipped\"");
    BOOST_TEST(got(0, "status_detail") == "\"missed\"");
    BOOST_TEST(got(0, "schedule_status") == "\"missed\"");
    BOOST_TEST(got(0, "timepoint") == "\"hour_1\"");
    BOOST_TEST(got(1, "status") == "\"ok\"");
    BOOST_TEST(got(2, "status") == "\"skipped\"");
    BOOST_TEST(got(2, "status_detail").starts_with("\"budget"));
    BOOST_TEST(got(2, "attempts") == "0");
    BOOST_TEST((got.tally.stopped == stop_reason::budget));
    BOOST_TEST(got.tally.statuses.at("skipped") == 2u);
}

BOOST_AUTO_TEST_CASE(a_canary_that_is_silent)
{
    simulated_net net;
    net.put(embed_of(two), status(404));
    snapshot_settings set;
    set.queue.sources = choice::embed;
    set.queue.canary = true;
    set.canary = two;
    auto const got = snapshot(net, {one}, set);
    BOOST_TEST(got["status"] == "\"skipped\"");
    BOOST_TEST((got.tally.stopped == stop_reason::challenged));
}

BOOST_AUTO_TEST_CASE(what_was_measured_before_needs_a_timepoint)
{
    simulated_net net;
    BOOST_CHECK_THROW(
        snapshot(net, {R"({"video_id":")" + one + R"(","status":"ok","collection_timestamp":1})"}), failure);
    BOOST_TEST(net.requests().empty());
}

BOOST_AUTO_TEST_SUITE_END()
