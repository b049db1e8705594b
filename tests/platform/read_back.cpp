// SPDX-License-Identifier: MIT
// The project's own adapters read what the stand-in says, and get what its world holds.
#include "canned.hpp"

#include "../source/reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_read_back)
using namespace tiktrack::stand_in;
using namespace tiktrack::support;

namespace {

constexpr std::int64_t begins = 1'790'000'000, hour = 3600;

struct stood_up {
    world in{{2, begins, 30, 250}};
    bulk parts{2};
    site of{in, parts, 0, "https://www.tiktok.com", {}};

    imported ask(std::string const& target, std::int64_t now, std::string const& agent = {}) const
    {
        auto asked = read_target(target);
        asked.user_agent = agent;
        return import_text(answer(of, asked, now).body);
    }
};

stood_up const& stage()
{
    static stood_up const one;
    return one;
}

std::string in_quotes(std::string_view text)
{
    std::string made;
    tiktrack::format::append_quoted(made, text);
    return made;
}

/// The text that a cell means, without how it is spelled.
std::string meant(std::string const& cell)
{
    if (cell.size() < 2 || cell[0] != '"') return cell;
    std::string text;
    tiktrack::format::append_text(text, std::string_view(cell).substr(1, cell.size() - 2));
    return in_quotes(text);
}

std::string list(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& each : names) text += (text.empty() ? "" : ",") + in_quotes(each);
    return '[' + text + ']';
}

std::string number(std::int64_t count) { return std::to_string(count); }

/// Checks what every kind of page tells of a video that is shown.
void check_video(imported const& got, made_up_video const& of, std::int64_t now, bool exact)
{
    auto const& in = stage().in;
    auto const& who = in.creators()[of.creator];
    auto const has = counts_at(of, now);
    auto const shown = [exact](std::int64_t count) { return number(shown_count(count, exact)); };
    BOOST_TEST(got["video_id"] == in_quotes(number(static_cast<std::int64_t>(of.id))));
    BOOST_TEST(got["views"] == shown(has.views));
    BOOST_TEST(got["likes"] == shown(has.likes));
    BOOST_TEST(got["comments_count"] == shown(has.comments));
    BOOST_TEST(got["shares"] == shown(has.shares));
    BOOST_TEST(got["upload_timestamp"] == number(of.uploaded));
    BOOST_TEST(meant(got["caption"]) == in_quotes(of.caption));
    BOOST_TEST(meant(got["hashtags"]) == list(of.tags));
    BOOST_TEST(got["video_duration"] == (of.pictures > 0 ? "null" : number(of.duration)));
    BOOST_TEST(got["is_photo"] == (of.pictures > 0 ? "true" : "false"));
    BOOST_TEST(got["region"] == in_quotes(of.region));
    BOOST_TEST(got["creator_username"] == in_quotes(who.name));
    BOOST_TEST(meant(got["creator_display_name"]) == in_quotes(who.nickname));
    BOOST_TEST(meant(got["creator_bio"]) == in_quotes(who.bio));
    BOOST_TEST(got["creator_verified"] == (who.verified ? "true" : "false"));
    BOOST_TEST(got["creator_following_count"] == number(who.following));
    if (!of.sound) {
        BOOST_TEST(got["music_id"] == "null");
        BOOST_TEST(got["sound_original"] == "null");
        return;
    }
    auto const& sound = in.sounds()[*of.sound];
    BOOST_TEST(got["music_id"] == in_quotes(std::to_string(sound.id)));
    BOOST_TEST(meant(got["sound_title"]) == in_quotes(sound.title));
    BOOST_TEST(meant(got["sound_author"]) == in_quotes(sound.artist));
}

