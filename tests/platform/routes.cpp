// SPDX-License-Identifier: MIT
#include "routes.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_routes)
using namespace tiktrack::stand_in;
namespace source = tiktrack::source;

namespace {

constexpr std::int64_t begins = 1'790'000'000;

struct stood_up {
    world in{{1, begins, 40, 600}};
    bulk parts{1};
    site of{in, parts, 0, "https://www.tiktok.com", {}};

    reply ask(std::string_view target) const { return answer(of, read_target(target), begins); }
    std::string location(std::string_view target) const
    {
        auto const got = ask(target);
        return got.headers.empty() ? "" : got.headers[0].second;
    }
};

stood_up const& stage()
{
    static stood_up const one;
    return one;
}

} // namespace

BOOST_AUTO_TEST_CASE(targets_are_taken_apart)
{
    auto const asked = read_target("/oembed?url=https%3A%2F%2Fa%2Fb%3Fc&x=&y");
    BOOST_TEST(asked.path == "/oembed");
    BOOST_TEST(asked.value("url") == "https://a/b?c");
    BOOST_TEST(asked.query.size() == 3U);
    BOOST_TEST(asked.value("none").empty());
    BOOST_TEST(read_target("/%40a/%zz%4").path == "/@a/%zz%4");
    BOOST_TEST(read_target("").path.empty());
}

BOOST_AUTO_TEST_CASE(F57_short_links_lead_to_a_video_a_user_a_room_or_nowhere)
{
    auto const& all = stage();
    auto const& video = all.in.videos()[7];
    BOOST_TEST(all.ask("/t/v7").status == 301);
    auto const to = source::read_address(all.location("/t/v7"));
    BOOST_TEST((to.is == source::place::video));
    BOOST_TEST(to.id == std::to_string(video.id));
    BOOST_TEST(to.name == all.in.creators()[video.creator].name);
    BOOST_TEST((source::read_address(all.location("/t/u3/")).is == source::place::creator));
    BOOST_TEST((source::read_address(all.location("/t/l3")).is == source::place::live));
    BOOST_TEST((source::read_address(all.location("/t/t0")).is == source::place::hashtag));
    for (auto const* code : {"/t/v600", "/t/x", "/t/v", "/t/v99999999999999999999"})
        BOOST_TEST((source::read_address(all.location(code)).is == source::place::other_page), code);
}

BOOST_AUTO_TEST_CASE(what_is_no_page_is_404)
{
    for (auto const* path : {"/", "/nothing", "/embed", "/embed/v2/abc", "/@a/video/1/2", "/embed/@a/b", "/@",
                             "/explore/x", "/t", "/made-up"})
        BOOST_TEST(stage().ask(path).status == (std::string_view(path) == "/t" ? 301 : 404), path);
    BOOST_TEST(stage().ask("/embed/v2/7").status == 400);
    BOOST_TEST(stage().ask("/embed/@nobody").status == 404);
}

BOOST_AUTO_TEST_CASE(every_page_says_that_it_is_made_up_and_has_the_size_of_a_real_one)
{
    auto const& all = stage();
    auto const id = std::to_string(all.in.videos()[0].id);
    auto const& name = all.in.creators()[0].name;
    for (auto const& path : {"/embed/v2/" + id, "/embed/@" + name, std::string("/embed/tag/fyp"),
                             "/embed/music/" + std::to_string(all.in.sounds()[0].id)}) {
        auto const got = all.ask(path);
        BOOST_TEST(got.body.find("<meta name=\"made-up\"") != std::string::npos, path);
        BOOST_TEST(got.body.size() > 290'000, path);
        BOOST_TEST(got.body.size() < 350'000, path);
    }
    for (auto const& path :
         {"/@/video/" + id, "/@" + name, std::string("/explore"), std::string("/@x/video/7")}) {
        auto const got = all.ask(path);
        BOOST_TEST(got.body.find("<meta name=\"made-up\"") != std::string::npos, path);
        BOOST_TEST(got.body.size() > 240'000, path);
        BOOST_TEST(got.body.size() < 350'000, path);
    }
    BOOST_TEST(all.ask("/nothing").body.find("<meta name=\"made-up\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_is_the_same_whenever_it_is_asked_for_at_one_time)
{
    auto const& all = stage();
    stood_up const again;
    for (std::size_t i = 0; i < 5; ++i) {
        auto const path = "/embed/v2/" + std::to_string(all.in.videos()[i].id);
        BOOST_TEST(all.ask(path).body == again.ask(path).body);
    }
}

BOOST_AUTO_TEST_SUITE_END()
