// SPDX-License-Identifier: MIT
#include "tiktrack/model/values.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

BOOST_AUTO_TEST_SUITE(model_values)
using namespace tiktrack;
using whole = std::optional<std::int64_t>;

namespace {

std::string shown(auto const& value)
{
    if (!value) return "nothing";
    if constexpr (requires { std::to_string(*value); })
        return std::to_string(*value);
    else
        return std::string(*value);
}

} // namespace

BOOST_AUTO_TEST_CASE(F10_counts)
{
    struct row {
        std::string_view json;
        whole count;
        bool invalid; // null, absent or valid is not
    };
    for (auto const& [json, count, invalid] :
         std::to_array<row>({{"12", 12, false},
                             {R"("12")", 12, false},
                             {R"("1\u0032")", 12, false},
                             {"12.0", 12, false},
                             {"1e3", 1000, false},
                             {"0", 0, false},
                             {"-0", 0, false},
                             {"9223372036854775807", 9223372036854775807, false},
                             {"null", {}, false},
                             {"", {}, false},
                             {"-1", {}, true},
                             {"1.5", {}, true},
                             {"true", {}, true},
                             {"false", {}, true},
                             {R"("1.2M")", {}, true},
                             {R"("")", {}, true},
                             {R"("null")", {}, true},
                             {R"(" 12")", {}, true},
                             {R"("-1")", {}, true},
                             {R"("\u002d1")", {}, true},
                             {R"("12\n")", {}, true},
                             {"9223372036854775808", {}, true},
                             {"1e400", {}, true},
                             {"{}", {}, true},
                             {"[12]", {}, true}})) {
        BOOST_TEST((as_count(json) == count), json);
        BOOST_TEST(is_invalid_count(json) == invalid, json);
    }
    BOOST_TEST((as_integer("-1") == -1));
    BOOST_TEST((as_integer(R"("-1")") == -1));
}

BOOST_AUTO_TEST_CASE(reals)
{
    BOOST_TEST((as_real("1.50") == 1.5 && as_real("-2") == -2.0 && as_real("1e3") == 1000.0));
    for (std::string_view const json : {"null", "", "true", R"("24")", R"("")", "{}", "[1]", "1e999"})
        BOOST_TEST(!as_real(json), json);
}

BOOST_AUTO_TEST_CASE(F11_times)
{
    struct row {
        std::string_view json;
        whole time;
    };
    for (auto const& [json, time] :
         std::to_array<row>({{"1763934199", 1763934199},
                             {R"("1763934199")", 1763934199},
                             {"1763934199123", 1763934199}, // milliseconds
                             {R"("1763934199123")", 1763934199},
                             {"1763934199.0", 1763934199},
                             {"100000000000", 100000000000},
                             {"100000000001", 100000000},
                             {"0", 0},
                             {"-86400", -86400},
                             {"16725225600", 16725225600}, // in 2500: a time, if not of a video
                             {"null", {}},
                             {"", {}},
                             {"1763934199.5", {}},
                             {R"("yesterday")", {}},
                             {R"("2025-11-23T21:43:19Z")", {}},
                             {"true", {}},
                             {"9223372036854775807", {}}, // no calendar holds these
                             {"-9223372036854775808", {}},
                             {"9223372036854775808", {}},
                             {"{}", {}}}))
        BOOST_TEST(shown(as_time(json)) == shown(time), json);
}

BOOST_AUTO_TEST_CASE(F09_ids)
{
    struct row {
        std::string_view json, id;
    };
    for (auto const& [json, id] : std::to_array<row>({{R"("7576039700536806669")", "7576039700536806669"},
                                                      {"7576039700536806669", "7576039700536806669"},
                                                      {"73000000000000992750", "73000000000000992750"},
                                                      {R"("dQw4w9WgXcQ")", "dQw4w9WgXcQ"},
                                                      {R"(" 7")", " 7"}, // for the platform's rule to refuse
                                                      {"7.5e18", "7.5e18"},
                                                      {R"("")", "nothing"},
                                                      {R"("\u0037")", "nothing"},
                                                      {"null", "nothing"},
                                                      {"true", "nothing"},
                                                      {"{}", "nothing"},
                                                      {"[]", "nothing"}}))
        BOOST_TEST(shown(as_id(json)) == id, json);
}

BOOST_AUTO_TEST_CASE(F12_texts_and_booleans)
{
    BOOST_TEST(shown(as_text(R"("a\u00e9\n\ud800")")) == "a\xc3\xa9\n\xef\xbf\xbd");
    BOOST_TEST(as_text(R"("")").value_or("x").empty());
    for (std::string_view const json : {R"("ok")", R"("o\u006b")", R"("\u006f\u006B")"})
        BOOST_TEST(means(json, "ok"), json);
    for (std::string_view const json : {"", "null", R"("")", R"("no")", R"("OK")", R"("oks")", R"("o\\k")",
                                        R"("\u006f")", "12", R"(["ok"])"})
        BOOST_TEST(!means(json, "ok"), json);
    for (std::string_view const json : {"null", "", "12", "{}", "[]", "true"})
        BOOST_TEST(!as_text(json).has_value(), json);
    BOOST_TEST((as_boolean("true") == true));
    BOOST_TEST((as_boolean("false") == false));
    for (std::string_view const json : {"null", "", "1", R"("true")", "{}", "t"})
        BOOST_TEST(!as_boolean(json).has_value(), json);
}

BOOST_AUTO_TEST_CASE(kinds_of_json)
{
    static_assert(is_null("null") && is_null("") && !is_null("0") && !is_null("\"null\""));
    static_assert(is_string("\"\"") && !is_string("12") && is_number("-1") && is_number("0") &&
                  !is_number("\"1\""));
    static_assert(inside("\"a\\\"b\"") == "a\\\"b" && inside("\"\"").empty() && inside("12").empty() &&
                  inside("\"").empty());
    BOOST_TEST(!is_number(""));
}

BOOST_AUTO_TEST_SUITE_END()
