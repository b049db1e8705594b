// SPDX-License-Identifier: MIT
#include "tiktrack/format/warc.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(format_warc)
using namespace tiktrack;
using namespace std::string_literals;
using format::read_warc;

namespace {

std::string written(format::warc_record const& of)
{
    std::string text;
    format::append_warc(text, of);
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_record_as_text)
{
    format::warc_record record;
    record.add("WARC-Type", "metadata");
    record.add("WARC-Record-ID", "<urn:uuid:00000000-0000-5000-8000-000000000000>");
    record.block = "{}";
    BOOST_TEST(written(record) == "WARC/1.1\r\n"
                                  "WARC-Type: metadata\r\n"
                                  "WARC-Record-ID: <urn:uuid:00000000-0000-5000-8000-000000000000>\r\n"
                                  "Content-Length: 2\r\n\r\n{}\r\n\r\n");
    record.fields.clear();
    record.add("a", "1\r\nb: 2\r\n\r\n"); // never a line of its own
    BOOST_TEST(written(record) == "WARC/1.1\r\na: 1  b: 2    \r\nContent-Length: 2\r\n\r\n{}\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(read_as_it_was_written)
{
    for (std::string const& block :
         {""s, "{}"s, "\r\n\r\n"s, "WARC/1.1\r\n"s, "a\0b\xff"s, std::string(70'000, '\n')}) {
        format::warc_record record;
        record.add("WARC-Type", "response");
        record.add("WARC-Concurrent-To", "<a>");
        record.add("WARC-Concurrent-To", "<b>");
        record.add("Empty", "");
        record.block = block;
        auto const text = written(record);
        auto const got = read_warc(text + "something else");
        BOOST_REQUIRE_MESSAGE(got.record, got.why);
        BOOST_TEST(got.size == text.size());
        BOOST_TEST((got.record->block == block));
        BOOST_TEST(got.record->fields.size() == 4u);
        BOOST_TEST(got.record->field("warc-type") == "response");
        BOOST_TEST(got.record->field("WARC-CONCURRENT-TO") == "<a>");
        BOOST_TEST(got.record->field("Empty").empty());
        BOOST_TEST(got.record->field("WARC-Date").empty());
        BOOST_TEST((written(*got.record) == text));
    }
}

BOOST_AUTO_TEST_CASE(as_others_write_them)
{
    auto const got =
        read_warc("WARC/1.0\nwarc-type:response\nX:  a \r\n  b\t\n\tc\nCONTENT-LENGTH: 3\n\nabc\r\n\r\n");
    BOOST_REQUIRE_MESSAGE(got.record, got.why);
    BOOST_TEST(got.record->field("WARC-Type") == "response");
    BOOST_TEST(got.record->field("X") == "a b c");
    BOOST_TEST(got.record->block == "abc");
}

BOOST_AUTO_TEST_CASE(F76_what_is_no_record)
{
    std::string const begin = "WARC/1.1\r\n";
    struct row {
        std::string text, why;
    };
    for (auto const& each : std::vector<row>{
             {"", "begins here"},
             {"\r\n", "begins here"},
             {"WARC/1.1", "begins here"},
             {"WARC/2.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "begins here"},
             {"HTTP/1.1 200 OK\r\n\r\n", "begins here"},
             {begin, "does not end"},
             {begin + "Content-Length: 0\r\n", "does not end"},
             {begin + " x\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "rest of a line"},
             {begin + "no colon\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "without a name"},
             {begin + ": x\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "without a name"},
             {begin + "A: b\r\n\r\n\r\n\r\n", "without a length"},
             {begin + "Content-Length: \r\n\r\n\r\n\r\n", "without a length"},
             {begin + "Content-Length: -1\r\n\r\n\r\n\r\n", "without a length"},
             {begin + "Content-Length: 1x\r\n\r\na\r\n\r\n", "without a length"},
             {begin + "Content-Length: 99999999999999999999\r\n\r\na\r\n\r\n", "without a length"},
             {begin + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na\r\n\r\n", "without a length"},
             {begin + "Content-Length: 18446744073709551615\r\n\r\na\r\n\r\n", "length is wrong"},
             {begin + "Content-Length: 2\r\n\r\na\r\n\r\n", "length is wrong"},
             {begin + "Content-Length: 1\r\n\r\nab\r\n\r\n", "length is wrong"},
             {begin + "Content-Length: 1\r\n\r\na\r\n\r", "length is wrong"},
             {begin + "Content-Length: 0\r\n\r\n", "length is wrong"},
         }) {
        auto const got = read_warc(each.text);
        BOOST_TEST(!got.record, each.text);
        BOOST_TEST(got.size == 0u);
        BOOST_TEST(got.why.find(each.why) != got.why.npos, each.text << ": " << got.why);
    }
}

BOOST_AUTO_TEST_SUITE_END()
