// SPDX-License-Identifier: MIT
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/eventfd.h>

BOOST_AUTO_TEST_SUITE(http_client)
using namespace tiktrack;
using http::arrival;
using support::ask, support::ask_all, support::each_request, support::tls_server;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_CASE(what_is_asked_and_what_comes)
{
    support::environment const clean;
    std::string seen;
    tls_server const host(each_request([&](auto& stream, std::string const& request) {
        seen = request;
        stream.answer("a page", "Retry-After: 7\r\n");
    }));
    auto const got = ask(host->url("/a?b=%41#c"));
    BOOST_TEST((got.how == arrival::answered), got.detail);
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.body == "a page");
    BOOST_TEST(got.retry_after == "7");
    BOOST_TEST(got.url == host->url("/a?b=%41#c"));
    BOOST_TEST(got.location.empty());
    BOOST_TEST(got.detail.empty());
    BOOST_TEST(seen.starts_with("GET /a?b=%41 HTTP/1.1\r\n"), seen);
    for (std::string const& line :
         {"Host: " + host->site(), std::string("User-Agent: tests"), std::string("Accept-Language: en"),
          std::string("Accept: text/html,application/json;q=0.9,*/*;q=0.8")})
        BOOST_TEST(seen.find("\r\n" + line + "\r\n") != seen.npos, seen);
    BOOST_TEST(seen.find("gzip") != seen.npos, seen);
    for (auto const* unwanted : {"Cookie", "Authorization", "Referer"})
        BOOST_TEST(seen.find(unwanted) == seen.npos);
}

BOOST_AUTO_TEST_CASE(F43_every_status_is_an_answer)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        auto const status = request.substr(5, 3);
        if (status == "204" || status == "304")
            stream.write("HTTP/1.1 " + status + " None\r\n\r\n");
        else
            stream.answer(status == "503" ? "" : "body", "", status + " Some");
    }));
    http::client client(support::trusting());
    for (int const status : {200, 204, 206, 300, 302, 304, 400, 403, 404, 429, 500, 502, 503, 504, 599}) {
        auto const got = ask_all(client, {host->url('/' + std::to_string(status))}).front();
        BOOST_TEST((got.how == arrival::answered), status << ' ' << got.detail);
        BOOST_TEST(got.status == status);
        BOOST_TEST(got.body == (status == 204 || status == 304 || status == 503 ? "" : "body"));
        BOOST_TEST(got.retry_after.empty());
    }
    BOOST_TEST(host->connections() == 1u); // one connection is enough for all of them
}

BOOST_AUTO_TEST_CASE(many_requests_over_few_connections)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        stream.answer("<" + request.substr(5, request.find(' ', 5) - 5) + ">");
    }));
    auto set = support::trusting();
    set.connections_per_host = 3;
    http::client client(set);
    for (int round = 0; round < 3; ++round) {
        std::vector<std::string> urls;
        for (int i = 0; i < 40; ++i) urls.push_back(host->url('/' + std::to_string(round * 100 + i)));
        auto const answers = ask_all(client, urls);
        for (std::size_t i = 0; i < urls.size(); ++i) { // none is another one's
            BOOST_TEST((answers[i].how == arrival::answered), answers[i].detail);
            BOOST_TEST(answers[i].body == '<' + std::to_string(std::size_t(round) * 100 + i) + '>');
            BOOST_TEST(answers[i].url == urls[i]);
        }
    }
    BOOST_TEST(host->connections() <= 3u);
    BOOST_TEST(host->connections() >= 1u);
}

BOOST_AUTO_TEST_CASE(F47_cookies_for_the_run)
{
    support::environment const clean;
    support::temporary_folder const folder;
    std::vector<std::string> cookies;
    tls_server const host(each_request([&](auto& stream, std::string const& request) {
        auto const at = request.find("\r\nCookie: ");
        cookies.push_back(
            at == request.npos ? "" : request.substr(at + 10, request.find("\r\n", at + 2) - at - 10));
        stream.answer("", "Set-Cookie: visit=" + std::to_string(cookies.size()) +
                              "; Max-Age=3600; Path=/\r\n"
                              "Set-Cookie: foreign=1; Domain=elsewhere.example\r\n");
    }));
    auto const before = folder.files();
    {
        http::client client(support::trusting());
        ask_all(client, {host->url("/1")});
        ask_all(client, {host->url("/2"), host->url("/3")}); // also where a second handle asks
    }
    ask(host->url("/4")); // another run
    BOOST_TEST(cookies == (std::vector<std::string>{"", "visit=1", "visit=2", ""}),
               boost::test_tools::per_element());
    BOOST_TEST(folder.files() == before);
}

BOOST_AUTO_TEST_CASE(F36_a_connection_that_was_closed_meanwhile)
{
    support::environment const clean;
    for (bool const farewell : {true, false}) {
        tls_server const host([&](auto& stream) {
            (void)stream.read_request();
            stream.answer("a page");
            if (farewell) stream.close();
        });
        http::client client(support::trusting());
        for (int i = 0; i < 5; ++i) {
            auto const got = ask_all(client, {host->url("/")}).front();
            BOOST_TEST((got.how == arrival::answered), got.detail);
            BOOST_TEST(got.body == "a page");
        }
        BOOST_TEST(host->connections() == 5u);
    }
}

BOOST_AUTO_TEST_CASE(waiting_ends)
{
    support::environment const clean;
    http::client client(support::trusting());
    BOOST_TEST((client.now() >= 0ms));
    BOOST_TEST(!client.wait(0ms)); // it is later already
    auto const soon = client.now() + 20ms;
    BOOST_TEST(!client.wait(soon));
    BOOST_TEST((client.now() >= soon));

    tls_server const host([](auto& stream) { stream.fall_silent(); });
    client.start(7, {host->url("/")});
    BOOST_TEST(client.in_flight() == 1u);
    BOOST_TEST(!client.wait(client.now() + 20ms));
    BOOST_TEST(client.in_flight() == 1u);
}

BOOST_AUTO_TEST_CASE(waiting_ends_when_it_is_woken)
{
    support::environment const clean;
    io::fd const wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    auto set = support::trusting();
    set.wake = wake.get();
    http::client client(set);
    tls_server const host([&](auto& stream) {
        (void)stream.read_request();
        ::eventfd_write(wake.get(), 1);
        stream.fall_silent();
    });
    client.start(1, {host->url("/")});
    BOOST_TEST(!client.wait(client.now() + 24h));
    BOOST_TEST(!client.wait(client.now() + 24h)); // for as long as nobody reads it
    BOOST_TEST(client.in_flight() == 1u);
    eventfd_t number = 0;
    BOOST_TEST(::eventfd_read(wake.get(), &number) == 0);
    BOOST_TEST(!client.wait(client.now() + 20ms));
}

BOOST_AUTO_TEST_SUITE_END()
