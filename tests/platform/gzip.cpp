// SPDX-License-Identifier: MIT
#include "gzip.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(platform_gzip)
using namespace tiktrack::stand_in;

namespace {

/// What a gzip member holds, as far as it goes.
std::string inflated(std::string_view text)
{
    z_stream stream{};
    BOOST_REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string made(8 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(made.data());
    stream.avail_out = static_cast<uInt>(made.size());
    ::inflate(&stream, Z_SYNC_FLUSH);
    made.resize(stream.total_out);
    ::inflateEnd(&stream);
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_goes_in_comes_out)
{
    for (std::string const& text : {std::string(), std::string("a"), std::string(300'000, 'x')})
        BOOST_TEST(inflated(deflated(text)) == text);
}

BOOST_AUTO_TEST_CASE(a_bomb_is_small_pieces_that_can_be_repeated)
{
    auto const piece = megabyte_of_blanks();
    BOOST_TEST(piece.size() < 1200U);
    BOOST_TEST(inflated(std::string(gzip_start) + piece + piece + piece) == std::string(3 << 20, ' '));
}

BOOST_AUTO_TEST_SUITE_END()
