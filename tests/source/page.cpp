// SPDX-License-Identifier: MIT
#include "tiktrack/source/page.hpp"

#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

BOOST_AUTO_TEST_SUITE(source_page)
using namespace tiktrack;
using namespace tiktrack::support;

namespace {

std::string const state = made_up_state(made_up_item(R"("stats":{})"));
std::string const gone =
    R"({"__DEFAULT_SCOPE__":{"webapp.video-detail":{"statusCode":10204,"statusMsg":""}}})";

std::string
script(std::string const& content,
       std::string const& attributes = R"(id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json")")
{
    return "<script " + attributes + ">" + content + "</script>";
}

} // namespace

BOOST_AUTO_TEST_CASE(F52_the_right_script_by_its_id)
{
    for (
        auto const& page : {
            script("") + script(state),                                               // the first is empty
            script("{}") + script(state),                                             // or has no scope
            script(R"({"__DEFAULT_SCOPE__":{"webapp.a-b":{}}})") + script(state),     // or is a shell
            script("{\"__DEFAULT") + script(state),                                   // or is torn
            "<!-- " + script(gone) + " -->" + script(state),                          // or a comment
            script("var a='__UNIVERSAL_DATA_FOR_REHYDRATION__'", "") + script(state), // or only names it
            script(state,
                   "type='application/json' crossorigin id='__UNIVERSAL_DATA_FOR_REHYDRATION__'"), // another
                                                                                                   // order,
                                                                                                   // other
                                                                                                   // quotes
            script(state, "id=__UNIVERSAL_DATA_FOR_REHYDRATION__"), // no quotes
            "<script\nID=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\"\n>" + state + "</script >",
            script("<!--" + state + "-->"),
            script("\n  " + state + "\n"),
            script(R"({"props":{"pageProps":{}}})", R"(id="__NEXT_DATA__")") + script(state),
            script(R"({"a":"<\/script><script id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\">x"})",
                   R"(type="application/json" id="other")") +
                script(state),
            script(made_up_state(made_up_item(
                R"("stats":{},"text":"</script><b>\"itemStruct\":{}")"))), // </script in a string
            script(made_up_state(
                made_up_item(R"("stats":{})"),
                R"("webapp.x":{"itemInfo":{"itemStruct":{"id":"1"}},"webapp.video-detail":{"statusCode":10204}},)")),
            script(R"({"first":{},"__DEFAULT_SCOPE__":)" + state.substr(state.find(':') + 1)),
        }) {
        auto const got = import_text("<!DOCTYPE html><html>" + page);
        BOOST_TEST(got.glance() == "7612236449866807058 ok", page);
        BOOST_TEST(stays_the_same(got));
    }
}

BOOST_AUTO_TEST_CASE(F52_or_a_named_error)
{
    auto const detail = [](std::string const& page) {
        auto const got = import_text("<html><title>TikTok</title>" + page);
        BOOST_TEST(got.glance() == "- parse_error", page);
        return got["status_detail"];
    };
    BOOST_TEST(detail(script("")) == R"("the script __UNIVERSAL_DATA_FOR_REHYDRATION__ is empty")");
    BOOST_TEST(detail(script("{}")) ==
               R"("the script __UNIVERSAL_DATA_FOR_REHYDRATION__ has no __DEFAULT_SCOPE__")");
    BOOST_TEST(detail(script("{x}", "id=SIGI_STATE")).starts_with(R"("the script SIGI_STATE is not JSON: )"));
    BOOST_TEST(
        detail(script(R"({"source":{"data":{}}})", "id=__FRONTITY_CONNECT_STATE__")).find("found source") !=
        std::string::npos);
    BOOST_TEST(detail("").starts_with("\"no script __UNIVERSAL_DATA_FOR_REHYDRATION__, SIGI_STATE, "
                                      "__NEXT_DATA__ or __FRONTITY_CONNECT_STATE__ in a page of 27 bytes"));
}

BOOST_AUTO_TEST_CASE(the_address_of_what_is_not_shown)
{
    std::string const href = "https://www.tiktok.com/@pekka/video/7612236449866807058";
    for (auto const& head :
         {"<link data-rh=\"true\" rel=\"canonical\" href=\"" + href + "\" />",
          "<meta property='og:url' content='" + href + "?a=1&amp;b=2'>",
          "<meta property='og:url' content='https://www.tiktok.com/explore'><link rel=canonical href=" +
              href + ">"}) {
        auto const got = import_text(head + script(gone));
        BOOST_TEST(got.glance() == "7612236449866807058 not_found", head);
        BOOST_TEST(got["video_url"] == '"' + href + '"');
        BOOST_TEST(stays_the_same(got));
    }
    auto const unknown =
        import_text("<link rel='canonical' href='https://www.tiktok.com/@pekka'>" + script(gone));
    BOOST_TEST(unknown.glance() == "- not_found");
    BOOST_TEST(unknown["video_url"] == "null");
}

BOOST_AUTO_TEST_CASE(F49_what_is_no_answer)
{
    for (auto const& [page, detail] : {
             std::pair{R"(<html>Please wait... <p id="wci" class="_wafchallengeid"></p>)",
                       "the firewall's waiting page"},
             {R"(<html><script>{"slardarClient": "SlardarWAF"}</script>)", "the firewall's waiting page"},
             {"<title>tiktok-verify-page</title>", "a captcha page"},
             {"<title>Site Maintenance</title>", "Site Maintenance"},
             {"<html><head><title>403 Forbidden</title></head>", "403 Forbidden"},
             {"<HTML><TITLE>Access Denied</TITLE>", "Access Denied"},
             {R"(<a href="https://www.tiktok.com/login?redirect_url=x">Found</a>.)",
              "a redirect to the login page"},
             {R"(<title>Log in | TikTok</title><link rel="canonical" href="https://www.tiktok.com/login">)",
              "the login page"},
         }) {
        auto const got = import_text(page);
        BOOST_TEST(got.glance() == "- challenged", page);
        BOOST_TEST(got["status_detail"] == '"' + std::string(detail) + '"');
        BOOST_TEST(got["raw"] == "null");
        BOOST_TEST(got["source"] == "null");
        BOOST_TEST(got.tally.again == 1U);
        BOOST_TEST(stays_the_same(got));
    }
    // The words stand in good pages too.
    auto const good = import_text("<p>Please wait, captcha, SlardarWAF, _wafchallengeid</p>" + script(state));
    BOOST_TEST(good.glance() == "7612236449866807058 ok");
}

BOOST_AUTO_TEST_CASE(somebody_elses_page_is_refused)
{
    auto const got = import_text("<!DOCTYPE html><title>Turnips: a short history</title><p>Nothing.</p>");
    BOOST_TEST(got.text.empty());
    BOOST_TEST(got.failed == "in: is a page, but none of the platform's: looked for its states and its "
                             "refusals; its title is \"Turnips: a short history\"");
}

BOOST_AUTO_TEST_SUITE_END()
