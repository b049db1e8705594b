// SPDX-License-Identifier: MIT
// What a client keeps of heads where it is told to: for archives, so nothing in them is a secret.
#include "tiktrack/http/client.hpp"
#include "tiktrack/http/exchange.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(http_client_heads)
using namespace tiktrack;
using http::arrival;
using support::ask, support::ask_all, support::each_request, support::tls_server;
using lines = std::vector<std::string>;
using namespace std::chrono_literals;

namespace {

http::client_settings keeping()
{
    auto set = support::trusting();
    set.keep_heads = true;
    return set;
}

/// The lines of a head, sorted: their order is the sender's.
lines sorted(std::string const& head)
{
    lines made;
    for (std::size_t at = 0; at < head.size();) {
        auto const end = std::min(head.find("\r\n", at), head.size());
        made.push_back(head.substr(at, end - at));
        at = end + 2;
    }
    std::sort(made.begin(), made.end());
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_kept_is_what_was_sent)
{
    support::environment const clean;
    std::string seen;
    tls_server const host(each_request([&](auto& stream, std::string const& request) {
        seen = request;
        stream.answer("a page", "Retry-After: 7\r\nX-Odd:  a b \r\n", "200 Quite fine");
    }));
    for (std::string const path : {"/", "", "/a?b=%41&c#d", "/a/../b"}) {
        auto const got = ask(host->url(path), keeping());
        BOOST_TEST(got.request_head.starts_with("GET /"));
        BOOST_TEST(sorted(got.request_head) == sorted(seen), boost::test_tools::per_element());
        BOOST_TEST(got.head ==
                   "HTTP/1.1 200 Quite fine\r\nContent-Length: 6\r\nRetry-After: 7\r\nX-Odd:  a b \r\n");
        BOOST_TEST(got.hops.empty());
    }
    auto nameless = keeping();
    nameless.user_agent.clear();
    auto const got = ask(host->url("/"), nameless);
    BOOST_TEST(sorted(got.request_head) == sorted(seen), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_that_nobody_asked_for)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        request.starts_with("GET /to") ? stream.answer("", "Location: /\r\n", "302 Found")
                                       : stream.answer("a page");
    }));
    auto const got = ask(host->url("/to"));
    BOOST_TEST(got.body == "a page");
    BOOST_TEST(got.head.empty());
    BOOST_TEST(got.request_head.empty());
    BOOST_TEST(got.hops.empty());
}

BOOST_AUTO_TEST_CASE(F63_no_secret_in_a_head)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const&) {
        stream.answer("",
                      "Set-Cookie: a=geheim1\r\nSET-COOKIE2: geheim2\r\nx-ms-token: geheim3\r\n"
                      "X-Tt-Csrf: geheim4\r\nWWW-Authenticate: geheim5\r\n"
                      "Authentication-Info: geheim6\r\n geheim7\r\nX-Session-Id: geheim8\r\nServer: kept\r\n"
                      "Content-Location: https://ann:geheim9@site.example/a\r\n");
    }));
    http::client client(keeping());
    auto const url = "https://bob:geheim0@" + host->site() + "/";
    auto const answers = ask_all(client, {url});
    auto const again = ask_all(client, {url}).front(); // the cookie goes with it
    for (auto const& got : {answers.front(), again}) {
        BOOST_TEST(got.head == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nServer: kept\r\n"
                               "Content-Location: https://site.example/a\r\n");
        BOOST_TEST(got.request_head.find("geheim") == std::string::npos);
        BOOST_TEST(got.request_head.find("Authorization") == std::string::npos);
        BOOST_TEST(got.request_head.find("Cookie") == std::string::npos);
        BOOST_TEST(archived_response(got).find("geheim") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(F63_the_password_of_a_proxy_in_its_answer)
{
    support::server const proxy([](int socket) {
        char text[4096];
        (void)io::read_some(socket, text, sizeof text, "the client");
        std::string const answer = "HTTP/1.1 407 No\r\nX-Said: geheim\r\nContent-Length: 0\r\n\r\n";
        (void)::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
    });
    support::environment const set({{"https_proxy", "http://ann:geheim@" + proxy.site()}});
    auto const got = ask("https://www.site.example/a", keeping());
    BOOST_TEST((got.how == arrival::failed));
    BOOST_TEST(got.status == 0);
    BOOST_TEST(got.head.empty()); // it is not the host's
    BOOST_TEST(got.request_head.starts_with("GET /a HTTP/1.1\r\nHost: www.site.example\r\n"));
    BOOST_TEST(archived_response(got).empty());
}

BOOST_AUTO_TEST_CASE(F40_each_redirect_is_an_exchange)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        auto const step = request.substr(4, 2);
        if (step == "/0") return stream.answer("the page");
        auto const to = step == "/x" ? "https://apart.example/" : '/' + std::to_string(step[1] - '1');
        return stream.answer("elsewhere", "Location: " + to + "\r\n", "302 Found");
    }));
    http::client client(keeping());
    for (int round = 0; round < 2; ++round) { // those of one request are not the next one's
        auto const got = ask_all(client, {host->url("/2")}).front();
        BOOST_TEST(got.body == "the page");
        BOOST_TEST(got.url == host->url("/0"));
        BOOST_TEST(got.request_head.starts_with("GET /0 "));
        BOOST_REQUIRE(got.hops.size() == 2u);
        for (std::size_t i = 0; i < 2; ++i) {
            auto const& hop = got.hops[i];
            auto const number = std::to_string(2 - i);
            BOOST_TEST((hop.how == arrival::answered));
            BOOST_TEST(hop.status == 302);
            BOOST_TEST(hop.url == host->url('/' + number));
            BOOST_TEST(hop.body == "elsewhere");
            BOOST_TEST(hop.request_head.starts_with("GET /" + number + " HTTP/1.1\r\n"));
            BOOST_TEST(hop.head.find("\r\nLocation: /" + std::to_string(1 - i) + "\r\n") !=
                       std::string::npos);
        }
    }
    auto const away = ask(host->url("/x"), keeping());
    BOOST_TEST((away.how == arrival::redirected));
    BOOST_TEST(away.hops.empty());
    BOOST_TEST(away.head.find("\r\nLocation: https://apart.example/\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(F42_of_an_answer_that_ends_too_early)
{
    support::environment const clean;
    auto set = keeping();
    set.largest_body = 10;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        if (request.starts_with("GET /large")) return (void)stream.answer(std::string(11, ' '));
        if (request.starts_with("GET /informed"))
            return (void)stream.write("HTTP/1.1 103 Early Hints\r\nX-Early: hint\r\n\r\n"
                                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                      "1\r\na\r\n0\r\nX-Late: trailer\r\n\r\n");
        stream.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        stream.close();
    }));
    auto const half = ask(host->url("/half"), set);
    BOOST_TEST((half.how == arrival::failed));
    BOOST_TEST(half.head == "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n");
    auto const large = ask(host->url("/large"), set);
    BOOST_TEST((large.how == arrival::too_large));
    BOOST_TEST(large.head == "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n");
    auto const informed = ask(host->url("/informed"), set);
    BOOST_TEST((informed.how == arrival::answered));
    BOOST_TEST(informed.head == "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n");
    for (auto const& got : {half, large, informed}) { // an archive tells them apart
        auto const back = http::answer_of(archived_response(got), got.url);
        BOOST_REQUIRE(back);
        BOOST_TEST((back->how == got.how));
        BOOST_TEST(back->status == got.status);
        BOOST_TEST(back->detail == got.detail);
        BOOST_TEST(back->body == got.body);
    }
}

BOOST_AUTO_TEST_SUITE_END()
