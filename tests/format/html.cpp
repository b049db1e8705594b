// SPDX-License-Identifier: MIT
#include "tiktrack/format/html.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(format_html)
using namespace tiktrack::format;

namespace {

/// The tags of a page, one after the other, each with the attribute `id`.
std::string tags_of(std::string_view page)
{
    std::string all;
    tag_walk walk(page);
    for (html_tag tag; walk.next(tag);) {
        all.append(all.empty() ? "" : " ").append(tag.name);
        if (auto const id = tag.attribute("id")) all.append("#").append(*id);
    }
    return all;
}

std::string json_of(std::string_view page)
{
    tag_walk walk(page);
    html_tag tag;
    return walk.next(tag) ? std::string(tag.json()) : "no tag";
}

} // namespace

BOOST_AUTO_TEST_CASE(attributes_are_found_in_any_order_and_quoting)
{
    BOOST_TEST(tags_of(R"(<p id="a"><p id='b'><p id=c><p class=x ID = "d" ><p id><p/id=e><br id=f/>)") ==
               "p#a p#b p#c p#d p# p#e br#f/");
    BOOST_TEST(tags_of(R"(<p title="<script id=no>" id=yes>)") == "p#yes");
    BOOST_TEST(tags_of("<p\nid\t=\n'a'\n>") == "p#a");
}

BOOST_AUTO_TEST_CASE(comments_end_tags_and_declarations_are_no_tags)
{
    BOOST_TEST(tags_of("<!DOCTYPE html><!-- <script id=no> --><a></a><?xml x?><b><!--><c>") == "a b c");
    BOOST_TEST(tags_of("1 < 2 <3 <> < p <") == "");
    BOOST_TEST(tags_of("<a><!-- never ends <b>") == "a");
}

BOOST_AUTO_TEST_CASE(scripts_and_titles_hold_no_tags)
{
    BOOST_TEST(tags_of("<script>a<b;'</scrip'</script><title><i></title><style><x></style><p>") ==
               "script title style p");
    BOOST_TEST(tags_of("<SCRIPT>if (a</b) <c></SCRIPT><p>") == "SCRIPT p");
    BOOST_TEST(tags_of("<script>never ends <p>") == "script");
}

BOOST_AUTO_TEST_CASE(F52_json_in_a_script_ends_with_its_brace_not_with_the_elements_end)
{
    auto const* const page =
        R"(<script type="application/json">{"a":"</script><p id=no>","b":{}}</script><p id=yes>)";
    BOOST_TEST(tags_of(page) == "script p#yes");
    BOOST_TEST(json_of(page) == R"({"a":"</script><p id=no>","b":{}})");
    BOOST_TEST(json_of("<script>window['X']={\"a\":1};y</script>") == R"({"a":1})");
    BOOST_TEST(json_of("<script><!--\n{\"a\":1}\n--></script>") == R"({"a":1})");
    BOOST_TEST(json_of("<script></script><script>{}</script>") == "");
    // A script that is no JSON although it says so ends with its element.
    BOOST_TEST(tags_of(R"(<script type="application/json">{"a":"</script><p id=yes>)") == "script p#yes");
}

BOOST_AUTO_TEST_CASE(every_prefix_of_a_page_is_walked_within_its_bounds)
{
    std::string const page =
        "<!-- c --><p a='1' b=2 c><script type='x/json'>{\"a\":[\"\\\"\"]}</script><title>t</title>&amp;<";
    for (std::size_t size = 0; size <= page.size(); ++size) {
        std::string const part(page, 0, size);
        std::string const exact(part.data(), part.size());
        BOOST_TEST(tags_of(exact).size() <= page.size());
    }
}

BOOST_AUTO_TEST_CASE(entities_become_text)
{
    BOOST_TEST(html_text("a &amp; b &lt;&gt;&quot;&apos; &#39;&#x1F3B9;") == "a & b <>\"' '🎹");
    BOOST_TEST(html_text("&nbsp; & &; &#; &#x; &#xd800; &#1114112; &amp") ==
               "&nbsp; & &; &#; &#x; &#xd800; &#1114112; &amp");
}

BOOST_AUTO_TEST_SUITE_END()
