// SPDX-License-Identifier: MIT
// Mends what a kill or a power cut left of a cohort's files: cuts off what is torn, and makes the lines again
// that only the archive has.
#pragma once

#include "tiktrack/cohort/archive_reader.hpp"
#include "tiktrack/cohort/folder.hpp"
#include "tiktrack/cohort/mended.hpp"
#include "tiktrack/cohort/raw_ref.hpp"
#include "tiktrack/cohort/tail.hpp"
#include "tiktrack/io/fd.hpp"
#include "tiktrack/model/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::cohort {

/// An outcome, made again from the archive.
struct remade_line {
    std::string file;         ///< where its line belongs, `hour_1.jsonl`
    std::uint64_t offset = 0; ///< where in that file it begins
    std::string line;         ///< with its end
};

/// Makes the line again of which a metadata record holds what no exchange tells; nothing where it is damaged.
using remake_line =
    std::function<std::optional<remade_line>(archive_reader& from, std::string_view metadata)>;

/// For whoever holds the cohort's lock.
class repair {
public:
    /// @param say is told what was mended, and what is damaged and was left alone
    repair(folder at, remake_line remake, std::function<void(std::string const&)> say)
        : at_(std::move(at)), remake_(std::move(remake)), say_(std::move(say)), before_(at_)
    {
    }

    /// Cuts off the torn line at the end of the cohort's list of videos. @throws std::system_error
    void mend_list() { (void)mend_lines(at_.tracked_videos()); }

    /// Mends a timepoint's file and its archive. Reads the file's end, and the archive from where the last
    /// line's outcome lies, or from where it was found whole since. @return whether both may be written:
    /// false where something is damaged
    /// @throws std::system_error
    [[nodiscard]] bool mend(std::string const& label)
    {
        auto const path = at_.outcomes(label), archive = at_.archive(label);
        bool const has_lines = std::filesystem::exists(path), has_archive = std::filesystem::exists(archive);
        lines_end lines;
        if (has_lines) lines = mend_lines(path);
        if (!has_archive) return lines.last.empty() || damaged(archive, "is not there, but " + path + " is");
        auto start = lines.last.empty() ? 0 : place_of(lines.last, label);
        if (!start) return damaged(path, "its last line does not say where its answer lies");
        archive_reader from(archive);
        std::string missing;
        bool first = !lines.last.empty(); // the outcome that has its line
        bool good = true;
        auto const known = before_.place(label, {lines.whole, std::filesystem::file_size(archive)});
        if (known && *known > *start) {
            start = known;
            first = false;
        }
        auto const rest = from.walk(*start, [&](archived& each) {
            if (!good || each.record.field("WARC-Type") != "metadata") {
                good = good && !std::exchange(first, false);
                return;
            }
            auto const made = remake_(from, each.record.block);
            auto const expected = first ? lines.whole - lines.last.size() - 1 : lines.whole + missing.size();
            good = made && made->file == label + ".jsonl" && made->offset == expected;
            if (good && !std::exchange(first, false)) missing += made->line;
        });
        if (!good || first) return damaged(archive, "it does not fit the lines of " + path);
        if (rest.is == member_state::damaged)
            return damaged(archive, "at byte " + std::to_string(rest.offset) + ": " + rest.why);
        if (rest.is == member_state::torn) {
            if (::truncate(archive.c_str(), static_cast<::off_t>(rest.offset)) != 0) io::throw_errno(archive);
            say_(archive + ": cut off what was not written whole, from byte " + std::to_string(rest.offset));
        }
        if (!missing.empty()) append(path, archive, missing);
        if (rest.offset - *start >= long_read) {
            if (::fdatasync(io::open_file(archive, O_RDWR).get()) != 0) io::throw_errno(archive);
            before_.keep(label, {lines.whole + missing.size(), rest.offset});
        }
        return true;
    }

private:
    static constexpr std::uint64_t long_read = std::uint64_t{1} << 20;

    [[nodiscard]] bool damaged(std::string const& path, std::string const& why)
    {
        say_(path + ": damaged: " + why + "; nothing was changed: put the file back from a copy");
        return false;
    }

    [[nodiscard]] static std::optional<std::uint64_t> place_of(std::string_view line,
                                                               std::string const& label)
    {
        record_reader reader;
        record of;
        if (reader.read(line, of)) return {};
        auto const at = parse_raw_ref(get<"raw_ref"_col>(of).value_or(""));
        if (!at || at->file != folder::archive_name(label)) return {};
        return at->offset;
    }

    lines_end mend_lines(std::string const& path)
    {
        auto const file = io::open_file(path, O_RDWR);
        auto made = end_of_lines(file.get(), path);
        if (auto const cut = cut_torn_line(file.get(), made, path); cut > 0)
            say_(path + ": cut off a last line that was not written whole (" + std::to_string(cut) +
                 " bytes)");
        return made;
    }

    /// What was archived may still be on its way to the disk, and has to be there before its lines.
    void append(std::string const& path, std::string const& archive, std::string const& lines)
    {
        if (::fdatasync(io::open_file(archive, O_RDWR).get()) != 0) io::throw_errno(archive);
        auto const file = io::open_file(path, O_WRONLY | O_CREAT | O_APPEND);
        auto const size = io::size_of(file.get(), path);
        io::append_whole(file.get(), lines, size, path);
        if (::fdatasync(file.get()) != 0) io::throw_errno(path);
        auto const count = std::ranges::count(lines, '\n');
        say_(path + ": " + std::to_string(count) + (count == 1 ? " line was" : " lines were") +
             " made again from " + archive);
    }

    folder at_;
    remake_line remake_;
    std::function<void(std::string const&)> say_;
    mended before_;
};

} // namespace tiktrack::cohort
