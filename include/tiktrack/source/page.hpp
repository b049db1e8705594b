// SPDX-License-Identifier: MIT
// A whole HTML page: which of its scripts holds a state, and what the page comes to.
#pragma once

#include "tiktrack/format/html.hpp"
#include "tiktrack/source/embed.hpp"
#include "tiktrack/source/next_data.hpp"
#include "tiktrack/source/refusal.hpp"
#include "tiktrack/source/sigi.hpp"

#include <string>
#include <string_view>

namespace tiktrack::source {

/// Reads one page after the other, script by script until one speaks of a video or a creator.
class page_reader {
public:
    page_reader(outcomes& out, format::validator& valid) : out_(out), valid_(valid) {}

    /// Gives what the page comes to. False, with nothing given, where it is none of the platform's.
    [[nodiscard]] bool read(std::string_view page)
    {
        title_ = {};
        canonical_ = {};
        shell_ = {};
        wrong_.clear();
        out_.begin_answer();
        format::tag_walk walk(page);
        for (format::html_tag tag; walk.next(tag);) {
            if (tag.is("script")) {
                if (read_script(tag)) return true;
            } else if (tag.is("title")) {
                if (title_.empty()) title_ = tag.content();
            } else {
                read_address_of(tag);
            }
        }
        if (!shell_.members().empty() && canonical_.is != place::login) {
            give_shell(shell_, out_, valid_, canonical_);
            return true;
        }
        if (wrong_.empty())
            wrong_ = "no script " + std::string(universal) + ", SIGI_STATE, __NEXT_DATA__ or " +
                     std::string(embed_script) + " in a page of " + std::to_string(page.size()) +
                     " bytes, titled \"" + std::string(title_) + '"';
        return give_page_without_state(page, title_, canonical_, wrong_, out_);
    }

    /// The title of the page that was read last, as it is spelled.
    [[nodiscard]] std::string_view title() const noexcept { return title_; }

private:
    static constexpr std::string_view universal = "__UNIVERSAL_DATA_FOR_REHYDRATION__";

    /// The canonical address in a link, or the one in a meta element where no link has told it.
    void read_address_of(format::html_tag const& tag)
    {
        bool const link = tag.is("link") && tag.attribute("rel") == "canonical";
        bool const meta =
            tag.is("meta") && canonical_.is == place::none && tag.attribute("property") == "og:url";
        if (!link && !meta) return;
        auto const text = tag.attribute(link ? "href" : "content");
        if (text) canonical_ = read_address(format::html_text(*text));
    }

    /// False where the script is none of a state, or its state has nothing: the next one may.
    [[nodiscard]] bool read_script(format::html_tag const& script)
    {
        auto const id = script.attribute("id").value_or("");
        bool const sigi =
            id == "SIGI_STATE" || id == "sigi-persisted-data"; // before 2023 as a line of JavaScript
        bool const next = id == "__NEXT_DATA__";
        if (id != universal && id != embed_script && !sigi && !next) return false;
        if (id == universal) return read_universal(script);
        auto const text = script.json();
        if (text.empty()) return nothing_in(id, "is empty");
        if (auto const bad = valid_.check(text)) return nothing_in(id, "is not JSON: " + bad->why);
        object const state{json_view(text)};
        if (sigi   ? read_sigi(state, out_, canonical_)
            : next ? read_next_data(state, out_, canonical_)
                   : read_embed(state, out_))
            return true;
        return nothing_in(id, "holds neither a video nor a creator; found " + keys_of(state));
    }

    /// Only the part of the state that counts is cut out and validated: most of it is the words of the site's
    /// buttons.
    [[nodiscard]] bool read_universal(format::html_tag const& script)
    {
        auto const content = script.content();
        auto const brace = content.find('{');
        if (brace == content.npos) return nothing_in(universal, "is empty");
        auto const scope = scope_in(script.behind.substr(brace));
        if (scope.empty()) return nothing_in(universal, "has no __DEFAULT_SCOPE__");
        if (read_scope(object(json_view(scope)), out_, valid_, canonical_)) return true;
        if (shell_.members().empty()) {
            auto const* const end = format::value_end(scope.data(), scope.data() + scope.size());
            shell_ = object(json_view({scope.data(), static_cast<std::size_t>(end - scope.data())}));
        }
        return false;
    }

    /// The scope in a state, and whatever stands behind it; empty where there is none. It is nearly always
    /// the first member, and then nothing needs to be cut.
    [[nodiscard]] static std::string_view scope_in(std::string_view state)
    {
        constexpr std::string_view key = "\"__DEFAULT_SCOPE__\"";
        auto rest = json_view(state.substr(1)).text();
        if (rest.starts_with(key)) {
            rest = json_view(rest.substr(key.size())).text();
            if (rest.starts_with(':')) rest = json_view(rest.substr(1)).text();
        } else {
            rest = json_view(state)["__DEFAULT_SCOPE__"].text();
        }
        return rest.starts_with('{') ? rest : std::string_view{};
    }

    bool nothing_in(std::string_view script, std::string const& why)
    {
        wrong_ = "the script " + std::string(script) + " " + why;
        return false;
    }

    outcomes& out_;
    format::validator& valid_;
    std::string_view title_;
    address canonical_;
    object shell_; ///< the first scope that has neither a video nor a creator
    std::string wrong_;
};

} // namespace tiktrack::source
