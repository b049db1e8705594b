// SPDX-License-Identifier: MIT
// Goes through the start tags of an HTML page: enough to find an element and its attributes, no tree.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/base/number.hpp"
#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::format {

/// One attribute: its name and its value between the quotes, entities and all.
struct html_attribute {
    std::string_view name;
    std::string_view value;
};

/// Walks the attributes of a start tag, and so finds the tag's end.
class attribute_walk {
public:
    /// @param text begins behind the tag's name
    explicit attribute_walk(std::string_view text) noexcept : p_(text.data()), end_(p_ + text.size()) {}

    /// Takes the next attribute; false at the tag's end, or at that of the text.
    [[nodiscard]] bool next(html_attribute& into) noexcept
    {
        while (p_ != end_ && (is_space(*p_) || *p_ == '/')) ++p_;
        if (p_ == end_ || *p_ == '>') return false;
        char const* const name = p_++; // a first `=` belongs to the name
        while (p_ != end_ && !is_space(*p_) && *p_ != '/' && *p_ != '>' && *p_ != '=') ++p_;
        into = {{name, static_cast<std::size_t>(p_ - name)}, {}};
        skip_space();
        if (p_ == end_ || *p_ != '=') return true;
        ++p_;
        skip_space();
        if (p_ == end_) return true;
        if (*p_ == '"' || *p_ == '\'') {
            char const quote = *p_++;
            char const* const value = p_;
            p_ = std::find(p_, end_, quote);
            into.value = {value, static_cast<std::size_t>(p_ - value)};
            if (p_ != end_) ++p_;
            return true;
        }
        char const* const value = p_;
        while (p_ != end_ && !is_space(*p_) && *p_ != '>') ++p_;
        into.value = {value, static_cast<std::size_t>(p_ - value)};
        return true;
    }

    /// Where the walk has come to: at `>` or at the text's end after the last attribute.
    [[nodiscard]] char const* at() const noexcept { return p_; }

private:
    [[nodiscard]] static bool is_space(char c) noexcept { return is_blank(c) || c == '\f'; }
    void skip_space() noexcept
    {
        while (p_ != end_ && is_space(*p_)) ++p_;
    }

    char const* p_;
    char const* end_;
};

/// A start tag.
struct html_tag {
    std::string_view name;       ///< as spelled
    std::string_view attributes; ///< between the name and `>`
    std::string_view behind;     ///< the page from behind `>` on

    [[nodiscard]] bool is(std::string_view wanted) const noexcept { return same_letters(name, wanted); }

    /// The value of an attribute, entities and all; nothing where the tag does not have it.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view wanted) const noexcept
    {
        attribute_walk walk(attributes);
        for (html_attribute each; walk.next(each);)
            if (same_letters(each.name, wanted)) return each.value;
        return {};
    }

    /// What stands in the element, up to the next end tag of that name; for elements that hold no others.
    [[nodiscard]] std::string_view content() const noexcept
    {
        for (std::size_t at = behind.find("</"); at != behind.npos; at = behind.find("</", at + 2))
            if (same_letters(behind.substr(at + 2, name.size()), name)) return behind.substr(0, at);
        return behind;
    }

    /// The JSON object in a script: from its first brace to the one that closes it, whatever its strings
    /// hold (`</script` too). Empty where the script is empty or holds none.
    [[nodiscard]] std::string_view json() const noexcept
    {
        auto const text = content();
        auto const brace = text.find('{');
        if (brace == text.npos) return {};
        char const* const from = text.data() + brace;
        return {from, static_cast<std::size_t>(value_end(from, behind.data() + behind.size()) - from)};
    }
};

/// Walks the start tags of a page, without those in comments and inside of scripts and the like.
class tag_walk {
public:
    explicit tag_walk(std::string_view page) noexcept : left_(page) {}

    /// Takes the next start tag; false at the page's end.
    [[nodiscard]] bool next(html_tag& into) noexcept
    {
        skip_content();
        for (;;) {
            auto const at = left_.find('<');
            if (at == left_.npos || at + 1 == left_.size()) return false;
            left_.remove_prefix(at + 1);
            if (left_.starts_with("!--")) {
                skip_past("-->", 1); // `<!-->` is a whole comment
            } else if (left_[0] == '!' || left_[0] == '?' || left_[0] == '/') {
                skip_past(">", 0);
            } else if ((left_[0] | 0x20) >= 'a' && (left_[0] | 0x20) <= 'z') {
                into.name = left_.substr(0, left_.find_first_of(" \t\r\n\f/>"));
                left_.remove_prefix(into.name.size());
                attribute_walk walk(left_);
                for (html_attribute each; walk.next(each);) {
                }
                into.attributes = left_.substr(0, static_cast<std::size_t>(walk.at() - left_.data()));
                left_.remove_prefix(std::min(into.attributes.size() + 1, left_.size()));
                into.behind = left_;
                last_ = into;
                return true;
            }
        }
    }

private:
    /// Passes over what is no HTML behind the last tag. JSON is passed over as JSON: it may hold anything.
    void skip_content() noexcept
    {
        static constexpr std::string_view texts[] = {"script", "style", "textarea", "title"};
        bool const text = std::any_of(std::begin(texts), std::end(texts),
                                      [this](std::string_view name) { return last_.is(name); });
        if (!text) return;
        auto const type = last_.is("script") ? last_.attribute("type") : std::nullopt;
        if (type && type->find("json") != type->npos) {
            auto const size = static_cast<std::size_t>(json_end(last_) - left_.data());
            if (size < left_.size()) last_.behind.remove_prefix(size);
        }
        auto const content = last_.content();
        left_.remove_prefix(static_cast<std::size_t>(content.data() + content.size() - left_.data()));
        last_ = {};
    }

    [[nodiscard]] static char const* json_end(html_tag const& script) noexcept
    {
        auto const json = script.json();
        return json.empty() ? script.behind.data() : json.data() + json.size();
    }

    void skip_past(std::string_view what, std::size_t from) noexcept
    {
        auto const at = left_.find(what, from);
        left_.remove_prefix(at == left_.npos ? left_.size() : at + what.size());
    }

    std::string_view left_;
    html_tag last_;
};

/// Text of HTML, with the entities that pages use resolved: numbers, and the five of XML.
[[nodiscard]] inline std::string html_text(std::string_view html)
{
    static constexpr std::pair<std::string_view, char> names[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    std::string text;
    while (!html.empty()) {
        auto const at = std::min(html.find('&'), html.size());
        text += html.substr(0, at);
        html.remove_prefix(at);
        if (html.empty()) break;
        auto const stop = html.substr(0, 12).find(';');
        auto const entity = stop == html.npos ? std::string_view{} : html.substr(1, stop - 1);
        std::uint32_t point = 0;
        if (entity.size() > 1 && entity[0] == '#') {
            bool const hex = (entity[1] | 0x20) == 'x';
            auto const digits = entity.substr(hex ? 2 : 1);
            point = parse_number<std::uint32_t>(digits, hex ? 16 : 10).value_or(0);
            if (point > 0x10ffff || (point & ~0x7ffu) == 0xd800) point = 0;
        } else {
            for (auto const& [name, meaning] : names)
                if (entity == name) point = static_cast<unsigned char>(meaning);
        }
        if (point != 0) append_utf8(text, point);
        if (point == 0) text += '&';
        html.remove_prefix(point != 0 ? stop + 1 : 1);
    }
    return text;
}

} // namespace tiktrack::format
