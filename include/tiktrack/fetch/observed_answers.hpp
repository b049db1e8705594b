// SPDX-License-Identifier: MIT
// What was observed of a video: the answers about it that are kept, and the one record that they come to.
#pragma once

#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/verdict.hpp"
#include "tiktrack/fetch/video_answer.hpp"
#include "tiktrack/model/write.hpp"
#include "tiktrack/source/merge.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::fetch {

/// Where an archive has an answer.
struct archived_at {
    std::string id;           ///< of the archive's record, `urn:uuid:…`
    std::uint64_t offset = 0; ///< of that record, in bytes
};

/// An answer as it is kept until its video has ended.
struct kept_answer {
    std::string line; ///< a record's line of what was observed
    oddities odd;
    std::int64_t at = 0;              ///< when it arrived, Unix seconds
    std::optional<archived_at> where; ///< nothing: it is in no archive
};

/// The last answer of each source.
using kept_answers = std::array<std::optional<kept_answer>, 2>;

/// What the kept answers of a video come to.
struct observation {
    draft& made;     ///< valid until the next answer is read
    std::int64_t at; ///< when the answer arrived that gave the views, or that says why there are none
    std::array<bool, 2> from; ///< which sources it is of
};

/// Reads answers, and what was kept of them.
class observed_answers {
public:
    /// @param base the server: its paths are the platform's
    /// @param counts what the user says of them
    /// @param say gets what is worth saying about an answer
    observed_answers(source::outcomes::speaker say, bool keep_raw, std::string base,
                     source::stated_exactness counts)
        : answers_(std::move(say), keep_raw, std::move(base), counts)
    {
    }

    /// Reads an answer. @return its status, valid until the next one
    [[nodiscard]] std::string_view read(http::answer const& from, std::string_view id)
    {
        last_ = &answers_.read(from, id);
        return inside(last_->made.cells["status"_col]);
    }

    /// What was read last, to be kept. @param at when it arrived, Unix seconds
    [[nodiscard]] kept_answer keep(std::int64_t at, std::optional<archived_at> where)
    {
        line_.clear();
        append_line(line_, last_->made);
        return {std::string(line_.text()), last_->odd, at, std::move(where)};
    }

    /// The answers that show the video, merged; else the one that says why it is not to be seen.
    /// @param last the source that answered last; it has an answer
    [[nodiscard]] observation of(kept_answers const& kept, site last)
    {
        std::array<bool, 2> shown{}, gone{};
        for (auto const from : all_sites) {
            if (!kept[index(from)]) continue;
            read_again(*kept[index(from)], from);
            auto const status = inside(drafts_[index(from)].made.cells["status"_col]);
            shown[index(from)] = status == "ok";
            gone[index(from)] = verdict_of(status) == verdict::gone;
        }
        if (shown[0] && shown[1]) return merged(kept);
        auto best = last;
        for (auto const from : all_sites)
            if (shown[index(from)] || (gone[index(from)] && !shown[index(other_than(from))])) best = from;
        return {drafts_[index(best)], kept[index(best)]->at, {best == site::embed, best == site::page}};
    }

    /// No answer: an outcome that comes from none.
    [[nodiscard]] draft& none(std::string_view status, std::string_view detail)
    {
        draft& made = drafts_[0];
        made.clear();
        made.set_text("status"_col, status);
        if (!detail.empty()) made.set_text("status_detail"_col, detail);
        return made;
    }

private:
    void read_again(kept_answer const& kept, site from)
    {
        draft& made = drafts_[index(from)];
        made.clear();
        (void)readers_[index(from)].read(std::string_view(kept.line), made.made);
        for (auto& cell : made.made.cells)
            if (is_null(cell)) cell = {}; // as an adapter leaves what it does not find
        made.odd = kept.odd;
    }

    [[nodiscard]] observation merged(kept_answers const& kept)
    {
        auto& [embed, page] = drafts_;
        auto const first = embed.made.cells["raw"_col], second = page.made.cells["raw"_col];
        source::merge_page(embed, page);
        bool const by_page = embed.made.cells["views"_col].data() == page.made.cells["views"_col].data();
        if (!is_null(first) && !is_null(second))
            embed.copy("raw"_col,
                       std::string(first.substr(0, first.size() - 1)) + "," + std::string(second.substr(1)));
        return {embed, kept[index(by_page ? site::page : site::embed)]->at, {true, true}};
    }

    video_answers answers_;
    draft* last_ = nullptr;
    std::array<draft, 2> drafts_;
    std::array<record_reader, 2> readers_; ///< of kept answers
    format::text_buffer line_;
};

} // namespace tiktrack::fetch
