// SPDX-License-Identifier: MIT
#include "tiktrack/math/print_number.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cfloat>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(math_print_number)
using namespace tiktrack;

namespace {

std::string printed(double value)
{
    char text[printed_number_size + 1];
    auto const* const end = print_number(text, value);
    return {text, static_cast<std::size_t>(end - text)};
}

/// Ten significant digits by the C library, which rounds the exact binary value half-even; the point is then
/// moved by hand.
std::string by_the_c_library(double value)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.9e", value);
    std::string all(text);
    auto const e = all.find('e');
    int const exponent = std::atoi(all.c_str() + e + 1);
    bool const negative = all[0] == '-';
    auto digits = all.substr(negative, e - negative);
    digits.erase(1, 1);
    digits.erase(std::min(digits.find_last_not_of('0') + 1, digits.size()));
    if (digits.empty()) return "0";
    if (exponent < 0) digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    auto const whole = static_cast<std::size_t>(exponent < 0 ? 1 : exponent + 1);
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    if (digits.size() > whole) digits.insert(whole, 1, '.');
    return (negative ? "-" : "") + digits;
}

} // namespace

BOOST_AUTO_TEST_CASE(known_values)
{
    struct row {
        double value;
        std::string_view text;
    };
    for (auto const& [value, text] : std::to_array<row>({{0.0, "0"},
                                                         {-0.0, "0"},
                                                         {1, "1"},
                                                         {-1, "-1"},
                                                         {5000, "5000"},
                                                         {10000.0 / 3, "3333.333333"},
                                                         {5000.0 / 3, "1666.666667"},
                                                         {100.0 / 7, "14.28571429"},
                                                         {-2000.0 / 3, "-666.6666667"},
                                                         {0.1, "0.1"},
                                                         {0.1 + 0.2, "0.3"},
                                                         {2.5, "2.5"},
                                                         {1234567890, "1234567890"},
                                                         {12345678905, "12345678900"}, // a tie, to even
                                                         {12345678915, "12345678920"},
                                                         {9999999999, "9999999999"},
                                                         {99999999999, "100000000000"},
                                                         {0.99999999999, "1"},
                                                         {9.9999999999, "10"},
                                                         {1e15, "1000000000000000"},
                                                         {9223372036854775807.0, "9223372037000000000"},
                                                         {1e-5, "0.00001"},
                                                         {1e-20, "0.00000000000000000001"},
                                                         {1e22, "10000000000000000000000"},
                                                         {0.000123456789012, "0.000123456789"}}))
        BOOST_TEST(printed(value) == text);
    BOOST_TEST(printed(DBL_MAX).size() == 309u);
    BOOST_TEST(printed(-DBL_TRUE_MIN).size() <= printed_number_size);
    BOOST_TEST(printed(-DBL_TRUE_MIN) == by_the_c_library(-DBL_TRUE_MIN));
}

BOOST_AUTO_TEST_CASE(the_same_as_the_c_library)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> exponent(-18, 22), any(-300, 300), mantissa(1, 10);
    std::size_t different = 0;
    auto const check = [&](double value) {
        if (printed(value) != by_the_c_library(value)) {
            ++different;
            BOOST_TEST(printed(value) == by_the_c_library(value));
        }
    };
    for (int i = 0; i < 30000 && different < 5; ++i) {
        auto const size = std::pow(10.0, exponent(random));
        check(mantissa(random) * size);
        check(-mantissa(random) * std::pow(10.0, any(random)));
        // Quotients of whole numbers, which is what is printed mostly.
        auto const a = static_cast<double>(random() % 100000000), b = static_cast<double>(random() % 999 + 1);
        check(a * 3600.0 / b);
        check(a / 1e7);
        // Ten digits and a half, from both sides of the tie.
        auto const tie = static_cast<double>(random() % 10000000000) + 0.5;
        check(tie);
        check(std::nextafter(tie, 0.0));
        check(tie / 1024);
        // Around powers of ten.
        auto const power = std::pow(10.0, static_cast<double>(random() % 40) - 20);
        check(power);
        check(std::nextafter(power, 0.0));
        check(std::nextafter(power, DBL_MAX));
        check(power * (1 - 1e-11));
    }
}

BOOST_AUTO_TEST_CASE(laws)
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 20000; ++i) {
        auto const value = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 160);
        auto const text = printed(value);
        double const back = std::strtod(text.c_str(), nullptr);
        BOOST_TEST(std::abs(back - value) <= value * 5.1e-10, text);
        BOOST_TEST(printed(back) == text); // printing what was read gives the same text
        BOOST_TEST(printed(-value) == '-' + text);
        BOOST_TEST((text.find('.') == text.npos || text.back() != '0'), text);
        BOOST_TEST(text.find_first_not_of("0123456789.") == text.npos, text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
