// SPDX-License-Identifier: MIT
#include "tiktrack/model/remarks.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_remarks)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F12_each_once_for_a_file_and_key)
{
    std::string_view const line = R"({"views":{},"likes":[]})";
    auto const views = line.substr(9, 2), likes = line.substr(20, 2);
    remarks first, second;
    first.add("views", views, line, 3, of_another_kind);
    first.add("views", views, line, 4, of_another_kind);
    first.add("views", views, line, 5, in_milliseconds);
    second.add("likes", likes, line, 1, of_another_kind);
    second.add("views", views, line, 2, of_another_kind);
    std::vector<std::string> told;
    fault_sink const sink = [&](fault const& each) {
        BOOST_TEST((each.weight == severity::note));
        told.push_back(support::dump(each).substr(0, 30));
    };
    told_once file, other;
    file.tell(first, "a", 0, sink);
    file.tell(second, "a", 100, sink);
    other.tell(second, "b", 0, sink);
    for (std::size_t i = 0; i < told.size(); ++i) told[i].resize(told[i].find(": "));
    BOOST_TEST(told == (std::vector<std::string>{"a:3:10", "a:5:10", "a:101:21", "b:1:21", "b:2:10"}),
               boost::test_tools::per_element());
    first.clear();
    BOOST_TEST(first.found().empty());
}

BOOST_AUTO_TEST_CASE(F12_kinds)
{
    for (auto const is :
         {kind::id, kind::text, kind::count, kind::integer, kind::time, kind::real, kind::boolean}) {
        for (std::string_view const json : {"{}", "[]"}) BOOST_TEST(is_of_another_kind(json, is), json);
        for (std::string_view const json : {"", "null", "1", "-1", "\"\""})
            BOOST_TEST(!is_of_another_kind(json, is), json);
        for (std::string_view const json : {"true", "false"}) // neither a text nor an id
            BOOST_TEST(is_of_another_kind(json, is) == (is == kind::text || is == kind::id), json);
    }
    for (std::string_view const json : {"{}", "1", "\"\"", "true"})
        BOOST_TEST(is_of_another_kind(json, kind::list), json);
    for (std::string_view const json : {"[]", "1", "\"\"", "true"})
        BOOST_TEST(is_of_another_kind(json, kind::object), json);
    for (auto const is : {kind::list, kind::object})
        BOOST_TEST((!is_of_another_kind("null", is) && !is_of_another_kind("", is)));
    BOOST_TEST((!is_of_another_kind("[]", kind::list) && !is_of_another_kind("{}", kind::object)));
}

BOOST_AUTO_TEST_CASE(F11_times)
{
    for (std::string_view const json : {"", "null", "1764000000", "0", "-5", "1.5", "true", "{}", "\"\"",
                                        "\"1764000000\"", "9223372036854775808"})
        BOOST_TEST(remark_on_time(json).empty(), json);
    for (std::string_view const json : {"1764000000000", "\"1764000000000\"", "\"176400000000\\u0030\""})
        BOOST_TEST(remark_on_time(json) == in_milliseconds, json);
    for (std::string_view const json :
         {"\"2025-12-06T13:07:15\"", "\"2025-12-06T13:07:15Z\"", "\"soon\"", "\" 1764000000\""})
        BOOST_TEST(remark_on_time(json) == unreadable_time, json);
}

BOOST_AUTO_TEST_SUITE_END()
