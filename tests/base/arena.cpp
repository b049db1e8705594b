// SPDX-License-Identifier: MIT
#include "tiktrack/base/arena.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(base_arena)
using tiktrack::arena;

BOOST_AUTO_TEST_CASE(views_stay_until_all_is_cleared)
{
    arena memory;
    for (int round = 0; round < 3; ++round) {
        std::vector<std::string> texts;
        std::vector<std::string_view> kept;
        for (std::size_t const size : {0u, 1u, 15u, 16384u, 16383u, 1u, 100000u, 16385u, 7u, 0u})
            for (char const c : {'a', 'b'}) {
                texts.emplace_back(size + std::size_t(round), c);
                kept.push_back(memory.keep(texts.back()));
            }
        for (std::size_t i = 0; i < texts.size(); ++i) BOOST_TEST((kept[i] == texts[i]), "text " << i);
        memory.clear();
    }
}

BOOST_AUTO_TEST_CASE(the_first_piece_serves_again)
{
    arena memory;
    auto const first = memory.keep("abc");
    (void)memory.keep(std::string(50000, 'x'));
    memory.clear();
    auto const again = memory.keep("xyz");
    BOOST_TEST(again.data() == first.data());
    BOOST_TEST(again == "xyz");
}

BOOST_AUTO_TEST_CASE(a_large_first_piece)
{
    arena memory;
    (void)memory.keep(std::string(40000, 'x'));
    memory.clear();
    std::vector<std::string_view> all;
    for (int i = 0; i < 400; ++i) all.push_back(memory.keep(std::string(100, char('a' + i % 26))));
    for (std::size_t i = 0; i < all.size(); ++i) BOOST_TEST(all[i] == std::string(100, char('a' + i % 26)));
}

BOOST_AUTO_TEST_SUITE_END()
