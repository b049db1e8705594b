// SPDX-License-Identifier: MIT
#include "tiktrack/source/address.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(source_address)
using namespace tiktrack::source;

namespace {

std::string read(std::string_view text)
{
    auto const found = read_address(text);
    return std::string(describe(found.is)) + '|' + found.id + '|' + found.name;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_form_of_a_videos_address)
{
    std::string const pekka = "a video|7612236449866807058|pekka.log",
                      unnamed = "a video|7612236449866807058|";
    std::string const id = "7612236449866807058";
    BOOST_TEST(read("https://www.tiktok.com/@pekka.log/video/" + id) == pekka);
    BOOST_TEST(read("https://www.tiktok.com/@pekka.log/photo/" + id) == pekka);
    BOOST_TEST(read("http://m.tiktok.com/@pekka.log/video/" + id + "?is_copy_url=1&lang=de#top") == pekka);
    BOOST_TEST(read("https://de.tiktok.com/@pekka.log/video/" + id + "/") == pekka);
    BOOST_TEST(read("www.TikTok.com/@pekka.log/video/" + id) == pekka);
    BOOST_TEST(read("tiktok.com/%40pekka.log/video/" + id) == pekka);
    BOOST_TEST(read("//www.tiktok.com/@pekka.log/video/" + id) == "a page of the platform without a video||");
    BOOST_TEST(read("https://www.tiktok.com/@/video/" + id) == unnamed);
    BOOST_TEST(read("https://www.tiktok.com/video/" + id) == unnamed);
    BOOST_TEST(read("https://m.tiktok.com/v/" + id + ".html?u_code=0") == unnamed);
    BOOST_TEST(read("https://www.tiktok.com/embed/" + id) == unnamed);
    BOOST_TEST(read("https://www.tiktok.com/embed/v2/" + id + "?lang=en") == unnamed);
    BOOST_TEST(read("/embed/v2/" + id) == unnamed);
    BOOST_TEST(read("https://www.tiktok.com/@m%C3%BC/video/" + id) == "a video|" + id + "|mü");
}

BOOST_AUTO_TEST_CASE(F57_short_links_name_no_video_yet)
{
    for (auto const* link : {"https://vm.tiktok.com/ZMabc123/", "https://vt.tiktok.com/ZSabc123",
                             "https://www.tiktok.com/t/ZTabc123/"})
        BOOST_TEST(read(link) == "a short link||", link);
}

BOOST_AUTO_TEST_CASE(F65_what_else_an_address_is)
{
    BOOST_TEST(read("https://www.tiktok.com/@pekka.log") == "a creator's page||pekka.log");
    BOOST_TEST(read("/embed/@pekka.log/") == "a creator's page||pekka.log");
    BOOST_TEST(read("https://www.tiktok.com/@pekka.log/live") == "a live room||pekka.log");
    BOOST_TEST(read("https://www.tiktok.com/live") == "a live room||");
    BOOST_TEST(read("https://www.tiktok.com/tag/fyp?refer=embed") == "a hashtag's page||fyp");
    BOOST_TEST(read("/embed/tag/fyp") == "a hashtag's page||fyp");
    BOOST_TEST(read("https://www.tiktok.com/music/original-sound-P-7609111871815305998") ==
               "a sound's page|7609111871815305998|");
    BOOST_TEST(read("/embed/music/x-7609111871815305998") == "a sound's page|7609111871815305998|");
    BOOST_TEST(read("https://www.tiktok.com/search?q=moss") == "a search||");
    BOOST_TEST(read("https://www.tiktok.com/login?redirect_url=x") == "the login page||");
    BOOST_TEST(read("https://www.tiktok.com/") == "a page of the platform without a video||");
    BOOST_TEST(read("https://www.tiktok.com/@pekka/video/12345678901234567890123") ==
               "a page of the platform without a video||");
    BOOST_TEST(read("https://www.tiktok.com/@pekka/video/7.6E18") ==
               "a page of the platform without a video||");
    BOOST_TEST(read("https://www.youtube.com/watch?v=x") == "another site||");
    BOOST_TEST(read("https://nottiktok.com/@pekka/video/7612236449866807058") == "another site||");
    BOOST_TEST(read("https://tiktok.com.example/@pekka/video/7612236449866807058") == "another site||");
    BOOST_TEST(read("7612236449866807058") == "no address||");
    BOOST_TEST(read("") == "no address||");
    BOOST_TEST(read("https://") == "no address||");
}

BOOST_AUTO_TEST_CASE(a_video_gets_one_address)
{
    BOOST_TEST(video_address("pekka.log", "7") == "https://www.tiktok.com/@pekka.log/video/7");
    BOOST_TEST(video_address("حمودي", "7") == "https://www.tiktok.com/@حمودي/video/7");
    for (std::string const& name :
         {std::string(), std::string("a\0b", 3), std::string("a b"), std::string("a/b"), std::string("a\"b"),
          std::string("a'b"), std::string("a\\b"), std::string("\x7f")})
        BOOST_TEST(video_address(name, "7") == "https://www.tiktok.com/@/video/7");
}

BOOST_AUTO_TEST_SUITE_END()
