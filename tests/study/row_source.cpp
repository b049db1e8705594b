// SPDX-License-Identifier: MIT
#include "tiktrack/study/row_source.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_row_source)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(lines_by_their_place)
{
    row_source source;
    std::vector<std::uint64_t> starts;
    for (std::string const text : {"", "one\ntwo\n", "", "three", "four\n"}) {
        support::text_input file(text);
        starts.push_back(source.add(io::mapped(file.in)));
    }
    BOOST_TEST(starts == (std::vector<std::uint64_t>{0, 0, 8, 8, 13}), boost::test_tools::per_element());
    auto const line = [&](unsigned at, unsigned size) {
        row of;
        of.at = at & 0xffff;
        of.size = size & 0xffff;
        return source.line(of);
    };
    BOOST_TEST(
        (line(0, 3) == "one" && line(4, 3) == "two" && line(8, 5) == "three" && line(13, 4) == "four"));
    BOOST_TEST((line(0, 0) == "one" && line(4, 0) == "two" && line(8, 0) == "three")); // too long for the row
    BOOST_TEST(source.last().text() == "four\n");
}

BOOST_AUTO_TEST_SUITE_END()
