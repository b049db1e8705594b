// SPDX-License-Identifier: MIT
#include "tiktrack/http/curl.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(http_curl)
using namespace tiktrack;
using http::arrival;

BOOST_AUTO_TEST_CASE(results_in_our_words)
{
    struct row {
        CURLcode result;
        arrival how;
        std::string_view said, words;
    };
    for (auto const& each : std::vector<row>{
             {CURLE_OK, arrival::answered, "", "No error"},
             {CURLE_OPERATION_TIMEDOUT, arrival::timed_out, "too slow", "too slow"},
             {CURLE_COULDNT_CONNECT, arrival::failed, "", "Couldn't connect to server"},
             {CURLE_PARTIAL_FILE, arrival::failed, "3 bytes missing", "3 bytes missing"},
             {CURLE_PEER_FAILED_VERIFICATION, arrival::failed, "self-signed", "TLS: self-signed"},
             {CURLE_SSL_CONNECT_ERROR, arrival::failed, "", "TLS: SSL connect error"},
         }) {
        BOOST_TEST((http::arrival_of(each.result) == each.how), each.words);
        BOOST_TEST(http::words_of(each.result, each.said) == each.words);
    }
}

BOOST_AUTO_TEST_CASE(owners)
{
    auto first = http::made_by<http::easy_handle>(curl_easy_init);
    auto const second = std::move(first);
    BOOST_TEST(!first);
    http::set<CURLOPT_TIMEOUT_MS>(second, std::chrono::milliseconds{5});
    http::set<CURLOPT_USERAGENT>(second, "tests");
    BOOST_CHECK_THROW(http::set<CURLOPT_PROTOCOLS_STR>(second, "no-such-protocol"), std::runtime_error);
    BOOST_CHECK_THROW((void)http::made_by<http::easy_handle>([]() -> CURL* { return nullptr; }),
                      std::bad_alloc);

    http::header_lines lines;
    http::append(lines, "A: 1");
    http::append(lines, "B: 2");
    BOOST_TEST(lines->data == std::string_view("A: 1"));
    BOOST_TEST(lines->next->data == std::string_view("B: 2"));
}

BOOST_AUTO_TEST_SUITE_END()
