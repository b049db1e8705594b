// SPDX-License-Identifier: MIT
// A record as a row of cells: what each kind of value looks like in CSV.
#pragma once

#include "tiktrack/format/csv.hpp"
#include "tiktrack/format/json_view.hpp"
#include "tiktrack/format/text_buffer.hpp"
#include "tiktrack/model/chosen_columns.hpp"
#include "tiktrack/model/record.hpp"
#include "tiktrack/model/remarks.hpp"
#include "tiktrack/model/text_window.hpp"
#include "tiktrack/model/upload.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// Writes records as rows. Not to be shared by threads.
class csv_rows {
public:
    csv_rows(std::vector<csv_column> chosen, format::csv_style style)
        : chosen_(std::move(chosen)), cells_(style)
    {
    }

    void append_header(format::text_buffer& to)
    {
        std::size_t size = 0;
        for (auto const& each : chosen_) size += each.key.size();
        row(to, size, [&](csv_column const& column, char* out) { return cells_.text(out, column.key); });
    }

    /// Appends a row of a record that was read from `line`. `remark(column, value, why)` is told of a
    /// value that is none of its column's kind, which leaves an empty cell, and of times that are spelled
    /// oddly.
    template <class Remark>
    void append(format::text_buffer& to, record const& from, text_window line, Remark remark)
    {
        bool const roomy = line.readable - line.end >= format::csv_cells::looks_behind;
        row(to, static_cast<std::size_t>(line.end - line.begin), [&](csv_column const& column, char* out) {
            auto const value =
                column.index < column_count ? from.cells[column.index] : foreign(from, column.key);
            if (is_null(value)) return out;
            char* end = roomy ? plain_cell(out, value, column.is) : nullptr;
            if (end == nullptr) end = looked_at(out, value, column, remark);
            return column.index == upload_column && !upload_time(from) ? out : end; // it cannot be one
        });
    }

private:
    // Named here, since clang 14 does not evaluate the literals inside of a template.
    static constexpr std::size_t upload_column = "upload_timestamp"_col;

    /// Calls `put` for each cell, with room for all of them. `size`: the bytes of all the values.
    template <class Put>
    void row(format::text_buffer& to, std::size_t size, Put put)
    {
        char* const start =
            to.room(format::csv_cells::most(size) + chosen_.size() * format::csv_cells::most(0));
        char* out = start;
        char const delimiter = cells_.style().delimiter;
        for (auto const& each : chosen_) {
            out = put(each, out);
            *out++ = delimiter;
        }
        --out;                                                                     // the last one
        if (out == start && chosen_.size() == 1) out = cells_.copied(out, "\"\""); // nothing would be no row
        if (cells_.style().crlf) *out++ = '\r';
        *out++ = '\n';
        to.end_at(out);
    }

    [[nodiscard]] static std::string_view foreign(record const& from, std::string_view key)
    {
        std::string_view found;
        for (auto const& each : from.foreign)
            if (format::key_is(each.key, key)) found = each.value;
        return found;
    }

    /// The kind by which a foreign value is shown.
    [[nodiscard]] static kind kind_of(std::string_view json)
    {
        switch (json.front()) {
        case '"': return kind::text;
        case '[': return kind::list;
        case '{': return kind::object;
        case 't':
        case 'f': return kind::boolean;
        default: return kind::real;
        }
    }

    /// Writes a value that is spelled as most are: a text without a special character, a short number.
    /// nullptr where it has to be looked at. Memory must be readable for `looks_behind` bytes behind the
    /// value.
    [[nodiscard]] char* plain_cell(char* out, std::string_view json, kind is) const
    {
        switch (is) {
        case kind::id:
        case kind::text: return cells_.plain_json_string(out, json);
        case kind::count:
        case kind::integer:
        case kind::time:
            if (json.size() > 11 ||
                (format::bytes16(json.data()).no_digits() & ((1u << json.size()) - 1)) != 0)
                return nullptr;
            break;
        case kind::real:
            if (json.size() > 16 || !is_number(json)) return nullptr;
            break;
        case kind::boolean:
            if (json[0] != 't' && json[0] != 'f') return nullptr;
            break;
        default: return nullptr;
        }
        format::bytes16(json.data()).store(out);
        return out + json.size();
    }

