// SPDX-License-Identifier: MIT
#include "tiktrack/study/series_key.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_series_key)
using namespace tiktrack;

namespace {

record read(record_reader& reader, std::string_view line)
{
    record r;
    BOOST_TEST_REQUIRE(!reader.read(line, r).has_value(), line);
    return r;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_names_a_series)
{
    struct row {
        std::string_view line, cohort, platform, video;
        bool has_cohort, has_video;
    };
    record_reader reader;
    for (auto const& each : std::to_array<row>(
             {{R"({})", "", "tiktok", "", false, false},
              {R"({"cohort_id":null,"platform":null,"video_id":null})", "", "tiktok", "", false, false},
              {R"({"cohort_id":"","platform":"","video_id":"7"})", "", "tiktok", "7", true, true},
              {R"({"cohort_id":12,"platform":"youtube","video_id":7})", "12", "youtube", "7", true, true},
              {R"({"cohort_id":{},"platform":[]})", "", "tiktok", "", false, false}})) {
        auto const r = read(reader, each.line);
        auto const key = key_of(r);
        BOOST_TEST((key.cohort == each.cohort && key.platform == each.platform && key.video == each.video),
                   each.line);
        BOOST_TEST((key.has_cohort == each.has_cohort && key.has_video == each.has_video), each.line);
    }
}

BOOST_AUTO_TEST_CASE(groups_in_the_order_of_series)
{
    std::vector<std::string_view> const ascending = {
        R"({"platform":"tiktok"})",    R"({"platform":"youtube"})",
        R"({"cohort_id":""})",         R"({"cohort_id":"","platform":"u"})",
        R"({"cohort_id":"a"})",        R"({"cohort_id":"a","platform":"youtube"})",
        R"({"cohort_id":"a \u0001"})", R"({"cohort_id":"ab","platform":"a"})",
        R"({"cohort_id":"b"})",        R"({"cohort_id":"\u00e9"})"};
    record_reader reader;
    std::string before;
    for (auto const line : ascending) {
        auto const r = read(reader, line);
        auto const text = group_text(key_of(r));
        BOOST_TEST((before < text), line);
        before = text;
    }
    auto const plain = read(reader, "{\"cohort_id\":\"k\xc3\xb6ln\"}");
    auto const text = group_text(key_of(plain));
    BOOST_TEST(
        (group_text(key_of(read(reader, R"({"cohort_id":"k\u00f6ln","platform":"tik\u0074ok"})"))) == text));
}

BOOST_AUTO_TEST_SUITE_END()
