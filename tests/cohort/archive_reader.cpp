// SPDX-License-Identifier: MIT
#include "tiktrack/cohort/archive_reader.hpp"

#include "archiving.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cohort_archive_reader)
using namespace tiktrack;
using cohort::archive_reader, cohort::archive_writer, cohort::member_state;
using support::archive_content, support::archive_in, support::unix_noon;

namespace {

/// An archive of some outcomes.
void write_some(cohort::archive_settings const& set)
{
    archive_writer writer(set, 0);
    for (int i = 0; i < 20; ++i) {
        auto const page = writer.append(support::request, support::response, support::address, unix_noon + i);
        writer.append_metadata("{\"number\":" + std::to_string(i) + '}', {page}, "", unix_noon + i);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(at_a_place)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    write_some(set);
    archive_content const all(set.path);
    BOOST_TEST(all.records.size() == 61u);
    archive_reader reader(set.path);
    BOOST_TEST(reader.path() == set.path);
    for (auto each = all.records.rbegin(); each != all.records.rend(); ++each) {
        auto const got = reader.at(each->offset);
        BOOST_TEST((got.is == member_state::whole));
        BOOST_TEST(got.offset == each->offset);
        BOOST_TEST(got.size == each->size);
        BOOST_TEST(got.record.block == each->record.block);
        BOOST_TEST((reader.at(each->offset + 1).is != member_state::whole)); // no record begins there
    }
    archive_content const rest(set.path, all.records[58].offset); // from there on
    BOOST_TEST(rest.records.size() == 3u);
    BOOST_TEST(rest.records.back().record.block == "{\"number\":19}");
    BOOST_TEST((archive_content(set.path, all.end.offset).end.is == member_state::end));
}

BOOST_AUTO_TEST_CASE(F22_F23_killed_at_any_byte)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    write_some(set);
    archive_content const all(set.path);
    auto const text = support::read_file(set.path);
    for (std::size_t size = 0; size < text.size(); size += size < 2000 ? 1 : 41) {
        support::write_file(set.path, text.substr(0, size));
        archive_content const got(set.path);
        std::size_t whole = 0;
        while (all.records[whole].offset + all.records[whole].size <= size) ++whole;
        BOOST_TEST(got.records.size() == whole);
        bool const clean = all.records[whole].offset == size;
        BOOST_TEST((got.end.is == (clean ? member_state::end : member_state::torn)), size);
        BOOST_TEST(got.end.offset == all.records[whole].offset);
    }
}

BOOST_AUTO_TEST_CASE(F24_F76_damage_is_named_with_its_place)
{
    support::temporary_folder const folder;
    auto const set = archive_in(folder);
    write_some(set);
    archive_content const all(set.path);
    auto const text = support::read_file(set.path);
    auto const& victim = all.records[30];
    auto const with = [&](std::string const& member) {
        auto changed = text;
        return changed.replace(victim.offset, victim.size, member);
    };
    std::string record;
    format::append_warc(record, victim.record);
    auto wrong_length = record;
    auto const digits = wrong_length.find("Content-Length: ") + 16;
    wrong_length[digits] = wrong_length[digits] == '9' ? '8' : '9';
    auto flipped = text.substr(victim.offset, victim.size);
    flipped[100] = static_cast<char>(flipped[100] ^ 1);
    struct row {
        std::string file, why;
    };
    for (auto const& each : std::vector<row>{
             {with(flipped), "no intact gzip member"},
             {with("xyz"), "no intact gzip member"},
             {with(std::string(500, '\0')), "no intact gzip member"},
             {with(text.substr(victim.offset, victim.size - 9)), "no intact gzip member"},
             {with(io::gzip_member(wrong_length)), "length is wrong"},
             {with(io::gzip_member(record + record)), "more than a WARC record"},
             {with(io::gzip_member(record + "x")), "more than a WARC record"},
             {with(io::gzip_member("")), "no WARC record"},
             {with(io::gzip_member("{}\n")), "no WARC record"},
         }) {
        support::write_file(set.path, each.file);
        archive_content const got(set.path);
        BOOST_TEST(got.records.size() == 30u); // those before it count
        BOOST_TEST((got.end.is == member_state::damaged), each.why);
        BOOST_TEST(got.end.offset == victim.offset);
        BOOST_TEST(got.end.why.find(each.why) != std::string::npos, got.end.why);
    }
}

BOOST_AUTO_TEST_CASE(F14_there_is_none)
{
    support::temporary_folder const folder;
    BOOST_CHECK_THROW(archive_reader(folder / "none"), std::system_error);
    support::write_file(folder / "empty", "");
    BOOST_TEST((archive_content(folder / "empty").end.is == member_state::end));
}

BOOST_AUTO_TEST_SUITE_END()
