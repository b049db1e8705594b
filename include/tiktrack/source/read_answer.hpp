// SPDX-License-Identifier: MIT
// Reads any JSON answer: recognises it, goes into what wraps it, and gives its records.
#pragma once

#include "tiktrack/source/page.hpp"
#include "tiktrack/source/recognise.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::source {

/// Reads JSON values that were validated. What it reads has to live as long as the reader.
class answer_reader {
public:
    /// @param record what to do with a record of ours
    answer_reader(outcomes& out, format::validator& valid, std::function<void(json_view)> record)
        : out_(out), valid_(valid), pages_(out, valid), record_(std::move(record))
    {
    }

    /// Gives the value's records. @return why it is not recognised; nothing where it is
    [[nodiscard]] std::optional<std::string> read(json_view value)
    {
        bodies_.clear();
        out_.begin_answer();
        return read(value, {}, most_wrappers);
    }

    [[nodiscard]] page_reader& pages() noexcept { return pages_; }

private:
    using seconds = std::optional<std::int64_t>;
    using reason = std::optional<std::string>;
    static constexpr int most_wrappers = 6;

    /// @param collected the time that an outer answer told
    /// @param depth how many wrappers may still follow
    [[nodiscard]] reason read(json_view value, seconds collected, int depth)
    {
        if (value.is_object()) return read_object(object(value), collected, depth);
        if (!value.is_array()) return "neither an object nor an array";
        out_.begin_answer(collected);
        std::size_t unknown = 0, known = 0;
        reason first;
        for (auto const& each : value.elements()) {
            if (each.is_null()) continue;
            auto why =
                depth > 0 ? read(each, collected, depth - 1) : reason("too many answers inside of answers");
            ++(why ? unknown : known);
            if (why && !first) first = std::move(why);
        }
        if (known == 0 && first) return first;
        out_.leave_out(unknown, first.value_or(""));
        return {};
    }

    [[nodiscard]] reason read_object(object const& of, seconds collected, int depth)
    {
        auto const now = envelope_time(of["extra"]["now"]);
        if (now) collected = now;
        auto const begin = [&] { out_.begin_answer(collected); };
        auto const shell = [&](std::string_view what) {
            return std::string(what) + " without a video or a creator; its keys are " + keys_of(of);
        };
        switch (recognise(of)) {
        case shape::captured: read_zeeschuimer_item(of, out_); return {};
        case shape::universal: begin(); return read_state(object(of["__DEFAULT_SCOPE__"]));
        case shape::scope: begin(); return read_state(of);
        case shape::sigi:
            begin();
            if (!read_sigi(of, out_)) return shell("a page's state (SIGI_STATE)");
            return {};
        case shape::next_data:
            begin();
            if (!read_next_data(of, out_)) return shell("a page's state (__NEXT_DATA__)");
            return {};
        case shape::embed_state:
            begin();
            if (!read_embed(of, out_)) return shell("an embed page's state");
            return {};
        case shape::embed_route:
            begin();
            read_embed_route(of, out_);
            return {};
        case shape::video:
            if (now) begin();
            (void)give_card(of, out_);
            return {};
        case shape::detail:
        case shape::code: begin(); return read_code(of);
        case shape::user_detail:
            begin();
            read_user_detail(of, out_);
            return {};
        case shape::listing: begin(); return read_list(of);
        case shape::app_detail: begin(); return read_app_detail(of);
        case shape::rows: begin(); return read(of["videos"], collected, depth);
        case shape::research: give_research_row(of, out_); return {};
        case shape::first_system: give_first_system_row(of, out_); return {};
        case shape::oembed:
            begin();
            read_oembed(of, out_);
            return {};
        case shape::api_error: begin(); return read_api_error(of);
        case shape::ours: record_(of.text()); return {};
        case shape::other: return std::string(other_data(of));
        case shape::wrapped: return read_wrapped(of, collected, depth);
        case shape::unknown: break;
        }
        return "not recognised: it is no page's state, no video, no list of videos (itemList, aweme_list, "
               "data[].item, videos), no captured item and no record; its keys are " +
               keys_of(of);
    }

    [[nodiscard]] reason read_state(object const& scope)
    {
        if (!read_scope(scope, out_, valid_)) give_shell(scope, out_, valid_);
        return {};
    }

    /// A list of videos; an empty one can come with a refusal.
    [[nodiscard]] reason read_list(object const& of)
    {
        auto const list = list_in(of);
        if (code_of(of).code != 0 && !first_of(list).exists()) return read_code(of);
        read_listing(list, out_);
        return {};
    }

    /// An answer about one video, or one that holds nothing but a code; 0 without a video is an empty list. A
    /// refusal is of no shape.
    [[nodiscard]] reason read_code(object const& of)
    {
        auto const [code, message] = code_of(of);
        if (code != 0 && !of["itemInfo"].exists() && status_of_code(code, message) == "challenged") {
            (void)out_.next({});
            out_.give_failure("challenged", code_detail(code, message), {});
        } else if (code != 0 || of["itemInfo"].is_object()) {
            read_detail(of, detail_keys[0], out_);
        }
        return {};
    }

    [[nodiscard]] reason read_app_detail(object const& of)
    {
        auto const [code, message] = code_of(of);
        (void)out_.next({});
        if (code != 0)
            out_.give_failure(status_of_code(code, message), code_detail(code, message), {});
        else
            out_.give_failure("parse_error", "aweme_detail holds no video", {});
        return {};
    }

    [[nodiscard]] reason read_api_error(object const& of)
    {
        auto const code = of["error"]["code"].string();
        (void)out_.next({});
        out_.give_failure(code == "rate_limit_exceeded" ? "rate_limited" : "parse_error",
                          code + ": " + of["error"]["message"].string(), {});
        return {};
    }

    /// Goes into what is wrapped, which may be a text that holds the answer.
    [[nodiscard]] reason read_wrapped(object const& of, seconds collected, int depth)
    {
        auto const inner = wrapped_in(of);
        if (depth == 0) return "too many answers inside of answers";
        if (!inner.is_string()) return read(inner, collected, depth - 1);
        auto const& text = bodies_.emplace_back(inner.string());
        if (json_view(text).text().starts_with('<')) {
            if (pages_.read(text)) return {};
            return "a text that is no page of the platform's";
        }
        if (auto const bad = valid_.check(text)) return "a text that is not JSON: " + bad->why;
        return read(json_view(text), collected, depth - 1);
    }

    outcomes& out_;
    format::validator& valid_;
    page_reader pages_;
    std::function<void(json_view)> record_;
    std::deque<std::string> bodies_; ///< texts that were unwrapped; records view them
};

} // namespace tiktrack::source
