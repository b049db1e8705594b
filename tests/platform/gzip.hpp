// SPDX-License-Identifier: MIT
// Compressed bodies, and the one that grows a thousandfold.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace tiktrack::stand_in {

/// One gzip member. @param wrap 15 + 16: with gzip's frame; -15: a bare deflate stream
/// @param end Z_FINISH, or Z_FULL_FLUSH for a piece that others can follow
[[nodiscard]] inline std::string deflated(std::string_view text, int wrap = 15 + 16, int end = Z_FINISH)
{
    z_stream stream{};
    if (::deflateInit2(&stream, 5, Z_DEFLATED, wrap, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    std::string made(::deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(made.data());
    stream.avail_out = static_cast<uInt>(made.size());
    auto const result = ::deflate(&stream, end);
    made.resize(stream.total_out);
    ::deflateEnd(&stream);
    if (result != Z_STREAM_END && result != Z_OK) throw std::runtime_error("deflate");
    return made;
}

/// The ten bytes that a gzip member begins with.
inline constexpr std::string_view gzip_start("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);

/// A piece of a deflate stream that becomes 1 MiB of blanks and can be repeated.
[[nodiscard]] inline std::string megabyte_of_blanks()
{
    return deflated(std::string(1 << 20, ' '), -15, Z_FULL_FLUSH);
}

} // namespace tiktrack::stand_in
