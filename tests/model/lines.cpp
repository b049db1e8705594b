// SPDX-License-Identifier: MIT
#include "tiktrack/model/lines.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_lines)
using namespace tiktrack;
using namespace std::string_literals;

namespace {

/// What going through a text gives: records as `number: line`, faults as `number:column`, and the sums.
struct outcome {
    std::vector<std::string> records, faults, warnings;
    line_tally tally;
};

outcome go_through(std::string_view text, std::size_t longest = 1000)
{
    outcome made;
    record_reader reader;
    record scratch;
    support::guarded_text const memory(text); // lines at the very end of memory
    made.tally = read_lines(
        {memory.begin(), memory.end(), memory.end()}, 1, longest, reader, scratch,
        [&](record const&, std::string_view line, std::uint64_t number) {
            made.records.push_back(std::to_string(number) + ": " + std::string(line));
        },
        [&](fault const& each) {
            auto& list = each.weight == severity::bad_line ? made.faults : made.warnings;
            list.push_back(std::to_string(each.line) + ':' + std::to_string(each.column));
            BOOST_TEST((each.file.empty() && !each.why.empty()));
        });
    return made;
}

using texts = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_CASE(F01_F02_F03_lines_of_all_sorts)
{
    struct row {
        std::string text;
        std::vector<std::string> records, faults;
        std::uint64_t lines;
        bool torn;
    };
    for (auto const& each : std::vector<row>{
             {"", {}, {}, 0, false},
             {"\n", {}, {}, 1, false},
             {"\n \n\t\n\r\n \r\n\r\r\n", {}, {}, 6, false},
             {" ", {}, {}, 1, false},
             {"{}", {"1: {}"}, {}, 1, false}, // F02: complete
             {"{}\n", {"1: {}"}, {}, 1, false},
             {"{}\r\n{}\r\n", {"1: {}", "2: {}"}, {}, 2, false},
             {"{}\r", {"1: {}"}, {}, 1, false},
             {" {} \n\n{\"a\":1}", {"1:  {} ", "3: {\"a\":1}"}, {}, 3, false},
             {"{\"a\":1}\nrubbish\n{\"a\":2}\n", {"1: {\"a\":1}", "3: {\"a\":2}"}, {"2:1"}, 3, false},
             {"{\"a\":1}\n{\"a\":", {"1: {\"a\":1}"}, {"2:6"}, 2, true},
             {"{\"a\":1}\n{\"a\":\n", {"1: {\"a\":1}"}, {"2:6"}, 2, false},
             {"{\"a\":1} x\n{\"a\":1}x\n{\"a\":1}{}\n", {}, {"1:9", "2:8", "3:8"}, 3, false},
             {"[1]\n12\n\"a\"\nnull\n", {}, {"1:1", "2:1", "3:1", "4:1"}, 4, false},
             {"  [1]\n", {}, {"1:3"}, 1, false},
             {"{\"a\":1,}\n{\"a\" 1}\n{a:1}\n", {}, {"1:8", "2:6", "3:2"}, 3, false},
             {"{\"a\":{\n\"b\":1}}\n", {}, {"1:7", "2:4"}, 2, false},
             {"{\"a\":{}}\n{\"a\":{\n}}\n{\"a\":[1\n]}\n" + std::string(40, ' '),
              {"1: {\"a\":{}}"},
              {"2:7", "3:1", "4:8", "5:1"},
              6,
              false}}) {
        auto const made = go_through(each.text);
        BOOST_TEST_CONTEXT(each.text)
        {
            BOOST_TEST(made.records == each.records, boost::test_tools::per_element());
            BOOST_TEST(made.faults == each.faults, boost::test_tools::per_element());
            BOOST_TEST((made.tally.lines == each.lines && made.tally.records == each.records.size() &&
                        made.tally.bad == each.faults.size() && made.tally.torn == each.torn));
        }
    }
}

BOOST_AUTO_TEST_CASE(F04_F05_F06_what_strings_may_hold)
{
    auto const deep = [](std::size_t levels) {
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    struct row {
        std::string line;
        std::size_t column; // 0: a record
    };
    for (auto const& each : std::vector<row>{{R"({"a":"\u0000"})", 0},
                                             {R"({"a":"\ud800","raw":{"b":"\udfff \ud83d"}})", 0},
                                             {R"({"\ud800":1})", 0},
                                             {"{\"a\":\"\x7f\"}", 0},
                                             {"{\"a\":\"\0\"}"s, 7},
                                             {"{\"a\":\"x\ty\"}", 8},
                                             {"{\"a\":\"x\x1by\"}", 8},
                                             {"{\"a\":\"\xff\"}", 7},
                                             {"{\"raw\":{\"b\":\"\xc0\xaf\"}}", 14},
                                             {"{\"raw\":{\"b\":\"\x01\"}}", 14},
                                             {"{\"\xff\":1}", 3},
                                             {R"({"a":"\ud8zz"})", 11},
                                             {deep(512), 0},
                                             {deep(513), 517}}) {
        // Alone, and after a line that taught how it is spelled.
        for (auto const& before :
             texts{"", "{\"a\":\"good\"}\n", "{\"a\":[]}\n", "{\"raw\":{\"b\":\"\"}}\n"}) {
            auto const made = go_through(before + each.line + "\n{\"next\":1}\n", 2000);
            auto const number = std::to_string(before.empty() ? 1 : 2);
            BOOST_TEST_CONTEXT(each.line)
            {
                BOOST_TEST(
                    made.faults ==
                        (each.column == 0 ? texts{} : texts{number + ':' + std::to_string(each.column)}),
                    boost::test_tools::per_element());
                BOOST_TEST(made.records.size() == (before.empty() ? 1u : 2u) + (each.column == 0 ? 1u : 0u));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(F07_lines_beyond_the_limit)
{
    auto const line = [](std::size_t size) { return "{\"a\":\"" + std::string(size - 8, 'x') + "\"}"; };
    auto const made = go_through(
        line(100) + '\n' + line(101) + '\n' + line(100) + "\r\n" + line(101) + "\r\n" + line(300), 100);
    BOOST_TEST(made.records.size() == 2u);
    BOOST_TEST(made.faults == (texts{"2:0", "4:0", "5:0"}), boost::test_tools::per_element());
    BOOST_TEST(made.tally.bad == 3u);
}

BOOST_AUTO_TEST_CASE(F08_a_key_twice)
{
    auto const made = go_through(R"({"views":1,"views":2,"likes":3}
{"note":1,"note":2}
{"views":1,"vi\u0065ws":2}
{"note":1,"n\u006fte":2}
{"a":{"x":1,"x":2}}
)");
    BOOST_TEST(made.records.size() == 5u); // all count
    BOOST_TEST(made.faults.empty());
    BOOST_TEST(made.warnings == (texts{"1:12", "2:11", "3:12", "4:11"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(F09_F12_ids_that_cannot_be)
{
    struct row {
        std::string_view members;
        bool good;
    };
    for (auto const& [members, good] :
         std::to_array<row>({{R"("video_id":"7576039700536806669")", true},
                             {R"("video_id":7576039700536806669)", true},
                             {R"("video_id":73000000000000992750)", true}, // beyond 2^64
                             {R"("video_id":"007")", true},
                             {R"("video_id":null)", true}, // a creator's row
                             {R"("views":1)", true},
                             {R"("video_id":"7","platform":"tiktok")", true},
                             {R"("video_id":"7","platform":null)", true},
                             {R"("video_id":"dQw4w9WgXcQ","platform":"youtube")", true},
                             {R"("video_id":"dQw4w9WgXcQ")", false},
                             {R"("video_id":"dQw4w9WgXcQ","platform":"tiktok")", false},
                             {R"("video_id":"a b","platform":"youtube")", false},
                             {R"("video_id":"")", false},
                             {R"("video_id":" 7")", false},
                             {R"("video_id":"+7")", false},
                             {R"("video_id":-7)", false},
                             {R"("video_id":7.0)", false},
                             {R"("video_id":7.57604E+18)", false},
                             {R"("video_id":"7.57604E+18")", false},
                             {R"("video_id":123456789012345678901)", false},
                             {R"("video_id":true)", false},
                             {R"("video_id":{"a":1})", false},
                             {R"("video_id":["7"])", false}})) {
        auto const line = "{\"n\":1," + std::string(members) + "}\n";
        auto const made = go_through(line + line); // the second one as it was learned
        auto const column = std::to_string(line.find(':', line.find("video_id")) + 2);
        BOOST_TEST(made.faults == (good ? texts{} : texts{"1:" + column, "2:" + column}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(what_was_learned_changes_nothing)
{
    for (unsigned seed = 0; seed < 25; ++seed) {
        support::line_maker make(seed);
        std::string text;
        for (int i = 0; i < 120; ++i) {
            auto line = make.record();
            if (make.chance.once_in(4)) line = make.damaged(line);
            if (make.chance.once_in(20)) line.insert(make.chance.roll(line.size() + 1), "\n");
            text += line + (make.chance.once_in(9) ? "\r\n" : "\n");
        }
        if (make.chance.once_in(2)) text.resize(text.size() - make.chance.roll(40));
        auto const learned = support::read_learning(text), alone = support::read_each_alone(text);
        BOOST_TEST_REQUIRE(learned.size() == alone.size(), "seed " << seed);
        for (std::size_t i = 0; i < alone.size(); ++i)
            BOOST_TEST_REQUIRE(learned[i] == alone[i], "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(sums_of_parts)
{
    line_tally all{.lines = 3, .objects = 2, .records = 1, .bad = 1, .torn = true};
    all += {.lines = 5, .objects = 3, .records = 3, .bad = 1, .torn = false};
    BOOST_TEST((all.lines == 8 && all.objects == 5 && all.records == 4 && all.bad == 2 && !all.torn));
}

BOOST_AUTO_TEST_CASE(F13_F15_other_files)
{
    struct row {
        std::string_view start, hint; // a part of what is said; empty: may be lines
    };
    for (auto const& [start, hint] : std::to_array<row>({{"", ""},
                                                         {"\n\n", ""},
                                                         {"{\"a\":1}\n", ""},
                                                         {"{}\n{}\n", ""},
                                                         {"{}", ""},
                                                         {"{", ""}, // cut off
                                                         {"rubbish\n", ""},
                                                         {"\xef\xbb\xbf{\"a\":1}\n", ""},
                                                         {"[\n", "jq -c '.[]'"},
                                                         {"  [{\"a\":1}]", "jq -c '.[]'"},
                                                         {"\xef\xbb\xbf[]", "jq -c '.[]'"},
                                                         {"{\n  \"a\": 1\n}\n", "jq -c ."},
                                                         {"\n{ \r\n\t\"a\": 1}", "jq -c ."},
                                                         {"\x1f\x8b\x08", "gzip -dc"},
                                                         {"\x28\xb5\x2f\xfd", "zstd -dc"}})) {
        auto const why = why_no_lines(start);
        BOOST_TEST(why.empty() == hint.empty(), start);
        BOOST_TEST(why.find(hint) != why.npos, start);
    }
}

BOOST_AUTO_TEST_CASE(a_file_without_any_object)
{
    struct row {
        std::string_view text;
        bool wrong;
    };
    for (auto const& [text, wrong] :
         std::to_array<row>({{"", false},
                             {"\n\n", false},
                             {"{}\n", false},
                             {"x\n{}\n", false},
                             {"x\n", true},
                             {"x\ny\n", true},
                             {"12\n", true},
                             {"{\"a\":", false},   // a truncated only line
                             {"\n{\"a\":", false}, // with a blank one
                             {"x\n{\"a\":", true},
                             {"{\"video_id\":\"x\"}\n", false}})) { // an object, if none to use
        auto const made = go_through(text);
        bool thrown = false;
        try {
            check_any_record(made.tally, "f.jsonl");
        } catch (failure const& e) {
            thrown = true;
            BOOST_TEST((e.kind == failure_kind::data && std::string_view(e.what()).starts_with("f.jsonl: ")));
        }
        BOOST_TEST(thrown == wrong, text);
    }
}

BOOST_AUTO_TEST_CASE(F69_records_of_a_later_schema)
{
    record_reader reader;
    record r;
    for (std::string_view const line : {R"({})", R"({"schema":null})", R"({"schema":1})", R"({"schema":"1"})",
                                        R"({"schema":0})", R"({"schema":{}})"}) {
        BOOST_TEST_REQUIRE(!reader.read(line, r).has_value());
        BOOST_CHECK_NO_THROW(check_schema(r, "a"));
    }
    for (std::string_view const line :
         {R"({"schema":2})", R"({"schema":"2"})", R"({"schema":9223372036854775807})",
          R"({"schema":9223372036854775808})", R"({"schema":99999999999999999999})"}) {
        BOOST_TEST_REQUIRE(!reader.read(line, r).has_value());
        BOOST_CHECK_THROW(check_schema(r, "a"), run_failure);
    }
}

BOOST_AUTO_TEST_SUITE_END()
