// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/archive.hpp"

#include "archiving.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

BOOST_AUTO_TEST_SUITE(cohort_archive)
using namespace tiktrack;
using cohort::archive_writer, cohort::exchange_ref, cohort::member_state;
using support::address, support::archive_content, support::archive_in, support::full_disk, support::unix_noon,
    support::request, support::response;
using texts = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(what_stands_in_an_archive)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    exchange_ref page, refused, silent;
    std::uint64_t outcome = 0;
    {
        archive_writer writer(set, 0);
        BOOST_TEST(writer.size() == 0u);
        BOOST_TEST(!writer.unsynced());
        page = writer.append(request, response, address, unix_noon);
        BOOST_TEST(writer.unsynced());
        refused =
            writer.append(request, "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n", address, unix_noon + 1);
        silent = writer.append(request, "", address, unix_noon + 2);
        outcome =
            writer.append_metadata("{\"a\":1}", {page, silent}, "https://site.example/v", unix_noon + 3);
        BOOST_TEST(writer.size() == support::read_file(set.path).size());
        writer.sync();
        BOOST_TEST(!writer.unsynced());
    }
    archive_content const got(set.path);
    BOOST_TEST((got.end.is == member_state::end));
    BOOST_TEST(got.types() ==
                   (texts{"warcinfo", "response", "request", "response", "request", "request", "metadata"}),
               boost::test_tools::per_element());
    std::set<std::string> ids;
    auto const field = [&](std::size_t i, std::string_view name) {
        return std::string(got.records[i].record.field(name));
    };
    for (std::size_t i = 0; i < got.records.size(); ++i) {
        auto const id = field(i, "WARC-Record-ID");
        BOOST_TEST((id.starts_with("<urn:uuid:") && id.ends_with('>') && id.size() == 47), id);
        BOOST_TEST(id[24] == '5'); // made of a name
        ids.insert(id);
        BOOST_TEST(field(i, "WARC-Block-Digest") == "sha256:" + io::sha256_hex(got.records[i].record.block));
        BOOST_TEST(field(i, "WARC-Warcinfo-ID") == (i == 0 ? "" : field(0, "WARC-Record-ID")));
    }
    BOOST_TEST(ids.size() == 7u);
    auto const& info = got.records[0].record.block;
    for (auto const* line : {"software: tiktrack/", "format: WARC File Format 1.1\r\n",
                             "isPartOf: cohort_20261123_120000\r\n", "options: --delay 2\r\n", "decoded"})
        BOOST_TEST(info.find(line) != info.npos, info);
    BOOST_TEST(field(0, "WARC-Filename") == "hour_1.warc.gz");
    BOOST_TEST(field(0, "WARC-Date") == "2026-11-23T12:00:00Z");
    BOOST_TEST(field(3, "WARC-Date") == "2026-11-23T12:00:01Z");

    BOOST_TEST(page.offset == got.records[1].offset);
    BOOST_TEST('<' + page.id + '>' == field(1, "WARC-Record-ID"));
    BOOST_TEST(got.records[1].record.block == response);
    BOOST_TEST(field(1, "WARC-Payload-Digest") == "sha256:" + io::sha256_hex("a page"));
    BOOST_TEST(field(1, "WARC-Target-URI") == address);
    BOOST_TEST(field(1, "Content-Type") == "application/http; msgtype=response");
    BOOST_TEST(got.records[2].record.block == request);
    BOOST_TEST(field(2, "Content-Type") == "application/http; msgtype=request");
    BOOST_TEST(field(2, "WARC-Concurrent-To") == field(1, "WARC-Record-ID"));
    BOOST_TEST(refused.offset == got.records[3].offset);
    BOOST_TEST(silent.offset == got.records[5].offset);
    BOOST_TEST(field(5, "WARC-Concurrent-To").empty());
    BOOST_TEST(outcome == got.records[6].offset);
    BOOST_TEST(got.records[6].record.block == "{\"a\":1}");
    BOOST_TEST(field(6, "Content-Type") == "application/json");
    BOOST_TEST(field(6, "WARC-Target-URI") == "https://site.example/v");
    texts concurrent;
    for (auto const& each : got.records[6].record.fields)
        if (each.name == "WARC-Concurrent-To") concurrent.push_back(each.value);
    BOOST_TEST(concurrent == (texts{'<' + page.id + '>', '<' + silent.id + '>'}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_run_writes_the_same_bytes)
{
    support::temporary_folder const one, other;
    for (auto const* folder : {&one, &other}) {
        archive_writer writer(archive_in(*folder), 0);
        writer.append(request, response, address, unix_noon);
        writer.append_metadata("{}", {}, "", unix_noon);
    }
    BOOST_TEST(support::read_file(one / "hour_1.warc.gz") == support::read_file(other / "hour_1.warc.gz"));
}

BOOST_AUTO_TEST_CASE(one_run_after_the_other)
{
    support::temporary_folder const folder;
    std::uint64_t size = 0;
    for (int run = 0; run < 3; ++run) {
        archive_writer writer(archive_in(folder), size);
        BOOST_TEST(writer.size() == size); // one that appends nothing leaves nothing
        if (run != 1) writer.append_metadata("{}", {}, "", unix_noon + run);
        size = writer.size();
        writer.sync();
    }
    archive_content const got(folder / "hour_1.warc.gz");
    BOOST_TEST(got.types() == (texts{"warcinfo", "metadata", "warcinfo", "metadata"}),
               boost::test_tools::per_element());
    BOOST_TEST(got.records[3].record.field("WARC-Warcinfo-ID") ==
               got.records[2].record.field("WARC-Record-ID"));
}

BOOST_AUTO_TEST_CASE(F23_what_a_dead_run_left_is_cut_off)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    archive_writer(set, 0).append_metadata("{}", {}, "", unix_noon);
    auto const whole = support::read_file(set.path);
    for (std::string const& torn : {whole.substr(0, 1), whole.substr(0, 300), std::string(5000, '\0')}) {
        support::write_file(set.path, whole + torn);
        auto const end = archive_content(set.path).end;
        BOOST_TEST((end.is == member_state::torn), end.why);
        BOOST_TEST(end.offset == whole.size());
        archive_writer writer(set, end.offset);
        BOOST_TEST(writer.unsynced());
        BOOST_TEST(support::read_file(set.path) == whole);
        writer.append_metadata("{}", {}, "", unix_noon);
        BOOST_TEST((archive_content(set.path).end.is == member_state::end));
    }
    BOOST_CHECK_EXCEPTION(archive_writer(set, whole.size() * 10), failure, [](auto const& e) {
        return e.kind == failure_kind::io &&
               std::string_view(e.what()).find("ends at byte") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(F25_nothing_of_a_record_that_does_not_fit_is_left)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    archive_writer writer(set, 0);
    writer.append(request, response, address, unix_noon);
    auto const before = writer.size();
    {
        full_disk const full(before + 100);
        BOOST_CHECK_EXCEPTION(
            writer.append_metadata("{}", {}, "", unix_noon), std::system_error,
            [&](auto const& e) { return std::string_view(e.what()).starts_with(set.path); });
        BOOST_TEST(writer.size() == before);
        BOOST_TEST(support::read_file(set.path).size() == before);
    }
    auto const at = writer.append_metadata("{}", {}, "", unix_noon); // there is room again
    BOOST_TEST(at == before);
    archive_content const got(set.path);
    BOOST_TEST(got.types() == (texts{"warcinfo", "response", "request", "metadata"}),
               boost::test_tools::per_element());
    BOOST_TEST((got.end.is == member_state::end));
}

BOOST_AUTO_TEST_CASE(F28_where_nothing_can_be_written)
{
    support::temporary_folder const folder;
    BOOST_CHECK_THROW(archive_writer({folder / "none/hour_1.warc.gz", "c", "hour_1.warc.gz", ""}, 0),
                      std::system_error);
    BOOST_CHECK_THROW(archive_writer({folder / "", "c", "hour_1.warc.gz", ""}, 0), std::system_error);
}

BOOST_AUTO_TEST_CASE(F31_a_year_that_no_archive_can_hold)
{
    support::temporary_folder const folder;
    archive_writer writer(archive_in(folder), 0);
    BOOST_CHECK_EXCEPTION(writer.append_metadata("{}", {}, "", 1LL << 60), failure,
                          [](auto const& e) { return e.kind == failure_kind::usage; });
    BOOST_TEST(writer.size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
