// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/archived_outcome.hpp"

#include "canned_answers.hpp"
#include "tiktrack/fetch/snapshots.hpp"
#include "tiktrack/http/exchange.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_archived_outcome)
using namespace tiktrack;
using namespace tiktrack::fetch;
using namespace tiktrack::support;

namespace {

/// What a run left: lines, and an archive in which an answer's place is its number.
struct kept_run {
    std::vector<std::pair<std::string, std::string>> answers; ///< with their addresses
    std::vector<std::string> lines, metadata;
};

struct archive_sink : outcome_sink {
    archive_sink(snapshot_settings const& how, kept_run& into) : set(how), to(into) {}
    std::optional<archived_at> keep(std::string_view, http::answer const& what, std::int64_t) override
    {
        auto response = http::archived_response(what);
        if (response.empty()) return {};
        to.answers.push_back({std::move(response), what.url});
        return archived_at{"urn:" + std::to_string(to.answers.size()), to.answers.size()};
    }
    std::string raw_ref(std::string_view timepoint, std::int64_t) override
    {
        return "raw/" + std::string(timepoint) + ".warc.gz:" + std::to_string(1000 + to.lines.size());
    }
    void write(outcome const& what) override
    {
        to.metadata.push_back(
            archived_outcome(what, {what.of.when.label + ".jsonl", 100 + to.lines.size()}, set, reader));
        to.lines.emplace_back(what.line);
    }
    snapshot_settings const& set;
    kept_run& to;
    record_reader reader;
};

/// A video, as cohorts have them: its line, its timepoint, or why it is not asked for.
struct wanted {
    std::string line;
    timing when = {};
    std::string over = {};
};

kept_run run_of(simulated_net& net, std::vector<wanted> const& videos, snapshot_settings const& set)
{
    kept_run made_of;
    archive_sink to(set, made_of);
    snapshots run(
        set, net, [&] { return start + net.now().count() / 1000; }, to, [](std::string const&, severity) {});
    asked_line_reader reader;
    for (auto const& each : videos) {
        auto const& asked = reader.read(each.line);
        BOOST_TEST_REQUIRE((asked.what == asked_for::video), asked.why);
        auto when = each.when.label.empty() ? timing_of(asked.of, "hour_0") : each.when;
        tracked_video made(asked, each.line, std::move(when), false);
        made.over = each.over;
        run.add(std::move(made));
    }
    for (int rounds = 0; run.busy(); ++rounds) {
        BOOST_TEST_REQUIRE(rounds < 10'000);
        run.work(milliseconds::max());
    }
    return made_of;
}

/// That every line can be made again, by one reader for all.
void check_made_again(kept_run const& of)
{
    archived_outcomes outcomes([](std::string const&, severity) {});
    for (std::size_t i = 0; i < of.lines.size(); ++i) {
        BOOST_TEST_CONTEXT(of.metadata[i])
        {
            auto const place = outcomes.place(of.metadata[i]);
            BOOST_TEST_REQUIRE(place.has_value());
            BOOST_TEST(place->offset == 100 + i);
            auto const line =
                outcomes.line(of.metadata[i], [&](std::uint64_t at) -> std::optional<http::answer> {
                    if (at == 0 || at > of.answers.size()) return {};
                    return http::answer_of(of.answers[at - 1].first, of.answers[at - 1].second);
                });
            BOOST_TEST_REQUIRE(line.has_value());
            BOOST_TEST(*line == of.lines[i]);
        }
    }
}

snapshot_settings cohorts_have(choice sources)
{
    snapshot_settings set;
    set.keep_raw = false;
    set.keep_order = false;
    set.queue.sources = sources;
    set.queue.attempts = 2;
    return set;
}

std::string const tracked =
    R"({"video_id":")" + one + R"(","cohort_id":"a","video_url":"https://www.tiktok.com/@pekka/video/)" +
    one +
    R"(","upload_timestamp":1772361900,"upload_datetime":"2026-03-01T10:45:00Z","upload_source":"id",)" +
    R"("discovered_timestamp":1795435100,"discovered_via":"user:pekka; newest","status":null,)" +
    R"("mine":{"a":[1.0,"\u002f"]},"views_velocity":3,"mine too":9007199254740993})";

timing hour_1(std::string const& origin) { return {"hour_1", origin, 1.0, start - 3600 + 7}; }

} // namespace

BOOST_AUTO_TEST_CASE(every_kind_of_answer_gives_the_same_line_again)
{
    auto kinds = kinds_of_answers();
    auto const ended = [&](std::string_view what, http::arrival how, int code, std::string detail) {
        auto made = status(code, "");
        made.how = how;
        made.detail = std::move(detail);
        kinds.push_back({what, std::move(made), "", ""});
    };
    ended("half a page", http::arrival::failed, 200, "transfer closed with 100 bytes left");
    ended("half an error", http::arrival::timed_out, 503, "too slow");
    ended("a bomb", http::arrival::too_large, 200, "larger than 16M");
    ended("words with line ends and blanks", http::arrival::failed, 200, " two\r\nlines: \xc3\xa9 \t ");
    ended("no words", http::arrival::failed, 200, "");
    auto led = redirect("https://elsewhere.example/x");
    kinds.push_back({"another site", led, "", ""});
    led.location = the_site + "/login?redirect_url=x";
    kinds.push_back({"a login", led, "", ""});
    for (auto const& each : kinds)
        for (auto const sources : {choice::embed, choice::page, choice::automatic, choice::both})
            for (auto const& how :
                 {hour_1("discovery"), hour_1("upload"), timing{"hour_0", "discovery", 0.0, {}}}) {
                BOOST_TEST_CONTEXT(each.what << ": " << each.status << ", " << static_cast<int>(sources))
                {
                    simulated_net net;
                    net.put(embed_of(one), each.answer);
                    net.put(page_of(one), each.answer);
                    net.put(page_of(one, "pekka"), each.answer);
                    auto const of = run_of(net, {{one, how, {}}, {tracked, how, {}}}, cohorts_have(sources));
                    BOOST_TEST(of.lines.size() == 2u);
                    check_made_again(of);
                }
            }
}

