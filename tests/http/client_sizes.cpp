// SPDX-License-Identifier: MIT
// The last size that is taken and the first that is not, and what a few bytes can become.
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>

BOOST_AUTO_TEST_SUITE(http_client_sizes)
using namespace tiktrack;
using namespace std::string_literals;
using http::arrival;
using support::ask, support::ask_all, support::each_request, support::tls_server;

namespace {

/// 4096 zeros as gzip.
std::string const zeros =
    "\x1f\x8b\x08\0\0\0\0\0\2\3\xed\xc1\1\r\0\0\0\xc2\xa0J\xef\x9f\xce\x1e\x0e(\0\0\0\xe0\xdd\0\x1b\x9f"
    "\x84y\0\x10\0\0"s;
/// How a gzip stream of zeros begins that has no end, and 13 bytes of it that stand for 2064 zeros each time.
std::string const bomb = "\x1f\x8b\x08\0\0\0\0\0\0\3\x32\x18\5"s;
std::string const fuse = "\xa3\x60\x14\x8c\x82\x51\x30\x0a\x46\xc1\x28\x18\5"s;

} // namespace

BOOST_AUTO_TEST_CASE(F41_the_largest_answer)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        if (request.starts_with("GET /gzip "))
            stream.answer(zeros, "Content-Encoding: gzip\r\n");
        else
            stream.answer(std::string(4096, '0'));
    }));
    for (auto const* path : {"/gzip", "/plain"})
        for (std::size_t const largest : {1u, 4095u, 4096u, 4097u}) {
            auto set = support::trusting();
            set.largest_body = largest;
            auto const got = ask(host->url(path), set);
            BOOST_TEST((got.how == (largest < 4096 ? arrival::too_large : arrival::answered)),
                       path << largest);
            BOOST_TEST(got.body == (largest < 4096 ? "" : std::string(4096, '0')));
            BOOST_TEST(got.detail.empty() == (largest >= 4096));
        }
}

BOOST_AUTO_TEST_CASE(F41_a_bomb)
{
    support::environment const clean;
    std::string much;
    for (int i = 0; i < 1000; ++i) much += fuse;
    std::atomic<std::size_t> sent = 0;
    tls_server const host(each_request([&](auto& stream, auto const&) {
        stream.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10000000\r\n\r\n" + bomb);
        while (sent < 10'000'000 && stream.write(much)) sent += much.size();
    }));
    auto const got = ask(host->url("/"));
    BOOST_TEST((got.how == arrival::too_large), got.detail);
    BOOST_TEST(got.body.empty());
    BOOST_TEST(got.detail.find("larger") != got.detail.npos, got.detail);
    BOOST_TEST(sent < 10'000'000u); // 16 MiB are a hundred thousand bytes of it
}

BOOST_AUTO_TEST_CASE(F41_a_bomb_in_a_bomb)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, auto const&) {
        stream.answer("x",
                      "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip\r\n");
    }));
    BOOST_TEST((ask(host->url("/")).how == arrival::failed));
}

BOOST_AUTO_TEST_CASE(after_too_much_the_next_one_is_whole)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        stream.answer(request.starts_with("GET /large ") ? std::string(100'000, 'x') : "small"s);
    }));
    auto set = support::trusting();
    set.largest_body = 1000;
    http::client client(set);
    BOOST_TEST((ask_all(client, {host->url("/large")}).front().how == arrival::too_large));
    BOOST_TEST(ask_all(client, {host->url("/small")}).front().body == "small");
}

BOOST_AUTO_TEST_SUITE_END()
