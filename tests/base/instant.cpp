// SPDX-License-Identifier: MIT
#include "tiktrack/base/instant.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(base_instant)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(F31_both_directions)
{
    struct row {
        std::int64_t unix;
        std::string_view text;
    };
    for (auto const& [unix, text] : std::to_array<row>({{0, "1970-01-01T00:00:00Z"},
                                                        {-1, "1969-12-31T23:59:59Z"},
                                                        {-86401, "1969-12-30T23:59:59Z"},
                                                        {1763934199, "2025-11-23T21:43:19Z"},
                                                        {951782400, "2000-02-29T00:00:00Z"},
                                                        {951868799, "2000-02-29T23:59:59Z"},
                                                        {1709164800, "2024-02-29T00:00:00Z"},
                                                        {1735689599, "2024-12-31T23:59:59Z"},
                                                        {1735689600, "2025-01-01T00:00:00Z"},
                                                        {2147483647, "2038-01-19T03:14:07Z"},
                                                        {2147483648, "2038-01-19T03:14:08Z"},
                                                        {4107542400, "2100-03-01T00:00:00Z"},
                                                        {-2208988800, "1900-01-01T00:00:00Z"},
                                                        {-62167219200, "0000-01-01T00:00:00Z"},
                                                        {253402300799, "9999-12-31T23:59:59Z"}})) {
        BOOST_TEST(iso8601(from_unix(unix)).value_or("") == text);
        BOOST_TEST(to_unix(parse_instant(text).value_or(from_unix(42))) == unix, text);
        BOOST_TEST(to_unix(parse_instant(std::to_string(unix)).value_or(from_unix(42))) == unix, unix);
    }
}

BOOST_AUTO_TEST_CASE(every_day_of_eight_years_there_and_back)
{
    for (std::int64_t unix = 1672531199; unix < 1672531199 + 8 * 366 * 86400LL; unix += 86399) {
        auto const text = iso8601(from_unix(unix)).value_or("");
        BOOST_TEST(to_unix(parse_instant(text).value_or(from_unix(0))) == unix, text);
    }
}

BOOST_AUTO_TEST_CASE(spellings_of_one_instant)
{
    for (std::string_view const text :
         {"2025-11-23T21:43:19Z", "2025-11-23t21:43:19z", "2025-11-23 21:43:19Z", "2025-11-23T22:43:19+01:00",
          "2025-11-23T22:43:19+0100", "2025-11-23T22:43:19+01", "2025-11-24T03:13:19+05:30",
          "2025-11-23T18:13:19-03:30", "2025-11-23T21:43:19.999Z", "2025-11-23T21:43:19,5Z",
          "2025-11-23T21:43:19-00:00", "1763934199"})
        BOOST_TEST(to_unix(parse_instant(text).value_or(from_unix(0))) == 1763934199, text);
    BOOST_TEST(to_unix(parse_instant("2025-11-23T21:43Z").value_or(from_unix(0))) == 1763934180);
    BOOST_TEST(to_unix(parse_instant("2025-01-01T00:30:00+01:00").value_or(from_unix(0))) == 1735687800);
    BOOST_TEST(to_unix(parse_instant("2016-12-31T23:59:60Z").value_or(from_unix(0))) == 1483228800);
}

BOOST_AUTO_TEST_CASE(F31_what_is_no_instant)
{
    for (std::string_view const text : {"",
                                        " ",
                                        "now",
                                        "2015-02-29T00:00:00Z",
                                        "1900-02-29T00:00:00Z",
                                        "2025-00-10T00:00:00Z",
                                        "2025-13-10T00:00:00Z",
                                        "2025-04-31T00:00:00Z",
                                        "2025-11-00T00:00:00Z",
                                        "2025-11-23T24:00:00Z",
                                        "2025-11-23T21:60:00Z",
                                        "2025-11-23T21:43:61Z",
                                        "2025-11-23T21:43:19",
                                        "2025-11-23 21:43:19",
                                        "2025-11-23",
                                        "2025-11-23T21:43:19.Z",
                                        "2025-11-23T21:43:19+",
                                        "2025-11-23T21:43:19+1",
                                        "2025-11-23T21:43:19+01:",
                                        "2025-11-23T21:43:19+01:6",
                                        "2025-11-23T21:43:19+01:60",
                                        "2025-11-23T21:43:19+24:00",
                                        "2025-11-23T21:43:19Z ",
                                        " 2025-11-23T21:43:19Z",
                                        "2025-11-23T21:43:19ZZ",
                                        "2025-11-3T21:43:19Z",
                                        "25-11-23T21:43:19Z",
                                        "12025-11-23T21:43:19Z",
                                        "+1763934199",
                                        "1763934199.5",
                                        "1763934199 ",
                                        "9223372036854775808"})
        BOOST_TEST(!parse_instant(text).has_value(), '"' << text << '"');
}

BOOST_AUTO_TEST_CASE(years_that_have_no_four_digits)
{
    using limits = std::numeric_limits<std::int64_t>;
    for (auto const unix :
         {limits::min(), std::int64_t{-62167219201}, std::int64_t{253402300800}, limits::max()})
        BOOST_TEST(!iso8601(from_unix(unix)).has_value(), unix);
}

BOOST_AUTO_TEST_CASE(what_can_be_a_time_of_the_platform)
{
    static_assert(!plausible(from_unix(1388534399)) && plausible(from_unix(1388534400)));
    static_assert(plausible(from_unix(4102444799)) && !plausible(from_unix(4102444800)));
    BOOST_TEST(!plausible(from_unix(0)));
    BOOST_TEST(!plausible(from_unix(-1)));
    BOOST_TEST(!plausible(from_unix(std::numeric_limits<std::int64_t>::min())));
}

BOOST_AUTO_TEST_SUITE_END()
