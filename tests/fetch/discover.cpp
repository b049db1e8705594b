// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/discover.hpp"

#include "simulated_net.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_discover)
using namespace tiktrack;
using namespace tiktrack::fetch;
using support::page_of_tag;
using support::simulated_net;

namespace {

std::string const site = "https://www.tiktok.com";

struct outcome {
    discovery made;
    std::vector<std::string> said;

    /// Each page's source, status, number of candidates and of requests.
    [[nodiscard]] std::string glance() const
    {
        std::string all;
        for (auto const& each : made.pages)
            all += (all.empty() ? "" : "; ") + each.page.source + ' ' +
                   (each.last.status.empty() ? "-" : each.last.status) + ' ' +
                   std::to_string(each.last.found.size()) + ' ' + std::to_string(each.attempts);
        return all;
    }
};

outcome run(simulated_net& net, std::vector<listing_page> const& pages, manners const& set = {},
            unsigned stop_after = 1000, std::string const& base = std::string(source::site_address))
{
    outcome came;
    discovery_run const of{"study", support::midday};
    listing_answers answers(of, [&](std::string const& what, severity) { came.said.push_back(what); });
    discoverer work(net, answers, set, base, support::midday);
    auto const stop = [&] { return net.requests().size() >= stop_after; };
    came.made = work.run(pages, stop, [](discovery const&) {});
    return came;
}

http::answer creator(std::string const& name,
                     std::string const& rows = support::embed_row("7611", "pekka", 12))
{
    return support::status(
        200, support::embed_page("/embed/@" + name,
                                 R"("userInfo":{"uniqueId":")" + name + R"(","followerCount":7},)", rows));
}

http::answer sound(std::string const& id)
{
    return support::status(
        200, support::embed_page("/embed/music/x-" + id,
                                 R"("embedInfo":{"id":")" + id +
                                     R"(","artist":"P","videoCount":12},"playlistType":"music",)",
                                 support::two_rows));
}

/// A script of the site's with a state.
std::string script(std::string const& id, std::string const& state)
{
    return "<script id=\"" + id + "\" type=\"application/json\">" + state + "</script>";
}

std::vector<listing_page> hashtags(std::size_t number)
{
    std::vector<listing_page> pages;
    for (std::size_t i = 0; i < number; ++i) pages.push_back(page_of_hashtag("tag" + std::to_string(i)));
    return pages;
}

} // namespace

