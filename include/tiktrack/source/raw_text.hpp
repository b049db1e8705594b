// SPDX-License-Identifier: MIT
// `raw` in the making: the platform's own objects under the name of their shape, where needed in a skeleton
// of the path on which they stood. Values keep their bytes; only blanks between tokens go.
#pragma once

#include "tiktrack/format/bytes16.hpp"
#include "tiktrack/format/json_view.hpp"
#include "tiktrack/format/nested.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string>
#include <string_view>

namespace tiktrack::source {

/// `{"SOURCE":VALUE}`. Does nothing while it is not wanted.
class raw_text {
public:
    explicit raw_text(bool wanted) : wanted_(wanted) {}

    void clear() noexcept { text_.clear(); }

    /// The value is this object.
    void whole(std::string_view source, format::json_view object)
    {
        start(source);
        value(object);
    }

    /// The value is a skeleton: `open`, `member`, `close` follow, the last `close` closes it.
    void start(std::string_view source)
    {
        if (!wanted_) return;
        text_ = "{\"";
        text_ += source;
        text_ += "\":";
    }

    void open() { put('{'); }
    /// @param key as it is spelled between its quotes
    void open(std::string_view key, char bracket = '{')
    {
        spell(key);
        put(bracket);
    }
    void close(char bracket = '}') { put(bracket); }

    /// A member, if there is such a value.
    void member(std::string_view key, format::json_view what)
    {
        if (!what.exists()) return;
        spell(key);
        value(what);
    }

    /// A value in a list, or as the whole.
    void value(format::json_view what)
    {
        if (wanted_) format::append_compact(text_, what.text());
    }

    /// The whole text; empty where nothing was written. To be asked once.
    [[nodiscard]] std::string_view finished()
    {
        if (!text_.empty()) text_ += '}';
        return text_;
    }

    /// Whether a record with this text in it could not be read again.
    [[nodiscard]] bool too_deep() const
    {
        constexpr std::size_t most = format::max_depth - 1; // the record is level 1
        if (opened() <= most) return false;                 // as it nearly always is
        std::size_t level = 0, deepest = 0;
        bool quoted = false;
        for (char const *p = text_.data(), *const end = p + text_.size(); p != end; ++p) {
            if (*p == '"') quoted = !quoted;
            if (quoted && *p == '\\') ++p;
            if (quoted) continue;
            if (*p == '{' || *p == '[') deepest = std::max(deepest, ++level);
            if (*p == '}' || *p == ']') --level;
        }
        return deepest > most;
    }

private:
    /// At least as many as there are objects and arrays.
    [[nodiscard]] std::size_t opened() const
    {
        std::size_t count = 0;
        char const *p = text_.data(), *const end = p + text_.size();
        for (; end - p >= 16; p += 16)
            count += static_cast<std::size_t>(std::popcount(format::bytes16(p).equal('{', '[')));
        return count + static_cast<std::size_t>(end - p);
    }

    void put(char c)
    {
        if (wanted_) text_ += c;
    }
    void spell(std::string_view key)
    {
        if (!wanted_) return;
        if (!text_.ends_with('{')) text_ += ',';
        text_ += '"';
        text_ += key;
        text_ += "\":";
    }

    std::string text_;
    bool wanted_;
};

} // namespace tiktrack::source
