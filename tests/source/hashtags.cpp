// SPDX-License-Identifier: MIT
#include "tiktrack/source/hashtags.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

BOOST_AUTO_TEST_SUITE(source_hashtags)
using namespace tiktrack;
using namespace tiktrack::source;

BOOST_AUTO_TEST_CASE(letters_are_the_same_in_either_case)
{
    for (auto const& [capital, small] : {
             std::pair{"AZ", "az"},
             {"ÄÖÞ", "äöþ"},
             {"ĀŊŸŽ", "āŋÿž"},
             {"ĹŇ", "ĺň"},
             {"ƠƯ", "ơư"},
             {"ẠỸ", "ạỹ"},
             {"ΑΩ", "αω"},
             {"АЯЁЂ", "аяёђ"},
             {"ҐӨ", "ґө"},
             {"ԱՖ", "աֆ"},
             {"ＡＺ", "ａｚ"},
         })
        BOOST_TEST(source::detail::without_case(capital) == source::detail::without_case(small), capital);
    for (auto const* same : {"fyp_2", "日本", "🎹", "مسلسلات", "×÷", ""})
        BOOST_TEST(source::detail::without_case(same) == same);
    BOOST_TEST(source::detail::without_case("a") != source::detail::without_case("ä"));
}

BOOST_AUTO_TEST_CASE(a_list_keeps_order_and_spelling)
{
    hashtag_list list;
    for (auto const* name : {R"("#Piano")", R"("piano")", R"("")", R"("#")", "null", "7", R"("##\u0046oo")",
                             R"("foo")", R"("pi ano")"})
        list.add(json_view(name));
    BOOST_TEST(list.json() == R"(["Piano","\u0046oo","pi ano"])");
    BOOST_TEST(hashtag_list().json() == "[]");
}

BOOST_AUTO_TEST_SUITE_END()
