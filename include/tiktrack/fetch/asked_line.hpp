// SPDX-License-Identifier: MIT
// A line that names a video, as tt-discover and tt-snapshot take them: an id, an address, a record.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/trimmed.hpp"
#include "tiktrack/fetch/damaged_ids.hpp"
#include "tiktrack/fetch/other_kinds.hpp"
#include "tiktrack/model/reader.hpp"
#include "tiktrack/source/address.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// What a line asks for.
enum class asked_for {
    video,
    short_link, ///< whose video only the platform knows
    nothing     ///< it is refused
};

/// A line, read.
struct asked_line {
    asked_for what = asked_for::nothing;
    std::string id;             ///< of the video
    std::string name;           ///< of its creator; empty where the line does not tell
    std::string url;            ///< the short link's address, with https
    record const* of = nullptr; ///< where the line is a record: its cells, which view the line
    remarks odd;                ///< on its cells that were of another kind, and are null now; of line 1
    std::optional<line_error> doubled; ///< the key that the record holds twice, which is no refusal
    std::size_t column = 0;            ///< where it is wrong, from 1; 0: as a whole
    std::string why;                   ///< why it is refused: what it is, and which tool takes it
    bool damaged = false;              ///< refused, since a spreadsheet has rounded its id
};

/// The address of a short link with https and its host, whatever the text begins with.
[[nodiscard]] inline std::string https_address(std::string_view text)
{
    if (auto const scheme = text.find("://"); scheme != text.npos) text.remove_prefix(scheme + 3);
    return "https://" + std::string(text);
}

/// Why an address names no video: what it is, and which tool takes it.
[[nodiscard]] inline std::string why_no_video(source::address const& at)
{
    using source::place;
    auto const is = std::string(describe(at.is));
    switch (at.is) {
    case place::creator: return is + ", no video; tt-discover --user " + at.name + " lists its videos";
    case place::hashtag: return is + ", no video; tt-discover --hashtag " + at.name + " lists its videos";
    case place::sound: return is + ", no video; tt-discover --sound " + at.id + " lists its videos";
    case place::search:
        return is + ", no video; it takes a login: save its answer, which tt-discover --listing reads";
    case place::elsewhere:
    case place::live:
    case place::login:
    case place::other_page: return is + "; no tool takes it";
    default: return "neither an id, nor an address, nor a record";
    }
}

/// Reads one line after the other. What it returns is valid until the next line.
class asked_line_reader {
public:
    /// Reads a line, without its end; blanks around it do not count. A blank line is none: see
    /// `is_blank_line`.
    /// @throws failure (data) for a record of a newer schema
    [[nodiscard]] asked_line const& read(std::string_view line)
    {
        made_ = {};
        auto const text = trimmed(line);
        auto const column = static_cast<std::size_t>(text.data() - line.data()) + 1;
        if (text.starts_with('{'))
            read_record(line);
        else if (text.starts_with('"') && text.ends_with('"') && text.size() > 1)
            read_word(text.substr(1, text.size() - 2), column + 1); // as jq prints a text without -r
        else
            read_word(text, column);
        return made_;
    }

    /// Whether a line holds nothing at all.
    [[nodiscard]] static bool is_blank_line(std::string_view line) { return trimmed(line).empty(); }

private:
    void refuse(std::size_t column, std::string why)
    {
        made_.what = asked_for::nothing;
        made_.column = column;
        made_.why = std::move(why);
    }

    void refuse_damaged(std::size_t column, std::string_view text)
    {
        refuse(column, "a damaged id (damaged_id): a spreadsheet rounded it to " +
                           std::string(text.substr(0, 40)) + "; take the ids from their source as text");
        made_.damaged = true;
    }

    void read_word(std::string_view text, std::size_t column)
    {
        if (is_video_id(text)) {
            made_.what = asked_for::video;
            made_.id = text;
            return;
        }
        if (is_digits(text))
            return refuse(column, "an id has 1 to 20 digits, this one " + std::to_string(text.size()));
        if (is_scientific(text)) return refuse_damaged(column, text);
        if (text.starts_with('<'))
            return refuse(column, "a page, no id; tt-discover --listing and tt-import read pages");
        if (text.starts_with('['))
            return refuse(column, "a JSON array; one record a line is expected: jq -c '.[]' FILE | ...");
        if (text.starts_with('@') && source::is_creator_name(text.substr(1)))
            return refuse(column, why_no_video({source::place::creator, {}, std::string(text.substr(1))}));
        if (text.starts_with('#') && text.find_first_of(" \t") == text.npos && text.size() > 1)
            return refuse(column, why_no_video({source::place::hashtag, {}, std::string(text.substr(1))}));
        auto at = text.find_first_of(" \t") == text.npos ? source::read_address(text) : source::address{};
        if (at.is == source::place::video) {
            made_.what = asked_for::video;
            made_.id = std::move(at.id);
            made_.name = std::move(at.name);
        } else if (at.is == source::place::short_link) {
            made_.what = asked_for::short_link;
            made_.url = https_address(text);
        } else {
            refuse(column, why_no_video(at));
        }
    }

    void read_record(std::string_view line)
    {
        if (auto bad = reader_.read(line, record_)) return refuse(bad->column, std::move(bad->why));
        auto const id = as_id(record_.cells["video_id"_col]);
        auto const platform = get<"platform"_col>(record_).value_or("tiktok");
        if (auto const why = why_of_later_schema(record_)) throw failure(failure_kind::data, *why);
        if (platform != "tiktok") return refuse(1, "a record of " + platform + ", which no tool asks");
        auto name = get<"creator_username"_col>(record_).value_or("");
        if (!id && is_null(record_.cells["video_id"_col])) {
            if (!name.empty()) return refuse(1, why_no_video({source::place::creator, {}, name}));
            return refuse(1, "an object without video_id; tt-import reads answers of the platform");
        }
        if (id && is_scientific(*id)) return refuse_damaged(1, *id);
        if (auto bad = identity_error(record_, line)) return refuse(bad->column, std::move(bad->why));
        if (name.empty()) name = source::read_address(get<"video_url"_col>(record_).value_or("")).name;
        made_.what = asked_for::video;
        made_.id = *id;
        made_.name = std::move(name);
        made_.of = &record_;
        drop_other_kinds(record_, [&](std::string_view key, std::string_view value) {
            made_.odd.add(key, value, line, 1, of_another_kind);
        });
        made_.doubled = reader_.doubled();
    }

    record_reader reader_;
    record record_;
    asked_line made_;
};

} // namespace tiktrack::fetch
