// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/standing.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_standing)
using namespace tiktrack::cohort;

BOOST_AUTO_TEST_CASE(each_video_is_counted_once)
{
    using enum cell_state;
    charter by;
    by.timepoints = {1};
    schedule const plan(by);
    struct row {
        cell known;
        std::int64_t minute;
        std::string wanted; ///< ok gone again due missed past waiting
    };
    for (auto const& each : std::vector<row>{
             {{}, 0, "0000001"},
             {{}, 60, "0001000"},
             {{}, 71, "0000100"}, // still to be written down
             {{missed, 71 * 60}, 72, "0000100"},
             {{already_past, 0}, 72, "0000010"},
             {{again, 60 * 60}, 61, "0010000"},
             {{again, 60 * 60}, 71, "0000100"},
             {{gone_once, 55 * 60}, 56, "0010000"},
             {{gone_once, 55 * 60}, 65, "0010000"},
             {{gone_once, 55 * 60}, 71, "0100000"},
             {{gone, 65 * 60}, 66, "0100000"},
             {{ok, 60 * 60}, 61, "1000000"},
         }) {
        std::vector<cell> const cells = {each.known};
        std::vector<standing> counts(1);
        count_in(counts, plan, {0, {}, false, cells}, each.minute * 60);
        auto const& of = counts[0];
        std::string all;
        for (auto const count : {of.ok, of.gone, of.again, of.due, of.missed, of.already_past, of.waiting})
            all += std::to_string(count);
        BOOST_TEST(all == each.wanted);
        BOOST_TEST(of.all() == 1u);
    }
}

BOOST_AUTO_TEST_SUITE_END()
