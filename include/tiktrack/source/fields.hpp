// SPDX-License-Identifier: MIT
// How JSON values of answers become cells: one rule for each kind of column.
#pragma once

#include "tiktrack/base/number.hpp"
#include "tiktrack/math/rounding.hpp"
#include "tiktrack/model/remarks.hpp"
#include "tiktrack/source/object.hpp"
#include "tiktrack/source/outcomes.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::source {

/// Fills a draft's cells. Absent, null and empty values leave a cell empty; so does a value of another kind
/// than the column's, which is said once for each key. Text keeps its bytes.
class fields {
public:
    fields(draft& of, outcomes& out) : of_(of), out_(out) {}

    /// A member that should be an object: it has no members where it is none, which is said.
    [[nodiscard]] json_view part(object const& of, std::string_view key)
    {
        auto const value = of[key];
        if (!value.is_object()) other_kind(key, value);
        return value;
    }

    /// The same of an array.
    [[nodiscard]] json_view list(object const& of, std::string_view key)
    {
        auto const value = of[key];
        if (!value.is_array()) other_kind(key, value);
        return value;
    }

    /// A text that may be known to be empty.
    void text(std::size_t column, json_view value)
    {
        if (value.is_string())
            of_.view(column, value.text());
        else if (value.is_number())
            quoted(column, value.text());
        else
            other_kind(column, value);
    }

    /// A text that is not known where it is empty.
    void filled_text(std::size_t column, json_view value)
    {
        if (value.text() != "\"\"") text(column, value);
    }

    /// An address; a text that does not begin like one is none.
    void link(std::size_t column, json_view value)
    {
        if (!value.is_string())
            other_kind(column, value);
        else if (inside(value.text()).starts_with("http"))
            of_.view(column, value.text());
    }

    /// The video's id. What is none stays as it is spelled, to be said when the row is given.
    void video_id(json_view value)
    {
        auto const known = as_id(value.text());
        if (known && value.is_number() && is_digits(*known))
            quoted("video_id"_col, *known);
        else if (!is_null(value.text()) && value.text() != "\"\"")
            of_.view("video_id"_col, value.text());
    }

    /// An id, by its letters or digits.
    void id(std::size_t column, json_view value)
    {
        auto const known = as_id(value.text());
        if (known && value.is_string())
            of_.view(column, value.text());
        else if (known && is_digits(*known))
            quoted(column, *known);
        else if (value.text() != "\"\"")
            other_kind(column, value);
    }

    void boolean(std::size_t column, json_view value)
    {
        if (auto const known = as_boolean(value.text()))
            of_.set(column, *known);
        else
            other_kind(column, value);
    }

    /// A count, of which the answer may make two statements: the better one counts. What is no valid count is
    /// not known, and remembered as odd.
    void count(std::size_t column, json_view first, json_view second = {})
    {
        auto const best = better_of(as_integer(first.text()), as_integer(second.text()));
        if (best && *best >= 0) return of_.set(column, *best);
        for (auto const& each : {first, second}) {
            if (is_null(each.text()) || each.text() == "\"\"") continue;
            of_.odd.invalid_count = true;
            if (!each.is_string() && !each.is_number()) other_kind(column, each);
        }
    }

    /// A count whose zero means that it is not known.
    void count_unless_zero(std::size_t column, json_view value)
    {
        if (as_integer(value.text()) != 0) count(column, value);
    }

    /// The time of the upload; where the answer tells none, the one in the id, which is set before.
    void upload(json_view time)
    {
        if (is_null(time.text()) || time.text() == "\"\"") {
            auto const id = get<"video_id"_col>(of_.made);
            auto const made = id ? time_in_id(*id) : std::nullopt;
            if (!made) return;
            of_.set("upload_timestamp"_col, to_unix(*made));
            of_.made.cells["upload_source"_col] = "\"id\"";
            return;
        }
        auto const seconds = as_time(time.text());
        if (!seconds || !plausible(from_unix(*seconds))) {
            if (!time.is_string() && !time.is_number()) other_kind("upload_timestamp"_col, time);
            of_.odd.upload_mismatch = true;
            return;
        }
        if (is_milliseconds(time.text())) remark("upload_timestamp", in_milliseconds);
        of_.set("upload_timestamp"_col, *seconds);
        of_.made.cells["upload_source"_col] = "\"platform\"";
    }

    /// The length of a video, in units of which `per_second` make a second; 0 is none.
    void duration(json_view length, double per_second = 1)
    {
        auto const known = real_in(length);
        if (!known) other_kind("video_duration"_col, length);
        if (known && *known > 0) of_.set_real("video_duration"_col, *known / per_second);
    }

    /// The same where a photo post has length 0, or holds its pictures and its music's length.
    void duration_or_photo(json_view length, bool pictures, double per_second = 1)
    {
        auto const known = real_in(length);
        if (known || pictures) of_.set("is_photo"_col, pictures || known == 0);
        if (!pictures) duration(length, per_second);
    }

    /// Says something about a column's values, once.
    void remark(std::string_view key, std::string_view what)
    {
        auto const sentence = remark_on(key, what);
        out_.once(sentence, sentence, severity::note);
    }

    [[nodiscard]] draft& of() noexcept { return of_; }

private:
    void quoted(std::size_t column, std::string_view number)
    {
        std::string text = "\"";
        text.append(number).append("\"");
        of_.copy(column, text);
    }

    /// A number with or without a fraction, as a number or as text.
    [[nodiscard]] static std::optional<double> real_in(json_view value)
    {
        auto const number = parse_number<double>(value.is_string() ? inside(value.text()) : value.text());
        return number && std::isfinite(*number) ? number : std::nullopt;
    }

    void other_kind(std::string_view key, json_view value)
    {
        if (!is_null(value.text()) && value.text() != "\"\"") remark(key, of_another_kind);
    }
    void other_kind(std::size_t column, json_view value) { other_kind(columns[column].key, value); }

    draft& of_;
    outcomes& out_;
};

/// Unix seconds of a time in an envelope (often in milliseconds); nothing where it is no plausible one.
[[nodiscard]] inline std::optional<std::int64_t> envelope_time(json_view time)
{
    auto const seconds = as_time(time.text());
    return seconds && plausible(from_unix(*seconds)) ? seconds : std::nullopt;
}

} // namespace tiktrack::source
