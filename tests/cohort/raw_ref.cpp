// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/raw_ref.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_raw_ref)
using namespace tiktrack::cohort;

BOOST_AUTO_TEST_CASE(there_and_back)
{
    for (raw_place const& each : std::vector<raw_place>{{"raw/hour_1.warc.gz", 0},
                                                        {"raw/hour_0.5.warc.gz", 17},
                                                        {"raw/hour_48.warc.gz", 9'000'000'000'000'000'000}})
        BOOST_TEST((parse_raw_ref(raw_ref(each)) == each), raw_ref(each));
    BOOST_TEST(raw_ref({"raw/hour_1.warc.gz", 1234}) == "raw/hour_1.warc.gz:1234");
}

BOOST_AUTO_TEST_CASE(what_names_no_place)
{
    for (auto const* text :
         {"", ":", "raw/hour_1.warc.gz", "raw/hour_1.warc.gz:", "raw/hour_1.warc.gz:-1",
          "raw/hour_1.warc.gz:1x", "raw/hour_1.warc.gz:01", "raw/hour_1.warc.gz:1.0",
          "raw/hour_1.warc.gz:99999999999999999999", "hour_1.warc.gz:1", "raw/.warc.gz:1",
          "raw/a/b.warc.gz:1", "raw/../../etc/a.warc.gz:1", "/etc/passwd:1", "raw/hour_1.jsonl:1"})
        BOOST_TEST(!parse_raw_ref(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
