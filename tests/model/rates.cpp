// SPDX-License-Identifier: MIT
#include "tiktrack/model/rates.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_rates)
using namespace tiktrack;

namespace {

/// Age, the three core rates, save rate, rate by views, views per follower.
std::string rates_of(std::string const& members)
{
    record_reader reader;
    draft of;
    auto const line = '{' + members + '}';
    BOOST_TEST_REQUIRE(!reader.read(line, of.made).has_value(), line);
    set_rates(of);
    std::string all;
    for (auto const i :
         {"hours_since_upload"_col, "engagement_rate"_col, "comment_rate"_col, "share_rate"_col,
          "save_rate"_col, "engagement_rate_by_views"_col, "views_per_follower"_col})
        all += (all.empty() ? "" : " ") + std::string(of.made.cells[i]);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(formulas_and_what_is_not_known)
{
    struct row {
        std::string members;
        std::string_view rates;
    };
    for (
        auto const& each : std::vector<row>{
            {"", "null null null null null null null"},
            {R"("status":"ok","collection_timestamp":1772370000,"upload_timestamp":1772363921,"views":9870,"likes":1612,)"
             R"("comments_count":57,"shares":61,"saves":203,"creator_follower_count":18400)",
             "1.688611111 16.33232016 5.775075988 6.180344478 20.56737589 17.52786221 0.5364130435"},
            // Views of 0, and followers of 0.
            {R"("views":0,"likes":0,"comments_count":0,"shares":0,"saves":0,"creator_follower_count":5)",
             "null null null null null null 0"},
            {R"("views":5,"likes":6,"creator_follower_count":0)", "null 120 null null null null null"},
            {R"("views":4,"likes":0,"comments_count":1,"shares":2)", "null 0 250 500 null 75 null"},
            {R"("views":4,"likes":1,"comments_count":1)", "null 25 250 null null null null"},
            {R"("views":-4,"likes":1,"shares":1)", "null null null null null null null"},
            {R"("views":"4","likes":1e0)", "null 25 null null null null null"},
            {R"("views":3,"likes":9223372036854775807,"comments_count":9223372036854775807,"shares":1)",
             "null 307445734600000000000 3074457346000000000000 333.3333333 null null null"}, // a sum that
                                                                                              // overflows
            // Ages belong to observations alone.
            {R"("status":"ok","collection_timestamp":1763934235,"upload_timestamp":1763934235)",
             "0 null null null null null null"},
            {R"("status":"ok","collection_timestamp":1763937835000,"upload_timestamp":"1763934235")",
             "1 null null null null null null"},
            {R"("status":"ok","collection_timestamp":1763934234,"upload_timestamp":1763934235)",
             "null null null null null null null"},
            {R"("status":"timeout","collection_timestamp":1763937835,"upload_timestamp":1763934235)",
             "null null null null null null null"},
            {R"("status":null,"collection_timestamp":1763937835,"upload_timestamp":1763934235)",
             "null null null null null null null"},
            {R"("status":"ok","upload_timestamp":1763934235)", "null null null null null null null"},
            // A time that cannot be one of an upload is none.
            {R"("status":"ok","collection_timestamp":1763937835,"upload_timestamp":0)",
             "null null null null null null null"},
            {R"("status":"ok","collection_timestamp":1763937835,"upload_timestamp":-3600)",
             "null null null null null null null"}})
        BOOST_TEST(rates_of(each.members) == each.rates);
}

BOOST_AUTO_TEST_SUITE_END()
