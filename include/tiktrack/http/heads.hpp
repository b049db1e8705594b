// SPDX-License-Identifier: MIT
// The heads of requests and answers as they are kept: only headers that hold no secret.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/http/client_settings.hpp"
#include "tiktrack/http/redirect.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::http {

/// The codings of bodies that libcurl offers a server and decodes, in its order.
[[nodiscard]] inline std::string offered_codings()
{
    auto const* const about = curl_version_info(CURLVERSION_NOW);
    constexpr std::array<std::pair<int, char const*>, 4> known{{{CURL_VERSION_LIBZ, "deflate"},
                                                                {CURL_VERSION_LIBZ, "gzip"},
                                                                {CURL_VERSION_BROTLI, "br"},
                                                                {CURL_VERSION_ZSTD, "zstd"}}};
    std::string codings;
    for (auto const& [feature, name] : known)
        if ((about->features & feature) != 0) codings.append(codings.empty() ? "" : ", ").append(name);
    return codings;
}

/// The request for an address as HTTP/1.1 text, up to its empty line, in whichever version it is made. What
/// is sent beside (cookies, what a proxy wants) is not in it.
[[nodiscard]] inline std::string request_head(std::string const& url, client_settings const& settings)
{
    using namespace detail;
    auto const parts = made_by<url_handle>(curl_url);
    std::string target = "/", host;
    if (curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK) {
        auto const whole = part_of(parts, CURLUPART_URL);
        target = whole.substr(0, whole.find('#')).substr(whole.find('/', authority_of(whole)));
        host = part_of(parts, CURLUPART_HOST);
        auto const port = part_of(parts, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
        if (!port.empty()) host.append(":").append(port);
    }
    std::string head = "GET " + target + " HTTP/1.1\r\n";
    for (auto const& [name, value] :
         std::array<std::pair<char const*, std::string>, 5>{{{"Host", host},
                                                             {"User-Agent", settings.user_agent},
                                                             {"Accept", settings.accept},
                                                             {"Accept-Language", settings.accept_language},
                                                             {"Accept-Encoding", offered_codings()}}})
        if (!value.empty()) head.append(name).append(": ").append(value).append("\r\n");
    return head.append("\r\n");
}

/// Whether a header may hold a secret, by its name: cookies, tokens, whatever proves who one is.
[[nodiscard]] inline bool may_be_secret(std::string_view name)
{
    auto const small = in_small_letters(std::string(name));
    constexpr std::array<std::string_view, 8> words{"cookie", "token", "auth",     "session",
                                                    "secret", "csrf",  "password", "credential"};
    return std::any_of(words.begin(), words.end(),
                       [&](auto const word) { return small.find(word) != small.npos; });
}

/// Appends a line of an answer's head, unless it may hold a secret; it ends in CRLF then. A line that goes on
/// with one before, which nobody sends any more, is left out.
inline void append_line(std::string& head, std::string_view line)
{
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    bool const goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (line.empty() || goes_on || may_be_secret(line.substr(0, line.find(':')))) return;
    head.append(line).append("\r\n");
}

} // namespace tiktrack::http