/// Checks one video's page of one kind at one time.
void check_page(made_up_video const& of, bool embed, std::int64_t now)
{
    auto const id = std::to_string(of.id);
    auto const got = stage().ask((embed ? "/embed/v2/" : "/@anybody/video/") + id, now);
    auto const& row = row_of(of.uploaded > now ? standing::unknown : standing_at(of, now));
    BOOST_TEST_CONTEXT(id << (embed ? " embed" : " page") << " at " << now)
    {
        BOOST_REQUIRE(got.lines.size() == 1U);
        BOOST_TEST(got["status"] == in_quotes(embed ? row.embed_status : row.page_status));
        BOOST_TEST(got["video_id"] == in_quotes(id));
        BOOST_TEST(got.said.empty());
        if (row.is != standing::shown) {
            BOOST_TEST(got["views"] == "null");
            return;
        }
        bool const exact = !embed && of.exact && of.has_v2;
        check_video(got, of, now, exact);
        auto const& who = stage().in.creators()[of.creator];
        auto const followers = counts_at(stage().in, who, now).followers;
        BOOST_TEST(got["creator_follower_count"] == number(shown_count(followers, !embed && who.exact)));
        BOOST_TEST(got["is_ad"] == (of.ad ? "true" : "false"));
        auto const hearts = counts_at(stage().in, who, now).hearts;
        BOOST_TEST(got["creator_total_likes"] == number(shown_count(hearts, !embed && who.exact)));
        BOOST_TEST(got["source"] == (embed ? "\"embed\"" : "\"page\""));
        auto const saves = number(shown_count(counts_at(of, now).saves, exact));
        BOOST_TEST(got["saves"] == (embed ? "null" : saves));
        BOOST_TEST(got["category_type"] == (embed ? "null" : in_quotes(number(of.category))));
        if (of.sound)
            BOOST_TEST(got["sound_original"] == (stage().in.sounds()[*of.sound].original ? "true" : "false"));
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(embed_pages_and_video_pages_give_what_the_world_holds)
{
    for (auto const& each : stage().in.videos())
        for (auto const now : {begins, begins + 24 * hour + 17}) {
            check_page(each, true, now);
            check_page(each, false, now);
        }
}

BOOST_AUTO_TEST_CASE(F48_every_standing_gives_its_status)
{
    stood_up all;
    auto const* const shown =
        &*std::find_if(all.in.videos().begin(), all.in.videos().end(), [](auto const& each) {
            return each.uploaded < begins && each.later == standing::shown;
        });
    auto const id = std::to_string(shown->id);
    for (auto const& row : standings) {
        all.of.forced[id] = row.is;
        BOOST_TEST(all.ask("/embed/v2/" + id, begins).glance() == id + ' ' + std::string(row.embed_status));
        BOOST_TEST(all.ask("/@x/video/" + id, begins).glance() == id + ' ' + std::string(row.page_status));
    }
    BOOST_TEST(all.ask("/embed/v2/7", begins).glance() == "7 not_found");
    BOOST_TEST(all.ask("/@x/video/7", begins).glance() == "7 not_found");
}

BOOST_AUTO_TEST_CASE(a_mobile_client_gets_the_mobile_page)
{
    int seen = 0;
    for (auto const& each : stage().in.videos()) {
        if (each.uploaded > begins || standing_at(each, begins) != standing::shown || ++seen > 40) continue;
        auto const got =
            stage().ask("/@x/video/" + std::to_string(each.id), begins, "Made-up/1.0 (Mobile; nothing real)");
        BOOST_TEST(got["source"] == "\"mobile\"");
        BOOST_TEST(got["status"] == "\"ok\"");
        check_video(got, each, begins, false);
        BOOST_TEST(got["saves"] == number(shown_count(counts_at(each, begins).saves, false)));
    }
    BOOST_TEST(seen > 40);
}

BOOST_AUTO_TEST_CASE(F58_lists_of_creators_hold_their_videos_without_private_ones)
{
    auto const& in = stage().in;
    for (auto const& who : in.creators()) {
        auto const got = stage().ask("/embed/@" + who.name, begins);
        for (std::size_t i = 0; i < got.lines.size(); ++i) {
            BOOST_TEST(got(i, "creator_username") == in_quotes(who.name));
            auto const id = got(i, "video_id");
            if (id == "null") continue;
            auto const* const of = in.video(id.substr(1, id.size() - 2), begins);
            BOOST_REQUIRE(of != nullptr);
            BOOST_TEST((standing_at(*of, begins) == standing::shown));
            BOOST_TEST(got(i, "views") == number(shown_count(counts_at(*of, begins).views, false)));
            bool const from_id = got(i, "upload_source") == "\"id\"";
            BOOST_TEST(got(i, "upload_timestamp") ==
                       (from_id ? std::to_string(of->id >> 32) : number(of->uploaded)));
        }
        BOOST_TEST(got.lines.size() <= 13U);
    }
}

BOOST_AUTO_TEST_CASE(lists_of_hashtags_and_sounds_hold_videos_of_many_creators)
{
    auto const& in = stage().in;
    int twice = 0;
    for (std::int64_t now = begins; now < begins + 12 * hour; now += hour / 2) {
        auto const body = answer(stage().of, read_target("/embed/tag/fyp"), now).body;
        std::size_t rows = 0;
        for (auto at = body.find("authorUniqueId"); at != body.npos; at = body.find("authorUniqueId", at + 1))
            ++rows;
        auto const videos = import_text(body).lines.size();
        BOOST_TEST(videos > 3U);
        BOOST_TEST(rows <= 10U);
        BOOST_TEST((rows == videos || rows == videos + 1));
        twice += rows == videos + 1;
    }
    BOOST_TEST(twice > 0);
    BOOST_TEST(twice < 24);
    std::size_t filled = 0;
    for (auto const& sound : in.sounds()) {
        auto const id = std::to_string(sound.id);
        for (auto const& path : {"/embed/music/" + id, "/embed/music/x-" + id}) {
            auto const got = stage().ask(path, begins);
            for (std::size_t i = 0; i < got.lines.size() && got(i, "video_id") != "null"; ++i, ++filled) {
                BOOST_TEST(got(i, "music_id") == in_quotes(id));
                BOOST_TEST(got(i, "sound_usage_count") == number(sound_uses(sound, begins)));
                BOOST_TEST(meant(got(i, "sound_author")) == in_quotes(sound.artist));
            }
        }
    }
    BOOST_TEST(filled > 50U);
    BOOST_TEST(stage().ask("/embed/music/7", begins)["status"] == "\"not_found\"");
}

BOOST_AUTO_TEST_CASE(pages_of_creators_give_their_counts)
{
    for (auto const& who : stage().in.creators()) {
        auto const got = stage().ask("/@" + who.name, begins);
        BOOST_TEST(got["creator_username"] == in_quotes(who.name));
        BOOST_TEST(got["video_id"] == "null");
        auto const hearts = got["creator_total_likes"];
        BOOST_TEST((hearts == number(who.hearts) || hearts == number(shown_count(who.hearts, false))));
    }
}

BOOST_AUTO_TEST_CASE(the_explore_page_is_a_shell_or_holds_a_listing)
{
    stood_up all;
    BOOST_TEST(all.ask("/explore", begins)["status"] == "\"parse_error\"");
    all.of.explore_listing = 25;
    auto const got = all.ask("/explore", begins);
    BOOST_TEST(got.lines.size() == 25U);
    bool ads = false;
    for (std::size_t i = 0; i < got.lines.size(); ++i) {
        BOOST_TEST(got(i, "status") == "\"ok\"");
        ads = ads || got(i, "is_ad") == "true";
        BOOST_TEST(got(i, "creator_username").starts_with("\"made.up."));
    }
    BOOST_TEST(ads);
}

BOOST_AUTO_TEST_CASE(oembed_names_the_video_its_hashtags_and_its_sound)
{
    int seen = 0;
    for (auto const& each : stage().in.videos()) {
        auto const id = std::to_string(each.id);
        auto const target = "/oembed?url=https%3A%2F%2Fwww.tiktok.com%2F@x%2Fvideo%2F" + id;
        if (each.uploaded > begins || standing_at(each, begins) != standing::shown) {
            BOOST_TEST(answer(stage().of, read_target(target), begins).status == 400);
            continue;
        }
        ++seen;
        auto const got = stage().ask(target, begins);
        BOOST_TEST(got.glance() == id + " ok");
        BOOST_TEST(meant(got["caption"]) == in_quotes(each.caption));
        BOOST_TEST(got["creator_username"] == in_quotes(stage().in.creators()[each.creator].name));
        if (each.sound)
            BOOST_TEST(got["music_id"] == in_quotes(std::to_string(stage().in.sounds()[*each.sound].id)));
        auto const tags = std::count(each.caption.begin(), each.caption.end(), '#');
        auto const listed = got["hashtags"];
        BOOST_TEST(std::count(listed.begin(), listed.end(), '"') == 2 * tags);
    }
    BOOST_TEST(seen > 100);
}

BOOST_AUTO_TEST_CASE(refusals_are_read_as_what_they_are)
{
    struct row {
        std::string_view fault, embed, page;
    };
    static constexpr row rows[] = {
        {"overload", "rate_limited", "rate_limited"},  {"waiting", "challenged", "challenged"},
        {"maintenance", "challenged", "challenged"},   {"forbidden", "challenged", "challenged"},
        {"shell", "parse_error", "parse_error"},       {"tiny", "parse_error", "parse_error"},
        {"other-video", "parse_error", "parse_error"}, {"half-page", "parse_error", "parse_error"},
    };
    auto const& video =
        *std::find_if(stage().in.videos().begin(), stage().in.videos().end(), [](auto const& each) {
            return each.uploaded < begins && each.later == standing::shown;
        });
    auto const id = std::to_string(video.id);
    for (auto const& each : rows)
        for (bool const embed : {true, false}) {
            auto const asked = read_target((embed ? "/embed/v2/" : "/@x/video/") + id);
            auto const got =
                import_text(faulty_answer(stage().of, *fault_named(each.fault), asked, begins).body);
            BOOST_TEST(got["status"] == in_quotes(embed ? each.embed : each.page),
                       each.fault << ' ' << embed);
        }
    BOOST_TEST(canned_body(canned::overload, 503, stage().parts).size() == 26U);
    // A whole page of another video is another video's: only who asked can tell.
    auto const other = import_text(
        faulty_answer(stage().of, *fault_named("other-route"), read_target("/embed/v2/" + id), begins).body);
    BOOST_TEST(other["status"] == "\"ok\"");
    BOOST_TEST(other["video_id"] != in_quotes(id));
}

BOOST_AUTO_TEST_SUITE_END()
