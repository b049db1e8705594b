// SPDX-License-Identifier: MIT
#include "tiktrack/study/numbering.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

BOOST_AUTO_TEST_SUITE(study_numbering)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(from_one_in_the_order_of_being_seen)
{
    numbering all;
    numbering_cache cached(all);
    BOOST_TEST(all.number("b") == 1u);
    BOOST_TEST(cached.number("a") == 2u);
    BOOST_TEST(cached.number("a") == 2u);
    BOOST_TEST(cached.number("b") == 1u);
    BOOST_TEST(all.number("") == 3u);
    BOOST_TEST(cached.number("") == 3u);
    BOOST_TEST(cached.number("B", [](std::string_view) { return "b"; }) == 1u);
    BOOST_TEST((all.size() == 3 && all.text(1) == "b" && all.text(2) == "a" && all.text(3).empty()));
}

BOOST_AUTO_TEST_CASE(shared_by_threads)
{
    numbering all;
    std::vector<std::vector<std::uint32_t>> numbers(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < numbers.size(); ++t)
            threads.emplace_back([&, t] {
                numbering_cache cached(all);
                for (int i = 0; i < 500; ++i)
                    numbers[t].push_back(cached.number(std::to_string((i * 7 + int(t)) % 100)));
            });
    }
    BOOST_TEST(all.size() == 100u);
    for (std::size_t t = 0; t < numbers.size(); ++t)
        for (std::size_t i = 0; i < numbers[t].size(); ++i)
            BOOST_TEST_REQUIRE(all.text(numbers[t][i]) == std::to_string((i * 7 + t) % 100));
}

BOOST_AUTO_TEST_SUITE_END()
