// SPDX-License-Identifier: MIT
#include "tiktrack/http/secrets.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(http_secrets)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F63_addresses_without_their_users)
{
    struct row {
        std::string_view address, told;
    };
    for (auto const& each : std::vector<row>{
             {"", ""},
             {"https://host.example/a?b#c", "https://host.example/a?b#c"},
             {"https://ann:geheim@host.example/a", "https://host.example/a"},
             {"https://ann@host.example", "https://host.example"},
             {"https://ann:ge@heim@host.example:8443?x", "https://host.example:8443?x"},
             {"https://:geheim@host.example", "https://host.example"},
             {"socks5h://ann:geheim@host.example:1080", "socks5h://host.example:1080"},
             {"ann:geheim@host.example:3128", "host.example:3128"},
             {"https://host.example/@ann/video/7:1", "https://host.example/@ann/video/7:1"},
             {"https://host.example/?mail=a:b@c", "https://host.example/?mail=a:b@c"},
             {"https://host.example/?next=https://ann:geheim@other.example/b",
              "https://host.example/?next=https://other.example/b"},
             {"https://a:b@one.example/https://c:d@two.example#https://e:f@three.example",
              "https://one.example/https://two.example#https://three.example"},
         })
        BOOST_TEST(http::without_user(each.address) == each.told);
}

BOOST_AUTO_TEST_CASE(F63_what_a_proxy_has_of_secrets)
{
    struct row {
        std::string_view address;
        std::vector<std::string> secrets;
    };
    for (auto const& each : std::vector<row>{
             {"", {}},
             {"http://proxy.example:3128", {}},
             {"http://ann@proxy.example:3128", {}},
             {"http://ann:@proxy.example:3128", {}},
             {"http://ann:geheim@proxy.example:3128", {"ann:geheim", "geheim"}},
             {"ann:geheim@proxy.example", {"ann:geheim", "geheim"}},
             {"http://ann:ge%3aheim%@proxy.example", {"ann:ge%3aheim%", "ge%3aheim%", "ge:heim%"}},
             {"http://ann:ge/he#im@proxy.example", {"ann:ge/he#im", "ge/he#im"}},
         }) {
        std::vector<std::string> known;
        http::learn_secrets(each.address, known);
        http::learn_secrets(each.address, known); // twice is once
        BOOST_TEST(known == each.secrets, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(F63_texts_without_secrets)
{
    std::vector<std::string> known;
    http::learn_secrets("http://ann:geheim@proxy.example:3128", known);
    struct row {
        std::string_view text, told;
    };
    for (auto const& each : std::vector<row>{
             {"", ""},
             {"Could not resolve host: proxy.example", "Could not resolve host: proxy.example"},
             {"Unsupported proxy syntax in 'http://ann:ge heim@proxy.example'",
              "Unsupported proxy syntax in 'http://ann:ge heim@proxy.example'"}, // another password than the
                                                                                 // one known
             {"no 'http://bob:other@proxy.example', \"https://x:y@z/\"",
              "no 'http://proxy.example', \"https://z/\""},
             {"Proxy bob:other@proxy.example:3128 refused", "Proxy proxy.example:3128 refused"},
             {"the password geheim, and geheimgeheim", "the password ***, and ******"},
             {"user ann:geheim was refused", "user *** was refused"},
             {"at 12:30, to @ann, of a@b: \t x", "at 12:30, to @ann, of a@b: \t x"},
             {"see https://host.example/@ann/video/7", "see https://host.example/@ann/video/7"},
         })
        BOOST_TEST(http::without_secrets(each.text, known) == each.told);
    BOOST_TEST(http::without_secrets("the password geheim of u:v@w") == "the password geheim of w");
}

BOOST_AUTO_TEST_SUITE_END()
