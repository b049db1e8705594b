// SPDX-License-Identifier: MIT
#include "tiktrack/study/row.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_row)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(memory_per_row)
{
    static_assert(sizeof(row) <= 56);
    row_list rows;
    for (std::uint64_t i = 0; i < 5000; ++i) {
        row next;
        next.id = i;
        rows.push_back(next);
    }
    row_list const moved(std::move(rows));
    BOOST_TEST((moved.size() == 5000 && moved.end() - moved.begin() == 5000));
    std::uint64_t wrong = 0, expected = 0;
    for (auto const& each : moved) wrong += each.id != expected++;
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_kept_of_a_record)
{
    record_reader reader;
    record r;
    BOOST_TEST(
        !reader
             .read(
                 R"({"video_id":"7","status":"ok","collection_timestamp":1763934199123,"views":"12","likes":-1,)"
                 R"("timepoint":"hour_0.5","schedule_status":"already_past"})",
                 r)
             .has_value());
    auto const made = row_of(r);
    BOOST_TEST((made.ok && made.timed && made.has_id && made.numeric_id && made.past));
    BOOST_TEST((made.time == 1763934199 && made.views == 12 && made.likes < 0 && made.id == 7));
    BOOST_TEST(
        !reader.read(R"({"status":"timeout","video_id":null,"collection_timestamp":"soon"})", r).has_value());
    auto const other = row_of(r);
    BOOST_TEST((!other.ok && !other.timed && !other.has_id && !other.past && other.views < 0));
}

BOOST_AUTO_TEST_CASE(what_64_bits_hold_of_an_id)
{
    std::vector<std::string> const ascending = {"0",
                                                "9",
                                                "10",
                                                "123",
                                                "7576039700536806669",
                                                "9999999999999999999",
                                                "10000000000000000000",
                                                "18446744073709551615"};
    row before;
    for (auto const& each : ascending) {
        row next;
        set_id(next, each);
        BOOST_TEST((next.numeric_id == true), each);
        if (before.has_id) BOOST_TEST(before.id < next.id, each);
        before = next;
    }
    // Leading zeros, letters and what goes beyond 64 bits are no numbers here; length counts first, then the
    // first eleven letters.
    std::vector<std::string> const others = {"00",
                                             "zz",
                                             "007",
                                             "abcdefgh",
                                             "abcdefgi1",
                                             "dQw4w9WgXcQ",
                                             "e0000000000",
                                             "18446744073709551616",
                                             "73000000000000992750"};
    before = {};
    for (auto const& each : others) {
        row next;
        set_id(next, each);
        BOOST_TEST((next.numeric_id == false), each);
        if (before.has_id) BOOST_TEST(before.id < next.id, each);
        before = next;
    }
    row first, second;
    set_id(first, "dQw4w9WgXcQ");
    set_id(second, "dQw4w9WgXcR");
    BOOST_TEST((first.id == second.id && first.id_rest < second.id_rest));
    row a, b;
    set_id(a, std::string(300, 'a'));
    set_id(b, std::string(400, 'b'));
    BOOST_TEST(a.id == b.id); // such are compared whole
}

BOOST_AUTO_TEST_SUITE_END()
