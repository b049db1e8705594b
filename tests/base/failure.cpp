// SPDX-License-Identifier: MIT
#include "tiktrack/base/failure.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_failure)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(exit_codes)
{
    static_assert(exit_code(failure_kind::usage) == 2 && exit_code(failure_kind::data) == 65 &&
                  exit_code(failure_kind::unreachable) == 69 && exit_code(failure_kind::io) == 74 &&
                  exit_code(failure_kind::later) == 75 && exit_code(failure_kind::credentials) == 77);
    try {
        throw failure(failure_kind::later, "come back");
    } catch (std::runtime_error const& caught) {
        BOOST_TEST(caught.what() == "come back");
        BOOST_TEST(exit_code(dynamic_cast<failure const&>(caught).kind) == 75);
    }
}

BOOST_AUTO_TEST_SUITE_END()
