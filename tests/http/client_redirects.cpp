// SPDX-License-Identifier: MIT
// Redirects: what is followed, and what nobody is asked for.
#include "tiktrack/http/client.hpp"

#include "asking.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>

BOOST_AUTO_TEST_SUITE(http_client_redirects)
using namespace tiktrack;
using http::arrival;
using support::ask, support::ask_all, support::each_request, support::tls_server;

namespace {

/// Leads from `/N` to `/N-1` and so on to `/0`, where the page is; and from any other path to where it names.
tls_server::talk leading(std::vector<std::string>& paths)
{
    return each_request([&](auto& stream, std::string const& request) {
        std::string const path = request.substr(4, request.find(' ', 4) - 4);
        paths.push_back(path);
        if (path == "/0") return stream.answer("the page");
        auto const to = path.starts_with("/to?") ? path.substr(4)
                        : path == "/ring"        ? path
                                                 : '/' + std::to_string(std::stoi(path.substr(1)) - 1);
        return stream.answer("elsewhere", "Location: " + to + "\r\nSet-Cookie: a=b\r\n", "302 Found");
    });
}

} // namespace

BOOST_AUTO_TEST_CASE(F40_followed_on_the_same_site)
{
    support::environment const clean;
    std::vector<std::string> paths;
    tls_server const host(leading(paths));
    struct row {
        std::string path, at;
        std::size_t asked;
    };
    for (auto const& each : std::vector<row>{{"/0", "/0", 1},
                                             {"/1", "/0", 2},
                                             {"/5", "/0", 6},
                                             {"/to?/0", "/0", 2},
                                             {"/to?./0", "/0", 2},
                                             {"/to?" + host->url("/0"), "/0", 2},
                                             {"/to?" + host->url("/1"), "/0", 3}}) {
        paths.clear();
        auto const got = ask(host->url(each.path));
        BOOST_TEST((got.how == arrival::answered), each.path << ": " << got.detail);
        BOOST_TEST(got.status == 200);
        BOOST_TEST(got.body == "the page");
        BOOST_TEST(got.url == host->url(each.at));
        BOOST_TEST(got.location.empty());
        BOOST_TEST(paths.size() == each.asked, each.path);
    }
}

BOOST_AUTO_TEST_CASE(F40_not_followed)
{
    support::environment const clean;
    std::vector<std::string> paths;
    tls_server const host(leading(paths));
    support::server const foreign([](int) {}); // it counts who comes
    auto const other_name = host->url("/0", "localhost");
    struct row {
        std::string path, location, word;
        std::size_t asked;
    };
    for (auto const& each : std::vector<row>{
             {"/to?http://" + host->site() + "/0", "http://" + host->site() + "/0", "https", 1},
             {"/to?http://" + foreign.site() + "/0", "http://" + foreign.site() + "/0", "https", 1},
             {"/to?" + foreign.url("/0"), foreign.url("/0"), "another site", 1},
             {"/to?" + foreign.url("/0", "ann:geheim@127.0.0.1"), foreign.url("/0"), "another site", 1},
             {"/to?//" + foreign.site() + "/0", foreign.url("/0"), "another site", 1},
             {"/to?" + other_name, other_name, "another site", 1},
             {"/to?file:///etc/passwd", "file:///etc/passwd", "https", 1},
             {"/to?" + host->url("/to?" + foreign.url("/0")), foreign.url("/0"), "another site", 2},
             {"/6", host->url("/0"), "too many", 6},
             {"/ring", host->url("/ring"), "too many", 6},
         }) {
        paths.clear();
        auto const got = ask(host->url(each.path));
        BOOST_TEST((got.how == arrival::redirected), each.path << ": " << got.body << got.detail);
        BOOST_TEST(got.status == 302);
        BOOST_TEST(got.body.empty());
        BOOST_TEST(got.location == each.location, each.path << ": " << got.location);
        BOOST_TEST(got.detail.find(each.word) != got.detail.npos, got.detail);
        BOOST_TEST(got.detail.find(each.location) != got.detail.npos, got.detail);
        BOOST_TEST(got.detail.find("geheim") == got.detail.npos, got.detail);
        BOOST_TEST(paths.size() == each.asked, each.path);
    }
    BOOST_TEST(foreign.connections() == 0u);
}

BOOST_AUTO_TEST_CASE(F40_to_hosts_that_were_named)
{
    support::environment const clean;
    std::vector<std::string> paths;
    tls_server const host(leading(paths));
    auto set = support::trusting();
    set.redirect_hosts = {host->site("localhost")};
    auto const got = ask(host->url("/to?" + host->url("/0", "localhost")), set);
    BOOST_TEST((got.how == arrival::answered), got.detail);
    BOOST_TEST(got.body == "the page");
    BOOST_TEST(got.url == host->url("/0", "localhost"));
    set.most_redirects = 0;
    auto const none = ask(host->url("/1"), set);
    BOOST_TEST((none.how == arrival::redirected));
    BOOST_TEST(none.detail == "a redirect that is not followed: " + host->url("/0"));
}

BOOST_AUTO_TEST_CASE(F40_statuses_that_lead_elsewhere)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, std::string const& request) {
        auto const status = request.substr(5, 3);
        bool const bare = status == "end";
        stream.answer(status, bare ? "" : "Location: /end\r\n", (status == "end" ? "200" : status) + " Some");
    }));
    for (auto const* status : {"301", "302", "303", "307", "308"})
        BOOST_TEST(ask(host->url('/' + std::string(status))).body == "end", status);
    for (auto const* status : {"201", "300", "305", "404", "503"})
        BOOST_TEST(ask(host->url('/' + std::string(status))).body == status, status);
}

BOOST_AUTO_TEST_CASE(F37_time_is_counted_over_all_hops)
{
    support::environment const clean;
    tls_server const host(each_request([](auto& stream, auto const&) {
        (void)support::still_quiet(stream.socket(), 150);
        stream.answer("", "Location: /next\r\n", "302 Found");
    }));
    auto set = support::trusting();
    set.timeout = std::chrono::milliseconds{400};
    auto const got = ask(host->url("/"), set);
    BOOST_TEST((got.how == arrival::timed_out), got.detail);
}

BOOST_AUTO_TEST_SUITE_END()
