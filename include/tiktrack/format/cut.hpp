// SPDX-License-Identifier: MIT
// Cuts JSON text into its members and elements without checking it again: for text that was validated, or
// whose parts will be. On other text it stays within its bounds, and what it cuts out means nothing.
#pragma once

#include "tiktrack/format/token.hpp"

#include <string_view>
#include <utility>

namespace tiktrack::format {

/// The first character at or behind `p` that is not blank.
[[nodiscard]] inline char const* past_blanks(char const* p, char const* end) noexcept
{
    while (p != end && is_blank(*p)) ++p;
    return p;
}

/// From behind the opening quote to the closing one, or `end`.
[[nodiscard]] inline char const* closing_quote(char const* p, char const* end) noexcept
{
    for (;;) {
        while (end - p >= 16) {
            auto const found = bytes16(p).equal('"', '\\');
            if (found == 0) {
                p += 16;
                continue;
            }
            p += first_bit(found);
            if (*p == '"') return p;
            p += 2; // within the block or one beyond it, which the next comparison sees
            if (p > end) return end;
        }
        while (p < end && end - p < 16) {
            if (*p == '"') return p;
            p += *p == '\\' ? 2 : 1;
        }
        if (p >= end) return end;
    }
}

namespace detail {

/// Past the object or array at `p`. Looks at quotes, braces and backslashes only, 16 bytes at a time.
[[nodiscard]] inline char const* container_end(char const* p, char const* end) noexcept
{
    std::size_t depth = 0;
    bool inside = false, escaped = false; // within a string; behind a backslash in one
    // True where the character at `at` ends the container.
    auto const ends = [&](char const* at) {
        switch (*at) {
        case '"': inside = !inside; return false;
        case '{':
        case '[': depth += !inside; return false;
        case '}':
        case ']': return !inside && --depth == 0;
        default: return false;
        }
    };
    for (; end - p >= 16; p += 16) {
        bytes16 const block(p);
        auto found = block.structural();
        if (!escaped && found == block.equal('"')) { // the usual block: all that counts is how many there are
            inside = inside != (__builtin_parity(found) != 0);
            continue;
        }
        if (std::exchange(escaped, false)) found &= ~1u;
        for (; found != 0; found &= found - 1) {
            auto const i = first_bit(found);
            if (p[i] == '\\') {
                if (i == 15)
                    escaped = true;
                else
                    found &= ~(2u << i); // what is escaped counts for nothing
            } else if (ends(p + i)) {
                return p + i + 1;
            }
        }
    }
    for (; p != end; ++p) {
        if (std::exchange(escaped, false)) continue;
        if (*p == '\\')
            escaped = true;
        else if (ends(p))
            return p + 1;
    }
    return end;
}

} // namespace detail

/// Past the value that starts at `p` (which is not blank).
[[nodiscard]] inline char const* value_end(char const* p, char const* end) noexcept
{
    if (p == end) return end;
    if (*p == '"') {
        p = closing_quote(p + 1, end);
        return p == end ? end : p + 1;
    }
    if (*p == '{' || *p == '[') return detail::container_end(p, end);
    while (p != end && *p != ',' && *p != '}' && *p != ']' && !is_blank(*p)) ++p;
    return p;
}

/// One member of an object: the key's text between its quotes, escapes and all, and the value's text.
struct member {
    std::string_view key;
    std::string_view value;
};

/// Walks the members of an object: `while (auto m = walk.next()) …`.
class member_walk {
public:
    explicit member_walk(std::string_view object) noexcept
        : p_(object.data()), end_(object.data() + object.size())
    {
        p_ = past_blanks(p_, end_);
        if (p_ != end_ && *p_ == '{')
            ++p_;
        else
            p_ = end_;
    }
    /// Takes the next member; false at the end.
    [[nodiscard]] bool next(member& into) noexcept
    {
        p_ = past_blanks(p_, end_);
        if (p_ != end_ && *p_ == ',') p_ = past_blanks(p_ + 1, end_);
        if (p_ == end_ || *p_ != '"') return false;
        char const* const key = p_ + 1;
        p_ = closing_quote(key, end_);
        into.key = {key, static_cast<std::size_t>(p_ - key)};
        if (p_ != end_) ++p_;
        p_ = past_blanks(p_, end_);
        if (p_ == end_ || *p_ != ':') return false;
        char const* const value = past_blanks(p_ + 1, end_);
        p_ = value_end(value, end_);
        into.value = {value, static_cast<std::size_t>(p_ - value)};
        return !into.value.empty();
    }

private:
    char const* p_;
    char const* end_;
};

/// Walks the elements of an array.
class element_walk {
public:
    explicit element_walk(std::string_view array) noexcept
        : p_(array.data()), end_(array.data() + array.size())
    {
        p_ = past_blanks(p_, end_);
        if (p_ != end_ && *p_ == '[')
            ++p_;
        else
            p_ = end_;
    }
    /// Takes the next element's text; false at the end.
    [[nodiscard]] bool next(std::string_view& into) noexcept
    {
        p_ = past_blanks(p_, end_);
        if (p_ != end_ && *p_ == ',') p_ = past_blanks(p_ + 1, end_);
        if (p_ == end_ || *p_ == ']') return false;
        char const* const value = p_;
        p_ = value_end(value, end_);
        into = {value, static_cast<std::size_t>(p_ - value)};
        return !into.empty();
    }

private:
    char const* p_;
    char const* end_;
};

} // namespace tiktrack::format
