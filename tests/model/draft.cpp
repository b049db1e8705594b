// SPDX-License-Identifier: MIT
#include "tiktrack/model/draft.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>

BOOST_AUTO_TEST_SUITE(model_draft)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(values_become_json)
{
    draft of;
    auto const cell = [&](std::size_t column) { return of.made.cells[column]; };
    of.set("views"_col, std::int64_t{12});
    BOOST_TEST(cell("views"_col) == "12");
    of.set("lag_seconds"_col, std::numeric_limits<std::int64_t>::min());
    BOOST_TEST(cell("lag_seconds"_col) == "-9223372036854775808");
    of.set("is_ad"_col, true);
    BOOST_TEST(cell("is_ad"_col) == "true");
    of.set("is_ad"_col, std::optional<bool>(false));
    BOOST_TEST(cell("is_ad"_col) == "false");
    of.set("likes"_col, std::optional<std::int64_t>());
    BOOST_TEST(cell("likes"_col) == "null");
    of.set("engagement_rate"_col, std::optional<double>(100.0 / 7));
    BOOST_TEST(cell("engagement_rate"_col) == "14.28571429");
    of.set_real("share_rate"_col, -0.0);
    BOOST_TEST(cell("share_rate"_col) == "0");
    for (double const no :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        of.set_real("share_rate"_col, no);
        BOOST_TEST(cell("share_rate"_col) == "null");
    }
    of.set_text("caption"_col, "a\"\n\xff");
    BOOST_TEST(cell("caption"_col) == "\"a\\\"\\n\xef\xbf\xbd\"");
    of.set_null("caption"_col);
    BOOST_TEST(cell("caption"_col) == "null");
}

BOOST_AUTO_TEST_CASE(viewed_and_copied)
{
    draft of;
    std::string text = "\"given\"";
    of.view("caption"_col, text);
    of.copy("status"_col, text);
    auto const kept = of.keep(text);
    text = "\"other\"";
    BOOST_TEST(of.made.cells["caption"_col] == "\"other\"");
    BOOST_TEST(of.made.cells["status"_col] == "\"given\"");
    BOOST_TEST(kept == "\"given\"");
    for (int i = 0; i < 5000; ++i) of.set_text("creator_bio"_col, std::string(100, 'x')); // its memory grows
    BOOST_TEST(of.made.cells["status"_col] == "\"given\"");
    of.odd.invalid_count = true;
    of.clear();
    BOOST_TEST((of.made.cells["status"_col].empty() && !of.odd.invalid_count));
}

BOOST_AUTO_TEST_SUITE_END()
