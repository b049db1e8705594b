// SPDX-License-Identifier: MIT
// Writes the records of an import: completes what adapters gave, reads our own again, and counts.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/io/output.hpp"
#include "tiktrack/model/statuses.hpp"
#include "tiktrack/source/record_again.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// What an import came to.
struct import_tally {
    std::uint64_t records = 0;
    std::uint64_t again = 0; ///< of these, outcomes that are to be tried again
};

namespace source {

/// Writes one line for each record.
class record_writer {
public:
    /// All of these must live longer than this. @param name of the input, for messages
    record_writer(io::output& to, import_settings const& set, format::validator& valid,
                  outcomes::speaker const& say, std::string name)
        : to_(to), set_(set), say_(say), name_(std::move(name)), again_(set, valid, say)
    {
    }

    /// Writes a record that an adapter gave.
    void write(draft& of)
    {
        auto& cells = of.made.cells;
        if (set_.cohort) of.set_text("cohort_id"_col, *set_.cohort);
        if (set_.timepoint) of.set_text("timepoint"_col, *set_.timepoint);
        if (set_.collected && cells["collection_timestamp"_col].empty())
            of.set("collection_timestamp"_col, *set_.collected);
        set_exactness(of, set_.counts);
        complete(of);
        line_.clear();
        append_line(line_, of.made);
        put(inside(cells["status"_col]));
    }

    /// Reads a record of ours again and writes it. @return what is wrong with it; nothing is written then
    /// @throws failure (data) where it is of a newer schema
    [[nodiscard]] std::optional<line_error> write_again(json_view object)
    {
        std::string_view text = object.text();
        if (text.find('\n') != text.npos) { // from a document: a record is a line
            compact_.clear();
            format::append_compact(compact_, text);
            text = compact_;
        }
        if (auto bad = reader_.read(text, old_)) return bad;
        if (auto bad = identity_error(old_, text)) return bad;
        if (auto const why = why_of_later_schema(old_))
            throw failure(failure_kind::data, name_ + ": " + *why);
        if (auto const& twice = reader_.doubled()) say_(twice->why, severity::warning);
        line_.clear();
        put(again_.append(line_, old_, text));
        return {};
    }

    [[nodiscard]] import_tally const& tally() const noexcept { return tally_; }

private:
    void put(std::string_view status)
    {
        to_.write(line_.text());
        ++tally_.records;
        if (kind_of_status(status) == outcome_kind::again) ++tally_.again;
    }

    io::output& to_;
    import_settings const& set_;
    outcomes::speaker const& say_;
    std::string name_;
    record_again again_;
    record_reader reader_;
    record old_;
    std::string compact_;
    format::text_buffer line_;
    import_tally tally_;
};

} // namespace source

} // namespace tiktrack
