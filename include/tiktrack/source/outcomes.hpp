// SPDX-License-Identifier: MIT
// Where adapters put what they read: one record after the other, each judged before it is handed on.
#pragma once

#include "tiktrack/base/fault.hpp"
#include "tiktrack/base/video_id.hpp"
#include "tiktrack/model/draft.hpp"
#include "tiktrack/source/address.hpp"
#include "tiktrack/source/raw_text.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tiktrack::source {

/// An adapter calls `next`, fills the draft and its `raw`, and gives it as a video, a creator or a failure.
class outcomes {
public:
    using speaker = std::function<void(std::string const&, severity)>;

    /// @param take gets each record: identity, observed columns, time of collection where the answer tells it
    /// @param say  gets what is worth saying about the answer
    /// @param lost how much it costs that a row cannot be read
    outcomes(std::function<void(draft&)> take, speaker say, bool keep_raw = true,
             severity lost = severity::note)
        : take_(std::move(take)), say_(std::move(say)), lost_(lost), raw_(keep_raw)
    {
    }

    /// Whose answer is expected; another video's is a parse error then.
    void expect(std::string_view id) { asked_ = id; }

    /// Starts an answer, within which a video comes once. @param collected Unix seconds, if it tells them
    void begin_answer(std::optional<std::int64_t> collected = {})
    {
        seen_.clear();
        collected_ = collected;
    }

    /// An empty draft for a record of this source.
    [[nodiscard]] draft& next(std::string_view source)
    {
        draft_.clear();
        raw_.clear();
        if (!source.empty()) draft_.set_text("source"_col, source);
        return draft_;
    }

    [[nodiscard]] raw_text& raw() noexcept { return raw_; }

    /// Gives the draft as a video that was seen. Without a valid id it is left out; where its
    /// author is empty, or it is not the one expected, it is a parse error.
    void give_video()
    {
        auto const id = get<"video_id"_col>(draft_.made);
        if (!id || !is_video_id(*id)) return leave_out(why_no_id());
        if (!seen_.emplace(*id).second) return;
        if (!asked_.empty() && *id != asked_) return give_other({place::video, asked_, {}}, *id);
        auto const name = get<"creator_username"_col>(draft_.made);
        if (!name)
            return give_failure("parse_error", "the author is empty", {place::video, std::string(*id), {}});
        draft_.made.cells["status"_col] = "\"ok\"";
        draft_.set_text("video_url"_col, video_address(*name, *id));
        hand_on();
    }

    /// The same for an answer about one video, which has to come to something: without a valid id it is a
    /// parse error. @param page where the answer was found
    /// @param named whether that address was the answer's own word, so that another video in it is a parse
    /// error
    void give_only_video(address const& page, bool named = false)
    {
        auto const id = get<"video_id"_col>(draft_.made);
        if (!id || !is_video_id(*id)) return give_failure("parse_error", "the video has no id", page);
        if (named && page.is == place::video && page.id != *id) return give_other(page, *id);
        give_video();
    }

    /// Gives the draft as a creator's row, which has neither id nor status.
    void give_creator() { hand_on(); }

    /// Gives the draft as what came of a video that is not there: all that was observed is taken out again.
    /// @param about id and name, as far as they are known
    void give_failure(std::string_view status, std::string_view detail, address const& about)
    {
        for (std::size_t i = 0; i < column_count; ++i)
            if (columns[i].from == origin::observed && i != "source"_col) draft_.made.cells[i] = {};
        draft_.made.cells["video_id"_col] = draft_.made.cells["video_url"_col] = {};
        draft_.odd = {};
        draft_.set_text("status"_col, status);
        if (!detail.empty()) draft_.set_text("status_detail"_col, detail);
        if (about.is == place::video && is_video_id(about.id)) {
            draft_.set_text("video_id"_col, about.id);
            draft_.set_text("video_url"_col, video_address(about.name, about.id));
        }
        hand_on();
    }

    /// Says something once for each key.
    void once(std::string_view key, std::string const& what, severity weight = severity::warning)
    {
        if (said_.emplace(key).second) say_(what, weight);
    }

    /// Counts something that is passed over because it is no video, or none of this platform; `end` says it.
    void pass_over(std::string_view what) { ++passed_over_[std::string(what)]; }

    /// Says that a row cannot be read, and is lost.
    void leave_out(std::string const& why) { say_("a row was left out: " + why, lost_); }

    /// The same of elements of a list, if there are any. @param first what the first one is
    void leave_out(std::size_t elements, std::string const& first)
    {
        if (elements > 0)
            say_(std::to_string(elements) + " elements were left out; the first is " + first, lost_);
    }

    /// To be called when the input was read.
    void end()
    {
        for (auto const& [what, times] : passed_over_)
            say_(std::to_string(times) + " " + what + " passed over", severity::note);
        passed_over_.clear();
    }

    /// How many records were given so far.
    [[nodiscard]] std::uint64_t given() const noexcept { return given_; }

private:
    /// What stands where a video's id is expected, as `fields::video_id` leaves it.
    [[nodiscard]] std::string why_no_id() const
    {
        auto const found = draft_.made.cells["video_id"_col];
        if (found.empty()) return "the video has no id";
        return "the video's id is not 1 to 20 decimal digits: " + std::string(found.substr(0, 60));
    }

    void give_other(address const& asked, std::string_view id)
    {
        auto const why = "asked for video " + asked.id + ", the answer is about " + std::string(id);
        give_failure("parse_error", why, asked);
    }

    void hand_on()
    {
        if (collected_) draft_.set("collection_timestamp"_col, *collected_);
        auto const raw = raw_.finished();
        if (raw_.too_deep())
            say_("raw is left out: in a record it would be nested deeper than " +
                     std::to_string(format::max_depth) + " levels",
                 severity::warning);
        else if (!raw.empty())
            draft_.view("raw"_col, raw);
        ++given_;
        take_(draft_);
    }

    std::function<void(draft&)> take_;
    speaker say_;
    severity lost_;
    raw_text raw_;
    draft draft_;
    std::optional<std::int64_t> collected_;
    std::string asked_;
    std::unordered_set<std::string> seen_;
    std::set<std::string, std::less<>> said_;
    std::map<std::string, std::uint64_t> passed_over_;
    std::uint64_t given_ = 0;
};

} // namespace tiktrack::source
