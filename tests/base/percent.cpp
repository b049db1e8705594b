// SPDX-License-Identifier: MIT
#include "tiktrack/base/percent.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_percent)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(what_is_no_escape_stays)
{
    BOOST_TEST(percent_decoded("a%20b%C3%a9") == "a b\xc3\xa9");
    BOOST_TEST(percent_decoded("%00").size() == 1u);
    for (std::string const text : {"", "%", "%4", "%4x", "%x4", "100%", "%%", "+"})
        BOOST_TEST(percent_decoded(text) == text);
    BOOST_TEST(percent_decoded("%%41") == "%A");
    BOOST_TEST(percent_decoded("%2541") == "%41"); // once
}

BOOST_AUTO_TEST_CASE(there_and_back)
{
    BOOST_TEST(percent_encoded("aZ09-._~") == "aZ09-._~");
    BOOST_TEST(percent_encoded("a b/\xc3\xa9%") == "a%20b%2F%C3%A9%25");
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    BOOST_TEST(percent_decoded(percent_encoded(every)) == every);
}

BOOST_AUTO_TEST_SUITE_END()
