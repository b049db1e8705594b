// SPDX-License-Identifier: MIT
// Cells of a CSV file as RFC 4180 has them, written straight out of JSON text.
#pragma once

#include "tiktrack/base/integer.hpp"
#include "tiktrack/format/bytes16.hpp"
#include "tiktrack/format/copy.hpp"
#include "tiktrack/format/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiktrack::format {

/// How a CSV file is spelled.
struct csv_style {
    char delimiter = ',';
    bool crlf = false;
    bool spreadsheet = false; ///< formulas made harmless, ids kept as text by spreadsheet programs
};

/// Writes cells into memory that its user keeps large enough: a cell takes at most `most(size)` bytes.
class csv_cells {
public:
    explicit csv_cells(csv_style style) noexcept : style_(style), delimiters_(bytes16::all(style.delimiter))
    {
    }

    /// The most bytes that a cell of so many bytes of JSON text takes.
    [[nodiscard]] static constexpr std::size_t most(std::size_t size) noexcept { return 2 * size + 32; }

    /// A text that is known: in quotes where it has to be, and where it is empty (an empty cell is null).
    [[nodiscard]] char* text(char* to, std::string_view text) const
    {
        if (style_.spreadsheet && starts_formula(text)) {
            *to++ = '"';
            *to++ = '\'';
            return closed(doubled(to, text));
        }
        if (!text.empty() &&
            std::none_of(text.begin(), text.end(), [this](char c) { return needs_quotes(c); }))
            return copied(to, text);
        *to++ = '"';
        return closed(doubled(to, text));
    }

    /// The same of the inside of a JSON string.
    [[nodiscard]] char* json_string(char* to, std::string_view inside, std::string& scratch) const
    {
        scratch.clear();
        append_text(scratch, inside, false);
        return text(to, scratch);
    }

    /// How many bytes behind a value `plain_json_string` looks at.
    static constexpr std::ptrdiff_t looks_behind = 32;

    /// The same of a JSON value that is a string with no escapes but those of quotes, line ends and
    /// backslashes: it is copied and searched in one pass. nullptr for all others. Memory must be readable
    /// for `looks_behind` bytes behind the value.
    [[nodiscard]] char* plain_json_string(char* to, std::string_view json) const
    {
        // What is not escaped in JSON is no quote and no line end.
        if (json.size() <= 2 || json[0] != '"' || style_.spreadsheet) return nullptr;
        char const* p = json.data() + 1;
        char* out = to;
        for (auto left = json.size() - 2;; p += 32, out += 32, left -= 32) {
            bytes16 const first(p), second(p + 16);
            first.store(out);
            second.store(out + 16);
            std::uint64_t const found = odd_bytes(first) | std::uint64_t{odd_bytes(second)} << 16;
            if (left <= 32 && (found & ((std::uint64_t{1} << left) - 1)) == 0) return out + left;
            if (found != 0) return quoted_json_string(to, json);
        }
    }

    /// An id: digits that spreadsheet programs would take for a number and round.
    [[nodiscard]] char* id(char* to, std::string_view id) const
    {
        if (!style_.spreadsheet || !is_digits(id)) return text(to, id);
        to = copied(to, "\"=\"\"");
        to = copied(to, id);
        return copied(to, "\"\"\"");
    }

    [[nodiscard]] char* copied(char* to, std::string_view bytes) const noexcept
    {
        return copy_short(to, bytes);
    }

    [[nodiscard]] csv_style const& style() const noexcept { return style_; }

private:
    /// Whether a spreadsheet program could take the text for a formula.
    [[nodiscard]] static bool starts_formula(std::string_view text) noexcept
    {
        return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    }

    /// `plain_json_string` of one with an escape or a delimiter.
    [[nodiscard]] char* quoted_json_string(char* to, std::string_view json) const
    {
        char const* p = json.data() + 1;
        bool quotes = false; // whether anything came that needs them
        *to++ = '"';
        for (auto left = json.size() - 2; left > 0;) {
            bytes16 const here(p);
            here.store(to);
            auto const size = std::min<std::size_t>(left, first_bit(here.equal('\\') | 0x10000));
            quotes = quotes || (here.equal(style_.delimiter) & ((1u << size) - 1)) != 0;
            p += size;
            to += size;
            left -= size;
            if (left == 0 || size == 16) continue;
            char const escaped = p[1];
            if (escaped != '"' && escaped != 'n' && escaped != '\\') return nullptr;
            if (escaped == '"') *to++ = '"';
            *to++ = escaped == 'n' ? '\n' : escaped;
            quotes = quotes || needs_quotes(to[-1]);
            p += 2;
            left -= 2;
        }
        return quotes ? closed(to) : nullptr; // one without is none of the usual
    }

    /// Delimiters and backslashes.
    [[nodiscard]] std::uint32_t odd_bytes(bytes16 here) const noexcept
    {
        return here.equal(delimiters_) | here.equal('\\');
    }

    [[nodiscard]] bool needs_quotes(char c) const noexcept
    {
        return c == style_.delimiter || c == '"' || c == '\n' || c == '\r';
    }

    [[nodiscard]] static char* doubled(char* to, std::string_view text) noexcept
    {
        for (char const c : text) {
            if (c == '"') *to++ = '"';
            *to++ = c;
        }
        return to;
    }

    [[nodiscard]] static char* closed(char* to) noexcept
    {
        *to++ = '"';
        return to;
    }

    csv_style style_;
    bytes16 delimiters_; ///< nothing else
};

} // namespace tiktrack::format
