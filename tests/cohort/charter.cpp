// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/charter.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(cohort_charter)
using namespace tiktrack;
using namespace tiktrack::cohort;

namespace {

std::string const whole =
    R"({"cohort_id":"20261123_120000","time_origin":"upload","timepoints":[0,0.5,24],"early":480,)"
    R"("tolerance":null,"rule":"newest, max-age 1h","schema":1})";

std::string with(std::string const& old, std::string const& fresh)
{
    auto line = whole;
    return line.replace(line.find(old), old.size(), fresh);
}

/// What reading a line comes to: `ok`, or the exit code and the sentence.
std::string read(std::string const& line)
{
    try {
        (void)read_charter(line, "tracked_videos.jsonl");
        return "ok";
    } catch (failure const& found) {
        return std::to_string(exit_code(found.kind)) + ' ' + found.what();
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(reads_what_it_writes)
{
    auto const made = read_charter(whole, "f");
    BOOST_TEST(made.id == "20261123_120000");
    BOOST_TEST(made.from_upload());
    BOOST_TEST(made.timepoints == (std::vector<double>{0, 0.5, 24}), boost::test_tools::per_element());
    BOOST_TEST(made.early == 480);
    BOOST_TEST(!made.tolerance.has_value());
    BOOST_TEST(made.rule == "newest, max-age 1h");
    BOOST_TEST(charter_line(made) == whole + '\n');
    for (auto const& line :
         {with("null", "1200"), with("[0,0.5,24]", "[1000000]"), with("newest", R"(a \"quoted\" 🌇)")})
        BOOST_TEST(charter_line(read_charter(line, "f")) == line + '\n');
    BOOST_TEST(read(with("[0,0.5,24]", "[ 0 , 0.5,24 ]")) == "ok");
}

BOOST_AUTO_TEST_CASE(F28_says_what_is_wrong)
{
    struct row {
        std::string line, wanted;
    };
    for (auto const& each : std::vector<row>{
             {"{\"video_id\":\"1\"}", "2 tracked_videos.jsonl does not begin with a charter"},
             {"{}", "2 tracked_videos.jsonl does not begin with a charter"},
             {with("\"schema\":1", "\"schema\":2"), "65 tracked_videos.jsonl: holds records of schema 2"},
             {whole.substr(0, 70), "65 tracked_videos.jsonl:1: the cohort's charter is damaged"},
             {"[]", "65 tracked_videos.jsonl:1: the cohort's charter is damaged"},
             {with("\"20261123_120000\"", "null"), "65 tracked_videos.jsonl:1: "},
             {with("upload", "birth"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[0,0.5,\"x\"]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[0,24,0.5]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[0,0.00001]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[-1,0.5]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[-0,0.5]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[1e-300,0.5]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "[0,1000001]"), "65 tracked_videos.jsonl:1: "},
             {with("[0,0.5,24]", "7"), "65 tracked_videos.jsonl:1: "},
             {with("480", "-1"), "65 tracked_videos.jsonl:1: "},
             {with("480", "null"), "65 tracked_videos.jsonl:1: "},
             {with("null", "\"long\""), "65 tracked_videos.jsonl:1: "},
         })
        BOOST_TEST(read(each.line).starts_with(each.wanted), each.line << " gave " << read(each.line));
}

BOOST_AUTO_TEST_CASE(a_timepoint_is_found_by_its_label)
{
    auto const of = read_charter(whole, "f");
    BOOST_TEST(find_timepoint(of, "hour_0.5").value() == 1u);
    BOOST_TEST(!find_timepoint(of, "hour_0.50").has_value());
    BOOST_TEST(!find_timepoint(of, "hour_6").has_value());
}

BOOST_AUTO_TEST_CASE(a_list_of_timepoints_has_an_end)
{
    std::vector<double> hours;
    for (std::size_t i = 0; i < most_timepoints; ++i) hours.push_back(static_cast<double>(i));
    BOOST_TEST(why_no_timepoints(hours) == "");
    hours.push_back(1e5);
    BOOST_TEST(why_no_timepoints(hours) == "there are more than 64 timepoints");
    BOOST_TEST(why_no_timepoints({}) == "there is no timepoint");
}

BOOST_AUTO_TEST_SUITE_END()
