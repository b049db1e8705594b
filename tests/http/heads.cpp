// SPDX-License-Identifier: MIT
#include "tiktrack/http/heads.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(http_heads)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(requests)
{
    http::client_settings set;
    set.user_agent = "tests";
    std::string const rest = "User-Agent: tests\r\nAccept: text/html,application/json;q=0.9,*/*;q=0.8\r\n"
                             "Accept-Language: en\r\n";
    struct row {
        std::string url, begin;
    };
    for (auto const& each : std::vector<row>{
             {"https://site.example", "GET / HTTP/1.1\r\nHost: site.example\r\n"},
             {"https://site.example/a?b=c#d", "GET /a?b=c HTTP/1.1\r\nHost: site.example\r\n"},
             {"https://site.example:8443/a", "GET /a HTTP/1.1\r\nHost: site.example:8443\r\n"},
             {"https://site.example:443/a", "GET /a HTTP/1.1\r\nHost: site.example\r\n"},
             {"https://ann:geheim@site.example/a", "GET /a HTTP/1.1\r\nHost: site.example\r\n"},
             {"https://[::1]:8443/", "GET / HTTP/1.1\r\nHost: [::1]:8443\r\n"},
             {"no address at all", "GET / HTTP/1.1\r\n"},
         }) {
        auto const head = http::request_head(each.url, set);
        BOOST_TEST(head.starts_with(each.begin + rest), head);
        BOOST_TEST(head.ends_with("\r\n\r\n"));
        BOOST_TEST(head.find("\r\nAccept-Encoding: ") != head.npos);
    }
    BOOST_TEST(http::offered_codings().find("gzip") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(F63_headers_that_may_be_secret)
{
    for (auto const* name : {"Set-Cookie", "cookie", "X-Ms-Token", "Authorization", "PROXY-AUTHENTICATE",
                             "x-session", "X-Secret", "X-CSRF", "X-Password", "Credentials"})
        BOOST_TEST(http::may_be_secret(name), name);
    for (auto const* name : {"", "Content-Type", "Retry-After", "Location", "Server", "X-Tt-Logid", "ETag"})
        BOOST_TEST(!http::may_be_secret(name), name);
}

BOOST_AUTO_TEST_CASE(lines_of_an_answer)
{
    std::string head;
    for (auto const* line : {"HTTP/2 200 \r\n", "a: b\n", "\t c\r\n", "Set-Cookie: a=b\r\n", " d\r\n",
                             "no colon\r\n", "\r\n", "last: one"})
        http::append_line(head, line);
    BOOST_TEST(head == "HTTP/2 200 \r\na: b\r\nno colon\r\nlast: one\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
