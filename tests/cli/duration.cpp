// SPDX-License-Identifier: MIT
#include "cli/duration.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cli_duration)
using namespace tiktrack;

BOOST_AUTO_TEST_CASE(times_with_and_without_a_unit)
{
    using kind = cli::duration<0, 3'600'000>;
    struct row {
        std::string_view given, shown;
    };
    for (auto const& each : std::to_array<row>(
             {{"0", "0s"},        {"2", "2s"},    {"2s", "2s"},     {"2.5", "2500ms"}, {"500ms", "500ms"},
              {"90s", "90s"},     {"120s", "2m"}, {"0.25m", "15s"}, {"1h", "1h"},      {"60m", "1h"},
              {"3600001ms", "-"}, {"1.1h", "-"},  {"2d", "-"},      {"-1", "-"},       {"", "-"},
              {"s", "-"},         {"ms", "-"},    {"1e99h", "-"},   {"nan", "-"},      {"inf", "-"},
              {"2 s", "-"},       {"2sec", "-"},  {"0x2s", "-"},    {"1m30s", "-"}})) {
        auto const got = kind::read(each.given);
        BOOST_TEST((got ? kind::show(*got) : "-") == each.shown, each.given);
        if (got) BOOST_TEST((kind::read(kind::show(*got)) == got)); // there and back
    }
    BOOST_TEST((cli::duration<100, 86'400'000>::allowed() ==
                "a time from 100ms to 1d; ms, s, m, h, d (s where none is said)"));
}

BOOST_AUTO_TEST_SUITE_END()
