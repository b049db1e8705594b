// SPDX-License-Identifier: MIT
// Everything that the stand-in can do wrong on purpose: one line each in one table.
#pragma once

#include "clock.hpp"

#include <array>
#include <string_view>

namespace tiktrack::stand_in {

/// How a fault comes about.
enum class manner {
    canned,    ///< an answer with the row's status, header and body
    redirect,  ///< to the row's place; `%o` in it is the own address, `%p` the path that was asked for
    hops,      ///< a redirect to the same path, six times, then the page
    other,     ///< the page of another video, at this one's address
    route,     ///< the page of another video, as that one has it
    half_page, ///< a whole answer whose page ends in the middle of its state
    late,      ///< the page, after three seconds
    stall,     ///< not one byte
    drip,      ///< the page, one byte a second
    endless,   ///< a body that never ends
    reset,     ///< the connection is reset in the middle of the body
    cut,       ///< it is closed there, without TLS's farewell
    hang_up,   ///< it is closed before the answer
    too_long,  ///< Content-Length says more than comes
    too_short, ///< Content-Length says less than comes
    bomb,      ///< 10 MB of gzip that become 10 GB
    bad_gzip,  ///< gzip that breaks in the middle
    headers,   ///< headers without end
    garbage    ///< no HTTP at all
};

/// The bodies of canned answers.
enum class canned { none, overload, waiting, maintenance, shell, tiny, portal, classic };

/// One thing that can go wrong.
struct fault_kind {
    std::string_view name;
    manner how = manner::canned;
    int status = 200;
    std::string_view header = {}; ///< one more header line; `%d` in it is the date in a minute
    canned body = canned::none;
};

inline constexpr auto fault_kinds = std::to_array<fault_kind>({
    {"overload", manner::canned, 503, "", canned::overload},
    {"overload-after", manner::canned, 503, "Retry-After: 3", canned::overload},
    {"too-many", manner::canned, 429, "Retry-After: 7", canned::classic},
    {"retry-date", manner::canned, 429, "Retry-After: %d", canned::classic},
    {"retry-year", manner::canned, 429, "Retry-After: 31536000", canned::classic},
    {"retry-negative", manner::canned, 429, "Retry-After: -5", canned::classic},
    {"retry-words", manner::canned, 429, "Retry-After: soon", canned::classic},
    {"empty", manner::canned, 200, "", canned::none},
    {"waiting", manner::canned, 200, "x-tt-system-error: 3", canned::waiting},
    {"maintenance", manner::canned, 200, "", canned::maintenance},
    {"forbidden", manner::canned, 403, "", canned::classic},
    {"shell", manner::canned, 200, "", canned::shell},
    {"tiny", manner::canned, 200, "", canned::tiny},
    {"portal", manner::canned, 200, "", canned::portal},
    {"error-500", manner::canned, 500, "", canned::classic},
    {"error-502", manner::canned, 502, "", canned::classic},
    {"error-504", manner::canned, 504, "", canned::classic},
    {"other-video", manner::other},
    {"other-route", manner::route},
    {"half-page", manner::half_page},
    {"login", manner::redirect, 302, "%o/login?redirect_url=%p"},
    {"to-http", manner::redirect, 302, "http://127.0.0.1:9/"},
    {"to-host", manner::redirect, 302, "https://elsewhere.invalid%p"},
    {"to-file", manner::redirect, 302, "file:///etc/hostname"},
    {"ring", manner::redirect, 302, "%o%p?made-up-fault=ring"},
    {"nowhere", manner::redirect, 302, ""},
    {"six-hops", manner::hops, 302},
    {"late", manner::late},
    {"stall", manner::stall},
    {"drip", manner::drip},
    {"endless", manner::endless},
    {"reset", manner::reset},
    {"cut", manner::cut},
    {"hang-up", manner::hang_up},
    {"long-length", manner::too_long},
    {"short-length", manner::too_short},
    {"bomb", manner::bomb},
    {"bad-gzip", manner::bad_gzip},
    {"headers", manner::headers},
    {"garbage", manner::garbage},
});

/// @return nullptr where there is no fault of that name
[[nodiscard]] constexpr fault_kind const* fault_named(std::string_view name) noexcept
{
    for (auto const& each : fault_kinds)
        if (each.name == name) return &each;
    return nullptr;
}

} // namespace tiktrack::stand_in
