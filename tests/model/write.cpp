// SPDX-License-Identifier: MIT
#include "tiktrack/model/write.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_write)
using namespace tiktrack;

namespace {

std::string written(record const& r)
{
    format::text_buffer text;
    append_line(text, r);
    return std::string(text.text());
}

} // namespace

BOOST_AUTO_TEST_CASE(all_keys_in_order_and_series_only_where_they_are)
{
    record const empty;
    auto const line = written(empty);
    std::string expected = "{";
    for (std::size_t i = 0; i < first_series_column; ++i)
        expected += (i > 0 ? ",\"" : "\"") + std::string(columns[i].key) + "\":null";
    BOOST_TEST(line == expected + "}\n");
}

BOOST_AUTO_TEST_CASE(foreign_members_as_they_came)
{
    record_reader reader;
    record r;
    std::string const line =
        R"({"series_flags":["a"],"note" : 1.0,"views":1e3,"z\u0061":{ "b":1 },"views_velocity":5.50,"note" : 2})";
    BOOST_TEST(!reader.read(line, r).has_value());
    auto const text = written(r);
    BOOST_TEST((text.find(R"(,"views":1e3,)") != text.npos));
    BOOST_TEST(text.ends_with(
        R"("raw":null,"note" : 1.0,"z\u0061":{ "b":1 },"note" : 2,"views_velocity":5.50,"series_flags":["a"]})"
        "\n"));
    // Reading what was written and writing it again changes no byte.
    record again;
    BOOST_TEST(!reader.read(text, again).has_value());
    BOOST_TEST(written(again) == text);
}

BOOST_AUTO_TEST_CASE(any_record_twice)
{
    support::line_maker make(3);
    record_reader reader;
    for (int i = 0; i < 300; ++i) {
        auto const line = make.record();
        record r, again;
        BOOST_TEST_REQUIRE(!reader.read(line, r).has_value());
        auto const text = written(r);
        BOOST_TEST_REQUIRE(!reader.read(text, again).has_value());
        BOOST_TEST_REQUIRE(written(again) == text);
        for (std::size_t c = 0; c < column_count; ++c)
            BOOST_TEST_REQUIRE(
                (again.cells[c] == r.cells[c] || (r.cells[c].empty() && again.cells[c] == "null")));
        BOOST_TEST_REQUIRE(again.foreign.size() == r.foreign.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