BOOST_AUTO_TEST_CASE(each_kind_of_page)
{
    simulated_net net;
    net.put(site + "/embed/@pekka", creator("pekka"));
    net.put(site + "/embed/tag/br%C3%B6d", page_of_tag("bröd"));
    net.put(site + "/embed/music/757", sound("757"));
    auto const came = run(net, {page_of_creator("pekka"), page_of_hashtag("bröd"), page_of_sound("757")});
    BOOST_TEST(came.glance() == "user:pekka ok 1 1; hashtag:bröd ok 2 1; sound:757 ok 2 1");
    auto const& first = came.made.pages[1].last.found[0];
    BOOST_TEST(first.facts.views.value() == 36300);
    BOOST_TEST(first.facts.creator == "pekka");
    BOOST_TEST(first.source == "hashtag:bröd");
    BOOST_TEST(format::json_view(first.line)["upload_source"].text() == "\"id\"");
    BOOST_TEST(!format::json_view(first.line)["status"].exists());
    BOOST_TEST((came.made.stopped == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(requests_keep_their_distance)
{
    simulated_net net;
    auto const pages = hashtags(20);
    for (auto const& each : pages) net.put(address_of(each), page_of_tag(each.name));
    auto const came = run(net, pages);
    BOOST_TEST(came.made.requests == 20);
    for (std::size_t i = 1; i < net.requests().size(); ++i) {
        auto const apart = net.requests()[i].at - net.requests()[i - 1].at;
        BOOST_TEST(apart.count() >= 2000);
        BOOST_TEST(apart.count() <= 2250);
    }
}

BOOST_AUTO_TEST_CASE(a_page_that_moved_is_asked_for_there)
{
    simulated_net net;
    net.put(site + "/embed/tag/a", support::redirect(site + "/embed/tag/a/here"));
    net.put(site + "/embed/tag/a/here", page_of_tag("a"));
    net.put(site + "/embed/tag/b", support::redirect("https://example.org/embed/tag/b"));
    net.put(site + "/embed/tag/ring", support::redirect(site + "/embed/tag/ring"));
    auto const came =
        run(net, {page_of_hashtag("a"), page_of_hashtag("b"), page_of_hashtag("ring")}, {.attempts = 3});
    BOOST_TEST(came.glance() == "hashtag:a ok 2 2; hashtag:b http_error 0 3; hashtag:ring http_error 0 3");
    BOOST_TEST(net.requests()[1].url == site + "/embed/tag/a/here");
    BOOST_TEST((net.requests()[1].at - net.requests()[0].at).count() >= 2000);
}

BOOST_AUTO_TEST_CASE(another_server_takes_the_platforms_place)
{
    simulated_net net;
    net.put("https://localhost:8443/embed/tag/fyp", page_of_tag("fyp"));
    net.put("https://localhost:8443/ZMabc/",
            support::redirect("https://localhost:8443/@a/video/7611873993784248793"));
    listing_page const link{listing_of::link, "https://vm.tiktok.com/ZMabc/", "input:in"};
    auto const came = run(net, {page_of_hashtag("fyp"), link}, {}, 1000, "https://localhost:8443/");
    BOOST_TEST(came.glance() == "hashtag:fyp ok 2 1; input:in ok 1 1");
}

BOOST_AUTO_TEST_CASE(refusals_slow_down_and_are_tried_again)
{
    simulated_net net;
    auto const pages = hashtags(2);
    net.put(address_of(pages[0]), support::overloaded(), support::overloaded(), page_of_tag("tag0"));
    net.put(address_of(pages[1]), page_of_tag("tag1"));
    auto const came = run(net, pages);
    BOOST_TEST(came.glance() == "hashtag:tag0 ok 2 3; hashtag:tag1 ok 2 1");
    auto const& asked = net.requests();
    BOOST_REQUIRE(asked.size() == 4);
    BOOST_TEST(asked[1].url == address_of(pages[1])); // the refused one went to the back
    BOOST_TEST((asked[1].at - asked[0].at).count() >= 4000);
    BOOST_TEST((asked[2].at - asked[1].at).count() < 2500); // a success in between
    BOOST_TEST((asked[3].at - asked[2].at).count() >= 4000);
}

BOOST_AUTO_TEST_CASE(a_page_gets_so_many_requests_and_no_more)
{
    simulated_net net;
    net.put(site + "/embed/tag/a", support::overloaded());
    net.put(site + "/embed/tag/b", support::broken());
    net.put(site + "/embed/tag/c", support::status(500));
    auto const came =
        run(net, {page_of_hashtag("a"), page_of_hashtag("b"), page_of_hashtag("c")}, {.attempts = 3});
    BOOST_TEST(came.glance() ==
               "hashtag:a rate_limited 0 3; hashtag:b network_error 0 3; hashtag:c http_error 0 3");
    BOOST_TEST(came.made.requests == 9);
}

BOOST_AUTO_TEST_CASE(what_is_gone_is_asked_once)
{
    auto const nobody = support::bare_page(script(
        "__FRONTITY_CONNECT_STATE__",
        R"({"router":{"link":"/embed/@nobody"},"source":{"data":{"/embed/@nobody":{"route":"/embed/@nobody/",)"
        R"("isError":true,"pageName":"error","code":10202}}}})"));
    auto const no_sound = support::bare_page(script(
        "__FRONTITY_CONNECT_STATE__",
        R"({"router":{"link":"/embed/music/1"},"source":{"data":{"/embed/music/1":{"route":"/embed/music/1/",)"
        R"("isError":false,"playlistType":"music","videoList":[]}}}})"));
    simulated_net net;
    net.put(site + "/embed/@nobody", nobody);
    net.put(site + "/embed/@anna", creator("anna", ""));
    net.put(site + "/embed/music/1", no_sound);
    net.put(site + "/embed/tag/x", support::status(404));
    auto const came = run(
        net, {page_of_creator("nobody"), page_of_creator("anna"), page_of_sound("1"), page_of_hashtag("x")});
    BOOST_TEST(came.glance() == "user:nobody not_found 0 1; user:anna ok 0 1; sound:1 not_found 0 1; "
                                "hashtag:x not_found 0 1");
}

BOOST_AUTO_TEST_CASE(anothers_list_is_nobodys)
{
    simulated_net net;
    net.put(site + "/embed/@anna", creator("pekka"));
    net.put(site + "/embed/music/5", sound("757"));
    net.put(site + "/embed/tag/Bread", page_of_tag("moss"));
    net.put(site + "/embed/tag/Moss", page_of_tag("moss"));
    auto const came = run(
        net, {page_of_creator("anna"), page_of_sound("5"), page_of_hashtag("Bread"), page_of_hashtag("Moss")},
        {.attempts = 1});
    BOOST_TEST(came.glance() == "user:anna parse_error 0 1; sound:5 parse_error 0 1; hashtag:Bread "
                                "parse_error 0 1; hashtag:Moss ok 2 1");
    BOOST_TEST(came.made.pages[0].last.detail == "asked for anna, the page is about pekka");
}

BOOST_AUTO_TEST_CASE(a_challenged_part_is_left_alone)
{
    simulated_net net;
    auto const pages = hashtags(3);
    net.put(address_of(pages[0]), support::challenge());
    auto came = run(net, pages);
    BOOST_TEST(came.glance() == "hashtag:tag0 challenged 0 1; hashtag:tag1 - 0 0; hashtag:tag2 - 0 0");
    BOOST_TEST((came.made.stopped == stop_reason::challenged));

    // Short links are another part of the site, and go on.
    simulated_net other;
    other.put(address_of(pages[0]), support::challenge());
    listing_page const link{listing_of::link, site + "/t/ZTabc/", "input:in"};
    other.put(link.name, support::redirect(site + "/@anna/video/7611873993784248793?_r=1"));
    came = run(other, {pages[0], pages[1], link});
    BOOST_TEST(came.glance() == "hashtag:tag0 challenged 0 1; hashtag:tag1 - 0 0; input:in ok 1 1");
    BOOST_TEST((came.made.stopped == stop_reason::none));
}

BOOST_AUTO_TEST_CASE(a_host_that_refuses_everything_is_left_alone)
{
    simulated_net net;
    auto const pages = hashtags(10);
    for (auto const& each : pages) net.put(address_of(each), support::status(429));
    auto const came = run(net, pages);
    BOOST_TEST(came.made.requests == 20);
    BOOST_TEST((came.made.stopped == stop_reason::refused_in_a_row));
}

BOOST_AUTO_TEST_CASE(retry_after_is_obeyed_up_to_a_limit)
{
    auto const with = [](std::string const& header) {
        auto refused = support::status(429);
        refused.retry_after = header;
        return refused;
    };
    simulated_net net;
    net.put(site + "/embed/tag/a", with("120"), page_of_tag("a"));
    auto came = run(net, {page_of_hashtag("a")});
    BOOST_TEST(came.glance() == "hashtag:a ok 2 2");
    BOOST_TEST((net.requests()[1].at - net.requests()[0].at).count() >= 120'000);

    simulated_net dated; // by the time of day
    dated.put(site + "/embed/tag/a", with("Mon, 23 Nov 2026 12:05:00 GMT"), page_of_tag("a"));
    came = run(dated, {page_of_hashtag("a")});
    BOOST_TEST(dated.requests()[1].at.count() >= 300'000);
    BOOST_TEST(dated.requests()[1].at.count() <= 302'000);

    simulated_net far;
    far.put(site + "/embed/tag/a", with("601"));
    came = run(far, {page_of_hashtag("a"), page_of_hashtag("b")});
    BOOST_TEST(came.made.requests == 1);
    BOOST_TEST((came.made.stopped == stop_reason::told_to_stay_away));
}

BOOST_AUTO_TEST_CASE(the_budget_and_the_user_end_it)
{
    simulated_net net;
    auto const pages = hashtags(5);
    for (auto const& each : pages) net.put(address_of(each), page_of_tag(each.name));
    auto came = run(net, pages, {.max_requests = 2});
    BOOST_TEST(came.made.requests == 2);
    BOOST_TEST((came.made.stopped == stop_reason::budget));
    came = run(net, pages, {.max_requests = 5});
    BOOST_TEST((came.made.stopped == stop_reason::none));
    simulated_net other;
    for (auto const& each : pages) other.put(address_of(each), page_of_tag(each.name));
    came = run(other, pages, {}, 3);
    BOOST_TEST(came.made.requests == 3);
    BOOST_TEST((came.made.stopped == stop_reason::interrupted));
}

BOOST_AUTO_TEST_CASE(trending_is_the_explore_page_or_three_hashtags)
{
    auto const explore =
        script("SIGI_STATE",
               R"({"ItemModule":{"7611":{"id":"7611","author":"pekka","stats":{"playCount":5},"desc":"a"},)"
               R"("7612":{"id":"7612","author":"anna","stats":{"playCount":6},"desc":"b"}}})");
    auto const shell =
        script("__UNIVERSAL_DATA_FOR_REHYDRATION__",
               R"({"__DEFAULT_SCOPE__":{"webapp.app-context":{"language":"en"},"seo.abtest":{}}})");
    simulated_net net;
    net.put(site + "/explore", support::bare_page(explore));
    auto came = run(net, {explore_page()});
    BOOST_TEST(came.made.pages.size() == 1);
    BOOST_TEST(came.made.pages[0].last.found.size() == 2);

    for (auto const& without :
         {support::bare_page(), support::challenge(), support::status(404), support::bare_page(shell)}) {
        simulated_net other;
        other.put(site + "/explore", without);
        for (auto const tag : trending_hashtags)
            other.put(address_of(page_of_hashtag(tag)), page_of_tag(std::string(tag)));
        came = run(other, {explore_page()});
        BOOST_TEST(
            came.glance().ends_with(" 0 1; hashtag:fyp ok 2 1; hashtag:foryou ok 2 1; hashtag:viral ok 2 1"),
            came.glance());
        BOOST_TEST((came.made.stopped == stop_reason::none));
    }
}

BOOST_AUTO_TEST_CASE(F57_short_links)
{
    struct row {
        http::answer answer;
        std::string glance, detail;
    };
    auto const gone_on = [](std::string const& to) { // a redirect that was followed
        auto shown = support::bare_page();
        shown.url = to;
        return shown;
    };
    std::vector<row> const rows = {
        {support::redirect(site + "/@anna/video/7611873993784248793?_r=1"), "ok 1 1", ""},
        {gone_on(site + "/@anna/video/7611873993784248793?_r=1"), "ok 1 1", ""},
        {support::redirect(site + "/@anna/live?_r=1"), "not_found 0 1",
         "leads to https://www.tiktok.com/@anna/live, a live room; no tool takes it"},
        {support::bare_page(), "not_found 0 1", "leads nowhere"},
        {support::status(404), "not_found 0 1", "HTTP 404"},
        {support::redirect(site + "/login?redirect_url=x"), "challenged 0 1", "a redirect to the login page"},
        {support::challenge(), "challenged 0 1", "the firewall's waiting page"},
    };
    listing_page const link{listing_of::link, "https://vm.tiktok.com/ZMabc/", "input:in"};
    for (auto const& [answer, glance, detail] : rows) {
        simulated_net net;
        net.put(link.name, answer);
        auto const came = run(net, {link}, {.attempts = 1});
        BOOST_TEST(came.glance() == "input:in " + glance, detail);
        BOOST_TEST(came.made.pages[0].last.detail == detail);
        if (glance != "ok 1 1") continue;
        BOOST_TEST(came.made.pages[0].last.found[0].facts.id == "7611873993784248793");
        BOOST_TEST(came.made.pages[0].last.found[0].facts.creator == "anna");
    }
}

BOOST_AUTO_TEST_SUITE_END()
