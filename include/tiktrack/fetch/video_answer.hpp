// SPDX-License-Identifier: MIT
// What an answer about one video comes to: the video, or why not.
#pragma once

#include "tiktrack/fetch/http_status.hpp"
#include "tiktrack/fetch/short_link.hpp"
#include "tiktrack/fetch/verdict.hpp"
#include "tiktrack/http/message.hpp"
#include "tiktrack/source/read_answer.hpp"
#include "tiktrack/source/stated_exactness.hpp"

#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// Reads one answer after the other. Not to be shared by threads.
class video_answers {
public:
    /// @param say gets what is worth saying about an answer
    /// @param base the server: its paths are the platform's
    /// @param counts who says whether counts are exact
    video_answers(source::outcomes::speaker say, bool keep_raw, std::string base,
                  source::stated_exactness counts)
        : base_(std::move(base)), counts_(counts),
          out_([this](draft& of) { take(of); }, std::move(say), keep_raw),
          answers_(out_, valid_, [this](format::json_view) { ++given_; })
    {
    }

    /// The outcome for the video that was asked for: its observed cells, resolutions, `status`, `raw`. Valid
    /// until the next one is read; it views the answer.
    [[nodiscard]] draft& read(http::answer const& from, std::string_view id)
    {
        asked_ = {source::place::video, std::string(id), {}};
        given_ = 0;
        made_ = nullptr;
        out_.expect(id);
        out_.begin_answer();
        if (is_login(from, base_))
            fail("challenged", source::login_redirect);
        else if (auto const none = status_of(from.how); !none.empty())
            fail(none, why_no_answer(from));
        else
            read_body(from);
        source::set_exactness(*made_, counts_);
        return *made_;
    }

private:
    void take(draft& of)
    {
        ++given_;
        made_ = &of;
    }

    void fail(std::string_view status, std::string_view detail)
    {
        (void)out_.next({});
        out_.give_failure(status, detail, asked_);
    }

    void read_body(http::answer const& from)
    {
        auto const by_status = status_of_http(from.status, path_on(base_, from.url));
        auto const http = "HTTP " + std::to_string(from.status);
        std::string_view body = from.body;
        body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n"), body.size()));
        if (body.empty()) return by_status.empty() ? fail("empty", "") : fail(by_status, http);
        auto const known = recognised(body);
        if (!known && by_status.empty()) return fail("parse_error", unknown_answer(body));
        // The platform's own words count more than HTTP's, unless they say nothing.
        bool const slower = by_status == "rate_limited" && verdict_of(status()) != verdict::refused &&
                            status() != "challenged";
        if (!by_status.empty() && (!known || slower || status() == "parse_error"))
            return fail(by_status, http);
        check_it_is_the_one();
    }

    /// Gives what the body comes to; false where it is none of the platform's.
    [[nodiscard]] bool recognised(std::string_view body)
    {
        if (body.starts_with('<')) return answers_.pages().read(body);
        if (source::give_overload(body, out_)) return true;
        return !valid_.check(body) && !answers_.read(format::json_view(body));
    }

    [[nodiscard]] std::string unknown_answer(std::string_view body)
    {
        if (body.starts_with('<'))
            return "none of the platform's pages; its title is \"" + std::string(answers_.pages().title()) +
                   '"';
        return "neither a page nor an answer of the platform's, " + std::to_string(body.size()) + " bytes";
    }

    [[nodiscard]] std::string_view status() const
    {
        return made_ == nullptr ? std::string_view("parse_error") : inside(made_->made.cells["status"_col]);
    }

    /// An answer about a creator, several videos or another one is no answer.
    void check_it_is_the_one()
    {
        if (given_ != 1 || made_ == nullptr || made_->made.cells["status"_col].empty())
            return fail("parse_error", "asked for one video, the answer is about something else");
        auto const id = as_id(made_->made.cells["video_id"_col]);
        if (id && *id != asked_.id)
            return fail("parse_error",
                        "asked for video " + asked_.id + ", the answer is about " + std::string(*id));
        made_->set_text("video_id"_col, asked_.id);
    }

    std::string base_;
    source::stated_exactness counts_;
    format::validator valid_;
    source::outcomes out_;
    source::answer_reader answers_;
    source::address asked_;
    draft* made_ = nullptr;
    std::size_t given_ = 0;
};

} // namespace tiktrack::fetch
