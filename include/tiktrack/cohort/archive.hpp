// SPDX-License-Identifier: MIT
// The raw archive of a cohort, raw/hour_N.warc.gz, as it is written: WARC 1.1, one gzip member a record,
// only ever longer.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/instant.hpp"
#include "tiktrack/format/warc.hpp"
#include "tiktrack/io/digest.hpp"
#include "tiktrack/io/fd.hpp"
#include "tiktrack/io/gzip.hpp"
#include "tiktrack/version.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::cohort {

/// Which archive it is, and what its `warcinfo` records say of a run.
struct archive_settings {
    std::string path;      ///< of the file, below an existing folder
    std::string cohort_id; ///< what follows `cohort_` in the folder's name
    std::string name;      ///< of the file: `hour_1.warc.gz`
    std::string options;   ///< of this run, as one line of text; no secret stands in it
};

/// Where an exchange lies in its archive.
struct exchange_ref {
    std::uint64_t offset = 0; ///< of the response's record; where none came, of the request's
    std::string id;           ///< of that record, `urn:uuid:…`
};

/// Appends records to an archive, for whoever holds the cohort's lock. Nothing is durable before `sync()`.
/// Ids follow from the cohort, the name and the offset: the same run writes the same bytes.
class archive_writer {
public:
    /// Opens the file, or makes it. What stands behind `size` is cut off: a torn record of a run that died.
    /// @throws std::system_error; failure (io) where the file is shorter than `size`
    archive_writer(archive_settings set, std::uint64_t size)
        : set_(std::move(set)), file_(io::open_file(set_.path, O_WRONLY | O_CREAT | O_APPEND)), size_(size)
    {
        auto const there = io::size_of(file_.get(), set_.path);
        if (there < size)
            throw failure(failure_kind::io, set_.path + ": ends at byte " + std::to_string(there) +
                                                ", before what was read of it ended");
        if (there > size && ::ftruncate(file_.get(), static_cast<::off_t>(size)) != 0)
            io::throw_errno(set_.path);
        unsynced_ = there > size;
        is_new_ = there == 0;
    }

    /// Appends a request and its response, both HTTP/1.1 text, as two records.
    /// @param response empty where none came
    /// @param url      the address that was asked, without secrets
    /// @param now      Unix seconds
    /// @throws std::system_error: nothing of a record that could not be written whole is left where possible
    exchange_ref append(std::string_view request, std::string_view response, std::string_view url,
                        std::int64_t now)
    {
        begin_run(now);
        exchange_ref made;
        if (!response.empty()) {
            auto record = new_record("response", "application/http; msgtype=response", response, now);
            record.add("WARC-Target-URI", url);
            auto const head = response.find("\r\n\r\n");
            if (head != response.npos)
                record.add("WARC-Payload-Digest", digest_of(response.substr(head + 4)));
            made = write(record);
        }
        auto record = new_record("request", "application/http; msgtype=request", request, now);
        record.add("WARC-Target-URI", url);
        if (!response.empty()) record.add("WARC-Concurrent-To", in_brackets(made.id));
        auto const asked = write(record);
        return response.empty() ? asked : made;
    }

    /// Appends what is known of an outcome and stands in no exchange, and gives the record's offset.
    /// @param json one JSON object
    /// @param of   the exchanges that the outcome came from
    /// @param url  the video's
    /// @throws as `append`
    std::uint64_t append_metadata(std::string_view json, std::vector<exchange_ref> const& of,
                                  std::string_view url, std::int64_t now)
    {
        begin_run(now);
        auto record = new_record("metadata", "application/json", json, now);
        if (!url.empty()) record.add("WARC-Target-URI", url);
        for (auto const& each : of) record.add("WARC-Concurrent-To", in_brackets(each.id));
        return write(record).offset;
    }

