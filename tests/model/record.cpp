// SPDX-License-Identifier: MIT
#include "tiktrack/model/record.hpp"

#include <boost/test/unit_test.hpp>

#include <type_traits>

BOOST_AUTO_TEST_SUITE(model_record)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(values_by_the_kind_of_their_column)
{
    record r;
    r.cells["views"_col] = "1e3";
    r.cells["lag_seconds"_col] = "-5";
    r.cells["collection_timestamp"_col] = "1763934199123";
    r.cells["video_id"_col] = "73000000000000992750";
    r.cells["caption"_col] = R"("a\tb")";
    r.cells["is_ad"_col] = "false";
    r.cells["views_velocity"_col] = "1.50";
    r.cells["hashtags"_col] = R"(["a"])";
    r.cells["raw"_col] = "null";
    BOOST_TEST((get<"views"_col>(r) == 1000));
    BOOST_TEST((get<"lag_seconds"_col>(r) == -5));
    BOOST_TEST((get<"collection_timestamp"_col>(r) == 1763934199));
    BOOST_TEST(get<"video_id"_col>(r).value_or("") == "73000000000000992750");
    BOOST_TEST(get<"caption"_col>(r).value_or("") == "a\tb");
    BOOST_TEST((get<"is_ad"_col>(r) == false));
    BOOST_TEST((get<"views_velocity"_col>(r) == 1.5));
    BOOST_TEST(get<"hashtags"_col>(r).value_or("") == R"(["a"])");
    BOOST_TEST(!get<"raw"_col>(r));
    BOOST_TEST(!get<"likes"_col>(r));
    static_assert(std::is_same_v<decltype(get<"views"_col>(r)), std::optional<std::int64_t>>);
    static_assert(std::is_same_v<decltype(get<"caption"_col>(r)), std::optional<std::string>>);
    static_assert(std::is_same_v<decltype(get<"is_ad"_col>(r)), std::optional<bool>>);
    static_assert(std::is_same_v<decltype(get<"target_hours"_col>(r)), std::optional<double>>);
    for (std::string_view const none : {"null", "\"1.5\"", "true", "[1]", "{}", "1e999", ""}) {
        r.cells["target_hours"_col] = none;
        BOOST_TEST(!get<"target_hours"_col>(r), none);
    }
    r.foreign.push_back({"a", "1", "\"a\":1"});
    r.clear();
    BOOST_TEST((r.foreign.empty() && !get<"views"_col>(r) && r.cells["views"_col].empty()));
}

BOOST_AUTO_TEST_SUITE_END()
