// SPDX-License-Identifier: MIT
#include "tiktrack/io/gzip.hpp"

#include "../support.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_gzip)
using namespace tiktrack;
using io::gzip_member, io::member_state;

namespace {

/// A text that does not become much smaller.
std::string noise(std::size_t size, unsigned seed = 1)
{
    support::dice dice(seed);
    std::string text(size, ' ');
    for (char& each : text) each = static_cast<char>(dice.roll(256));
    return text;
}

io::gzip_read read_at(std::string_view file, std::uint64_t offset, std::size_t limit = 1 << 20)
{
    auto const opened = support::file_with(file);
    return io::gzip_reader(opened.get(), "f", limit).read(offset);
}

} // namespace

BOOST_AUTO_TEST_CASE(members_one_after_the_other)
{
    std::vector<std::string> const texts{"a", "", std::string(300'000, 'x'), noise(200'000), "the last"};
    std::string file;
    for (auto const& each : texts) file += gzip_member(each);
    auto const opened = support::file_with(file);
    io::gzip_reader reader(opened.get(), "f");
    for (int round = 0; round < 2; ++round) { // also from the start again
        std::uint64_t at = 0;
        for (auto const& each : texts) {
            auto const got = reader.read(at);
            BOOST_TEST((got.is == member_state::whole), got.why);
            BOOST_TEST((got.text == each));
            BOOST_TEST(got.size == gzip_member(each).size());
            BOOST_TEST(got.why.empty());
            at += got.size;
        }
        auto const end = reader.read(at);
        BOOST_TEST((end.is == member_state::end));
        BOOST_TEST(end.size == 0u);
        BOOST_TEST((reader.read(at + 1000).is == member_state::end));
    }
    BOOST_TEST(::lseek(opened.get(), 0, SEEK_CUR) == 0);
}

BOOST_AUTO_TEST_CASE(F22_F23_a_file_that_ends_inside_a_member)
{
    auto const first = gzip_member("the first"), second = gzip_member(noise(600));
    for (std::size_t size = 1; size < second.size(); ++size) {
        auto const got = read_at(first + second.substr(0, size), first.size());
        BOOST_TEST((got.is == member_state::torn), size << ": " << got.why);
        BOOST_TEST(got.text.empty());
        BOOST_TEST(got.size == 0u);
        BOOST_TEST(!got.why.empty());
    }
}

BOOST_AUTO_TEST_CASE(F23_zero_bytes_that_a_power_cut_left)
{
    auto const first = gzip_member("the first"), second = gzip_member(noise(5000));
    for (std::size_t const zeros : {1u, 7u, 8u, 9u, 4096u, 200'000u}) // in place of a member
        BOOST_TEST((read_at(first + std::string(zeros, '\0'), first.size()).is == member_state::torn), zeros);
    for (std::size_t size = 1; size + 10 < second.size(); size += 7) // in place of its end
        for (auto const whole : {second.size(), second.size() + 70'000}) {
            auto file = first + second.substr(0, size);
            file.resize(first.size() + whole, '\0');
            auto const got = read_at(file, first.size());
            BOOST_TEST((got.is == member_state::torn), size << ": " << got.why);
        }
}

BOOST_AUTO_TEST_CASE(F24_what_is_damaged_is_not_torn)
{
    auto const text = noise(3000);
    auto const first = gzip_member(text), second = gzip_member("the second");
    for (std::size_t at = 0; at < first.size(); at += at < 12 || at + 12 > first.size() ? 1 : 97) {
        auto damaged = first;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        auto const got = read_at(damaged + second + second, 0);
        bool const unimportant = at >= 3 && at <= 10; // flags, a time, a system, bits that fill a byte
        if (unimportant && got.is == member_state::whole)
            BOOST_TEST((got.text == text));
        else
            BOOST_TEST((got.is == member_state::damaged), at << ": " << got.why);
    }
    auto zeroed = first; // a hole, behind which the file goes on
    std::fill(zeroed.begin() + 1000, zeroed.end(), '\0');
    BOOST_TEST((read_at(zeroed + second, 0).is == member_state::damaged));
    BOOST_TEST((read_at("something else", 0).is == member_state::damaged));
    BOOST_TEST((read_at(first + second, 1).is == member_state::damaged)); // no member begins there
    auto last = first; // its length is wrong, and ends in zero bytes as that of an intact member does
    last[last.size() - 4] = '\x01';
    BOOST_TEST((read_at(last, 0).is == member_state::damaged));
}

BOOST_AUTO_TEST_CASE(F07_a_text_beyond_the_limit)
{
    auto const bomb = gzip_member(std::string(10 << 20, ' '));
    BOOST_TEST(bomb.size() < 20'000u);
    BOOST_TEST((read_at(bomb, 0, 10 << 20).is == member_state::whole));
    auto const got = read_at(bomb, 0, (10 << 20) - 1);
    BOOST_TEST((got.is == member_state::damaged));
    BOOST_TEST(got.why.find("10485759 bytes") != got.why.npos, got.why);
}

BOOST_AUTO_TEST_CASE(F14_what_cannot_be_read)
{
    io::gzip_reader reader(-1, "the archive");
    BOOST_CHECK_EXCEPTION((void)reader.read(0), std::system_error, [](auto const& e) {
        return std::string_view(e.what()).starts_with("the archive: ");
    });
}

BOOST_AUTO_TEST_SUITE_END()
