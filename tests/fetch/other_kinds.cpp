// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/other_kinds.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_other_kinds)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F12_what_is_dropped)
{
    struct row {
        std::size_t column;
        std::string_view value;
        bool dropped;
    };
    std::vector<row> const rows = {
        {"cohort_id"_col, "{}", true},      {"cohort_id"_col, "[\"a\"]", true},
        {"cohort_id"_col, "false", true},   {"cohort_id"_col, "\"a\"", false},
        {"cohort_id"_col, "12", false},     {"cohort_id"_col, "null", false},
        {"cohort_id"_col, "", false},       {"caption"_col, "true", true},
        {"caption"_col, "{\"a\":1}", true}, {"caption"_col, "\"\"", false},
        {"caption"_col, "-1", false},       {"views"_col, "{}", true},
        {"views"_col, "[1]", true},         {"views"_col, "\"x\"", false},
        {"views"_col, "true", false},       {"upload_timestamp"_col, "[]", true},
        {"target_hours"_col, "{}", true},   {"is_ad"_col, "[]", true},
        {"is_ad"_col, "true", false},       {"hashtags"_col, "\"a\"", true},
        {"hashtags"_col, "[]", false},      {"raw"_col, "[]", true},
        {"raw"_col, "{}", false},           {"series_flags"_col, "{}", true},
    };
    for (auto const& [column, value, dropped] : rows) {
        record of;
        of.cells[column] = value;
        std::string said;
        fetch::drop_other_kinds(of, [&](std::string_view key, std::string_view what) {
            said.append(key).append("=").append(what);
        });
        auto const called = std::string(columns[column].key) + "=" + std::string(value);
        BOOST_TEST(of.cells[column] == (dropped ? "null" : value), called);
        BOOST_TEST(said == (dropped ? called : ""), called);
    }
}

BOOST_AUTO_TEST_SUITE_END()
