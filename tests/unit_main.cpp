// SPDX-License-Identifier: MIT
// The one runner of all unit tests.
#define BOOST_TEST_MODULE tiktrack
#include <boost/test/unit_test.hpp>
