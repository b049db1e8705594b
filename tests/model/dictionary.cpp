// SPDX-License-Identifier: MIT
#include "tiktrack/model/dictionary.hpp"

#include "../made_up.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_dictionary)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(the_same_in_every_form)
{
    auto const chosen = choose_columns("all");
    auto const csv = support::parse_csv(dictionary(chosen, dictionary_form::csv));
    auto const json = boost::json::parse(dictionary(chosen, dictionary_form::json)).as_array();
    BOOST_TEST(csv.size() == chosen.size() + 1);
    BOOST_TEST(json.size() == chosen.size());
    auto const markdown = dictionary(chosen, dictionary_form::markdown);
    BOOST_TEST(std::size_t(std::count(markdown.begin(), markdown.end(), '\n')) == chosen.size() + 2);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        std::string line = "|";
        BOOST_TEST_REQUIRE(csv[i + 1].size() == csv[0].size());
        for (std::size_t c = 0; c < csv[0].size(); ++c) {
            BOOST_TEST(json[i].at(csv[0][c].text).as_string() == csv[i + 1][c].text);
            line += ' ' + csv[i + 1][c].text + " |";
        }
        BOOST_TEST(csv[i + 1][0].text == chosen[i].key);
        BOOST_TEST((markdown.find('\n' + line + '\n') != markdown.npos), line);
    }
}

BOOST_AUTO_TEST_CASE(foreign_keys_are_left_out)
{
    for (auto const list : {"views,note", "note,views"}) {
        auto const chosen = choose_columns(list);
        auto const json = boost::json::parse(dictionary(chosen, dictionary_form::json)).as_array();
        BOOST_TEST_REQUIRE(json.size() == 1u);
        BOOST_TEST(json[0].at("key").as_string() == "views");
    }
    auto const none = choose_columns("note");
    BOOST_TEST(boost::json::parse(dictionary(none, dictionary_form::json)).as_array().empty());
    BOOST_TEST(support::parse_csv(dictionary(none, dictionary_form::csv)).size() == 1u);
}

BOOST_AUTO_TEST_CASE(every_kind_and_group_has_a_name)
{
    for (auto const& each : columns)
        BOOST_TEST((!kind_name(each.is).empty() && !group_name(each.in).empty()), each.key);
}

BOOST_AUTO_TEST_SUITE_END()
