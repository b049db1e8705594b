// SPDX-License-Identifier: MIT
#include "tiktrack/model/resolution.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_resolution)
using namespace tiktrack;

namespace {

/// The six resolutions of a record with these members, as `views likes comments shares saves followers`.
std::string resolutions(std::string const& line, exactness how)
{
    record_reader reader;
    draft of;
    BOOST_TEST_REQUIRE(!reader.read(line, of.made).has_value(), line);
    set_resolutions(of, how);
    std::string all;
    for (auto const i : {"views_resolution"_col, "likes_resolution"_col, "comments_resolution"_col,
                         "shares_resolution"_col, "saves_resolution"_col, "followers_resolution"_col})
        all += (all.empty() ? "" : " ") + std::string(of.made.cells[i]);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(from_the_numbers_of_one_answer)
{
    using enum exactness;
    struct row {
        std::string line;
        exactness how;
        std::string_view units;
    };
    for (auto const& each : std::vector<row>{
             {R"({})", judge, "null null null null null null"},
             {R"({"views":0,"likes":9999})", judge, "1 1 null null null null"},
             {R"({"views":10000,"likes":9999})", judge, "100 1 null null null null"},
             {R"({"views":154500,"likes":1800000,"comments_count":57,"shares":12300})", judge,
              "100 100000 1 100 null null"},
             // One that is off its grid shows that none of the four is rounded.
             {R"({"views":154539,"likes":1800000,"comments_count":57,"shares":12300})", judge,
              "1 1 1 1 null null"},
             {R"({"views":154500,"likes":1800000,"comments_count":57,"shares":12301})", judge,
              "1 1 1 1 null null"},
             {R"({"views":1800000,"likes":1850000})", judge, "1 1 null null null null"},
             {R"({"views":154500,"comments_count":57})", judge,
              "100 null 1 null null null"}, // a small one is no witness
             // Saves and followers are judged each alone, and bear witness for nobody.
             {R"({"views":154500,"saves":12345,"creator_follower_count":18400})", judge,
              "100 null null null 1 100"},
             {R"({"views":154539,"saves":12300,"creator_follower_count":18401})", judge,
              "1 null null null 100 1"},
             {R"({"saves":203,"creator_follower_count":1400000})", judge, "null null null null 1 100000"},
             {R"({"views":154500,"likes":7,"saves":12300,"creator_follower_count":18400})", exact,
              "1 1 null null 1 1"},
             {R"({"views":null,"likes":-1})", exact, "null null null null null null"},
             {R"({"views":154539,"likes":7})", unknown, "null null null null null null"},
             {R"({"views":"154500","likes":1e6})", judge, "100 100000 null null null null"},
             {R"({"views":9223372036854775807})", judge, "1 null null null null null"}})
        BOOST_TEST(resolutions(each.line, each.how) == each.units, each.line);
}

BOOST_AUTO_TEST_CASE(sources)
{
    struct row {
        std::string_view source;
        exactness how;
    };
    for (auto const& [source, how] : std::to_array<row>({{"", exactness::unknown},
                                                         {"app", exactness::exact},
                                                         {"research", exactness::exact},
                                                         {"page", exactness::judge},
                                                         {"embed", exactness::judge},
                                                         {"listing", exactness::judge},
                                                         {"embed+page", exactness::judge},
                                                         {"app+page", exactness::judge}}))
        BOOST_TEST((exactness_of(source) == how), source);
    static_assert(lone_resolution(9999) == 1 && lone_resolution(10000) == 100 &&
                  lone_resolution(10001) == 1 && lone_resolution(1800000) == 100000 &&
                  lone_resolution(1800100) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
