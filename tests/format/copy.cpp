// SPDX-License-Identifier: MIT
#include "tiktrack/format/copy.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_copy)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(all_short_sizes_and_no_byte_more)
{
    std::string const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    for (std::size_t size = 0; size <= letters.size(); ++size) {
        support::guarded_text const from(std::string_view(letters).substr(0, size));
        std::string to(size + 2, '.');
        auto const* const end = format::copy_short(to.data() + 1, from.text());
        BOOST_TEST((end == to.data() + 1 + size));
        BOOST_TEST(to == '.' + letters.substr(0, size) + '.');
    }
}

BOOST_AUTO_TEST_SUITE_END()
