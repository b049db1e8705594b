// SPDX-License-Identifier: MIT
#include "tiktrack/base/byte_order_mark.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_byte_order_mark)
using tiktrack::without_mark;

BOOST_AUTO_TEST_CASE(F03_only_at_the_start_once_and_whole)
{
    BOOST_TEST(without_mark("\xef\xbb\xbf{}") == "{}");
    BOOST_TEST(without_mark("\xef\xbb\xbf") == "");
    BOOST_TEST(without_mark("\xef\xbb\xbf\xef\xbb\xbf{}") == "\xef\xbb\xbf{}");
    for (std::string_view const text : {"", "{}", "\xef\xbb", "\xef\xbb{}", " \xef\xbb\xbf"})
        BOOST_TEST(without_mark(text) == text, text);
}

BOOST_AUTO_TEST_SUITE_END()
