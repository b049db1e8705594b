// SPDX-License-Identifier: MIT
// A record in the making: its cells view the answer that it is read from, or the draft's own memory.
#pragma once

#include "tiktrack/base/arena.hpp"
#include "tiktrack/math/print_number.hpp"
#include "tiktrack/model/record.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace tiktrack {

/// What an answer held that no cell can say, for `quality_flags`.
struct oddities {
    bool invalid_count = false;   ///< a count was negative, fractional, too large or no number
    bool upload_mismatch = false; ///< the upload time was no possible time
    bool damaged_id = false;      ///< the id was damaged before it came here
};

/// Owns what it makes up, views what it is given. Not copyable: the record views its memory.
class draft {
public:
    draft() = default;
    draft(draft const&) = delete;
    draft& operator=(draft const&) = delete;

    /// Empties all, for the next record.
    void clear()
    {
        made.clear();
        odd = {};
        memory_.clear();
        completing_ = false;
    }

    /// Makes it a copy of a record's cells, of which from now on only those that are absent are set.
    void complete(record const& from)
    {
        clear();
        made.cells = from.cells;
        completing_ = true;
    }

    /// Whether setting the column does anything.
    [[nodiscard]] bool wants(std::size_t column) const noexcept
    {
        return !completing_ || made.cells[column].empty();
    }

    /// JSON text that lives at least as long as the draft is used, as it is spelled.
    void view(std::size_t column, std::string_view json)
    {
        if (wants(column)) made.cells[column] = json;
    }
    /// A copy of JSON text.
    void copy(std::size_t column, std::string_view json)
    {
        if (wants(column)) made.cells[column] = memory_.keep(json);
    }

    void set_null(std::size_t column) { view(column, "null"); }
    /// A text in UTF-8.
    void set_text(std::size_t column, std::string_view text)
    {
        scratch_.clear();
        format::append_quoted(scratch_, text);
        copy(column, scratch_);
    }
    void set(std::size_t column, std::int64_t value)
    {
        char text[24];
        auto const end = std::to_chars(text, text + sizeof text, value).ptr;
        copy(column, {text, static_cast<std::size_t>(end - text)});
    }
    void set(std::size_t column, bool value) { view(column, value ? "true" : "false"); }
    /// A derived number; null where it is not finite.
    void set_real(std::size_t column, double value)
    {
        if (!wants(column)) return;
        if (!std::isfinite(value)) return set_null(column);
        char text[printed_number_size];
        copy(column, {text, static_cast<std::size_t>(print_number(text, value) - text)});
    }
    template <class Value>
    void set(std::size_t column, std::optional<Value> value)
    {
        if (!value)
            set_null(column);
        else if constexpr (std::is_same_v<Value, double>)
            set_real(column, *value);
        else
            set(column, *value);
    }

    /// Keeps a copy of any text as long as the draft.
    [[nodiscard]] std::string_view keep(std::string_view text) { return memory_.keep(text); }

    record made;
    oddities odd;

private:
    arena memory_;
    std::string scratch_;
    bool completing_ = false;
};

} // namespace tiktrack
