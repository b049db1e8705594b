// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/discovered_via.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_discovered_via)
using namespace tiktrack::fetch;

BOOST_AUTO_TEST_CASE(there_and_back)
{
    struct row {
        discovered_via via;
        std::string text;
    };
    std::vector<row> const rows = {
        {{"hashtag:fyp", "newest", 7, "", 3, 200}, "hashtag:fyp; newest; seed 7; rank 3 of 200"},
        {{"sound:7100", "mix views, random, max-age 6h", 18446744073709551615u, "10K-100K", 1, 1},
         "sound:7100; mix views, random, max-age 6h; seed 18446744073709551615; band 10K-100K; rank 1 of 1"},
        {{"listing:a; band b; rank 1 of 2.json", "newest", 0, "", 2, 9},
         "listing:a; band b; rank 1 of 2.json; newest; seed 0; rank 2 of 9"},
    };
    for (auto const& [via, text] : rows) {
        BOOST_TEST(spelled(via) == text);
        auto const read = read_discovered_via(text);
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST((*read == via), text);
    }
}

BOOST_AUTO_TEST_CASE(other_peoples_words_are_none)
{
    for (auto const* text :
         {"", "by hand", "hashtag:fyp", "x; newest; seed 7; rank 3", "x; newest; seed 7; rank 3 of ",
          "x; newest; seed; rank 3 of 4", "newest; seed 7; rank 3 of 4", "x; newest; seed -7; rank 3 of 4",
          "x; newest; rank 3 of 4", "x; newest; seed 18446744073709551616; rank 3 of 4"})
        BOOST_TEST(!read_discovered_via(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
