// SPDX-License-Identifier: MIT
// HTTP/2, frame by frame.
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <cstdint>

BOOST_AUTO_TEST_SUITE(http_client_http2)
using namespace tiktrack;
using http::arrival;
using support::ask, support::ask_all, support::tls_server, support::tls_stream;
using namespace std::string_literals;

namespace {

bool has_http2() { return (curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_HTTP2) != 0; }

boost::test_tools::assertion_result with_http2(boost::unit_test::test_unit_id)
{
    boost::test_tools::assertion_result found(has_http2());
    found.message() << "this libcurl has no HTTP/2";
    return found;
}

enum : char { data = 0, headers = 1, reset = 3, settings = 4, push_promise = 5, go_away = 7 };
enum : char { end_stream = 1, acknowledged = 1, end_headers = 4 };

std::string big_endian(std::size_t number, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(number >> (8 * i) & 0xff);
    return text;
}

std::string frame(char type, char flags, std::size_t stream, std::string const& payload)
{
    return big_endian(payload.size(), 3) + type + flags + big_endian(stream, 4) + payload;
}

std::string const ok = "\x88"; // `:status: 200` in the table of header fields that everybody has

std::string whole_answer(std::size_t stream, std::string const& body)
{
    return frame(headers, end_headers, stream, ok) + frame(data, end_stream, stream, body);
}

/// A talk of HTTP/2: `answer` is called with the number of each stream on which something is asked.
tls_server::talk each_stream(std::function<void(tls_stream&, std::size_t)> answer)
{
    return [answer = std::move(answer)](tls_stream& stream) {
        stream.write(frame(settings, 0, 0, ""));
        std::string heard;
        std::size_t at = 24; // behind the client's preface
        for (;;) {
            auto const piece = stream.read();
            if (piece.empty()) return;
            heard += piece;
            auto const number = [&](std::size_t from, int bytes) {
                std::size_t value = 0;
                for (int i = 0; i < bytes; ++i)
                    value = value << 8 | static_cast<std::uint8_t>(heard[from + std::size_t(i)]);
                return value;
            };
            while (heard.size() >= at + 9 && heard.size() >= at + 9 + number(at, 3)) {
                if (heard[at + 3] == settings && heard[at + 4] == 0)
                    stream.write(frame(settings, acknowledged, 0, ""));
                if (heard[at + 3] == headers) answer(stream, number(at + 5, 4));
                at += 9 + number(at, 3);
            }
        }
    };
}

support::tls_settings over_http2()
{
    support::tls_settings how;
    how.http2 = true;
    return how;
}

} // namespace

BOOST_AUTO_TEST_CASE(one_connection_for_all, *boost::unit_test::precondition(with_http2))
{
    support::environment const clean;
    std::vector<std::size_t> waiting;
    tls_server const host(each_stream([&](auto& stream, std::size_t number) {
                              waiting.push_back(number);
                              if (waiting.size() < 5) return;
                              for (auto one = waiting.rbegin(); one != waiting.rend();
                                   ++one) // the last first
                                  stream.write(whole_answer(*one, std::to_string(*one)));
                          }),
                          over_http2());
    auto set = support::trusting();
    set.connections_per_host = 5; // more than are needed
    http::client client(set);
    auto const got = ask_all(client, std::vector<std::string>(5, host->url("/")));
    std::vector<std::string> bodies;
    for (auto const& each : got) {
        BOOST_TEST((each.how == arrival::answered), each.detail);
        bodies.push_back(each.body);
    }
    BOOST_TEST(bodies == (std::vector<std::string>{"1", "3", "5", "7", "9"}),
               boost::test_tools::per_element());
    BOOST_TEST(host->connections() == 1u);
}

BOOST_AUTO_TEST_CASE(F45_a_stream_that_is_reset, *boost::unit_test::precondition(with_http2))
{
    support::environment const clean;
    tls_server const host(each_stream([](auto& stream, std::size_t number) {
                              if (number % 4 == 3) return (void)stream.write(whole_answer(number, "whole"));
                              stream.write(
                                  frame(headers, end_headers, number, ok) + frame(data, 0, number, "half") +
                                  frame(reset, 0, number, big_endian(2, 4))); // an error within the server
                          }),
                          over_http2());
    http::client client(support::trusting());
    int whole = 0;
    for (auto const& each : ask_all(client, std::vector<std::string>(6, host->url("/")))) {
        bool const good = each.how == arrival::answered;
        whole += good;
        BOOST_TEST((good || each.how == arrival::failed));
        BOOST_TEST(each.body == (good ? "whole" : ""));
        BOOST_TEST(each.detail.empty() == good);
    }
    BOOST_TEST(whole == 3); // the others on the connection are not touched
}

BOOST_AUTO_TEST_CASE(F45_go_away, *boost::unit_test::precondition(with_http2))
{
    support::environment const clean;
    for (bool const in_the_middle : {false, true}) {
        std::atomic<int> connection = 0;
        tls_server const host(
            [&](tls_stream& stream) {
                bool const first = ++connection == 1;
                each_stream([&](auto& to, std::size_t number) {
                    if (!first) return (void)to.write(whole_answer(number, "whole"));
                    if (in_the_middle)
                        to.write(frame(headers, end_headers, number, ok) + frame(data, 0, number, "half"));
                    to.write(
                        frame(go_away, 0, 0, big_endian(in_the_middle ? number : 0, 4) + big_endian(0, 4)));
                    to.close();
                })(stream);
            },
            over_http2());
        http::client client(support::trusting());
        for (int round = 0; round < 2; ++round) {
            for (auto const& each : ask_all(client, std::vector<std::string>(3, host->url("/")))) {
                bool const good = each.how == arrival::answered;
                BOOST_TEST((good || each.how == arrival::failed));
                BOOST_TEST((good || round == 0), each.detail); // a new connection serves the second round
                BOOST_TEST(each.body == (good ? "whole" : ""));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(F45_server_push, *boost::unit_test::precondition(with_http2))
{
    support::environment const clean;
    tls_server const host(
        each_stream([](auto& stream, std::size_t number) {
            stream.write(frame(push_promise, end_headers, number, big_endian(2, 4) + "\x82\x87\x84"s) +
                         whole_answer(2, "pushed") + whole_answer(number, "asked for"));
        }),
        over_http2());
    auto const got = ask(host->url("/"));
    BOOST_TEST((got.how == arrival::failed || got.body == "asked for"), got.body);
    BOOST_TEST(got.body.find("pushed") == got.body.npos);
}

BOOST_AUTO_TEST_CASE(F38_less_than_the_length, *boost::unit_test::precondition(with_http2))
{
    support::environment const clean;
    tls_server const host(each_stream([](auto& stream, std::size_t number) {
                              stream.write(frame(headers, end_headers, number,
                                                 ok + "\x5c\x02"
                                                      "99") + // content-length
                                           frame(data, end_stream, number, "half"));
                          }),
                          over_http2());
    auto const got = ask(host->url("/"));
    BOOST_TEST((got.how == arrival::failed), got.body);
}

BOOST_AUTO_TEST_SUITE_END()
