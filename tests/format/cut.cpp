// SPDX-License-Identifier: MIT
#include "tiktrack/format/cut.hpp"

#include "../support.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_cut)
using namespace tiktrack;
using namespace tiktrack::format;

namespace {

namespace json = boost::json;

/// A made-up value and a spelling of it with blanks anywhere between its tokens.
struct made {
    json::value value;
    std::string text;
};

made make(support::dice& chance, unsigned depth)
{
    static std::vector<std::string> const leaves = {"null",
                                                    "true",
                                                    "false",
                                                    "0",
                                                    "-1",
                                                    "1.5",
                                                    "12345678901234567",
                                                    "1e3",
                                                    R"("")",
                                                    R"("a")",
                                                    R"("\"")",
                                                    R"("\\")",
                                                    R"("a \\\" { [ , ] } : b")",
                                                    R"("{}[],:\"")",
                                                    R"("ends in fourteen")",
                                                    "\"\xf0\x9f\x8c\x87 beyond\""};
    auto const blank = [&] {
        static std::vector<std::string> const blanks = {
            "", "", "", " ", "\t", "\r\n  ", "                  "};
        return chance.one_of(blanks);
    };
    if (depth == 0 || chance.once_in(3)) {
        auto const& text = chance.one_of(leaves);
        return {json::parse(text), text};
    }
    bool const object = chance.once_in(2);
    made all{object ? json::value(json::object()) : json::value(json::array()), object ? "{" : "["};
    auto const count = chance.roll(5);
    for (std::size_t i = 0; i < count; ++i) {
        all.text += (i > 0 ? "," : "") + blank();
        auto const member = make(chance, depth - 1);
        if (object) {
            auto const key = "key " + std::to_string(i) + std::string(chance.roll(20), 'k') +
                             (chance.once_in(3) ? "\\\"" : "");
            all.text += '"' + key + '"' + blank() + ':' + blank();
            all.value.as_object()[json::value_to<std::string>(json::parse('"' + key + '"'))] = member.value;
        } else {
            all.value.as_array().push_back(member.value);
        }
        all.text += member.text + blank();
    }
    all.text += blank() + (object ? "}" : "]");
    return all;
}

/// Cuts a text all the way down and builds the value again.
json::value cut_down(std::string_view text)
{
    if (text.starts_with('{')) {
        json::object all;
        member_walk walk(text);
        for (member each; walk.next(each);)
            all[json::value_to<std::string>(json::parse('"' + std::string(each.key) + '"'))] =
                cut_down(each.value);
        return all;
    }
    if (text.starts_with('[')) {
        json::array all;
        element_walk walk(text);
        for (std::string_view each; walk.next(each);) all.push_back(cut_down(each));
        return all;
    }
    return json::parse(text);
}

} // namespace

BOOST_AUTO_TEST_CASE(as_boost_builds_it)
{
    support::dice chance(17);
    for (int i = 0; i < 2000; ++i) {
        auto const [value, text] = make(chance, 4);
        support::guarded_text const memory(text);
        BOOST_TEST_REQUIRE((cut_down(memory.text()) == value), text);
        // What stands behind a value is not part of it.
        for (std::string_view const behind : {",", "}", "]", " ", "\n{\"next\":\"line\"}"}) {
            auto const more = text + std::string(behind);
            BOOST_TEST_REQUIRE(
                (value_end(more.data(), more.data() + more.size()) == more.data() + text.size()), more);
        }
    }
}

BOOST_AUTO_TEST_CASE(members_by_hand)
{
    std::string_view const text = R"(  { "a" : 1 , "b\"" :"x", "":[ ] ,"d":{"a":2}}  )";
    member_walk walk(text);
    std::vector<std::string> all;
    for (member each; walk.next(each);) all.push_back(std::string(each.key) + '=' + std::string(each.value));
    BOOST_TEST(all == (std::vector<std::string>{"a=1", R"(b\"="x")", "=[ ]", R"(d={"a":2})"}),
               boost::test_tools::per_element());
    for (std::string_view const empty : {"", " ", "{}", "{ }", "[1]", "\"a\"", "null"}) {
        member_walk none(empty);
        member each;
        BOOST_TEST(!none.next(each), empty);
    }
    for (std::string_view const empty : {"", "[]", "[ ]", "{\"a\":1}", "1"}) {
        element_walk none(empty);
        std::string_view each;
        BOOST_TEST(!none.next(each), empty);
    }
}

BOOST_AUTO_TEST_CASE(any_text_ends_within_its_bounds)
{
    support::dice chance(23);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = chance.roll(60); n > 0; --n)
            text += chance.one_of(std::string_view("{{[[\"\"\"\\\\:,]} ax1\n\xff"));
        support::guarded_text const memory(text);
        std::size_t steps = 0, inside = 0;
        auto const within = [&](std::string_view part) {
            return part.data() >= memory.begin() && part.data() + part.size() <= memory.end();
        };
        member_walk members(memory.text());
        for (member each; steps <= text.size() && members.next(each); ++steps)
            inside += within(each.key) && within(each.value);
        element_walk elements(memory.text());
        for (std::string_view each; steps <= 2 * text.size() && elements.next(each); ++steps)
            inside += within(each);
        BOOST_TEST_REQUIRE(inside == steps, text);
        BOOST_TEST_REQUIRE(steps <= text.size(), text);
        char const* const end = value_end(memory.begin(), memory.end());
        BOOST_TEST_REQUIRE((end >= memory.begin() && end <= memory.end()), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
