// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/cell.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_cell)
using namespace tiktrack::cohort;

namespace {

using outcomes = std::vector<std::pair<came, std::int64_t>>;

cell after_all(outcomes const& all)
{
    cell now;
    for (auto const& [what, time] : all) now = after(now, what, time);
    return now;
}

} // namespace

BOOST_AUTO_TEST_CASE(F60_gone_needs_two_snapshots_ten_minutes_apart)
{
    using enum came;
    using state = cell_state;
    struct row {
        outcomes all;
        cell wanted;
    };
    for (auto const& each : std::vector<row>{
             {{}, {}},
             {{{came::ok, 100}}, {state::ok, 100}},
             {{{came::ok, 100}, {came::ok, 200}}, {state::ok, 100}},
             {{{came::again, 100}}, {state::again, 100}},
             {{{came::again, 100}, {came::again, 200}}, {state::again, 200}},
             {{{came::gone, 100}}, {state::gone_once, 100}},
             {{{came::gone, 100}, {came::gone, 699}}, {state::gone_once, 100}},
             {{{came::gone, 100}, {came::gone, 700}}, {state::gone, 700}},
             {{{came::gone, 100}, {came::gone, 699}, {came::gone, 700}}, {state::gone, 700}},
             {{{came::gone, 100}, {came::again, 300}, {came::gone, 700}}, {state::gone, 700}},
             {{{came::gone, 100}, {came::ok, 800}}, {state::ok, 800}},
             {{{came::gone, 100}, {came::gone, 700}, {came::ok, 800}}, {state::ok, 800}},
             {{{came::gone, 9000}, {came::gone, 100}}, {state::gone_once, 9000}}, // the clock was set back
             {{{came::ok, 100}, {came::gone, 800}, {came::again, 900}}, {state::ok, 100}},
             {{{came::again, 100}, {came::missed, 800}}, {state::missed, 800}},
             {{{came::missed, 800}, {came::again, 900}, {came::missed, 901}}, {state::missed, 800}},
             {{{came::already_past, 5}, {came::missed, 900}}, {state::already_past, 5}},
         })
        BOOST_TEST((after_all(each.all) == each.wanted));
}

// The same outcomes once more, as where lines are read that this process wrote, change nothing.
BOOST_AUTO_TEST_CASE(twice_is_as_once)
{
    using enum came;
    std::vector<came> const all = {ok, gone, again, missed, already_past};
    for (auto const first : all)
        for (auto const second : all) {
            outcomes const once = {{first, 100}, {second, 800}};
            outcomes twice = once;
            twice.insert(twice.end(), once.begin(), once.end());
            BOOST_TEST((after_all(once) == after_all(twice)));
        }
}

BOOST_AUTO_TEST_CASE(times_of_any_sign_are_kept)
{
    for (std::int64_t const time : {0LL, -1LL, 1763934235LL, -62167219200LL, 253402300799LL}) {
        cell const made(cell_state::already_past, time);
        BOOST_TEST(made.time() == time);
        BOOST_TEST((made.state() == cell_state::already_past));
    }
}

BOOST_AUTO_TEST_SUITE_END()