    template <class Remark>
    [[nodiscard, gnu::noinline]] char* looked_at(char* out, std::string_view value, csv_column const& column,
                                                 Remark& remark)
    {
        char* const end = cell(out, value, column.index < column_count ? column.is : kind_of(value));
        if (end == nullptr) {
            remark(column, value, of_another_kind);
            return out;
        }
        if (column.is == kind::time)
            if (auto const why = remark_on_time(value); !why.empty()) remark(column, value, why);
        return end;
    }

    /// Writes one value. Nothing is written for what is no valid number; nullptr for what is of another kind.
    [[nodiscard]] char* cell(char* out, std::string_view json, kind is)
    {
        char const first = json.front();
        if (first == '"' && (is == kind::text || is == kind::id)) {
            if (is == kind::id && cells_.style().spreadsheet) {
                scratch_.clear();
                format::append_text(scratch_, inside(json), false);
                return cells_.id(out, scratch_);
            }
            return cells_.json_string(out, inside(json), scratch_);
        }
        switch (is) {
        case kind::id: return is_number(json) ? cells_.id(out, json) : nullptr;
        case kind::text: return is_number(json) ? cells_.text(out, json) : nullptr;
        case kind::count:
        case kind::integer:
        case kind::time: return odd_number(out, json, is);
        case kind::real:
            if (is_number(json)) return cells_.copied(out, json);
            return is_of_another_kind(json, is) ? nullptr : out;
        case kind::boolean: return first == 't' || first == 'f' ? cells_.copied(out, json) : nullptr;
        case kind::list: return first == '[' ? list(out, json) : nullptr;
        case kind::object: return first == '{' ? cells_.text(out, json) : nullptr;
        }
        return nullptr;
    }

    /// A number that is not spelled plainly, or is long enough to be out of range.
    [[nodiscard]] static char* odd_number(char* out, std::string_view json, kind is)
    {
        if (is_of_another_kind(json, is)) return nullptr;
        auto const value = is == kind::count  ? as_count(json)
                           : is == kind::time ? as_time(json)
                                              : as_integer(json);
        return value ? std::to_chars(out, out + 24, *value).ptr : out;
    }

    /// Texts joined by `|`; one inside a text becomes `¦`.
    [[nodiscard]] char* list(char* out, std::string_view json)
    {
        if (char* const end = plain_list(out, json)) return end;
        joined_.clear();
        format::element_walk walk(json);
        bool first = true;
        for (std::string_view element; walk.next(element); first = false) {
            if (!first) joined_ += '|';
            if (!is_string(element)) {
                joined_ += element;
                continue;
            }
            scratch_.clear();
            format::append_text(scratch_, inside(element), false);
            for (char const c : scratch_) {
                if (c == '|')
                    joined_ += "\xc2\xa6";
                else
                    joined_ += c;
            }
        }
        return cells_.text(out, joined_);
    }

    /// The same of texts that need neither quotes nor a change, in one pass; nullptr where one does.
    [[nodiscard]] char* plain_list(char* out, std::string_view json) const
    {
        if (cells_.style().spreadsheet || cells_.style().delimiter == '|' || !json.starts_with("[\""))
            return nullptr;
        char const* const start = out;
        bool text = false; // whether what is looked at stands inside quotes
        for (char const c : json.substr(1, json.size() - 2)) {
            if (c == '"')
                text = !text;
            else if (text && c != '\\' && c != '|' && c != cells_.style().delimiter)
                *out++ = c;
            else if (!text && c == ',')
                *out++ = '|';
            else
                return nullptr;
        }
        return out == start ? nullptr : out;
    }

    std::vector<csv_column> chosen_;
    format::csv_cells cells_;
    std::string scratch_;
    std::string joined_;
};

} // namespace tiktrack
