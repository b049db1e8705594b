// SPDX-License-Identifier: MIT
#include "tiktrack/http/exchange.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(http_exchange)
using namespace tiktrack;
using namespace std::string_literals;
using http::answer, http::answer_of, http::archived_response, http::arrival;

namespace {

answer answered(int status, std::string head, std::string body)
{
    answer made;
    made.how = arrival::answered;
    made.status = status;
    made.head = std::move(head);
    made.body = std::move(body);
    made.url = "https://site.example/a";
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(as_a_response_of_http_1_1)
{
    struct row {
        answer from;
        std::string response;
    };
    auto const page = answered(200,
                               "HTTP/2 200 \r\ncontent-type: text/html\r\ncontent-encoding: br\r\n"
                               "content-length: 3\r\n",
                               "a page");
    auto chunked =
        answered(503, "HTTP/1.1 503 Slow down\r\nTransfer-Encoding: chunked\r\nRetry-After: 7\r\n", "");
    chunked.retry_after = "7";
    auto headless = answered(429, "", "wait");
    headless.retry_after = "9";
    auto cut = answered(200, "HTTP/1.0 200\r\n", "");
    cut.how = arrival::failed;
    cut.detail = "half\r\nof it";
    auto away = answered(302, "HTTP/1.1 302 Found\r\nX-Archive-Ended: x\r\nX-ARCHIVE-ORIG-A: y\r\n", "");
    away.how = arrival::redirected;
    away.detail = "a redirect to another site: https://apart.example/";
    away.location = "https://apart.example/";
    for (auto const& each : std::vector<row>{
             {page, "HTTP/1.1 200 \r\ncontent-type: text/html\r\nX-Archive-Orig-content-encoding: br\r\n"
                    "X-Archive-Orig-content-length: 3\r\nContent-Length: 6\r\n\r\na page"},
             {chunked,
              "HTTP/1.1 503 Slow down\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nRetry-After: 7\r\n"
              "Content-Length: 0\r\n\r\n"},
             {headless, "HTTP/1.1 429 \r\nRetry-After: 9\r\nContent-Length: 4\r\n\r\nwait"},
             {cut, "HTTP/1.1 200 \r\nX-Archive-Ended: failed\r\nX-Archive-Detail: half\\x0d\\x0aof it\r\n"
                   "Content-Length: 0\r\n\r\n"},
             {away, "HTTP/1.1 302 Found\r\nX-Archive-Orig-X-Archive-Ended: x\r\n"
                    "X-Archive-Orig-X-ARCHIVE-ORIG-A: y\r\nX-Archive-Ended: redirected\r\n"
                    "X-Archive-Location: https://apart.example/\r\n"
                    "X-Archive-Detail: a redirect to another site: https://apart.example/\r\n"
                    "Content-Length: 0\r\n\r\n"},
             {answer{}, ""},
         })
        BOOST_TEST(archived_response(each.from) == each.response);
}

BOOST_AUTO_TEST_CASE(read_back_as_it_came)
{
    support::dice dice(7);
    std::vector<std::string> const bodies{"", "a page", "a\0b\xff\r\n\r\n"s, std::string(70'000, '\n')};
    std::vector<std::string> const waits{"", "7", "Fri, 13 Nov 2026 20:00:00 GMT", "9\\x41\x01"};
    std::vector<std::string> const heads{
        "", "HTTP/2 200 \r\n", "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nContent-Encoding: gzip\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n: no name\r\n",
        "HTTP/1.1 200 OK\r\nx-archive-location: a trap\r\nX-Archive-Orig-Content-Length: 9\r\n"};
    std::vector<std::string> const words = {
        "why: it is so",   " ",           " of\r\ntwo lines\t",         "\\x0d", "\\",
        "a\\x2 \x7f\x01 ", "caf\xc3\xa9", "https://apart.example/a%20b"};
    for (auto const how :
         {arrival::answered, arrival::failed, arrival::timed_out, arrival::too_large, arrival::redirected})
        for (int round = 0; round < 40; ++round) {
            auto one = answered(static_cast<int>(100 + dice.roll(900)), dice.one_of(heads), "");
            one.how = how;
            one.retry_after = dice.one_of(waits);
            if (!one.head.empty() && !one.retry_after.empty())
                one.head += "retry-after: " + one.retry_after + " \r\nRetry-After: 99\r\n";
            if (how == arrival::answered) one.body = dice.one_of(bodies);
            if (how != arrival::answered) one.detail = dice.one_of(words);
            if (how == arrival::redirected) one.location = dice.one_of(words);
            auto const got = answer_of(archived_response(one), one.url);
            BOOST_REQUIRE(got);
            BOOST_TEST((got->how == one.how));
            BOOST_TEST(got->status == one.status);
            BOOST_TEST((got->body == one.body));
            BOOST_TEST(got->retry_after == one.retry_after);
            BOOST_TEST(got->url == one.url);
            BOOST_TEST(got->location == one.location);
            BOOST_TEST(got->detail == one.detail);
        }
}

BOOST_AUTO_TEST_CASE(F76_what_is_no_response_of_ours)
{
    BOOST_TEST(answer_of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", "u")->body == "a");
    for (std::string const& each : {
             ""s,
             "WARC/1.1\r\n\r\n"s,
             "HTTP/1.1 200 OK"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"s,
             "HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n"s,
             "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n"s,
             "HTTP/1.1 -20 OK\r\nContent-Length: 0\r\n\r\n"s,
             "HTTP/1.1 2000\r\nContent-Length: 0\r\n\r\n"s,
             "HTTP/1.1 099 x\r\nContent-Length: 0\r\n\r\n"s,
             "HTTP/1.1 200 OK\r\n\r\n"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab"s,
             "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\na"s,
             "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 1\r\ncontent-encoding: gzip\r\n\r\na"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na"s,
             "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Archive-Ended: somehow\r\n\r\n"s,
         })
        BOOST_TEST(!answer_of(each, "u"), each);
}

BOOST_AUTO_TEST_SUITE_END()
