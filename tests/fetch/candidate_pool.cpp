// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/candidate_pool.hpp"

#include "../source/reading.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_candidate_pool)
using namespace tiktrack;
using namespace tiktrack::fetch;

namespace {

std::string const a = "7612236449866807058", b = "7611873993784248793";

struct gathered {
    std::string candidates; ///< `SOURCE ID`, a line each
    std::vector<std::string> links;
    std::vector<std::string> said; ///< as `import_text` has it
    std::string gone;
    std::string failed;
};

enum class form { lines, listing };

gathered gather(std::vector<std::string> const& texts, form as = form::lines, pool_settings const& set = {})
{
    gathered all;
    fault_sink const faults = [&](fault const& each) {
        all.said.push_back((each.weight == severity::bad_line ? "!" : "") + std::to_string(each.line) + ": " +
                           each.why);
    };
    candidate_pool pool({"study", from_unix(1'795'435'200)}, set, faults);
    try {
        for (auto const& text : texts) {
            support::text_input from(text);
            if (as == form::lines)
                pool.read_lines(from.in);
            else
                pool.read_listing(from.in);
        }
    } catch (failure const& error) {
        all.failed = error.what();
    }
    for (auto const& each : pool.candidates()) all.candidates += each.source + ' ' + each.facts.id + '\n';
    for (auto const& each : pool.links()) all.links.push_back(each.source + ' ' + each.name);
    all.gone = pool.gone();
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(lines_of_every_kind)
{
    auto const all =
        gather({"\xef\xbb\xbf" + a + "\r\n\n  \nhttps://www.tiktok.com/@p/video/" + b +
                "\nhttps://vm.tiktok.com/ZMabc/\n{\"video_id\":\"1\",\"views\":3}\n@anna\nhello"});
    BOOST_TEST(all.candidates == "input:in " + a + "\ninput:in " + b + "\ninput:in 1\n");
    BOOST_TEST(all.links == (std::vector<std::string>{"input:in https://vm.tiktok.com/ZMabc/"}),
               boost::test_tools::per_element());
    BOOST_REQUIRE(all.said.size() == 2);
    BOOST_TEST(all.said[0].starts_with("!7: a creator's page"));
    BOOST_TEST(all.said[1] == "!8: neither an id, nor an address, nor a record");
    BOOST_TEST(all.failed == "");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_passed_over)
{
    auto const all = gather({std::string(100, '7') + '\n' + a}, form::lines, {.longest_line = 40});
    BOOST_TEST(all.candidates == "input:in " + a + '\n');
    BOOST_REQUIRE(all.said.size() == 1);
    BOOST_TEST(all.said[0] == "!1: longer than --max-line allows (40 bytes)");
}

BOOST_AUTO_TEST_CASE(files_that_hold_no_lines)
{
    BOOST_TEST(gather({"<!DOCTYPE html>\n<html>"}).failed == "in: is a page; --listing reads it");
    BOOST_TEST(gather({"{\n\"itemList\":[]}"}).failed ==
               "in: is a document, lines are expected; --listing reads saved answers");
    BOOST_TEST(gather({"[1,\n2]"}).failed ==
               "in: is a document, lines are expected; --listing reads saved answers");
    BOOST_TEST(gather({"\x1f\x8b junk"}).failed.starts_with("in: is compressed"));
    BOOST_TEST(gather({"hello\nworld"}).failed.starts_with("in: no line names a video; "));
    BOOST_TEST(
        gather({"{\"video_id\":\"1\",\"schema\":9}"}).failed.starts_with("in: holds records of schema 9"));
    BOOST_TEST(gather({""}).failed == "");
    BOOST_TEST(gather({"\n\n"}).failed == "");
}

BOOST_AUTO_TEST_CASE(F64_damaged_ids_are_said_once_and_left_out)
{
    std::string const ids = "7576039700536810000\n" + a + "\n7576039700536820000\n7576039700536806400\n";
    auto all = gather({ids});
    BOOST_TEST(all.candidates == "input:in " + a + '\n');
    BOOST_REQUIRE(all.said.size() == 1);
    BOOST_TEST(all.said[0].starts_with("!0: 3 of the first 4 ids are damaged (damaged_id)"));
    all = gather({ids}, form::lines, {.trust_ids = true});
    BOOST_TEST(all.said.empty());
    BOOST_TEST(std::count(all.candidates.begin(), all.candidates.end(), '\n') == 4);
    all = gather({a + "\n7576039700536810000\n"}); // one is chance
    BOOST_TEST(all.said.empty());

    // Each input is judged by itself.
    all = gather({b + "\n7576039700536810000\n", ids});
    BOOST_TEST(all.candidates == "input:in " + b + "\ninput:in 7576039700536810000\ninput:in " + a + '\n');

    all = gather({a + "\n7.57604E+18\n7.57604E+18\n7.57604E+18\n"});
    BOOST_REQUIRE(all.said.size() == 2);
    BOOST_TEST(all.said[0].starts_with("!2: a damaged id (damaged_id)"));
    BOOST_TEST(all.said[1] == "0: 2 more lines hold ids that were rounded so");
}

BOOST_AUTO_TEST_CASE(records_of_what_is_gone_are_counted)
{
    auto const record = [](std::string const& status) {
        return R"({"video_id":"1)" + std::to_string(status.size()) + R"(","status":")" + status + "\"}\n";
    };
    auto const all = gather({record("ok") + record("private") + record("deleted") + record("private") +
                             record("rate_limited") + record("not_found")});
    BOOST_TEST(all.candidates == "input:in 12\ninput:in 112\n");
    BOOST_TEST(all.gone == "4 left out that are gone: 1 deleted, 1 not_found, 2 private");
    BOOST_TEST(all.said.empty());
}

BOOST_AUTO_TEST_CASE(F58_listings)
{
    auto const item = [](std::string const& id, std::string const& further = {}) {
        return support::made_up_item(further, id);
    };
    auto const all =
        gather({R"({"itemList":[)" + item(a) + ',' + item(b, "\"isAd\":true") + ',' + item(a) + "]}",
                support::made_up_page(support::made_up_state(item("5")))},
               form::listing);
    BOOST_TEST(all.candidates == "listing:in " + a + "\nlisting:in " + b + "\nlisting:in 5\n");
    BOOST_TEST(all.said.empty());
}

BOOST_AUTO_TEST_CASE(F58_private_rows_are_left_out_and_counted)
{
    auto const item = [](std::string const& id, std::string const& further) {
        return support::made_up_item(further, id);
    };
    auto all = gather({R"({"itemList":[)" + item(a, R"("privateItem": true)") + ',' +
                           item(b, R"("privateItem":false,"isAd":false)") + "]}",
                       support::made_up_page(support::made_up_state(item("5", "\"privateItem\":true")))},
                      form::listing);
    BOOST_TEST(all.candidates == "listing:in " + b + '\n');
    BOOST_TEST(all.gone == "2 left out that are gone: 2 private");
    BOOST_TEST(all.said.empty());
    // The same of a record that an import made of one, but not of words that somebody wrote.
    auto const record = [](std::string const& raw) {
        return R"({"video_id":"7","status":"ok","raw":)" + raw + "}";
    };
    all = gather({record(R"({"listing":{"id":"7","privateItem":true}})")});
    BOOST_TEST(all.gone == "1 left out that are gone: 1 private");
    all = gather({record(R"({"listing":{"id":"7","desc":"\"privateItem\":true"}})")});
    BOOST_TEST(all.candidates == "input:in 7\n");
}

BOOST_AUTO_TEST_CASE(listings_that_are_none)
{
    auto all = gather({"<html><body>nothing of tiktok's</body></html>", "never read"}, form::listing);
    BOOST_TEST(all.said == (std::vector<std::string>{
                               "!0: holds no listing: parse_error: no script "
                               "__UNIVERSAL_DATA_FOR_REHYDRATION__, SIGI_STATE, __NEXT_DATA__ or "
                               "__FRONTITY_CONNECT_STATE__ in a page of 45 bytes, titled \"\""}),
               boost::test_tools::per_element());
    all = gather({"<html><body>somebody's</body></html>"}, form::listing);
    BOOST_TEST(all.failed.starts_with("in: is a page, but none of the platform's"));
    all = gather({R"({"itemList":[]})"}, form::listing);
    BOOST_TEST(all.candidates == "");
    BOOST_TEST(all.failed == "");
}

BOOST_AUTO_TEST_SUITE_END()
