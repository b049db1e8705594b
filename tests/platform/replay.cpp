// SPDX-License-Identifier: MIT
#include "replay.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_replay)
using namespace tiktrack::stand_in;
using namespace tiktrack::support;

BOOST_AUTO_TEST_CASE(files_are_served_as_the_map_says)
{
    temporary_folder const folder;
    write_file(folder / "a.html", "one\n");
    write_file(folder / "b", "two");
    write_file(folder / "map.json",
               R"({"/embed/v2/7": {"file": "a.html"},
                   "/x?y=1": {"file": "b", "status": 503, "type": "text/plain", "headers": {"Retry-After": "3"}}})");
    replay const of{std::filesystem::path(folder / "")};
    BOOST_TEST(of.size() == 2U);
    auto const* const page = of.find(read_target("/embed/v2/7?lang=en"));
    BOOST_REQUIRE(page != nullptr);
    BOOST_TEST(page->body == "one\n");
    BOOST_TEST(page->status == 200);
    auto const* const refused = of.find(read_target("/x?y=1"));
    BOOST_REQUIRE(refused != nullptr);
    BOOST_TEST(refused->body == "two");
    BOOST_TEST(refused->status == 503);
    BOOST_TEST(refused->type == "text/plain");
    BOOST_TEST(refused->headers.at(0).second == "3");
    BOOST_TEST(of.find(read_target("/x")) == nullptr);
    BOOST_TEST(of.find(read_target("/")) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_map_that_names_no_file_is_told)
{
    temporary_folder const folder;
    write_file(folder / "map.json", R"({"/a": {"file": "none"}})");
    BOOST_CHECK_THROW(replay{std::filesystem::path(folder / "")}, std::runtime_error);
    BOOST_CHECK_THROW(replay{std::filesystem::path(folder / "no/such")}, std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
