// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/row_slots.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_row_slots)
using namespace tiktrack::cohort;

BOOST_AUTO_TEST_CASE(finds_what_was_put_in)
{
    for (std::size_t const count : {0u, 1u, 8u, 9u, 5000u}) {
        std::vector<std::string> ids;
        std::vector<std::uint32_t> slots(slots_for(count));
        for (std::size_t i = 0; i < count; ++i) {
            ids.push_back(std::to_string(7576039700536806669u + i));
            put_row(slots, ids.back(), i);
        }
        auto const id_at = [&](std::size_t row) { return std::string_view(ids[row]); };
        std::size_t right = 0;
        for (std::size_t i = 0; i < count; ++i) right += find_row(slots, ids[i], id_at) == i;
        BOOST_TEST(right == count);
        BOOST_TEST(!find_row(slots, "1", id_at).has_value());
    }
    BOOST_TEST(!find_row({}, "1", [](std::size_t) { return std::string_view(); }).has_value());
}

BOOST_AUTO_TEST_CASE(a_slot_stays_free)
{
    for (std::size_t rows = 0; rows < 5000; ++rows) BOOST_TEST(slots_for(rows) > rows);
}

// Ledgers and shards hold these numbers.
BOOST_AUTO_TEST_CASE(hashes_are_the_same_everywhere)
{
    BOOST_TEST(hash_of_id("7576039700536806669") == 6579779294385533994u);
    BOOST_TEST(hash_of_id("1") == 11130887118911501204u);
}

BOOST_AUTO_TEST_SUITE_END()
