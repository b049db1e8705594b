// SPDX-License-Identifier: MIT
#include "tiktrack/fetch/observed_answers.hpp"

#include "canned_answers.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fetch_observed_answers)
using namespace tiktrack;
using namespace tiktrack::fetch;
using namespace tiktrack::support;

namespace {

/// Reads an answer of each source, where there is one; they arrive a second apart.
struct reading {
    explicit reading(bool raw = false)
        : answers([](std::string const&, severity) {}, raw, std::string(source::site_address),
                  source::stated_exactness::unsaid)
    {
    }
    /// @return its status
    std::string read(fetch::site from, http::answer what)
    {
        if (what.url.empty()) what.url = from == fetch::site::embed ? embed_of(one) : page_of(one);
        std::string const status(answers.read(what, one));
        kept[index(from)] = answers.keep(++now, archived_at{"urn:x", 17});
        last = from;
        return status;
    }
    [[nodiscard]] std::string operator[](std::string_view key)
    {
        std::string const cell(answers.of(kept, last).made.made.cells[find_column(key)]);
        return cell.starts_with('"') ? cell.substr(1, cell.size() - 2) : cell;
    }

    observed_answers answers;
    kept_answers kept;
    fetch::site last = fetch::site::embed;
    std::int64_t now = 100;
};

} // namespace

BOOST_AUTO_TEST_CASE(what_is_kept_of_an_answer_is_what_was_read)
{
    for (auto const& each : kinds_of_answers()) {
        reading of;
        BOOST_TEST(of.read(fetch::site::embed, each.answer) == each.status, each.what);
        BOOST_TEST(of["status"] == each.status, each.what);
        BOOST_TEST(of["status_detail"].find(each.detail) != std::string::npos, of["status_detail"]);
        BOOST_TEST(of.kept[0]->at == 101);
        BOOST_TEST(of.kept[0]->where->offset == 17u);
    }
}

BOOST_AUTO_TEST_CASE(which_of_two_answers_counts)
{
    struct row {
        char const* name;
        http::answer embed, page;
        std::string status;
        std::array<bool, 2> from;
    };
    auto const missing = status(404), refused = overloaded();
    for (auto const& [name, first, second, wanted, from] : std::to_array<row>({
             {"both show it", embed(one), page(one), "ok", {true, true}},
             {"the embed page shows it", embed(one), refused, "ok", {true, false}},
             {"the page shows it", refused, page(one), "ok", {false, true}},
             {"one shows what the other misses", missing, page(one), "ok", {false, true}},
             {"the other way about", embed(one), missing, "ok", {true, false}},
             {"gone, and no answer", missing, refused, "not_found", {true, false}},
             {"no answer, and gone", refused, missing, "not_found", {false, true}},
             {"the last one where none counts", refused, status(200, ""), "empty", {false, true}},
         })) {
        reading of;
        of.read(fetch::site::embed, first);
        of.read(fetch::site::page, second);
        BOOST_TEST_CONTEXT(name)
        {
            BOOST_TEST(of["status"] == wanted);
            auto const got = of.answers.of(of.kept, of.last);
            BOOST_TEST(got.from[0] == from[0]);
            BOOST_TEST(got.from[1] == from[1]);
            if (!from[0] || !from[1]) BOOST_TEST(got.at == (from[0] ? 101 : 102));
        }
    }
}

BOOST_AUTO_TEST_CASE(two_answers_become_one_record)
{
    reading of(true);
    of.read(fetch::site::embed, embed(one));
    of.read(fetch::site::page, page(one));
    BOOST_TEST(of["source"] == "embed+page");
    BOOST_TEST(of["saves"] == "77"); // which the embed page lacks
    BOOST_TEST(of["creator_display_name"] == "P");
    auto const raw = of["raw"];
    BOOST_TEST(raw.starts_with(R"({"embed":{)"));
    BOOST_TEST(raw.find(R"(,"page":{)") != raw.npos);
    BOOST_TEST(format::json_view(raw)["page"].is_object());
    auto const first = of["raw"]; // reading what was kept changes nothing in it
    BOOST_TEST(of["raw"] == first);
}

BOOST_AUTO_TEST_CASE(an_outcome_that_comes_from_no_answer)
{
    reading of;
    of.read(fetch::site::embed, embed(one));
    auto const& made = of.answers.none("skipped", "missed").made;
    BOOST_TEST(made.cells["status"_col] == "\"skipped\"");
    BOOST_TEST(made.cells["status_detail"_col] == "\"missed\"");
    BOOST_TEST(is_null(made.cells["views"_col]));
    BOOST_TEST(is_null(of.answers.none("skipped", "").made.cells["status_detail"_col]));
}

BOOST_AUTO_TEST_SUITE_END()
