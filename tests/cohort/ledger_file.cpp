// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/ledger_file.hpp"

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(cohort_ledger_file)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

struct made_up {
    made_up() : rows(2)
    {
        for (std::size_t i = 0; i < 100; ++i) {
            tracked_row made;
            made.set_id(std::to_string(7000 + i));
            rows.add(made);
            rows.cells(i)[i % 2] = cell(cell_state::ok, static_cast<std::int64_t>(i));
        }
        state.files = {{100, 3, 7}, {200, 4, 8}, {}};
        state.requests = 12;
        state.answers = 9;
        state.faults = {{"a/hour_0.jsonl", 3, 12, "odd \"words\"\n", severity::bad_line},
                        {"a/hour_1.jsonl", 4, 0, "", severity::warning}};
    }
    tracked_rows rows;
    ledger_state state;
};

} // namespace

BOOST_AUTO_TEST_CASE(reads_what_it_writes)
{
    support::temporary_folder const home;
    made_up const of;
    auto const path = home / ".ledger";
    write_ledger(path, 99, of.state, of.rows);
    ledger_file const read(path, 99, 2);
    BOOST_TEST_REQUIRE(bool(read));
    BOOST_TEST((read.state.files == of.state.files));
    BOOST_TEST(read.state.requests == 12);
    BOOST_TEST(read.state.answers == 9);
    BOOST_TEST_REQUIRE(read.state.faults.size() == 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        auto const &got = read.state.faults[i], &wanted = of.state.faults[i];
        BOOST_TEST(got.file == wanted.file);
        BOOST_TEST(got.line == wanted.line);
        BOOST_TEST(got.column == wanted.column);
        BOOST_TEST(got.why == wanted.why);
        BOOST_TEST((got.weight == wanted.weight));
    }
    tracked_rows const rows(2, read.rows, read.row_count);
    BOOST_TEST(rows.size() == 100u);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        BOOST_TEST(
            (find_row(read.slots, of.rows[i].id(), [&](std::size_t row) { return rows[row].id(); }) == i));
        BOOST_TEST((rows.cells(i)[i % 2] == of.rows.cells(i)[i % 2]));
    }
    BOOST_TEST(home.files() == 1);
}

BOOST_AUTO_TEST_CASE(gives_none_where_it_does_not_fit)
{
    support::temporary_folder const home;
    made_up const of;
    auto const path = home / ".ledger";
    BOOST_TEST(!bool(ledger_file(path, 99, 2))); // there is none
    write_ledger(path, 99, of.state, of.rows);
    BOOST_TEST(!bool(ledger_file(path, 98, 2)));
    BOOST_TEST(!bool(ledger_file(path, 99, 3)));
    auto const good = support::read_file(path);
    for (std::size_t size = 0; size < good.size(); size += 37) {
        support::write_file(path, good.substr(0, size));
        BOOST_TEST(!bool(ledger_file(path, 99, 2)));
    }
    for (std::size_t at = 0; at < good.size(); at += 7) {
        auto bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 64);
        support::write_file(path, bad);
        BOOST_TEST(!bool(ledger_file(path, 99, 2)));
    }
    support::write_file(path, good + '\0');
    BOOST_TEST(!bool(ledger_file(path, 99, 2)));
    support::write_file(path, good);
    BOOST_TEST(bool(ledger_file(path, 99, 2)));
}

BOOST_AUTO_TEST_SUITE_END()
