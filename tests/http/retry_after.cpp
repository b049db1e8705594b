// SPDX-License-Identifier: MIT
#include "tiktrack/http/retry_after.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(http_retry_after)
using namespace tiktrack;
using namespace std::chrono_literals;

namespace {
instant const now = from_unix(784111777); // 1994-11-06T08:49:37Z
}

BOOST_AUTO_TEST_CASE(F42_seconds_and_dates)
{
    struct row {
        std::string_view value;
        std::chrono::seconds stay_away;
    };
    for (auto const& each : std::vector<row>{
             {"0", 0s},
             {"120", 120s},
             {" 120\t", 120s},
             {"007", 7s},
             {"31536000", 31536000s}, // a year, as it is
             {"3155760000", http::longest_retry_after},
             {"3155760001", http::longest_retry_after},
             {"99999999999999999999999999", http::longest_retry_after},
             {"Sun, 06 Nov 1994 08:49:37 GMT", 0s},
             {"Sun, 06 Nov 1994 08:51:37 GMT", 120s},
             {"Mon, 06 Nov 1995 08:49:37 GMT", 31536000s},
             {"Sun, 06 Nov 1994 08:49:36 GMT", 0s}, // it has passed
             {"Thu, 01 Jan 1970 00:00:00 GMT", 0s},
             {"Fri, 31 Dec 9999 23:59:60 GMT", http::longest_retry_after},
             {"Sunday, 06-Nov-94 08:50:07 GMT", 30s},
             {"Sun, 06-Nov-94 08:50:07 GMT", 30s},
             {"Tuesday, 06-Nov-95 08:49:37 GMT", 31536000s},
             {"Sun Nov  6 08:50:37 1994", 60s},
             {"Wed Nov 16 08:49:37 1994", 864000s},
             {"  Sun, 06 Nov 1994 08:51:37 GMT ", 120s},
         })
        BOOST_TEST((http::retry_after(each.value, now) == each.stay_away), each.value);
}

BOOST_AUTO_TEST_CASE(F42_no_time_at_all)
{
    for (std::string_view const value : {"",
                                         " ",
                                         "-1",
                                         "-0",
                                         "+5",
                                         "1.5",
                                         "1e3",
                                         "12 34",
                                         "120s",
                                         "0x10",
                                         "soon",
                                         "GMT",
                                         "Sun, 06 Nov 1994 08:49:37",
                                         "Sun, 06 Nov 1994 08:49:37 CET",
                                         "Sun, 06 Nov 1994 08:49:37 GMT+1",
                                         "Sun, 6 Nov 1994 08:49:37 GMT",
                                         "Sun, 06 nov 1994 08:49:37 GMT",
                                         "Sun, 06 anF 1994 08:49:37 GMT",
                                         "Sun, 31 Feb 1994 08:49:37 GMT",
                                         "Sun, 00 Nov 1994 08:49:37 GMT",
                                         "Sun, 06 Nov 1994 24:00:00 GMT",
                                         "Sun, 06 Nov 1994 08:60:00 GMT",
                                         "Sun, 06 Nov 1994 08:49:61 GMT",
                                         "Sun, 06 Nov 1994 08-49-37 GMT",
                                         "Sun, 06-Nov 94 08:49:37 GMT",
                                         "Sunday, 06-Nov-1994 08:49:37 GMT",
                                         "Sun, 06 Nov 94 08:49:37 GMT",
                                         "06 Nov 1994 08:49:37 GMT",
                                         ", 06 Nov 1994 08:49:37 GMT",
                                         "Sun,06 Nov 1994 08:49:37 GMT",
                                         "Sun Nov 6 08:49:37 1994",
                                         "Sun Nov  6 08:49:37 1994 GMT",
                                         "Sun Nov  6 08:49:37 94",
                                         "Sun Nov 32 08:49:37 1994",
                                         "Sun Nov  6 08:49:37",
                                         "Sun",
                                         "Sun,",
                                         "Sun, ",
                                         "Sun ",
                                         "2025-11-23T21:43:19Z"})
        BOOST_TEST(!http::retry_after(value, now).has_value(), '"' << value << '"');
}

BOOST_AUTO_TEST_CASE(the_century_of_two_digits)
{
    struct row {
        instant now;
        std::string_view date;
        std::string_view meant;
    };
    using namespace std::chrono;
    auto const in = [](int year) { return sys_days{std::chrono::year{year} / 6 / 1} + 0s; };
    for (auto const& each :
         std::vector<row>{{in(1994), "Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
                          {in(1994), "Friday, 06-Nov-44 08:49:37 GMT", "2044-11-06T08:49:37Z"},
                          {in(1994), "Friday, 06-Nov-45 08:49:37 GMT", "1945-11-06T08:49:37Z"},
                          {in(2026), "Friday, 06-Nov-76 08:49:37 GMT", "2076-11-06T08:49:37Z"},
                          {in(2026), "Friday, 06-Nov-77 08:49:37 GMT", "1977-11-06T08:49:37Z"}}) {
        auto const date = http::parse_http_date(each.date, each.now);
        BOOST_TEST_REQUIRE(date.has_value());
        BOOST_TEST(iso8601(*date).value() == each.meant);
    }
}

BOOST_AUTO_TEST_SUITE_END()
