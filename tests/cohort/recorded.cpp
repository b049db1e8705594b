// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/recorded.hpp"

#include "tiktrack/model/reader.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_recorded)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

std::string spelled(std::string const& members)
{
    std::string const line = "{\"video_id\":\"1\"" + members + '}';
    record of;
    record_reader reader;
    BOOST_TEST_REQUIRE(!reader.read(std::string_view(line), of).has_value());
    std::string why;
    auto const made = recorded_of(of, why);
    if (!made) return why;
    return std::to_string(int(made->outcome)) + " at " + std::to_string(made->time) + " upload " +
           (made->upload ? std::to_string(*made->upload) : "-") + ' ' + std::to_string(made->answers) + '/' +
           std::to_string(made->requests);
}

} // namespace

BOOST_AUTO_TEST_CASE(what_an_outcome_says)
{
    struct row {
        std::string members, wanted;
    };
    std::string const time = ",\"collection_timestamp\":1763934300";
    for (auto const& each : std::vector<row>{
             {time + R"(,"status":"ok","attempts":1,"source":"embed")", "0 at 1763934300 upload - 1/1"},
             {time + R"(,"status":"ok","attempts":3,"source":"embed+page")", "0 at 1763934300 upload - 2/3"},
             {time + R"(,"status":"ok","source":"page")", "0 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"private","attempts":2,"source":"page")", "1 at 1763934300 upload - 1/2"},
             {time + R"(,"status":"rate_limited","attempts":5)", "2 at 1763934300 upload - 0/5"},
             {time + R"(,"status":"skipped","attempts":0,"schedule_status":"missed")",
              "3 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"skipped","schedule_status":"already_past")",
              "4 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"skipped","status_detail":"budget")", "2 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"timeout","attempts":-4)", "2 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"ok","upload_timestamp":1763934235,"upload_source":"platform")",
              "0 at 1763934300 upload 1763934235 0/0"},
             {time + R"(,"status":"ok","upload_timestamp":1763934235,"upload_source":"id")",
              "0 at 1763934300 upload - 0/0"},
             {time + R"(,"status":"ok","upload_timestamp":7,"upload_source":"platform")",
              "0 at 1763934300 upload - 0/0"},
             {time, "is no outcome: it has no status"},
             {time + R"(,"status":"odd")", "is no outcome: it has no status"},
             {R"(,"status":"ok")", "is no outcome: it has no collection_timestamp"},
         })
        BOOST_TEST(spelled(each.members) == each.wanted);
}

BOOST_AUTO_TEST_SUITE_END()
