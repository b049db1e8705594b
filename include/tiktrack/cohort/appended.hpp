// SPDX-License-Identifier: MIT
// What was appended to a file of lines since it was last read, and whether it is still the file that was
// read then.
#pragma once

#include "tiktrack/base/draw.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/io/line_blocks.hpp"
#include "tiktrack/model/lines.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace tiktrack::cohort {

/// How far a file was read: whole lines only.
struct read_so_far {
    std::uint64_t size = 0;  ///< bytes
    std::uint64_t lines = 0; ///< of any kind
    std::uint64_t tail = 0;  ///< a hash of the last of these bytes

    friend bool operator==(read_so_far const&, read_so_far const&) = default;
};

/// A file that only grows, as it is at one moment; what is appended later is not read.
class appended {
public:
    /// @param path of a file that need not be there @throws std::system_error where it cannot be read
    explicit appended(std::string path) : path_(std::move(path))
    {
        try {
            file_ = io::open_file(path_, O_RDONLY);
        } catch (std::system_error const& error) {
            if (error.code() != std::errc::no_such_file_or_directory) throw;
            return;
        }
        size_ = io::size_of(file_.get(), path_);
    }

    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    [[nodiscard]] std::string const& path() const noexcept { return path_; }

    /// Whether the file still begins with what was read of it: it is no shorter, and what stands before that
    /// place is the same.
    [[nodiscard]] bool continues(read_so_far const& before) const
    {
        return size_ >= before.size && tail_before(before.size) == before.tail;
    }

    /// What was read where only its first lines were.
    [[nodiscard]] read_so_far read_up_to(std::uint64_t place, std::uint64_t lines) const
    {
        return {place, lines, tail_before(place)};
    }

    /// Where the first line begins that lies behind a place; the file's size where there is none.
    [[nodiscard]] std::uint64_t line_behind(std::uint64_t place) const
    {
        std::string piece(4096, '\0');
        while (place < size_) {
            auto const got = io::read_at(file_.get(), piece.data(), piece.size(), place, path_);
            if (got == 0) break;
            auto const end = std::string_view(piece.data(), got).find('\n');
            if (end != std::string_view::npos) return std::min(place + end + 1, size_);
            place += got;
        }
        return size_;
    }

    /// Reads the lines behind `so_far`, which goes on with them; a last line without its end is left for the
    /// next time. Calls `visit(record, line, number, place)` for each record, `place` being the byte at which
    /// its line begins, and `wrong(fault)` for each line that is none.
    /// @throws failure (data) for a record of a newer schema and for a line that is too long to be one of
    /// ours
    template <class Visit, class Wrong>
    void read_on(read_so_far& so_far, record_reader& reader, Visit visit, Wrong wrong) const
    {
        if (so_far.size >= size_) return;
        if (::lseek(file_.get(), static_cast<::off_t>(so_far.size), SEEK_SET) < 0) io::throw_errno(path_);
        io::input from(file_.get(), path_);
        io::line_blocks blocks(from, usual_longest_line);
        io::block block;
        record scratch;
        while (blocks.next(block)) {
            auto const text = block.text().substr(0, block.text().rfind('\n') + 1);
            char const* const end = text.data() + text.size();
            auto const tally = read_lines(
                {text.data(), end, block.text().data() + block.text().size() + io::block::slack},
                so_far.lines + 1, usual_longest_line, reader, scratch,
                [&](record const& of, std::string_view line, std::uint64_t number) {
                    if (auto const why = why_of_later_schema(of))
                        throw failure(failure_kind::data, path_ + ':' + std::to_string(number) + ": " + *why);
                    visit(of, line, number, so_far.size + std::uint64_t(line.data() - text.data()));
                },
                [&](fault found) {
                    found.file = path_;
                    wrong(std::move(found));
                });
            so_far.size += text.size();
            so_far.lines += tally.lines;
            if (block.too_long_follows())
                throw failure(failure_kind::data, path_ + ':' + std::to_string(so_far.lines + 1) +
                                                      ": the line is longer than any of ours; take it out");
        }
        so_far.tail = tail_before(so_far.size);
    }

private:
    /// A hash of what stands before a place: of the last line there, in all that is usual.
    [[nodiscard]] std::uint64_t tail_before(std::uint64_t place) const
    {
        if (place == 0) return 0;
        constexpr std::uint64_t looked_at = 16 * 1024;
        std::string text(static_cast<std::size_t>(std::min(place, looked_at)), '\0');
        // Fewer bytes where it shrank meanwhile.
        auto const had = io::read_at(file_.get(), text.data(), text.size(), place - text.size(), path_);
        return draw_bits(had, text, place);
    }

    std::string path_;
    io::fd file_;
    std::uint64_t size_ = 0;
};

} // namespace tiktrack::cohort
