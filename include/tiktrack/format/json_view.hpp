// SPDX-License-Identifier: MIT
// Finds one's way in a JSON text that was validated, without building anything.
#pragma once

#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::format {

/// Whether a key, as it is spelled in the text, is the one that is wanted.
[[nodiscard]] inline bool key_is(std::string_view spelled, std::string_view wanted)
{
    if (spelled == wanted) return true;
    if (spelled.find('\\') == spelled.npos) return false;
    std::string key;
    append_text(key, spelled);
    return key == wanted;
}

/// A view of one value's text; without text where there is no such value.
class json_view {
public:
    json_view() = default;
    explicit json_view(std::string_view text) : text_(text)
    {
        while (!text_.empty() && is_blank(text_.front())) text_.remove_prefix(1);
        while (!text_.empty() && is_blank(text_.back())) text_.remove_suffix(1);
    }

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] bool exists() const noexcept { return !text_.empty(); }
    [[nodiscard]] bool is_null() const noexcept { return text_ == "null"; }
    [[nodiscard]] bool is_object() const noexcept { return text_.starts_with('{'); }
    [[nodiscard]] bool is_array() const noexcept { return text_.starts_with('['); }
    [[nodiscard]] bool is_string() const noexcept { return text_.starts_with('"'); }
    [[nodiscard]] bool is_number() const noexcept
    {
        return !text_.empty() && (text_[0] == '-' || is_digit(text_[0]));
    }

    /// The member with this key, the last one where it stands twice. Walks the object: for more than a few
    /// keys of a large object take `members` once.
    [[nodiscard]] json_view operator[](std::string_view key) const
    {
        json_view found;
        member_walk walk(text_);
        for (member each; is_object() && walk.next(each);)
            if (key_is(each.key, key)) found = json_view(each.value);
        return found;
    }

    /// The value at the end of a path of keys.
    [[nodiscard]] json_view at(std::initializer_list<std::string_view> path) const
    {
        json_view here = *this;
        for (auto const key : path) here = here[key];
        return here;
    }

    /// What a string means; empty for what is none.
    [[nodiscard]] std::string string() const
    {
        std::string meaning;
        if (is_string() && text_.size() >= 2) append_text(meaning, text_.substr(1, text_.size() - 2));
        return meaning;
    }

    [[nodiscard]] std::vector<json_view> elements() const
    {
        std::vector<json_view> all;
        element_walk walk(text_);
        for (std::string_view each; is_array() && walk.next(each);) all.emplace_back(each);
        return all;
    }

private:
    std::string_view text_;
};

/// The members of an object, cut once for many look-ups.
class object_view {
public:
    explicit object_view(json_view object)
    {
        member_walk walk(object.text());
        for (member each; object.is_object() && walk.next(each);) members_.push_back(each);
    }
    [[nodiscard]] json_view operator[](std::string_view key) const
    {
        for (auto each = members_.rbegin(); each != members_.rend(); ++each)
            if (key_is(each->key, key)) return json_view(each->value);
        return {};
    }
    [[nodiscard]] std::vector<member> const& members() const noexcept { return members_; }

private:
    std::vector<member> members_;
};

} // namespace tiktrack::format
