// SPDX-License-Identifier: MIT
// What an answer to a page with a list of videos comes to: candidates, or why there are none.
#pragma once

#include "tiktrack/fetch/candidate.hpp"
#include "tiktrack/fetch/discover_page.hpp"
#include "tiktrack/fetch/http_status.hpp"
#include "tiktrack/fetch/short_link.hpp"
#include "tiktrack/source/read_answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::fetch {

/// What a page had.
struct listing_answer {
    std::string status; ///< as of a video's outcome; `ok` also for a list that is empty
    std::string detail; ///< why it is not ok, or why there is no list
    std::vector<candidate> found;
    std::string moved_to = {}; ///< where the server says that the page is, on the server itself; else empty
};

/// Reads one answer after the other.
class listing_answers {
public:
    /// @param say gets what is worth saying about an answer
    listing_answers(discovery_run run, source::outcomes::speaker say)
        : maker_(std::move(run)),
          out_([this](draft& of) { take(of); },
               [this, say = std::move(say)](std::string const& what, severity weight) {
                   say(page_->source + ": " + what, weight);
               }),
          answers_(out_, valid_, [](format::json_view) {})
    {
    }

    /// @param asked the page's address @param base the server that was asked
    [[nodiscard]] listing_answer read(http::answer const& from, listing_page const& page,
                                      std::string const& asked, std::string_view base)
    {
        base_ = base;
        made_ = {};
        page_ = &page;
        if (from.how == http::arrival::answered || from.how == http::arrival::redirected)
            read_answered(from, asked);
        else
            fail(status_of(from.how), why_no_answer(from));
        out_.end();
        return std::move(made_);
    }

private:
    void fail(std::string_view status, std::string_view detail)
    {
        made_.status = status;
        made_.detail = detail;
        made_.found.clear();
    }

    void read_answered(http::answer const& from, std::string const& asked)
    {
        if (is_login(from, base_)) return fail("challenged", source::login_redirect);
        if (page_->what == listing_of::link) {
            if (auto const target = target_of(from, asked, base_); target.redirected) {
                if (target.id.empty()) return fail("not_found", target.why);
                made_.status = "ok";
                made_.found.push_back(maker_.of_id(target.id, target.name, page_->source));
                return;
            }
        }
        if (from.how == http::arrival::redirected) {
            if (!path_on(base_, from.location).empty()) made_.moved_to = from.location;
            return fail(status_of(from.how), why_no_answer(from));
        }
        read_body(from);
        // A link that ends in a page, whatever that says of itself, leads nowhere.
        bool const is_page = made_.status == "ok" || made_.status == "parse_error";
        if (page_->what == listing_of::link && is_page) fail("not_found", "leads nowhere");
        // It is there, and has no listing today: no reason to ask again.
        if (page_->what == listing_of::explore && made_.status == "parse_error") made_.status = "ok";
    }

    void read_body(http::answer const& from)
    {
        auto const by_status = status_of_http(from.status, path_on(base_, from.url));
        auto const http = "HTTP " + std::to_string(from.status);
        std::string_view body = from.body;
        body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n"), body.size()));
        if (body.empty()) return by_status.empty() ? fail("empty", {}) : fail(by_status, http);
        bool const known =
            body.starts_with('<') ? answers_.pages().read(body) : source::give_overload(body, out_);
        // The platform's own words count more than HTTP's, unless they say nothing.
        if (!by_status.empty() && (!known || made_.status.empty() || made_.status == "parse_error"))
            return fail(by_status, http);
        if (!known) return fail("parse_error", "none of the platform's pages");
        if (made_.status.empty()) return fail("parse_error", "a page without a list");
        if (made_.status == "ok") check_it_is_the_one(body);
    }

    void take(draft& of)
    {
        auto const status = inside(of.made.cells["status"_col]);
        if (!status.empty() && status != "ok") {
            if (!made_.found.empty()) return; // rows that cannot be read, among others
            return fail(status, get<"status_detail"_col>(of.made).value_or(""));
        }
        made_.status = "ok";
        made_.detail.clear();
        owner_ = get<"creator_username"_col>(of.made).value_or("");
        sound_ = get<"music_id"_col>(of.made).value_or("");
        if (is_private(of.made)) return out_.pass_over("private rows");
        if (!status.empty()) made_.found.push_back(maker_.of_record(of.made, page_->source));
    }

    /// A list of another creator's or sound's is nobody's.
    void check_it_is_the_one(std::string_view body)
    {
        if (page_->what == listing_of::hashtag)
            if (auto const tag = hashtag_of(body); !tag.empty() && !same_letters(tag, page_->name))
                fail("parse_error", "asked for " + page_->name + ", the page is about " + tag);
        if (page_->what == listing_of::creator && !same_letters(owner_, page_->name))
            fail("parse_error", "asked for " + page_->name + ", the page is about " + owner_);
        if (page_->what == listing_of::sound && !made_.found.empty() && sound_ != page_->name)
            fail("parse_error", "asked for sound " + page_->name + ", the page is about " + sound_);
    }

    /// The hashtag that an embed page says it is about: its rows do not tell. Empty where it says nothing.
    [[nodiscard]] static std::string hashtag_of(std::string_view page)
    {
        format::tag_walk walk(page);
        for (format::html_tag tag; walk.next(tag);)
            if (tag.is("script") && tag.attribute("id") == source::embed_script)
                return source::read_address(format::json_view(tag.json())["router"]["link"].string()).name;
        return {};
    }

    candidate_maker maker_;
    format::validator valid_;
    source::outcomes out_;
    source::answer_reader answers_;
    listing_page const* page_ = nullptr;
    std::string_view base_;
    listing_answer made_;
    std::string owner_, sound_;
};

} // namespace tiktrack::fetch
