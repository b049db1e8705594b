// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/http_status.hpp"

#include "simulated_net.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(fetch_http_status)
using namespace tiktrack;
using namespace tiktrack::fetch;

BOOST_AUTO_TEST_CASE(a_bad_request_speaks_of_an_id_on_embed_pages_alone)
{
    struct row {
        int code;
        std::string_view path, status;
    };
    for (auto const& each : std::to_array<row>({{200, "/explore", ""},
                                                {400, "/embed/v2/1", "not_found"},
                                                {400, "/embed/tag/a", "not_found"},
                                                {400, "/@a/video/1", "http_error"},
                                                {400, "/explore", "http_error"},
                                                {400, "", "http_error"},
                                                {404, "/explore", "not_found"},
                                                {302, "/explore", "http_error"},
                                                {500, "/embed/v2/1", "http_error"}}))
        BOOST_TEST(status_of_http(each.code, each.path) == each.status, each.code << each.path);
}

BOOST_AUTO_TEST_CASE(what_is_no_answer)
{
    std::string const site(source::site_address), login = site + "/login?x", page = site + "/x";
    BOOST_TEST(is_login(support::redirect(login), source::site_address));
    BOOST_TEST(!is_login(support::redirect(page), source::site_address));
    BOOST_TEST(why_no_answer(support::redirect(page)) == "a redirect to " + page);
    BOOST_TEST(why_no_answer(support::broken()) == "connection reset");
    auto landed = support::status(200);
    landed.url = login;
    BOOST_TEST(is_login(landed, source::site_address));
    landed.how = http::arrival::timed_out; // nothing came of it
    BOOST_TEST(!is_login(landed, source::site_address));
}

BOOST_AUTO_TEST_SUITE_END()
