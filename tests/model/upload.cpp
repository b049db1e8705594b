// SPDX-License-Identifier: MIT
#include "tiktrack/model/upload.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(model_upload)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F11_F31_times_that_can_be_one)
{
    struct row {
        std::string_view time;
        std::int64_t uploaded, delay; // -99999: nothing; the id's own time is 1763934199
    };
    constexpr std::int64_t none = -99999;
    for (auto const& [time, uploaded, delay] :
         std::to_array<row>({{"1763934235", 1763934235, 36},
                             {"\"1763934235\"", 1763934235, 36},
                             {"1763934235000", 1763934235, 36},
                             {"1763934198", 1763934198, -1},
                             {"1388534400", 1388534400, 1388534400 - 1763934199},
                             {"1388534399", none, none},
                             {"4102444799", 4102444799, 4102444799 - 1763934199},
                             {"4102444800", none, none},
                             {"0", none, none},
                             {"-1763934235", none, none},
                             {"9223372036854775807", none, none},
                             {"\"soon\"", none, none},
                             {"null", none, none},
                             {"", none, none}})) {
        record r;
        r.cells["upload_timestamp"_col] = time;
        BOOST_TEST(upload_time(r).value_or(none) == uploaded, time);
        BOOST_TEST(!publishing_delay(r).has_value());
        r.cells["video_id"_col] = "\"7576039700536806669\"";
        BOOST_TEST(publishing_delay(r).value_or(none) == delay, time);
        r.cells["video_id"_col] = "1"; // holds no time
        BOOST_TEST(!publishing_delay(r).has_value());
        r.cells["video_id"_col] = "7576039700536806669";
        r.cells["upload_source"_col] = "\"id\"";
        BOOST_TEST(!publishing_delay(r).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
