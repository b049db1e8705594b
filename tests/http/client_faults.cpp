// SPDX-License-Identifier: MIT
// What hosts do instead of answering.
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>

BOOST_AUTO_TEST_SUITE(http_client_faults)
using namespace tiktrack;
using http::arrival;
using support::ask, support::ask_all, support::each_request, support::tls_server;
using namespace std::chrono_literals;

namespace {

/// Nothing of an answer that did not come is told as if it had come.
void check_none(http::answer const& got, arrival how, std::string_view word)
{
    BOOST_TEST((got.how == how), word << ": " << got.detail);
    BOOST_TEST(got.body.empty());
    BOOST_TEST(got.detail.find(word) != got.detail.npos, word << " is not in: " << got.detail);
}

} // namespace

BOOST_AUTO_TEST_CASE(F36_no_connection)
{
    support::environment const clean;
    support::server const leaves([](int socket) { support::reset_at_end(socket); });
    check_none(ask("https://" + support::closed_port() + '/'), arrival::failed, "connect");
    check_none(ask(leaves.url("/")), arrival::failed, "");
    // A label that is longer than names allow: nobody has to be asked to know that there is no such host.
    check_none(ask("https://" + std::string(64, 'a') + ".example/"), arrival::failed, "resolve");
    BOOST_TEST(leaves.connections() > 0u);
}

BOOST_AUTO_TEST_CASE(F36_a_connection_that_ends_before_the_answer)
{
    support::environment const clean;
    tls_server const resets([](auto& stream) {
        (void)stream.read_request();
        support::reset_at_end(stream.socket());
    });
    tls_server const closes([](auto& stream) {
        (void)stream.read_request();
        stream.close();
    });
    check_none(ask(resets->url("/")), arrival::failed, "");
    check_none(ask(closes->url("/")), arrival::failed, "Empty reply");
}

BOOST_AUTO_TEST_CASE(addresses_that_cannot_be_asked)
{
    support::environment const clean;
    std::atomic<int> asked = 0;
    support::server const plain([&](int) { ++asked; });
    for (std::string const& url :
         {"http://" + plain.site() + '/', "ftp://" + plain.site() + '/', std::string("file:///etc/passwd"),
          std::string(), std::string("https://"), std::string("https://a b/"),
          std::string("https://127.0.0.1:99999/"), "https://127.0.0.1/" + std::string(9'000'000, 'a')}) {
        auto const got = ask(url);
        BOOST_TEST((got.how == arrival::failed), url.substr(0, 40));
        BOOST_TEST(!got.detail.empty());
    }
    BOOST_TEST(asked == 0);
}

BOOST_AUTO_TEST_CASE(F37_hosts_that_are_slow)
{
    support::environment const clean;
    auto const trickle = [](auto& stream, std::string_view piece) {
        for (int i = 0; i < 200 && stream.write(piece); ++i) (void)support::still_quiet(stream.socket(), 50);
    };
    support::server const mute(support::until_it_leaves);
    tls_server const slow(each_request([&](auto& stream, std::string const& request) {
        if (request.starts_with("GET /silent ")) return stream.fall_silent();
        stream.write("HTTP/1.1 200 OK\r\n");
        if (request.starts_with("GET /header ")) return trickle(stream, "X");
        stream.write("Content-Length: 1000000000\r\n\r\n");
        if (request.starts_with("GET /stops ")) return stream.fall_silent();
        if (request.starts_with("GET /trickles ")) return trickle(stream, "x");
        trickle(stream, std::string(1000, 'x'));
    }));
    auto set = support::trusting();
    set.connections_per_host = 9;
    set.connect_timeout = 300ms;
    set.timeout = 600ms;
    {
        http::client client(set);
        auto const got =
            ask_all(client, {mute.url("/"), slow->url("/silent"), slow->url("/header"), slow->url("/stops"),
                             slow->url("/trickles"), slow->url("/endless")});
        for (auto const& each : got) check_none(each, arrival::timed_out, "");
    }
    set.connect_timeout = set.timeout = 30s; // so that it is the speed that ends them
    set.slow_for = 1s;
    http::client client(set);
    auto const got = ask_all(client, {slow->url("/silent"), slow->url("/stops"), slow->url("/trickles")});
    for (auto const& each : got) check_none(each, arrival::timed_out, "too slow");
}

BOOST_AUTO_TEST_CASE(F37_requests_behind_a_host_that_does_not_speak)
{
    support::environment const clean;
    support::server const mute(support::until_it_leaves);
    auto set = support::trusting();
    set.connect_timeout = 100ms;
    http::client client(set);
    for (auto const& each : ask_all(client, std::vector<std::string>(4, mute.url("/"))))
        check_none(each, arrival::timed_out, "");
}

