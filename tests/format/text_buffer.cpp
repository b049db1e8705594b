// SPDX-License-Identifier: MIT
#include "tiktrack/format/text_buffer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(format_text_buffer)
using tiktrack::format::text_buffer;

BOOST_AUTO_TEST_CASE(text_that_grows)
{
    text_buffer text;
    BOOST_TEST(text.text().empty());
    std::string same;
    for (int i = 0; i < 300; ++i) {
        auto const piece = std::string(static_cast<std::size_t>(i % 50), static_cast<char>('a' + i % 26));
        if (i % 2 == 0) {
            text.append(piece);
        } else {
            char* const to = text.room(piece.size() + 100); // more than is used
            text.end_at(std::copy(piece.begin(), piece.end(), to));
        }
        same += piece;
        BOOST_TEST_REQUIRE(text.text() == same);
    }
    BOOST_TEST(text.size() == same.size());
    text.clear();
    text.append("again");
    BOOST_TEST(text.text() == "again");
}

BOOST_AUTO_TEST_SUITE_END()
