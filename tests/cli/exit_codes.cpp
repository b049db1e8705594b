// SPDX-License-Identifier: MIT
#include "cli/exit_codes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

BOOST_AUTO_TEST_SUITE(cli_exit_codes)

using namespace tiktrack;

BOOST_AUTO_TEST_CASE(the_gravest_one_is_told)
{
    constexpr std::array order = {0, 1, 65, 75, 69, 74, 77, 2, 130}; // each is graver than those before it
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = 0; j < order.size(); ++j)
            BOOST_TEST(cli::worse(order[i], order[j]) == order[std::max(i, j)],
                       order[i] << " and " << order[j]);
    BOOST_TEST(cli::worse(143, 2) == 143);
    BOOST_TEST(cli::worse(143, 130) == 143);
}

BOOST_AUTO_TEST_CASE(every_kind_of_failure_has_its_line)
{
    for (auto const kind : {failure_kind::usage, failure_kind::data, failure_kind::unreachable,
                            failure_kind::io, failure_kind::later, failure_kind::credentials}) {
        auto const lines = std::ranges::count(cli::exit_codes, exit_code(kind), &cli::exit_meaning::code);
        BOOST_TEST(lines == 1, exit_code(kind));
    }
}

BOOST_AUTO_TEST_SUITE_END()
