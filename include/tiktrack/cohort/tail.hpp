// SPDX-License-Identifier: MIT
// The end of a file of lines that only ever grows: what a kill tore, and the last line that is whole.
#pragma once

#include "tiktrack/io/fd.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiktrack::cohort {

/// The end of such a file.
struct lines_end {
    std::uint64_t whole = 0; ///< bytes up to and with the last line's end
    std::uint64_t torn = 0;  ///< bytes behind it, of a line without its end
    std::string last;        ///< the last whole line, without its end; empty where there is none
};

namespace detail {

/// The bytes of a file from `from` up to `to`. @throws std::system_error
inline void read_range(int file, std::uint64_t from, std::uint64_t to, std::string& into,
                       std::string const& name)
{
    into.resize(static_cast<std::size_t>(to - from));
    into.resize(io::read_at(file, into.data(), into.size(), from, name));
}

/// Where the last line end before `end` is; `end` where there is none. @throws std::system_error
[[nodiscard]] inline std::uint64_t last_line_end(int file, std::uint64_t end, std::string const& name)
{
    std::string piece;
    for (auto to = end; to > 0;) {
        auto const from = to - std::min<std::uint64_t>(to, 64 * 1024);
        read_range(file, from, to, piece, name);
        if (auto const at = piece.rfind('\n'); at != piece.npos) return from + at;
        to = from;
    }
    return end;
}

} // namespace detail

/// Looks at the end of a regular file, whatever its size, from behind.
/// @throws std::system_error with the name
[[nodiscard]] inline lines_end end_of_lines(int file, std::string const& name)
{
    auto const size = io::size_of(file, name);
    lines_end made;
    auto const stop = detail::last_line_end(file, size, name);
    if (stop == size) {
        made.torn = size;
        return made;
    }
    made.whole = stop + 1;
    made.torn = size - made.whole;
    auto const before = detail::last_line_end(file, stop, name);
    detail::read_range(file, before == stop ? 0 : before + 1, stop, made.last, name);
    return made;
}

/// Cuts off what is torn. @return how many bytes that were @throws std::system_error with the name
inline std::uint64_t cut_torn_line(int file, lines_end const& at, std::string const& name)
{
    if (at.torn > 0 && ::ftruncate(file, static_cast<::off_t>(at.whole)) != 0) io::throw_errno(name);
    return at.torn;
}

} // namespace tiktrack::cohort
