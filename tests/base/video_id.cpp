// SPDX-License-Identifier: MIT
#include "tiktrack/base/video_id.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

BOOST_AUTO_TEST_SUITE(base_video_id)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F09_what_can_be_an_id)
{
    for (std::string_view const id :
         {"0", "7", "007", "7576039700536806669", "73000000000000992750", "99999999999999999999"})
        BOOST_TEST(is_video_id(id), id);
    for (std::string_view const id :
         {"", " ", "123456789012345678901", "+7", "-7", "7.0", "7e18", "7576 ", " 7576", "dQw4w9WgXcQ"})
        BOOST_TEST(!is_video_id(id), id);
}

BOOST_AUTO_TEST_CASE(the_time_in_an_id)
{
    struct row {
        std::string_view id;
        std::int64_t unix; // 0: none
    };
    for (auto const& [id, unix] : std::to_array<row>({{"7576039700536806669", 1763934199},
                                                      {"5963709837370982400", 1388534400},
                                                      {"5963709837370982399", 0}, // one second before 2014
                                                      {"9223372036854775807", 2147483647},
                                                      {"9223372036854775808", 0}, // 2^63
                                                      {"18446744073709551615", 0},
                                                      {"18446744073709551616", 0},
                                                      {"0", 0},
                                                      {"1763934199", 0},
                                                      {"", 0},
                                                      {"-7576039700536806669", 0},
                                                      {" 7576039700536806669", 0},
                                                      {"7576039700536806669 ", 0},
                                                      {"7576039700536806669x", 0}}))
        BOOST_TEST((time_in_id(id) ? to_unix(*time_in_id(id)) : 0) == unix, id);
}

BOOST_AUTO_TEST_CASE(order_by_length_then_bytes)
{
    std::vector<std::string> const ascending = {"",
                                                "0",
                                                "9",
                                                "00",
                                                "10",
                                                "zz",
                                                "100",
                                                "7576039700536806669",
                                                "9999999999999999999",
                                                "10000000000000000000"};
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (std::size_t j = 0; j < ascending.size(); ++j)
            BOOST_TEST((compare_ids(ascending[i], ascending[j]) == (i <=> j)),
                       ascending[i] << ' ' << ascending[j]);
}

BOOST_AUTO_TEST_SUITE_END()