    /// Appends the run's first record, which says who wrote what follows; to no effect once that is there.
    /// What is appended makes sure of it by itself: this is for who wants to know where the next record
    /// begins.
    /// @throws as `append`
    void begin_run(std::int64_t now)
    {
        if (!run_id_.empty()) return;
        std::string const words = "software: tiktrack/" + std::string(version) +
                                  "\r\nformat: WARC File Format 1.1\r\n"
                                  "conformsTo: https://iipc.github.io/warc-specifications/"
                                  "specifications/warc-format/warc-1.1/\r\n"
                                  "isPartOf: cohort_" +
                                  set_.cohort_id +
                                  "\r\ndescription: Every exchange as HTTP/1.1. Bodies are stored decoded, "
                                  "with the length that they have here; what was said of coding and length "
                                  "is renamed X-Archive-Orig-*. Secrets are taken out. A metadata record "
                                  "holds what is known of an outcome and stands in no exchange.\r\n"
                                  "options: " +
                                  set_.options + "\r\n";
        auto record = new_record("warcinfo", "application/warc-fields", words, now);
        record.add("WARC-Filename", set_.name);
        run_id_ = write(record).id;
    }

    /// Returns when everything that was appended is on the disk. @throws std::system_error
    void sync()
    {
        if (!unsynced_) return;
        if (::fdatasync(file_.get()) != 0) io::throw_errno(set_.path);
        if (is_new_) { // its name is to be found after a power cut, too
            auto const slash = set_.path.rfind('/');
            auto const folder = slash == set_.path.npos ? "." : set_.path.substr(0, slash + 1);
            io::sync_folder(folder);
        }
        unsynced_ = is_new_ = false;
    }

    /// The archive's size in bytes: where the next record begins.
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    /// Whether something was appended since the last `sync()`.
    [[nodiscard]] bool unsynced() const noexcept { return unsynced_; }
    [[nodiscard]] archive_settings const& settings() const noexcept { return set_; }

private:
    [[nodiscard]] format::warc_record new_record(std::string_view type, std::string_view content,
                                                 std::string_view block, std::int64_t now) const
    {
        auto const date = iso8601(from_unix(now));
        if (!date) throw failure(failure_kind::usage, "the clock shows a year that no archive can hold");
        format::warc_record made;
        made.add("WARC-Type", type);
        made.add("WARC-Record-ID", in_brackets(id_at(size_)));
        made.add("WARC-Date", *date);
        if (!run_id_.empty()) made.add("WARC-Warcinfo-ID", in_brackets(run_id_));
        made.add("Content-Type", content);
        made.add("WARC-Block-Digest", digest_of(block));
        made.block = block;
        return made;
    }

    /// Appends a record by one write.
    exchange_ref write(format::warc_record const& record)
    {
        text_.clear();
        format::append_warc(text_, record);
        auto const member = io::gzip_member(text_);
        unsynced_ = true;
        io::append_whole(file_.get(), member, size_, set_.path); // what stays torn, the next run cuts off
        auto const offset = std::exchange(size_, size_ + member.size());
        return {offset, id_at(offset)};
    }

    [[nodiscard]] std::string id_at(std::uint64_t offset) const
    {
        boost::uuids::name_generator_sha1 const named(boost::uuids::ns::url());
        return "urn:uuid:" + to_string(named("tiktrack:cohort_" + set_.cohort_id + "/raw/" + set_.name + ':' +
                                             std::to_string(offset)));
    }

    [[nodiscard]] static std::string in_brackets(std::string_view id) { return '<' + std::string(id) + '>'; }
    [[nodiscard]] static std::string digest_of(std::string_view bytes)
    {
        return "sha256:" + io::sha256_hex(bytes);
    }

    archive_settings set_;
    io::fd file_;
    std::uint64_t size_;
    std::string run_id_; ///< of this run's warcinfo; empty before it was written
    std::string text_;   ///< of a record; kept for its memory
    bool unsynced_ = false, is_new_ = false;
};

} // namespace tiktrack::cohort
