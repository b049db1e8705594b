// SPDX-License-Identifier: MIT
#include "tiktrack/model/spelled_keys.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(model_spelled_keys)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(every_key_with_a_value_of_any_length)
{
    for (std::size_t i = 0; i < column_count; ++i)
        for (std::size_t const size : {0u, 1u, 3u, 8u, 16u, 17u, 500u}) {
            std::string const value(size, '7');
            format::text_buffer text;
            text.append("{");
            append_member(text, i, value, true);
            append_member(text, i, value, false);
            auto const member = '"' + std::string(columns[i].key) + "\":" + value;
            BOOST_TEST_REQUIRE(text.text() == '{' + member + ',' + member);
        }
}

BOOST_AUTO_TEST_SUITE_END()
