// SPDX-License-Identifier: MIT
// What it says of a page that another answer came, or none: by how its request ended, and by HTTP's status.
#pragma once

#include "tiktrack/fetch/short_link.hpp"
#include "tiktrack/http/message.hpp"
#include "tiktrack/source/refusal.hpp"

#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// The status where no whole answer came; empty where one did.
[[nodiscard]] constexpr std::string_view status_of(http::arrival how) noexcept
{
    switch (how) {
    case http::arrival::failed: return "network_error";
    case http::arrival::timed_out: return "timeout";
    case http::arrival::too_large: return "parse_error";
    case http::arrival::redirected: return "http_error";
    case http::arrival::answered: break;
    }
    return {};
}

/// Why no whole answer came.
[[nodiscard]] inline std::string why_no_answer(http::answer const& from)
{
    return from.location.empty() ? from.detail : "a redirect to " + from.location;
}

/// Whether the login page came, or a redirect to it, instead of what was asked for.
/// @param base the server that was asked: its paths are the platform's
[[nodiscard]] inline bool is_login(http::answer const& from, std::string_view base)
{
    auto const& at = from.how == http::arrival::answered ? from.url : from.location;
    return read_address_on(base, at).is == source::place::login;
}

/// The status of an HTTP status that comes without words of the platform's own; empty for a success.
/// @param path what was asked for, on the platform
[[nodiscard]] constexpr std::string_view status_of_http(int code, std::string_view path) noexcept
{
    switch (code) {
    case 400: // so come embed pages of unknown ids; elsewhere that is a server that stumbled
        return path.starts_with("/embed/") ? "not_found" : "http_error";
    case 404:
    case 410: return "not_found";
    case 401:
    case 403: return "challenged";
    case 429:
    case 503: return "rate_limited";
    case 451: return "region_blocked";
    default: return code >= 200 && code < 300 ? "" : "http_error";
    }
}

} // namespace tiktrack::fetch