BOOST_AUTO_TEST_CASE(F38_half_an_answer)
{
    support::environment const clean;
    std::string const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
    struct row {
        std::string name, text;
        bool farewell; ///< whether TLS says that no more comes
    };
    for (auto const& each : std::vector<row>{
             {"too short for its length", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhello", true},
             {"the same, cut", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhello", false},
             {"no last chunk", chunked, true},
             {"the same, cut", chunked, false},
             {"in a chunk", chunked + "5\r\nwor", true},
             {"a chunk that is none", chunked + "xyz\r\n", true},
             {"in the header", "HTTP/1.1 200 OK\r\nX: y\r\nContent-", true},
             {"the same, cut", "HTTP/1.1 200 OK\r\nX: y\r\nContent-", false},
             {"in the second header", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\n", true},
             {"no HTTP", "<html>hello</html>", true},
             {"two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello", true},
             {"a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: x5\r\n\r\nhello", true},
             {"no gzip", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\nhello", true},
             {"an unknown encoding",
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: x\r\n\r\nhello", true},
         }) {
        tls_server const host([&](auto& stream) {
            (void)stream.read_request();
            stream.write(each.text);
            if (each.farewell) stream.close();
        });
        auto const got = ask(host->url("/"));
        BOOST_TEST((got.how == arrival::failed), each.name << " gave " << got.body);
        BOOST_TEST(got.body.empty(), each.name);
        BOOST_TEST(!got.detail.empty(), each.name);
    }
}

BOOST_AUTO_TEST_CASE(F38_more_than_the_length_is_not_the_next_answer)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        if (request.starts_with("GET /long "))
            stream.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 "
                         "OK\r\nContent-Length: 4\r\n\r\nfake");
        else
            stream.answer("real");
    }));
    http::client client(support::trusting());
    BOOST_TEST(ask_all(client, {host->url("/long")}).front().body == "hello");
    BOOST_TEST(ask_all(client, {host->url("/next")}).front().body == "real");
}

BOOST_AUTO_TEST_CASE(F39_certificates_that_prove_nothing)
{
    support::environment const clean;
    auto const& known = support::certificates();
    struct row {
        char const* name;
        support::tls_settings how;
        std::string ca_file;
    };
    for (auto const& each : std::vector<row>{
             {"expired", {&known.expired}, known.file},
             {"self-signed", {&known.self_signed}, known.file},
             {"another name", {&known.other_name}, known.file},
             {"TLS 1.1", {&known.good, false, TLS1_1_VERSION}, known.file},
             {"nobody trusts it", {&known.good}, {}},
             {"no such file", {&known.good}, known.file + ".none"},
             {"nothing in the file", {&known.good}, "/dev/null"},
         }) {
        std::atomic<int> asked = 0;
        tls_server const host([&](auto& stream) { asked += !stream.read_request().empty(); }, each.how);
        auto set = support::trusting();
        set.ca_file = each.ca_file;
        auto const got = ask(host->url("/"), set);
        check_none(got, arrival::failed, "TLS: ");
        BOOST_TEST(got.status == 0);
        BOOST_TEST(asked == 0, each.name); // it was not tried without
    }
    tls_server const host(each_request([](auto& stream, auto const&) { stream.answer("good"); }),
                          {&known.good, false, TLS1_2_VERSION});
    BOOST_TEST(ask(host->url("/")).body == "good");
    BOOST_TEST(ask(host->url("/", "localhost")).body == "good");
}

BOOST_AUTO_TEST_CASE(F41_answers_without_end)
{
    support::environment const clean;
    auto const endless = [](auto& stream, std::string const& piece) {
        for (int i = 0; i < 100'000 && stream.write(piece); ++i) {
        }
    };
    tls_server const host(each_request([&](auto& stream, std::string const& request) {
        stream.write("HTTP/1.1 200 OK\r\n");
        if (request.starts_with("GET /lines ")) return endless(stream, "X: y\r\n");
        if (request.starts_with("GET /wide "))
            return endless(stream, "X: " + std::string(8000, 'y') + "\r\n");
        if (request.starts_with("GET /line ")) return endless(stream, std::string(16000, 'X'));
        if (request.starts_with("GET /folded "))
            return stream.write("X: y\r\n"), endless(stream, " more of it\r\n");
        if (request.starts_with("GET /interim "))
            return endless(stream, "\r\nHTTP/1.1 103 Early Hints\r\nX: y\r\n");
        if (request.starts_with("GET /chunks "))
            return stream.write("Transfer-Encoding: chunked\r\n\r\n"),
                   endless(stream, "3e8\r\n" + std::string(1000, 'x') + "\r\n");
        if (request.starts_with("GET /trailers "))
            return stream.write("Transfer-Encoding: chunked\r\n\r\n0\r\n"), endless(stream, "X: y\r\n");
        stream.write("\r\n");
        endless(stream, std::string(1000, 'x'));
    }));
    auto set = support::trusting();
    set.largest_body = 1 << 20;
    for (auto const* path :
         {"/lines", "/wide", "/line", "/folded", "/interim", "/chunks", "/trailers", "/body"}) {
        auto const got = ask(host->url(path), set);
        BOOST_TEST((got.how == arrival::too_large), path << ": " << got.detail);
        BOOST_TEST(got.body.empty());
        BOOST_TEST(!got.detail.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
