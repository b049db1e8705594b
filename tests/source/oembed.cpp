// SPDX-License-Identifier: MIT
#include "tiktrack/source/oembed.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_oembed)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

constexpr auto const* html =
    R"("<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@mirela/video/7612056099729442697\"> <section> <a title=\"@mirela\" href=\"https://www.tiktok.com/@mirela?refer=embed\">@mirela</a> <p>x &amp; y <a title=\"piano\" href=\"https://www.tiktok.com/tag/piano?refer=embed\">#Piano</a> <a href=\"https://www.tiktok.com/tag/r&amp;b\">#R&amp;B</a></p> <a href=\"https://www.tiktok.com/music/original-sound-M-7612056098744303937?refer=embed\">♬</a></section></blockquote>")";

} // namespace

BOOST_AUTO_TEST_CASE(its_html_names_the_video_the_sound_and_the_hashtags)
{
    auto const got = import_text(
        R"({"version":"1.0","type":"video","title":"x & y #Piano","author_url":"https://www.tiktok.com/@mirela","author_name":"M","html":)" +
        std::string(html) + R"(,"thumbnail_url":"https://c/1","provider_name":"TikTok"})");
    for (auto const& [key, value] : {std::pair{"video_id", R"("7612056099729442697")"},
                                     {"creator_username", R"("mirela")"},
                                     {"creator_display_name", R"("M")"},
                                     {"caption", R"("x & y #Piano")"},
                                     {"hashtags", R"(["Piano","R&B"])"},
                                     {"music_id", R"("7612056098744303937")"},
                                     {"sound_title", "null"},
                                     {"thumbnail_url", R"("https://c/1")"},
                                     {"views", "null"},
                                     {"upload_source", R"("id")"},
                                     {"status", R"("ok")"},
                                     {"source", R"("oembed")"}})
        BOOST_TEST(got[key] == value, key << ": " << got[key]);
    BOOST_TEST(stays_the_same(got));
}

BOOST_AUTO_TEST_CASE(an_answer_about_a_creator_names_no_video)
{
    auto const got = import_text(
        R"({"html":"<a href='https://www.tiktok.com/@mirela'>M</a>","provider_name":"TikTok","author_unique_id":"mirela"})");
    BOOST_TEST(got.glance() == "- parse_error");
}

BOOST_AUTO_TEST_SUITE_END()