BOOST_AUTO_TEST_CASE(pages_that_are_merged_and_pages_that_differ)
{
    auto const pages = std::to_array<http::answer>({embed(one), page(one), status(404), overloaded(),
                                                    broken(), challenge(), status(200, ""), bare_page()});
    for (auto const& first : pages)
        for (auto const& second : pages)
            for (auto const sources : {choice::automatic, choice::both})
                for (bool const raw : {false, true}) {
                    simulated_net net;
                    net.put(embed_of(one), first);
                    net.put(page_of(one), second);
                    net.put(page_of(one, "pekka"), second);
                    auto set = cohorts_have(sources);
                    set.keep_raw = raw;
                    set.queue.need_saves = raw;
                    check_made_again(run_of(net, {{one, {}, {}}, {tracked, hour_1("upload"), {}}}, set));
                }
}

BOOST_AUTO_TEST_CASE(what_the_user_said_of_a_run)
{
    for (auto const counts : {source::stated_exactness::unsaid, source::stated_exactness::exact,
                              source::stated_exactness::rounded})
        for (bool const elsewhere : {false, true}) {
            auto set = cohorts_have(choice::automatic);
            set.counts = counts;
            set.vantage = "DE \"north\"";
            set.cohort = "b";
            if (elsewhere) set.base = "https://127.0.0.1:4711";
            simulated_net net;
            net.put(set.base + "/embed/v2/" + one, embed(one));
            auto const of = run_of(net, {{one, {}, {}}, {tracked, hour_1("upload"), {}}}, set);
            BOOST_TEST(of.lines.size() == 2u);
            BOOST_TEST(of.lines[0].find("\"status\":\"ok\"") != std::string::npos);
            check_made_again(of);
        }
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_for)
{
    simulated_net net;
    auto const of = run_of(net,
                           {{one, hour_1("discovery"), "missed"},
                            {tracked, hour_1("upload"), "already_past"},
                            {tracked, {"hour_2", "upload", 2.0, {}}, "missed"}},
                           cohorts_have(choice::automatic));
    BOOST_TEST(of.lines.size() == 3u);
    for (auto const& each : of.metadata) BOOST_TEST(each.find(R"("answers":{})") != std::string::npos, each);
    BOOST_TEST(net.requests().empty());
    check_made_again(of);
    // Also what a stop and a canary leave.
    auto set = cohorts_have(choice::embed);
    set.queue.max_requests = 0;
    check_made_again(run_of(net, {{tracked, hour_1("upload"), {}}}, set));
    set.queue.max_requests = 100;
    set.queue.canary = true;
    set.canary = two;
    net.put(embed_of(two), embed(two), status(404));
    net.put(embed_of(one), status(404));
    auto const doubted = run_of(net, std::vector<wanted>(6, {tracked, hour_1("upload"), {}}), set);
    BOOST_TEST(doubted.lines[0].find("\"challenged\"") != std::string::npos, doubted.lines[0]);
    check_made_again(doubted);
}

BOOST_AUTO_TEST_CASE(nothing_observed_stands_in_the_metadata)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    auto const of = run_of(net, {{tracked, hour_1("upload"), {}}}, cohorts_have(choice::embed));
    format::json_view const record = format::json_view(of.metadata[0])["record"];
    for (auto const& each : columns)
        if (each.from == origin::observed) BOOST_TEST(!record[each.key].exists(), each.key);
    BOOST_TEST(record["mine"].text() == R"({"a":[1.0,"\u002f"]})");
    BOOST_TEST(record["timepoint"].string() == "hour_1");
    BOOST_TEST(format::json_view(of.metadata[0])["file"].string() == "hour_1.jsonl");
    BOOST_TEST(format::json_view(of.metadata[0])["answers"]["embed"]["offset"].text() == "1");
}

BOOST_AUTO_TEST_CASE(F24_what_is_no_outcome_gives_no_line)
{
    simulated_net net;
    net.put(embed_of(one), embed(one));
    auto const of = run_of(net, {{tracked, hour_1("upload"), {}}}, cohorts_have(choice::embed));
    archived_outcomes outcomes([](std::string const&, severity) {});
    for (auto const text : {"", "{", "[]", "null", "{}", R"({"file":"a","offset":1})",
                            R"({"file":"a","offset":-1,"record":{}})", R"({"file":1,"offset":1,"record":{}})",
                            R"({"file":"a","offset":1,"record":[]})"})
        BOOST_TEST(!outcomes.place(text).has_value(), text);
    auto const& good = of.metadata[0];
    BOOST_TEST(outcomes.place(good).has_value());
    BOOST_TEST(
        !outcomes.line(good, [](std::uint64_t) { return std::nullopt; }).has_value()); // its answer is gone
    auto wrong = good;
    wrong.replace(wrong.find("\"offset\":1}"), 11, "\"offset\":x}");
    BOOST_TEST(!outcomes.place(wrong).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
