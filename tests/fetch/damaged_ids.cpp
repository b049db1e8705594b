// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/damaged_ids.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(fetch_damaged_ids)
using namespace tiktrack::fetch;

namespace {

damaged_ids after(std::vector<std::string> const& ids)
{
    damaged_ids watch;
    for (auto const& each : ids) watch.add(each);
    return watch;
}

} // namespace

BOOST_AUTO_TEST_CASE(F64_what_looks_damaged)
{
    BOOST_TEST(looks_damaged("7576039700536810000"));  // 15 digits of a spreadsheet
    BOOST_TEST(looks_damaged("7576039700536806400"));  // a multiple of 1024
    BOOST_TEST(!looks_damaged("7576039700536806669")); // as it was
    BOOST_TEST(!looks_damaged("7576039700536800100"));
    BOOST_TEST(looks_damaged("99999999999999990000")); // beyond 64 bits
    BOOST_TEST(!looks_damaged("99999999999999991024"));
    BOOST_TEST(!looks_damaged("6000000000")); // short ids of the first years lose nothing
    BOOST_TEST(!looks_damaged("1024"));
}

BOOST_AUTO_TEST_CASE(F64_scientific_spelling)
{
    for (auto const* text : {"7.57604E+18", "7,57604E+18", "7.57604e18", "8E+18"})
        BOOST_TEST(is_scientific(text), text);
    for (auto const* text :
         {"7576039700536806669", "E18", "7E", "7E+", "7.E18", ".5E18", "1.2.3E4", "7E1.5", "0xE1", ""})
        BOOST_TEST(!is_scientific(text), text);
}

BOOST_AUTO_TEST_CASE(F64_one_is_chance_two_are_damage)
{
    std::vector<std::string> ids = {"7576039700536810000"};
    BOOST_TEST(!after(ids).found());
    ids.push_back("7576039700536806400");
    BOOST_TEST(after(ids).found());
    BOOST_TEST(after(ids).why().starts_with("2 of the first 2 ids are damaged (damaged_id): "));
    BOOST_TEST(after(ids).why().find("(7576039700536810000)") != std::string::npos);
    ids.resize(200, "7576039700536806669");
    BOOST_TEST(after(ids).found()); // one in a hundred
    ids.resize(201, "7576039700536806669");
    BOOST_TEST(!after(ids).found());
}

BOOST_AUTO_TEST_CASE(F64_only_the_first_thousand_count)
{
    std::vector<std::string> ids(1000, "7576039700536806669");
    ids.resize(3000, "7576039700536810000");
    BOOST_TEST(!after(ids).found());
}

BOOST_AUTO_TEST_SUITE_END()
