// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/discover_page.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_discover_page)
using namespace tiktrack::fetch;

namespace {

std::string read(listing_of what, std::string_view text)
{
    auto const page = read_listing_page(what, text);
    return page ? page->source : "none";
}

} // namespace

BOOST_AUTO_TEST_CASE(addresses)
{
    BOOST_TEST(address_of(page_of_creator("anna.b")) == "https://www.tiktok.com/embed/@anna.b");
    BOOST_TEST(address_of(page_of_hashtag("brö d")) == "https://www.tiktok.com/embed/tag/br%C3%B6%20d");
    BOOST_TEST(address_of(page_of_sound("7100")) == "https://www.tiktok.com/embed/music/7100");
    BOOST_TEST(address_of(explore_page()) == "https://www.tiktok.com/explore");
    auto const link = page_of_link("https://vm.tiktok.com/ZMabc/", "input:in");
    BOOST_TEST(address_of(link) == "https://vm.tiktok.com/ZMabc/");
    BOOST_TEST(link.source == "input:in");

    std::string const server = "https://localhost:8443";
    BOOST_TEST(address_of(page_of_creator("anna"), server + '/') == server + "/embed/@anna");
    BOOST_TEST(address_of(link, server) == server + "/ZMabc/");
    BOOST_TEST(address_of(page_of_link("https://vm.tiktok.com", ""), server) == server + '/');
}

BOOST_AUTO_TEST_CASE(names_as_people_give_them)
{
    using enum listing_of;
    for (auto const* text : {"anna", "@anna", "https://www.tiktok.com/@anna?lang=de", "tiktok.com/@anna/"})
        BOOST_TEST(read(creator, text) == "user:anna", text);
    for (auto const* text : {"brot", "#brot", "https://www.tiktok.com/tag/brot"})
        BOOST_TEST(read(hashtag, text) == "hashtag:brot", text);
    for (auto const* text : {"7100", "https://www.tiktok.com/music/original-sound-7100"})
        BOOST_TEST(read(sound, text) == "sound:7100", text);
}

BOOST_AUTO_TEST_CASE(F65_addresses_of_something_else)
{
    using enum listing_of;
    for (auto const* text :
         {"", "@", "an na", "an/na", "https://www.tiktok.com/tag/brot", "https://www.tiktok.com/@",
          "https://www.youtube.com/@anna", "https://www.tiktok.com/search?q=x"})
        BOOST_TEST(read(creator, text) == "none", text);
    for (auto const* text : {"#", "a b", "https://www.tiktok.com/@anna"})
        BOOST_TEST(read(hashtag, text) == "none", text);
    for (auto const* text : {"", "x-7100", "7100x", "https://www.tiktok.com/@anna/video/7100"})
        BOOST_TEST(read(sound, text) == "none", text);
}

BOOST_AUTO_TEST_CASE(parts_of_the_site)
{
    BOOST_TEST((part_of(listing_of::creator) == site_part::embed_pages));
    BOOST_TEST((part_of(listing_of::sound) == site_part::embed_pages));
    BOOST_TEST((part_of(listing_of::explore) == site_part::explore_page));
    BOOST_TEST((part_of(listing_of::link) == site_part::short_links));
}

BOOST_AUTO_TEST_SUITE_END()
