// SPDX-License-Identifier: MIT
// `raw` in the making: the platform's own objects under the name of their shape, where needed in a skeleton
// of the path on which they stood. Values keep their bytes; only blanks between tokens go.
#pragma once

#include "tiktrack/format/json_view.hpp"

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

private:
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
