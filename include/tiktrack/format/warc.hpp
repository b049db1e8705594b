// SPDX-License-Identifier: MIT
// WARC records (ISO 28500), the archive format of the web: as text, in both directions.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/base/number.hpp"
#include "tiktrack/base/trimmed.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::format {

/// One line of a record's header.
struct warc_field {
    std::string name;
    std::string value; ///< without white space around it; on one line
};

/// A record: its header without the version and `Content-Length`, which are written by themselves, and its
/// block.
struct warc_record {
    std::vector<warc_field> fields;
    std::string block;

    /// The first value of a field, whose name is read in capital and small letters alike; empty where it is
    /// not there.
    [[nodiscard]] std::string_view field(std::string_view name) const noexcept;

    void add(std::string_view name, std::string_view value)
    {
        fields.push_back({std::string(name), std::string(value)});
    }
};

/// A record as it was read.
struct warc_read {
    std::optional<warc_record> record;
    std::size_t size = 0; ///< how many bytes of the text it takes, the two line ends behind it included
    std::string why;      ///< why there is no record, in words
};

namespace detail {

inline constexpr std::string_view warc_version = "WARC/1.1";

/// The next line of a header, without its end; nothing where it has no end.
[[nodiscard]] inline std::optional<std::string_view> take_line(std::string_view& text) noexcept
{
    auto const end = text.find('\n');
    if (end == text.npos) return {};
    auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

} // namespace detail

inline std::string_view warc_record::field(std::string_view name) const noexcept
{
    auto const at = std::find_if(fields.begin(), fields.end(),
                                 [&](auto const& each) { return same_letters(each.name, name); });
    return at == fields.end() ? std::string_view() : std::string_view(at->value);
}

/// Appends a record. Line ends inside a value become blanks: a value cannot become a header of its own.
inline void append_warc(std::string& to, warc_record const& of)
{
    to.append(detail::warc_version).append("\r\n");
    for (auto const& each : of.fields) {
        to.append(each.name).append(": ");
        auto const from = to.size();
        to.append(each.value).append("\r\n");
        std::replace_if(
            to.begin() + static_cast<std::ptrdiff_t>(from), to.end() - 2,
            [](char c) { return c == '\r' || c == '\n'; }, ' ');
    }
    to.append("Content-Length: ").append(std::to_string(of.block.size())).append("\r\n\r\n");
    to.append(of.block).append("\r\n\r\n");
}

/// Reads the record that a text begins with, of WARC 1.0 or 1.1.
[[nodiscard]] inline warc_read read_warc(std::string_view text)
{
    auto rest = text;
    auto const fail = [](std::string why) { return warc_read{{}, 0, std::move(why)}; };
    auto const version = detail::take_line(rest);
    if (!version || (*version != "WARC/1.1" && *version != "WARC/1.0"))
        return fail("no WARC record begins here");
    warc_record made;
    for (;;) {
        auto const line = detail::take_line(rest);
        if (!line) return fail("a WARC header that does not end");
        if (line->empty()) break;
        if (line->front() == ' ' || line->front() == '\t') { // goes on with the line before
            if (made.fields.empty()) return fail("a WARC header that begins with the rest of a line");
            made.fields.back().value.append(" ").append(trimmed(*line, header_blanks));
            continue;
        }
        auto const colon = line->find(':');
        if (colon == 0 || colon == line->npos) return fail("a line without a name in a WARC header");
        made.add(line->substr(0, colon), trimmed(line->substr(colon + 1), header_blanks));
    }
    auto const is_length = [](auto const& each) { return same_letters(each.name, "Content-Length"); };
    auto const length = parse_number<std::uint64_t>(made.field("Content-Length"));
    if (!length || std::count_if(made.fields.begin(), made.fields.end(), is_length) != 1)
        return fail("a WARC record without a length");
    if (*length > rest.size() || !rest.substr(static_cast<std::size_t>(*length)).starts_with("\r\n\r\n"))
        return fail("a WARC record whose length is wrong");
    std::erase_if(made.fields, is_length);
    made.block = rest.substr(0, static_cast<std::size_t>(*length));
    rest.remove_prefix(made.block.size() + 4);
    return {std::move(made), text.size() - rest.size(), {}};
}

} // namespace tiktrack::format
