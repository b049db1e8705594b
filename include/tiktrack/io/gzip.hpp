// SPDX-License-Identifier: MIT
// gzip members: one made of a text, and those of a regular file read at their places, in bounded memory.
// The only header that includes zlib; what uses this one is linked with it.
#pragma once

#include "tiktrack/io/fd.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::io {

/// A text as one whole gzip member, the same bytes for the same text. @throws std::bad_alloc
[[nodiscard]] inline std::string gzip_member(std::string_view text)
{
    z_stream stream{};
    constexpr int with_gzip_frame = 15 + 16;
    if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, with_gzip_frame, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::bad_alloc();
    std::unique_ptr<z_stream, decltype(&::deflateEnd)> const end(&stream, &::deflateEnd);
    if (text.size() > 0xffffffffU) throw std::length_error("more than 4 GiB for one gzip member");
    std::string member(::deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(member.data());
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(member.size(), 0xffffffffU));
    if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::length_error("gzip: it does not fit");
    member.resize(stream.total_out);
    return member;
}

/// What stands at a place of a file of gzip members.
enum class member_state {
    whole,   ///< a member
    end,     ///< nothing: the file ends there
    torn,    ///< the file ends inside a member, or has only zero bytes from inside it (or its place) on
    damaged, ///< anything else
};

/// A member that was read.
struct gzip_read {
    member_state is = member_state::end;
    std::string text;       ///< what it holds; empty unless `whole`
    std::uint64_t size = 0; ///< how many bytes of the file it takes; 0 unless `whole`
    std::string why;        ///< what is wrong, in words; empty where it is `whole` or the `end`
};

/// Reads members of a regular file, whose descriptor stays the caller's and keeps its position.
/// Not to be shared by threads.
class gzip_reader {
public:
    static constexpr std::size_t default_limit = std::size_t{64} << 20;

    /// @param limit the largest text of a member; a larger one counts as damaged
    explicit gzip_reader(int number, std::string name, std::size_t limit = default_limit)
        : number_(number), name_(std::move(name)), limit_(limit)
    {
        constexpr int with_gzip_frame = 15 + 16;
        if (::inflateInit2(&stream_, with_gzip_frame) != Z_OK) throw std::bad_alloc();
    }
    gzip_reader(gzip_reader const&) = delete;
    gzip_reader& operator=(gzip_reader const&) = delete;
    ~gzip_reader() { ::inflateEnd(&stream_); }

    /// What stands at an offset. @throws std::system_error, std::bad_alloc
    [[nodiscard]] gzip_read read(std::uint64_t offset)
    {
        ::inflateReset(&stream_);
        stream_.avail_in = 0;
        gzip_read made;
        std::uint64_t at = offset; // of the next byte to read from the file
        for (;;) {
            if (stream_.avail_in == 0) {
                auto const got = read_at(number_, piece_.get(), piece, at, name_);
                if (got == 0 && at == offset) return made;
                if (got == 0) return not_whole(member_state::torn, "the file ends inside a gzip member");
                stream_.next_in = reinterpret_cast<Bytef*>(piece_.get());
                stream_.avail_in = static_cast<uInt>(got);
                at += got;
            }
            if (made.text.size() == used()) made.text.resize(std::max(piece, 2 * made.text.size()));
            stream_.next_out = reinterpret_cast<Bytef*>(made.text.data() + used());
            stream_.avail_out =
                static_cast<uInt>(std::min<std::size_t>(made.text.size() - used(), std::size_t{1} << 30));
            int const result = ::inflate(&stream_, Z_NO_FLUSH);
            auto const stopped = at - stream_.avail_in;
            if (result == Z_MEM_ERROR) throw std::bad_alloc();
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return failed(offset, stopped,
                              stream_.msg != nullptr ? stream_.msg : "it asks for a dictionary");
            if (used() > limit_)
                return failed(offset, stopped,
                              "it holds more than " + std::to_string(limit_) + " bytes of text");
            if (result != Z_STREAM_END) continue;
            made.is = member_state::whole;
            made.text.resize(used());
            made.size = stopped - offset;
            return made;
        }
    }

    [[nodiscard]] std::string const& name() const noexcept { return name_; }

private:
    static constexpr std::size_t piece = std::size_t{64} << 10;
    /// An intact member of some text ends in seven zero bytes at most.
    static constexpr std::uint64_t least_zero_tail = 8;

    [[nodiscard]] std::size_t used() const noexcept { return stream_.total_out; }

    [[nodiscard]] static gzip_read not_whole(member_state is, std::string why)
    {
        return {is, {}, 0, std::move(why)};
    }

    /// Where decoding stopped inside the zero bytes that a power cut left at the end, the member is torn.
    [[nodiscard]] gzip_read failed(std::uint64_t offset, std::uint64_t stopped, std::string const& why)
    {
        auto const [zeros, end] = zero_tail(offset);
        if (zeros == offset || (zeros <= stopped && end - zeros >= least_zero_tail))
            return not_whole(member_state::torn, "zero bytes where the rest of a gzip member should be");
        return not_whole(member_state::damaged, "no intact gzip member: " + why);
    }

    /// Where the zero bytes at the file's end begin, but not before `from`; and where the file ends.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> zero_tail(std::uint64_t from)
    {
        auto const end = size_of(number_, name_);
        for (auto upper = end; upper > from;) {
            auto const lower = upper - std::min<std::uint64_t>(piece, upper - from);
            auto const got =
                read_at(number_, piece_.get(), static_cast<std::size_t>(upper - lower), lower, name_);
            if (got != upper - lower) return {upper, end}; // it shrank meanwhile, or the read was short
            std::string_view const bytes(piece_.get(), got);
            auto const last = bytes.find_last_not_of('\0');
            if (last != bytes.npos) return {lower + last + 1, end};
            upper = lower;
        }
        return {std::min(from, end), end};
    }

    int number_;
    std::string name_;
    std::size_t limit_;
    std::unique_ptr<char[]> piece_ = std::make_unique<char[]>(piece);
    z_stream stream_{};
};

} // namespace tiktrack::io
