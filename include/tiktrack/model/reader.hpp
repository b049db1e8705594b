// SPDX-License-Identifier: MIT
// Reads lines into records: as the last few were spelled where they are, by Boost.JSON where they are not.
#pragma once

#include "tiktrack/base/video_id.hpp"
#include "tiktrack/format/json.hpp"
#include "tiktrack/format/quoted_line.hpp"
#include "tiktrack/model/spelling.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tiktrack {

/// What is wrong with a line.
struct line_error {
    std::size_t column = 0; ///< byte in the line, from 1
    std::string why;
};

/// Whether a text begins like the address of a web page, which people give in place of what they saved from
/// it.
[[nodiscard]] constexpr bool is_web_address(std::string_view text) noexcept
{
    return text.starts_with("http://") || text.starts_with("https://");
}

/// Reads records from lines. Remembers how the last lines were spelled; not to be shared by threads.
class record_reader {
public:
    /// Reads the line at the window's begin, up to its end or that of the window, if it is spelled like one
    /// of the last. Returns where it ends; nullptr where `read` has to look. The cells view the window.
    [[nodiscard]] char const* expected(text_window in, record& into)
    {
        char const* const end = quoted_.read(in.begin, in.end);
        if (end == nullptr) return nullptr;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (!known_[i].read({in.begin, end, in.readable}, quoted_.quotes(), into)) continue;
            if (i > 0)
                std::rotate(known_.begin(), known_.begin() + static_cast<long>(i),
                            known_.begin() + static_cast<long>(i) + 1);
            return end;
        }
        return nullptr;
    }

    /// Reads any one line (without its end). The cells view the line. Where a key stands twice, the last one
    /// counts, and `doubled` tells.
    [[nodiscard]] std::optional<line_error> read(std::string_view line, record& into)
    {
        into.clear();
        doubled_.reset();
        if (auto bad = validator_.check(line)) {
            if (is_web_address(line))
                return line_error{1,
                                  "an address, not a record; tt-snapshot takes those of videos, tt-discover "
                                  "those of creators"};
            return line_error{bad->at + 1, std::move(bad->why)};
        }
        char const* const start = format::past_blanks(line.data(), line.data() + line.size());
        if (*start != '{')
            return line_error{static_cast<std::size_t>(start - line.data()) + 1, "a record is an object"};
        members_.clear();
        format::member_walk walk(line);
        for (format::member each; walk.next(each);) members_.push_back(each);
        bool const plain = fill(line, into);
        if (plain) learn(line);
        return {};
    }

    /// The same, as it is expected where it is so.
    [[nodiscard]] std::optional<line_error> read(text_window line, record& into)
    {
        if (expected(line, into) == line.end) return {};
        return read(std::string_view(line.begin, static_cast<std::size_t>(line.end - line.begin)), into);
    }

    /// Says which key the last line that was `read` holds twice; nothing where there is none.
    [[nodiscard]] std::optional<line_error> const& doubled() const noexcept { return doubled_; }

private:
    static constexpr std::size_t most_spellings = 4;

    /// Puts the members in their cells; false where the line is none to learn from.
    [[nodiscard]] bool fill(std::string_view line, record& into)
    {
        bool plain = true;
        seen_.clear();
        for (auto const& each : members_) {
            auto column = find_column(each.key);
            std::string meant; // where the key is spelled with escapes
            if (column == column_count && each.key.find('\\') != std::string_view::npos) {
                format::append_text(meant, each.key);
                column = find_column(meant);
                plain = false;
            }
            bool twice = false;
            if (column < column_count) {
                twice = !into.cells[column].empty();
                into.cells[column] = each.value;
            } else {
                twice = !seen_.insert(meant.empty() ? std::string(each.key) : meant).second;
                char const* const quote = each.key.data() - 1;
                into.foreign.push_back(
                    {each.key,
                     each.value,
                     {quote, static_cast<std::size_t>(each.value.data() + each.value.size() - quote)}});
            }
            if (twice) {
                plain = false;
                doubled_ = {static_cast<std::size_t>(each.key.data() - line.data()),
                            "the key \"" + std::string(each.key) + "\" stands twice; the last one counts"};
            }
        }
        return plain;
    }

    void learn(std::string_view line)
    {
        // What a quoted line does not take could never be read as expected; and a line that failed for a
        // value of its own teaches nothing new.
        char const* const end = line.data() + line.size();
        if (quoted_.read(line.data(), end) != end) return;
        spelling learned(line, quoted_.quotes(), members_);
        for (auto const& each : known_)
            if (each.same_as(learned)) return;
        if (known_.size() == most_spellings) known_.pop_back();
        known_.insert(known_.begin(), std::move(learned));
    }

    format::quoted_line quoted_;
    format::validator validator_;
    std::vector<spelling> known_; // the last one used first
    std::vector<format::member> members_;
    std::unordered_set<std::string> seen_;
    std::optional<line_error> doubled_;
};

/// Why a record cannot be read by this version: it is of a later schema. Nothing where it can.
[[nodiscard]] inline std::optional<std::string> why_of_later_schema(record const& of)
{
    auto const spelled = of.cells["schema"_col];
    auto const schema = as_integer(spelled);
    bool const is_larger = !schema && is_digits(spelled); // than any that could be known
    if (!is_larger && (!schema || *schema <= schema_version)) return {};
    return "holds records of schema " + std::string(spelled) + ", this program knows " +
           std::to_string(schema_version) + "; use a newer one";
}

/// What is wrong with the identity of a record that was read from `line`: an id of TikTok's is 1 to 20
/// decimal digits; one of another platform is any text without blanks. A row without an id has none.
[[nodiscard]] inline std::optional<line_error> identity_error(record const& of, std::string_view line)
{
    auto const id_cell = of.cells["video_id"_col];
    if (is_null(id_cell) || is_video_id(inside(id_cell))) return {};
    auto const platform = inside(of.cells["platform"_col]);
    auto const id = as_id(id_cell);
    bool const digits = platform.empty() || platform == "tiktok";
    if (id && (digits ? is_video_id(*id) : id->find_first_of(" \t") == std::string_view::npos)) return {};
    std::string why =
        digits ? "video_id is not 1 to 20 decimal digits: " : "video_id is no text without blanks: ";
    why += id_cell.substr(0, 60);
    return line_error{static_cast<std::size_t>(id_cell.data() - line.data()) + 1, std::move(why)};
}

} // namespace tiktrack
