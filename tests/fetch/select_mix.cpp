// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/select_mix.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

#include <bit>
#include <numeric>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(fetch_select_mix)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

using numbers = std::vector<std::size_t>;

/// Members as people would write them: `Aa Ab Bb`, a band's letter and a creator's.
std::vector<mix_member> members(std::string const& words)
{
    std::vector<mix_member> all;
    for (std::size_t i = 0; i < words.size(); i += 3)
        all.push_back(
            {static_cast<std::size_t>(words[i] - 'A'), static_cast<std::size_t>(words[i + 1] - 'a')});
    return all;
}

numbers letters(std::string const& bands)
{
    numbers all;
    for (char const c : bands) all.push_back(static_cast<std::size_t>(c - 'A'));
    return all;
}

/// The chosen, in the same words.
std::string choose(std::string const& words, std::size_t count, std::size_t most, std::string const& turns,
                   std::string const& last = "")
{
    auto const all = members(words);
    even_mix of(all, 26, most);
    of.raise(letters(turns), count);
    of.raise(letters(last), count);
    auto const chosen = of.chosen();
    std::string said;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (chosen[i]) said += (said.empty() ? "" : " ") + words.substr(3 * i, 2);
    return said;
}

/// How many a choice takes of each band.
numbers by_band(std::vector<mix_member> const& of, unsigned chosen, std::size_t bands)
{
    numbers all(bands);
    for (std::size_t i = 0; i < of.size(); ++i)
        if ((chosen >> i & 1) != 0) ++all[of[i].band];
    return all;
}

bool is_allowed(std::vector<mix_member> const& of, unsigned chosen, std::size_t most)
{
    numbers all(26);
    for (std::size_t i = 0; i < of.size(); ++i)
        if ((chosen >> i & 1) != 0 && ++all[of[i].creator] > most) return false;
    return true;
}

numbers sorted(numbers of)
{
    std::sort(of.begin(), of.end());
    return of;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_first_of_each_band_in_turn)
{
    BOOST_TEST(choose("Aa Ab Ac Bd Be Bf", 4, 9, "AB") == "Aa Ab Bd Be");
    BOOST_TEST(choose("Aa Ab Ac Bd Be Bf", 5, 9, "AB") == "Aa Ab Ac Bd Be");
    BOOST_TEST(choose("Aa Ab Ac Bd Be Bf", 5, 9, "BA") == "Aa Ab Bd Be Bf");
    BOOST_TEST(choose("Aa Ab Ac Bd", 9, 9, "AB") == "Aa Ab Ac Bd");
    BOOST_TEST(choose("Aa Ab Ac Bd", 0, 9, "AB") == "");
    BOOST_TEST(choose("", 9, 9, "AB") == "");
}

BOOST_AUTO_TEST_CASE(who_can_take_another_does)
{
    BOOST_TEST(choose("Aa Ab Ba", 2, 1, "AB") == "Ab Ba");
    BOOST_TEST(choose("Aa Ab Ba", 2, 1, "BA") == "Ab Ba");
    BOOST_TEST(choose("Aa Ab Ba Bb Cb Cc", 3, 1, "CAB") == "Aa Bb Cc");
    BOOST_TEST(choose("Aa Ab Bb Bc Cc Cd Dd", 4, 1, "ABCD") == "Aa Bb Cc Dd");
    BOOST_TEST(choose("Dd Cd Cc Bc Bb Ab Aa", 4, 1, "ABCD") == "Dd Cc Bb Aa");
    BOOST_TEST(choose("Aa Aa Aa Ab Ba Ba", 4, 2, "AB") == "Aa Ab Ba"); // nobody has more than two
    BOOST_TEST(choose("Ba Aa Ab", 3, 1, "A", "B") == "Aa Ab");         // A before B
}

BOOST_AUTO_TEST_CASE(those_that_are_wanted_first)
{
    // A and B give one each; whom, the order says.
    BOOST_TEST(choose("Aa Ba Ab Bb", 2, 1, "BA") == "Aa Bb");
    BOOST_TEST(choose("Ba Aa Ab Bb", 2, 1, "AB") == "Ba Ab");
    BOOST_TEST(choose("Ab Aa Ac Bb Ba", 3, 1, "AB") == "Ab Ac Ba");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_had_is_told)
{
    auto const all = members("Aa Ab Ba Bb");
    even_mix of(all, 2, 1);
    of.raise(numbers{0, 1}, 2);
    BOOST_TEST((!of.exhausted(0) && !of.exhausted(1)));
    of.raise(numbers{0, 1}, 3);
    BOOST_TEST((of.exhausted(0) && of.exhausted(1)));
}

/// Held against all choices that there are.
BOOST_AUTO_TEST_CASE(no_choice_is_more_even)
{
    for (unsigned round = 0; round < 600; ++round) {
        BOOST_TEST_INFO("round " << round);
        support::dice chance(round);
        std::size_t const bands = 2 + chance.roll(3), creators = 1 + chance.roll(6),
                          most = 1 + chance.roll(2);
        std::size_t const count = 1 + chance.roll(9);
        std::vector<mix_member> all(1 + chance.roll(11));
        for (auto& each : all) each = {chance.roll(bands), chance.roll(creators)};
        // The last band is the one that is asked last.
        numbers turns(bands - 1);
        std::iota(turns.begin(), turns.end(), std::size_t{0});
        std::shuffle(turns.begin(), turns.end(), chance.engine());
        even_mix of(all, bands, most);
        of.raise(turns, count);
        of.raise(numbers{bands - 1}, count);
        auto const chosen = of.chosen();
        unsigned made = 0;
        for (std::size_t i = 0; i < all.size(); ++i) made |= unsigned{chosen[i]} << i;

        BOOST_REQUIRE(is_allowed(all, made, most));
        auto const given = by_band(all, made, bands);
        BOOST_REQUIRE(static_cast<std::size_t>(std::popcount(made)) <= count);
        auto const early = [&](numbers const& from) { return sorted(numbers(from.begin(), from.end() - 1)); };
        for (unsigned other = 0; other < 1u << all.size(); ++other) {
            if (static_cast<std::size_t>(std::popcount(other)) > count || !is_allowed(all, other, most))
                continue;
            auto const gives = by_band(all, other, bands);
            BOOST_REQUIRE(early(gives) <=
                          early(given)); // the least of them gives as much as it can, and so on
            if (early(gives) == early(given)) BOOST_REQUIRE(gives.back() <= given.back());
            // Of the same numbers: the earlier ones, that is where they first differ, the made one has a
            // member.
            if (gives == given && other != made)
                BOOST_REQUIRE((made >> std::countr_zero(made ^ other) & 1) != 0);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
