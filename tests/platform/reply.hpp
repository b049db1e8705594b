// SPDX-License-Identifier: MIT
// What was asked of the stand-in, and what it is to answer.
#pragma once

#include "tiktrack/format/text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::stand_in {

/// Percent escapes resolved; a `+` stays one.
[[nodiscard]] inline std::string unescaped(std::string_view text)
{
    std::string meaning;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int const high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        int const low = high < 0 ? -1 : hex_digit(text[i + 2]);
        meaning += low < 0 ? text[i] : static_cast<char>(high << 4 | low);
        if (low >= 0) i += 2;
    }
    return meaning;
}

/// A GET, taken apart.
struct question {
    std::string target; ///< as it came
    std::string path;   ///< without the query, percent escapes resolved
    std::map<std::string, std::string> query;
    std::string host, user_agent, accept_encoding;

    [[nodiscard]] std::string_view value(std::string const& key) const
    {
        auto const at = query.find(key);
        return at == query.end() ? std::string_view{} : std::string_view(at->second);
    }
};

/// Takes a request's target apart.
[[nodiscard]] inline question read_target(std::string_view target)
{
    question made;
    made.target = target;
    auto const mark = std::min(target.find('?'), target.size());
    made.path = unescaped(target.substr(0, mark));
    for (auto rest = target.substr(std::min(mark + 1, target.size())); !rest.empty();) {
        auto const part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        auto const equals = std::min(part.find('='), part.size());
        made.query[unescaped(part.substr(0, equals))] =
            unescaped(part.substr(std::min(equals + 1, part.size())));
    }
    return made;
}

/// An answer that has not been compressed yet.
struct reply {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

/// A redirect.
[[nodiscard]] inline reply redirect(std::string to)
{
    reply made;
    made.status = 302;
    made.body = "<html><head><title>Found</title></head><body>Found, in a made-up world</body></html>\n";
    made.headers.emplace_back("Location", std::move(to));
    return made;
}

} // namespace tiktrack::stand_in
