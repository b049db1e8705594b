// SPDX-License-Identifier: MIT
#include "tiktrack/http/redirect.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(http_redirect)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F40_where_a_redirect_may_lead)
{
    struct row {
        std::string asked, to;
        bool may;
        std::string told; ///< the address to ask, or to tell of
    };
    std::vector<std::string> const hosts{"site.example", "127.0.0.1:8443"};
    std::string const site = "https://www.site.example/a", apart = "https://apart.example/a";
    for (auto const& each : std::vector<row>{
             {site, "https://www.site.example/b?c=d", true, "https://www.site.example/b?c=d"},
             {site, "https://site.example/b", true, "https://site.example/b"},
             {site, "https://a.b.SITE.example/b", true, "https://a.b.SITE.example/b"},
             {site, "https://www.site.example:443/b", true, "https://www.site.example:443/b"},
             {site, "HTTPS://www.site.example/b", true, "https://www.site.example/b"},
             {site, "https://127.0.0.1:8443/b", true, "https://127.0.0.1:8443/b"},
             {apart, "https://apart.example/b", true, "https://apart.example/b"},
             {apart, "https://APART.example/b", true, "https://APART.example/b"},
             {apart, "https://www.site.example/b", true, "https://www.site.example/b"},
             {"https://apart.example:8443/a", "https://apart.example:8443/b", true,
              "https://apart.example:8443/b"},
             {site, "https://ann:geheim@www.site.example/b", true, "https://www.site.example/b"},
             {site, "https://ann@www.site.example/b", true, "https://www.site.example/b"},

             {site, "http://www.site.example/b", false, "http://www.site.example/b"},
             {site, "HTTP://www.site.example/b", false, "HTTP://www.site.example/b"},
             {site, "file:///etc/passwd", false, "file:///etc/passwd"},
             {site, "ftp://www.site.example/b", false, "ftp://www.site.example/b"},
             {site, "intent://www.site.example/b", false, "intent://www.site.example/b"},
             {site, "https://apart.example/b", false, "https://apart.example/b"},
             {site, "https://www.site.example:8443/b", false, "https://www.site.example:8443/b"},
             {site, "https://127.0.0.1/b", false, "https://127.0.0.1/b"},
             {site, "https://notsite.example/b", false, "https://notsite.example/b"},
             {site, "https://site.example.apart.example/b", false, "https://site.example.apart.example/b"},
             {site, "https://www.site.example.:443/b", false, "https://www.site.example.:443/b"},
             {site, "https://www.site.example@apart.example/b", false, "https://apart.example/b"},
             {site, "https://www.site.example:443@apart.example/b", false, "https://apart.example/b"},
             {apart, "https://www.apart.example/b", false, "https://www.apart.example/b"},
             {site, "", false, ""},
             {site, "https://", false, "https://"},
             {site, "https://www.site.example:99999/", false, "https://www.site.example:99999/"},
             {site, "https://a b/", false, "https://a b/"},
         }) {
        auto const judged = http::judge_redirect(each.asked, each.to, hosts);
        BOOST_TEST(judged.refused.empty() == each.may,
                   each.to << " from " << each.asked << ": " << judged.refused);
        BOOST_TEST(judged.to == each.told, each.to << ": " << judged.to);
    }
}

BOOST_AUTO_TEST_CASE(F40_addresses_that_two_programs_could_read_in_two_ways)
{
    for (std::string const to :
         {"https://apart.example\\@www.site.example/", "https://apart.example#@www.site.example/",
          "https://apart.example?@www.site.example/", "https:\\\\apart.example\\@www.site.example/",
          "https:///apart.example/", "https:apart.example", "//apart.example/", "www.site.example",
          "https://www.site.example%2eapart.example/", "https://[::1]/", "https://www。site。example/"}) {
        auto const judged = http::judge_redirect("https://www.site.example/", to, {});
        // What is asked is what was judged: the address that comes out is read the same way again.
        bool const stays = judged.to.starts_with("https://www.site.example/");
        BOOST_TEST(judged.refused.empty() == stays, to << " as " << judged.to);
    }
}

BOOST_AUTO_TEST_SUITE_END()
