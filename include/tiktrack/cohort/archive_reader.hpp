// SPDX-License-Identifier: MIT
// An archive of WARC records, one gzip member each, as it is read: at a place, or one after the other.
#pragma once

#include "tiktrack/format/warc.hpp"
#include "tiktrack/io/fd.hpp"
#include "tiktrack/io/gzip.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace tiktrack::cohort {

using io::member_state;

/// What stands at a place of an archive.
struct archived {
    member_state is = member_state::end;
    format::warc_record record; ///< empty unless `whole`
    std::uint64_t offset = 0;   ///< where it begins
    std::uint64_t size = 0;     ///< how many bytes of the file it takes; 0 unless `whole`
    std::string why;            ///< what is wrong, in words; empty where it is `whole` or the `end`
};

/// Reads an archive, without a lock: what somebody is writing at its end is `torn`. Not to be shared by
/// threads.
class archive_reader {
public:
    /// @param limit the largest record, in bytes when decoded; a larger one counts as damaged
    /// @throws std::system_error
    explicit archive_reader(std::string const& path, std::size_t limit = io::gzip_reader::default_limit)
        : archive_reader(io::open_file(path, O_RDONLY), path, limit)
    {
    }
    /// Of a regular file that is open already.
    archive_reader(io::fd file, std::string const& name, std::size_t limit = io::gzip_reader::default_limit)
        : file_(std::move(file)), members_(file_.get(), name, limit)
    {
    }

    /// The record at an offset, where one begins. A member that is whole but holds no record, or more than
    /// one, is damaged. @throws std::system_error
    [[nodiscard]] archived at(std::uint64_t offset)
    {
        archived made;
        made.offset = offset;
        auto member = members_.read(offset);
        made.is = member.is;
        made.why = std::move(member.why);
        if (made.is != member_state::whole) return made;
        auto read = format::read_warc(member.text);
        if (read.record && read.size == member.text.size()) {
            made.record = std::move(*read.record);
            made.size = member.size;
        } else {
            made.is = member_state::damaged;
            made.why = read.record ? "more than a WARC record in one gzip member" : std::move(read.why);
        }
        return made;
    }

    /// Gives every record from an offset on to `take(archived&)`, and tells what stands behind the last one:
    /// the `end`, or what is torn or damaged there. @throws std::system_error, and what `take` throws
    template <class Take>
    [[nodiscard]] archived walk(std::uint64_t from, Take&& take)
    {
        for (;;) {
            auto next = at(from);
            if (next.is != member_state::whole) return next;
            from += next.size;
            take(next);
        }
    }

    [[nodiscard]] std::string const& path() const noexcept { return members_.name(); }

private:
    io::fd file_;
    io::gzip_reader members_;
};

} // namespace tiktrack::cohort
