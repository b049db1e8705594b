// SPDX-License-Identifier: MIT
// Proxies that the environment names, and their passwords.
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(http_client_proxy)
using namespace tiktrack;
using http::arrival;
using support::ask, support::each_request, support::tls_server;

namespace {

/// All texts of an answer.
std::string all_of(http::answer const& got)
{
    return got.detail + '\n' + got.url + '\n' + got.location + '\n' + got.retry_after + '\n' + got.body;
}

/// A proxy that answers the same to everything.
auto saying(std::string& heard, std::string answer)
{
    return [&heard, answer = std::move(answer)](int socket) {
        std::string text(4096, '\0');
        text.resize(io::read_some(socket, text.data(), text.size(), "the client"));
        heard = text;
        (void)::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
    };
}

} // namespace

BOOST_AUTO_TEST_CASE(F46_a_proxy_that_asks_for_a_password)
{
    std::string heard;
    support::server const proxy(saying(heard, "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                              "Proxy-Authenticate: Basic realm=\"ann:geheim\"\r\n"
                                              "Content-Length: 12\r\n\r\nann:geheim!\n"));
    for (std::string const user : {"", "ann:geheim@"})
        for (auto const* variable : {"https_proxy", "HTTPS_PROXY", "all_proxy"}) {
            support::environment const set({{variable, "http://" + user + proxy.site()}});
            auto const got = ask("https://www.site.example/");
            BOOST_TEST((got.how == arrival::failed), all_of(got));
            BOOST_TEST(got.status == 0);
            BOOST_TEST(got.detail.find("407") != got.detail.npos, got.detail);
            BOOST_TEST(all_of(got).find("geheim") == std::string::npos, all_of(got));
            BOOST_TEST(heard.starts_with("CONNECT www.site.example:443 HTTP/1.1\r\n"), heard);
            bool const told =
                heard.find("Basic YW5uOmdlaGVpbQ==") != heard.npos; // to the proxy, and to nobody else
            BOOST_TEST(told == !user.empty());
        }
}

BOOST_AUTO_TEST_CASE(F63_no_text_has_the_password_of_a_proxy)
{
    support::environment const clean;
    auto const nobody = support::closed_port();
    for (auto const& proxy : std::vector<std::string>{
             "http://ann:geheim@" + nobody, "ann:geheim@" + nobody, "http://ann:geheim@127.0.0.1:99999",
             "http://ann:gehe im@" + nobody, "http://ann:geheim/x@" + nobody,
             "nothing://ann:geheim@" + nobody, "http://ann:geheim@" + std::string(64, 'a') + ".example",
             std::string("http://ann:geheim@"), "socks5h://ann:geheim@" + nobody,
             "http://ann:%67eheim@[::1:" + nobody}) {
        support::environment const set({{"https_proxy", proxy}});
        auto const got = ask("https://bob:secret@www.site.example/a");
        BOOST_TEST((got.how == arrival::failed), proxy << ": " << all_of(got));
        BOOST_TEST(!got.detail.empty(), proxy);
        BOOST_TEST(got.url == "https://www.site.example/a");
        for (auto const* secret : {"geheim", "gehe im", "secret"})
            BOOST_TEST(all_of(got).find(secret) == std::string::npos, proxy << ": " << all_of(got));
    }
}

BOOST_AUTO_TEST_CASE(F46_a_portal_that_stands_in_the_way)
{
    std::string heard;
    support::server const portal(
        saying(heard, "HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n<title>Please log in</title>"));
    support::environment const set({{"https_proxy", "http://" + portal.site()}});
    auto const got = ask("https://www.site.example/");
    BOOST_TEST((got.how == arrival::failed), all_of(got)); // it cannot prove to be the host
    BOOST_TEST(got.body.empty());
}

BOOST_AUTO_TEST_CASE(F46_hosts_that_need_no_proxy)
{
    tls_server const host(each_request([](auto& stream, auto const&) { stream.answer("a page"); }));
    support::environment const set(
        {{"https_proxy", "http://" + support::closed_port()}, {"no_proxy", "127.0.0.1"}});
    BOOST_TEST(ask(host->url("/")).body == "a page");
}

BOOST_AUTO_TEST_SUITE_END()
