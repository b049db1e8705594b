// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/snapshots.hpp"

#include "../source/reading.hpp"
#include "simulated_net.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_snapshots)
using namespace tiktrack;
using namespace tiktrack::fetch;
using namespace tiktrack::support;

namespace {

std::string const one = "7612236449866807058", two = "7612236449866807059";
constexpr std::int64_t start = 1'795'435'200;

std::string item(std::string const& id)
{
    return made_up_item(R"("stats":{"playCount":36300,"diggCount":1200},"statsV2":{"collectCount":"77"})",
                        id);
}

http::answer page(std::string const& id) { return status(200, made_up_page(made_up_state(item(id)))); }

http::answer embed(std::string const& id, std::string const& author = "pekka")
{
    return status(
        200, made_up_page(
                 R"({"source":{"data":{"/embed/v2/)" + id +
                     R"(":{"code":200,"isError":false,"videoData":{"itemInfos":{"id":")" + id +
                     R"(","text":"bread","createTime":"1772361921","playCount":36300,"diggCount":1200},)" +
                     R"("authorInfos":{"uniqueId":")" + author + R"(","nickName":"P"}}}}}})",
                 "__FRONTITY_CONNECT_STATE__"));
}

std::string const site{source::site_address};
std::string embed_of(std::string const& id) { return site + "/embed/v2/" + id; }
std::string page_of(std::string const& id, std::string const& name = "")
{
    return site + "/@" + name + "/video/" + id;
}

/// Runs lines through a run, to its end.
struct outcome {
    std::vector<std::string> lines;
    snapshot_tally tally;

    [[nodiscard]] std::string operator()(std::size_t record, std::string_view key) const
    {
        return record < lines.size() ? std::string(format::json_view(lines[record])[key].text())
                                     : "no such record";
    }
    [[nodiscard]] std::string operator[](std::string_view key) const { return (*this)(0, key); }
};

outcome snapshot(simulated_net& net, std::vector<std::string> const& lines, snapshot_settings const& set = {})
{
    outcome made;
    snapshots run(
        set, net, [&] { return start + net.now().count() / 1000; },
        [&](std::string_view line) { made.lines.emplace_back(line.substr(0, line.size() - 1)); },
        [](std::string const&, severity) {});
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
    struct row {
        std::string_view what;
        http::answer answer;
        std::string_view status;
        std::string detail; ///< what it holds
    };
    auto const arrived = [](http::arrival how, std::string detail) {
        http::answer made;
        made.how = how;
        made.detail = std::move(detail);
        return made;
    };
    auto slowed = embed(one);
    slowed.status = 429;
    auto landed_at_login = status(200, "<html></html>");
    landed_at_login.url = site + "/login?redirect_url=x";
    for (
        auto const& each : std::vector<row>{
            {"F36", arrived(http::arrival::failed, "connection refused"), "network_error", "refused"},
            {"F37", arrived(http::arrival::timed_out, "too slow"), "timeout", "too slow"},
            {"F40", arrived(http::arrival::redirected, "leads to http://x/"), "http_error", "http://x/"},
            {"F41", arrived(http::arrival::too_large, "larger than 16M"), "parse_error", "16M"},
            {"F42", status(429, ""), "rate_limited", "429"},
            {"F43", status(500), "http_error", "HTTP 500"},
            {"F43", status(502, ""), "http_error", "HTTP 502"},
            {"F44", status(200, ""), "empty", ""},
            {"F44", status(200, " \n"), "empty", ""},
            {"F46", status(200, "<html><title>Hotel Wi-Fi</title></html>"), "parse_error", "Hotel Wi-Fi"},
            {"F46", status(200, "PONG"), "parse_error", "4 bytes"},
            {"overload", overloaded(), "rate_limited", "overload-protect"},
            {"unknown id", status(400, ""), "not_found", "400"},
            {"a page beside it", slowed, "rate_limited", "429"},
            {"F48", status(451), "region_blocked", "451"},
            {"F49", challenge(), "challenged", "waiting page"},
            {"F49", status(403), "challenged", "403"},
            {"F49", landed_at_login, "challenged", "login"},
            {"F49", status(200, R"({"status_code":2484,"status_msg":"Too many attempts"})"), "challenged",
             "2484"},
            {"F50", bare_page(), "parse_error", "no script"},
            {"F51", embed(two), "parse_error", "asked for video " + one},
            {"F51", page(two), "parse_error", two},
            {"no author", embed(one, ""), "parse_error", "author"},
            {"a list", page_of_tag("x"), "parse_error", "something else"},
            {"gone",
             status(
                 200,
                 made_up_page(
                     R"({"__DEFAULT_SCOPE__":{"webapp.video-detail":{"statusCode":10204,"statusMsg":"item doesn't exist"}}})")),
             "not_found", "10204"},
            {"ok", embed(one), "ok", ""}}) {
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
