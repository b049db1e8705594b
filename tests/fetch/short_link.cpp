// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/short_link.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_short_link)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

std::string const link = "https://vm.tiktok.com/ZMabc/";
std::string const video = "/@anna/video/7611873993784248793?_r=1";

std::string target(http::arrival how, std::string const& to, std::string_view base = source::site_address)
{
    http::answer from;
    from.how = how;
    from.url = how == http::arrival::answered ? to : link;
    from.location = how == http::arrival::redirected ? to : "";
    auto const found = target_of(from, link, base);
    if (!found.redirected) return "no redirect";
    return found.id.empty() ? found.why : found.id + '|' + found.name;
}

} // namespace

BOOST_AUTO_TEST_CASE(followed_or_not)
{
    using enum http::arrival;
    auto const site = std::string(source::site_address);
    BOOST_TEST(target(redirected, site + video) == "7611873993784248793|anna");
    BOOST_TEST(target(answered, site + video) == "7611873993784248793|anna");
    BOOST_TEST(target(redirected, "https://m.tiktok.com/v/7611873993784248793.html") ==
               "7611873993784248793|");
    BOOST_TEST(target(answered, link) == "no redirect");
    BOOST_TEST(target(failed, "") == "no redirect");
    BOOST_TEST(target(redirected, site + "/login?redirect_url=x") == "no redirect");
}

BOOST_AUTO_TEST_CASE(paths_on_a_server)
{
    BOOST_TEST(path_on("https://a.example", "https://a.example/x/y?z") == "/x/y?z");
    BOOST_TEST(path_on("https://a.example/", "https://a.example/") == "/");
    BOOST_TEST(path_on("https://a.example", "https://a.example.org/x") == "");
    BOOST_TEST(path_on("https://a.example", "http://a.example/x") == "");
    BOOST_TEST(
        (read_address_on("https://a.example", "https://a.example/login?x").is == source::place::login));
    BOOST_TEST(
        (read_address_on("https://a.example", "https://www.tiktok.com/login").is == source::place::login));
}

BOOST_AUTO_TEST_CASE(another_server_in_the_platforms_place)
{
    using enum http::arrival;
    std::string const server = "https://localhost:8443";
    BOOST_TEST(target(redirected, server + video, server) == "7611873993784248793|anna");
    BOOST_TEST(target(redirected, server + video) ==
               "leads to https://localhost:8443/@anna/video/7611873993784248793, "
               "no address");
}

BOOST_AUTO_TEST_CASE(F57_what_it_leads_to_instead)
{
    using enum http::arrival;
    BOOST_TEST(target(redirected, "https://www.tiktok.com/@anna?_t=8&_r=1") ==
               "leads to https://www.tiktok.com/@anna, a creator's page, no video; tt-discover --user anna "
               "lists its "
               "videos");
    BOOST_TEST(target(redirected, "https://www.tiktok.com/@anna/live") ==
               "leads to https://www.tiktok.com/@anna/live, a live room; no tool takes it");
    BOOST_TEST(target(redirected, "https://www.tiktok.com/") ==
               "leads to https://www.tiktok.com/, a page of the platform without a video; no tool takes it");
    BOOST_TEST(target(redirected, "https://example.org/x#y") ==
               "leads to https://example.org/x, another site; no tool takes it");
    BOOST_TEST(target(redirected, "https://vt.tiktok.com/ZSx/") ==
               "leads to https://vt.tiktok.com/ZSx/, a short link");
}

BOOST_AUTO_TEST_SUITE_END()
