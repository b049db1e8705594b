// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/discover_answer.hpp"

#include "../source/reading.hpp"
#include "simulated_net.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(fetch_discover_answer)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

std::vector<std::string> said;

/// `STATUS: detail`, or how many videos a list has.
std::string read(http::answer from, listing_page const& page = page_of_hashtag("a"))
{
    said.clear();
    if (from.url.empty()) from.url = address_of(page);
    listing_answers answers({"study", support::midday},
                            [](std::string const& what, severity) { said.push_back(what); });
    auto const made = answers.read(from, page, address_of(page), source::site_address);
    if (made.status != "ok") return made.status + ": " + made.detail;
    return std::to_string(made.found.size()) + " videos";
}

http::answer arrived(http::arrival how, std::string detail)
{
    http::answer made;
    made.how = how;
    made.detail = std::move(detail);
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_no_answer)
{
    using enum http::arrival;
    BOOST_TEST(read(arrived(failed, "reset")) == "network_error: reset");
    BOOST_TEST(read(arrived(timed_out, "30 s")) == "timeout: 30 s");
    BOOST_TEST(read(arrived(too_large, "17 MiB")) == "parse_error: 17 MiB");
    BOOST_TEST(read(support::redirect("https://www.tiktok.com/about")) ==
               "http_error: a redirect to https://www.tiktok.com/about");
    BOOST_TEST(read(support::redirect("https://www.tiktok.com/login?x")) ==
               "challenged: a redirect to the login page");
    BOOST_TEST(read(support::status(200, "")) == "empty: ");
    BOOST_TEST(read(support::status(200, " \n")) == "empty: ");
    BOOST_TEST(read(support::status(200, "null")) == "parse_error: none of the platform's pages");
    BOOST_TEST(read(support::status(200, "<html>mine</html>")) ==
               "parse_error: none of the platform's pages");
    BOOST_TEST(read(support::overloaded()) == "rate_limited: overload-protect triggered");
    BOOST_TEST(read(support::challenge()) == "challenged: the firewall's waiting page");
}

BOOST_AUTO_TEST_CASE(http_statuses)
{
    BOOST_TEST(read(support::status(400, "")) == "not_found: HTTP 400");
    BOOST_TEST(read(support::status(400, ""), explore_page()) == "http_error: HTTP 400"); // to be asked again
    BOOST_TEST(read(support::status(403, "")) == "challenged: HTTP 403");
    BOOST_TEST(read(support::status(404)) == "not_found: HTTP 404");
    BOOST_TEST(read(support::status(429)) == "rate_limited: HTTP 429");
    BOOST_TEST(read(support::status(500)) == "http_error: HTTP 500");
    // The platform's own words count more.
    auto refused = support::challenge();
    refused.status = 503;
    BOOST_TEST(read(refused) == "challenged: the firewall's waiting page");
    auto bare = support::bare_page();
    bare.status = 503;
    BOOST_TEST(read(bare) == "rate_limited: HTTP 503");
}

BOOST_AUTO_TEST_CASE(lists)
{
    BOOST_TEST(read(support::page_of_tag("a")) == "2 videos");
    auto const half = support::status(
        200, support::embed_page("/embed/tag/a", "",
                                 support::embed_row("x", "anna", 1) + ',' + support::two_rows));
    BOOST_TEST(read(half) == "2 videos");
    BOOST_REQUIRE(said.size() == 1);
    BOOST_TEST(said[0] ==
               "hashtag:a: a row was left out: the video's id is not 1 to 20 decimal digits: \"x\"");
    auto const nameless = support::status(
        200, support::embed_page("/embed/tag/a", "", R"({"id":"7611","playCount":1},)" + support::two_rows));
    BOOST_TEST(read(nameless) == "2 videos");
}

BOOST_AUTO_TEST_CASE(F58_private_rows_are_left_out)
{
    auto const page = support::status(
        200, support::embed_page("/embed/@anna", R"("userInfo":{"uniqueId":"anna"},)",
                                 R"({"id":"7611","authorUniqueId":"anna","privateItem":true},)" +
                                     support::embed_row("7612", "anna", 5)));
    BOOST_TEST(read(page, page_of_creator("anna")) == "1 videos");
    BOOST_TEST(read(page, page_of_creator("Anna")) == "1 videos");
    BOOST_TEST(read(page, page_of_creator("bert")) == "parse_error: asked for bert, the page is about anna");
    auto const item = [](std::string const& further) {
        return support::status(
            200, support::made_up_page(support::made_up_state(support::made_up_item(further, "7613"))));
    };
    BOOST_TEST(read(item(R"("privateItem":false)"), explore_page()) == "1 videos");
    BOOST_TEST(read(item(R"("privateItem":true)"), explore_page()) == "0 videos");
    BOOST_TEST(said == (std::vector<std::string>{"explore: 1 private rows passed over"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
