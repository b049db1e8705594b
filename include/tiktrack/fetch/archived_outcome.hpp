// SPDX-License-Identifier: MIT
// What an archive holds of an outcome beside the answers that it comes from, and the outcome made again from
// both.
#pragma once

#include "tiktrack/fetch/observed_answers.hpp"
#include "tiktrack/fetch/outcome_sink.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/snapshot_settings.hpp"
#include "tiktrack/format/json.hpp"
#include "tiktrack/format/json_view.hpp"
#include "tiktrack/source/complete.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// Where an outcome's line stands.
struct line_place {
    std::string file; ///< within its cohort, `hour_1.jsonl`
    std::uint64_t offset = 0;
};

namespace detail {

/// What tells of an outcome that comes from no answer.
inline constexpr std::array verdict_columns = {"status"_col, "status_detail"_col};

} // namespace detail

/// An outcome without what was observed, as JSON: its place, the answers that it comes from, and of its
/// record what they do not tell. Nothing observed stands in it.
[[nodiscard]] inline std::string archived_outcome(outcome const& of, line_place const& at,
                                                  snapshot_settings const& set, record_reader& reader)
{
    std::string made = "{\"file\":";
    format::append_quoted(made, at.file);
    made += ",\"offset\":" + std::to_string(at.offset) + ",\"answers\":{";
    bool any = false;
    for (auto const from : all_sites) {
        auto const& kept = of.of.answers[index(from)];
        if (!of.from[index(from)] || !kept->where) continue;
        made += any ? ",\"" : "\"";
        made.append(word_of(from)).append("\":{\"record\":");
        format::append_quoted(made, kept->where->id);
        made += ",\"offset\":" + std::to_string(kept->where->offset) + '}';
        any = true;
    }
    made += '}';
    if (set.base != source::site_address) {
        made += ",\"base\":";
        format::append_quoted(made, set.base);
    }
    if (set.keep_raw) made += ",\"raw\":true";
    if (set.counts != source::stated_exactness::unsaid)
        made += set.counts == source::stated_exactness::exact ? ",\"counts\":\"exact\""
                                                              : ",\"counts\":\"rounded\"";
    made += ",\"record\":{";
    record told;
    (void)reader.read(of.line.substr(0, of.line.size() - 1), told); // a line of our own
    bool const seen = of.status == "ok";
    for (std::size_t i = 0; i < column_count; ++i) {
        auto const among = [i](auto const& these) { return std::ranges::find(these, i) != these.end(); };
        bool const wanted = columns[i].from == origin::given || (!any && among(detail::verdict_columns)) ||
                            (!seen && among(source::upload_columns));
        if (!wanted || is_null(told.cells[i])) continue;
        made.append("\"").append(columns[i].key).append("\":").append(told.cells[i]).append(",");
    }
    for (auto const& each : told.foreign) made.append(each.spelled).append(",");
    if (made.back() == ',') made.pop_back();
    return made += "}}";
}

/// Makes outcomes again. Not to be shared by threads.
class archived_outcomes {
public:
    /// The answer that begins at that offset of the archive; nothing where none does.
    using answer_at = std::function<std::optional<http::answer>(std::uint64_t offset)>;

    /// @param say gets what is worth saying about an answer
    explicit archived_outcomes(source::outcomes::speaker say) : say_(std::move(say)) {}

    /// The place of an outcome's line; nothing where the text is not what `archived_outcome` makes.
    [[nodiscard]] std::optional<line_place> place(std::string_view text)
    {
        if (valid_.check(text)) return {};
        format::json_view const all(text);
        auto const offset = as_count(all["offset"].text());
        if (!offset || !all["file"].is_string() || !all["record"].is_object()) return {};
        return line_place{all["file"].string(), static_cast<std::uint64_t>(*offset)};
    }

    /// The outcome's line, with its end; valid until the next one. Nothing where the text, whose `place` is
    /// known, or the archive is damaged.
    [[nodiscard]] std::optional<std::string_view> line(std::string_view text, answer_at const& answer)
    {
        format::json_view const all(text);
        record old;
        if (reader_.read(all["record"].text(), old)) return {};
        auto const counts = all["counts"].string();
        auto& answers = readers({all["base"].string(), all["raw"].text() == "true",
                                 counts == "exact"     ? source::stated_exactness::exact
                                 : counts == "rounded" ? source::stated_exactness::rounded
                                                       : source::stated_exactness::unsaid});
        auto const id = as_id(old.cells["video_id"_col]);
        kept_answers kept;
        std::optional<site> last;
        for (auto const from : all_sites) {
            auto const one = all["answers"][word_of(from)];
            if (!one.exists()) continue;
            auto const offset = as_count(one["offset"].text());
            auto const came = offset ? answer(static_cast<std::uint64_t>(*offset)) : std::nullopt;
            if (!came) return {};
            (void)answers.read(*came, id.value_or(""));
            kept[index(from)] = answers.keep(0, {});
            last = from;
        }
        auto& made = last ? answers.of(kept, *last).made : answers.none("", "");
        auto& cells = made.made.cells;
        for (std::size_t i = 0; i < column_count; ++i)
            if (columns[i].from == origin::given) cells[i] = old.cells[i];
        if (!last)
            for (auto const i : detail::verdict_columns) cells[i] = old.cells[i];
        if (cells["status"_col] != "\"ok\"")
            for (auto const i : source::upload_columns) cells[i] = old.cells[i];
        made.made.foreign = old.foreign;
        source::complete(made);
        line_.clear();
        append_line(line_, made.made);
        return line_.text();
    }

private:
    /// How a run read its answers.
    struct manner {
        std::string base;
        bool keep_raw = false;
        source::stated_exactness counts = source::stated_exactness::unsaid;

        friend bool operator==(manner const&, manner const&) = default;
    };

    [[nodiscard]] observed_answers& readers(manner how)
    {
        if (how.base.empty()) how.base = source::site_address;
        if (!answers_ || how != how_)
            answers_ = std::make_unique<observed_answers>(say_, how.keep_raw, how.base, how.counts);
        how_ = std::move(how);
        return *answers_;
    }

    source::outcomes::speaker say_;
    format::validator valid_;
    record_reader reader_;
    std::unique_ptr<observed_answers> answers_; ///< that read in that manner
    manner how_;
    format::text_buffer line_;
};

} // namespace tiktrack::fetch
