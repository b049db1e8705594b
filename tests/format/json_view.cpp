// SPDX-License-Identifier: MIT
#include "tiktrack/format/json_view.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_json_view)
using namespace tiktrack::format;

BOOST_AUTO_TEST_CASE(finding_ones_way)
{
    json_view const root(
        R"( {"a": {"b" : [ 1, "two", {"c":null} ]}, "t\u00e9": "x", "twice": 1, "twice": 2, "s":"caf\u00e9 \ud800"} )");
    BOOST_TEST(root.is_object());
    BOOST_TEST(root.at({"a", "b"}).text() == R"([ 1, "two", {"c":null} ])");
    auto const elements = root.at({"a", "b"}).elements();
    BOOST_TEST_REQUIRE(elements.size() == 3u);
    BOOST_TEST((elements[0].is_number() && elements[1].string() == "two" && elements[2]["c"].is_null()));
    BOOST_TEST(root["t\xc3\xa9"].string() == "x"); // a key with an escape
    BOOST_TEST(root["twice"].text() == "2");       // the last one counts
    BOOST_TEST(root["s"].string() == "caf\xc3\xa9 \xef\xbf\xbd");
    BOOST_TEST(!root.at({"a", "none", "b"}).exists());
    BOOST_TEST(!root["a"]["b"]["c"].exists()); // an array has no members
    BOOST_TEST(root["s"].elements().empty());
    BOOST_TEST(root["a"].string().empty());
}

BOOST_AUTO_TEST_CASE(members_cut_once)
{
    json_view const root(R"({"a":1,"\u0062":2,"a":3})");
    object_view const members(root);
    BOOST_TEST(members.members().size() == 3u);
    for (std::string_view const key : {"a", "b", "none", ""})
        BOOST_TEST(members[key].text() == root[key].text());
    BOOST_TEST(members["a"].text() == "3");
    BOOST_TEST(object_view(json_view("[1]")).members().empty());
    BOOST_TEST(object_view(json_view()).members().empty());
}

BOOST_AUTO_TEST_CASE(kinds)
{
    struct row {
        std::string_view text;
        bool null, object, array, string, number;
    };
    for (auto const& each :
         {row{" null ", true, false, false, false, false}, row{"{}", false, true, false, false, false},
          row{"[]", false, false, true, false, false}, row{"\"\"", false, false, false, true, false},
          row{"-1", false, false, false, false, true}, row{"7", false, false, false, false, true},
          row{"true", false, false, false, false, false}, row{"", false, false, false, false, false}}) {
        json_view const view(each.text);
        BOOST_TEST(view.exists() == !each.text.empty());
        BOOST_TEST((view.is_null() == each.null && view.is_object() == each.object &&
                    view.is_array() == each.array && view.is_string() == each.string &&
                    view.is_number() == each.number),
                   each.text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
