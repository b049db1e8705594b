// SPDX-License-Identifier: MIT
#include "tiktrack/format/in_order.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_SUITE(format_in_order)
using tiktrack::format::in_order;

namespace {

/// Squares the numbers below `count`; `at(place, number)` is called in each callback and may throw.
template <class At>
std::vector<int> squares(unsigned threads, int count, At at)
{
    std::vector<int> given;
    int next = 0;
    std::atomic<int> workers = 0;
    auto const make_worker = [&] {
        at('m', workers++);
        return [&, used = 0](int block, std::string& result) mutable {
            at('w', block);
            // The later blocks are often ready first.
            if (block % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
            result = std::to_string(block * block);
            ++used;
        };
    };
    auto const take = [&](int& block) {
        if (next == count) return false;
        at('t', next);
        block = next++;
        return true;
    };
    auto const give = [&](std::string const& result) {
        at('g', static_cast<int>(given.size()));
        given.push_back(std::stoi(result));
    };
    try {
        in_order<int, std::string>(threads, make_worker, take, give);
    } catch (std::runtime_error const& e) {
        BOOST_TEST(e.what() == std::string("on purpose"));
        given.push_back(-1);
    }
    return given;
}

std::vector<int> first_squares(int count)
{
    std::vector<int> all;
    for (int i = 0; i < count; ++i) all.push_back(i * i);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(results_keep_their_order)
{
    for (unsigned threads = 0; threads <= 4; ++threads)
        for (int const count : {0, 1, 2, 5, 300})
            BOOST_TEST(squares(threads, count, [](char, int) {}) == first_squares(count),
                       threads << ' ' << count);
}

BOOST_AUTO_TEST_CASE(what_is_thrown_comes_out_behind_all_that_was_taken_before)
{
    for (unsigned threads = 1; threads <= 4; ++threads)
        for (char const place : {'t', 'w', 'g'})
            for (int const when : {0, 1, 50, 99}) {
                auto const given = squares(threads, 100, [&](char p, int n) {
                    if (p == place && n == when) throw std::runtime_error("on purpose");
                });
                auto expected = first_squares(when);
                expected.push_back(-1);
                BOOST_TEST(given == expected, threads << ' ' << place << ' ' << when);
            }
}

BOOST_AUTO_TEST_CASE(a_worker_that_cannot_be_made)
{
    for (unsigned threads = 1; threads <= 4; ++threads)
        for (int which = 0; which < static_cast<int>(threads); ++which) {
            auto given = squares(threads, 100, [&](char p, int n) {
                if (p == 'm' && n == which) throw std::runtime_error("on purpose");
            });
            BOOST_TEST_REQUIRE(!given.empty());
            // Other threads may have ended all work before this one was started.
            if (given.back() == -1) given.pop_back();
            BOOST_TEST(given == first_squares(static_cast<int>(given.size())));
        }
}

BOOST_AUTO_TEST_CASE(one_worker_a_thread)
{
    std::atomic<int> workers = 0;
    (void)squares(3, 50, [&](char place, int) { workers += place == 'm'; });
    BOOST_TEST(workers == 3);
}

BOOST_AUTO_TEST_SUITE_END()
