// SPDX-License-Identifier: MIT
#include "cli/kinds.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(cli_kinds)

using namespace tiktrack;

/// What is read, shown again; `-` where it is refused.
template <class Kind>
std::string there_and_back(std::string_view given)
{
    auto const got = Kind::read(given);
    return got ? Kind::show(*got) : "-";
}

template <class Kind, std::size_t N>
void check_rows(std::string_view const (&rows)[N][2])
{
    for (auto const& [given, shown] : rows)
        BOOST_TEST(there_and_back<Kind>(given) == shown,
                   "'" << given << "': " << there_and_back<Kind>(given));
}

BOOST_AUTO_TEST_CASE(whole_numbers_in_their_range)
{
    check_rows<cli::whole<-1, 64>>({{"1", "1"},
                                    {"64", "64"},
                                    {"-1", "-1"},
                                    {"007", "7"},
                                    {"65", "-"},
                                    {"-2", "-"},
                                    {"", "-"},
                                    {" 1", "-"},
                                    {"1 ", "-"},
                                    {"+1", "-"},
                                    {"1.0", "-"},
                                    {"1e1", "-"},
                                    {"0x1", "-"},
                                    {"99999999999999999999", "-"}});
    BOOST_TEST((cli::whole<-1, 64>::allowed()) == "a whole number from -1 to 64");
}

BOOST_AUTO_TEST_CASE(numbers_in_their_range)
{
    check_rows<cli::decimal<0, 60>>({{"0", "0"},
                                     {"0.5", "0.5"},
                                     {"60", "60"},
                                     {"2.50", "2.5"},
                                     {"1e1", "10"},
                                     {"60.001", "-"},
                                     {"-1", "-"},
                                     {"-0.001", "-"},
                                     {"nan", "-"},
                                     {"inf", "-"},
                                     {"1,5", "-"},
                                     {"", "-"}});
}

BOOST_AUTO_TEST_CASE(sizes_with_suffixes)
{
    check_rows<cli::size<1, 64 * cli::GiB>>({{"1", "1"},
                                             {"1000", "1000"},
                                             {"1024", "1K"},
                                             {"64M", "64M"},
                                             {"64m", "64M"},
                                             {"2048k", "2M"},
                                             {"64G", "64G"},
                                             {"65G", "-"},
                                             {"0", "-"},
                                             {"0K", "-"},
                                             {"K", "-"},
                                             {"1T", "-"},
                                             {"1KB", "-"},
                                             {"-1", "-"},
                                             {"1.5M", "-"},
                                             {"", "-"},
                                             {"18446744073709551615G", "-"}});
    BOOST_TEST((cli::size<0, std::numeric_limits<std::uint64_t>::max()>::read("17179869184G").has_value()) ==
               false);
    BOOST_TEST((cli::size<0, 1>::read("0").value()) == 0U);
}

BOOST_AUTO_TEST_CASE(points_in_time)
{
    check_rows<cli::moment>({{"1763934199", "2025-11-23T21:43:19Z"},
                             {"2025-11-23T21:43:19Z", "2025-11-23T21:43:19Z"},
                             {"2025-11-23T22:43:19+01:00", "2025-11-23T21:43:19Z"},
                             {"2025-11-23T21:43:19", "-"},
                             {"2015-02-29T00:00:00Z", "-"},
                             {"yesterday", "-"},
                             {"", "-"}});
}

enum class size_of_shirt { small, large };
constexpr auto shirts =
    std::to_array<cli::word<size_of_shirt>>({{"s", size_of_shirt::small}, {"l", size_of_shirt::large}});

BOOST_AUTO_TEST_CASE(choices)
{
    check_rows<cli::choice<shirts>>({{"s", "s"}, {"l", "l"}, {"m", "-"}, {"S", "-"}, {"", "-"}});
    BOOST_TEST(cli::choice<shirts>::allowed() == "s, l");
    BOOST_TEST(cli::choice<shirts>::words.size() == 2U);
}

BOOST_AUTO_TEST_CASE(yes_and_no)
{
    check_rows<cli::yes_no>({{"yes", "yes"},
                             {"true", "yes"},
                             {"1", "yes"},
                             {"no", "no"},
                             {"false", "no"},
                             {"0", "no"},
                             {"on", "-"},
                             {"YES", "-"},
                             {"", "-"}});
}

BOOST_AUTO_TEST_CASE(lists)
{
    check_rows<cli::list<cli::decimal<0, 100>>>({{"0,1,6,24,48", "0,1,6,24,48"},
                                                 {"0.5", "0.5"},
                                                 {"1,,2", "-"},
                                                 {"1,", "-"},
                                                 {",1", "-"},
                                                 {"", "-"},
                                                 {"1, 2", "-"},
                                                 {"1,101", "-"}});
    check_rows<cli::list<cli::text>>({{"a,b", "a,b"}, {"a", "a"}});
    BOOST_TEST(cli::list<cli::text>::read("a,,b").value().size() == 3U);
    BOOST_TEST((cli::list<cli::whole<1, 2>>::allowed()) ==
               "a list with commas, each a whole number from 1 to 2");
}

BOOST_AUTO_TEST_SUITE_END()
