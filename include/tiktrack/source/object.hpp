// SPDX-License-Identifier: MIT
// An object of an answer, cut into its members once: reading goes by keys, `raw` by the text.
#pragma once

#include "tiktrack/format/json_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::source {

using format::json_view;

/// Without members where the value is no object.
class object {
public:
    object() = default;
    explicit object(json_view value) : text_(value), members_(value) {}

    [[nodiscard]] json_view text() const noexcept { return text_; }
    [[nodiscard]] json_view operator[](std::string_view key) const { return members_[key]; }
    [[nodiscard]] bool has(std::string_view key) const { return members_[key].exists(); }
    [[nodiscard]] std::vector<format::member> const& members() const noexcept { return members_.members(); }

private:
    json_view text_;
    format::object_view members_{json_view{}};
};

/// The first of an array's elements; nothing where there is none.
[[nodiscard]] inline json_view first_of(json_view array)
{
    format::element_walk walk(array.text());
    std::string_view element;
    return array.is_array() && walk.next(element) ? json_view(element) : json_view();
}

/// The keys of an object, for messages: the first few.
[[nodiscard]] inline std::string keys_of(object const& of)
{
    constexpr std::size_t most = 8;
    std::string keys;
    std::size_t count = 0;
    for (auto const& each : of.members()) {
        if (count++ == most) return keys + ", …";
        keys.append(keys.empty() ? "" : ", ").append(each.key.substr(0, 60));
    }
    return keys.empty() ? "none" : keys;
}

} // namespace tiktrack::source
