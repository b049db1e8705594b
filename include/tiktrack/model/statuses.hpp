// SPDX-License-Identifier: MIT
// What can come of a snapshot: the words of `status`, and whether asking again makes sense.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace tiktrack {

/// How final a status is.
enum class outcome_kind {
    seen,  ///< the video was there
    gone,  ///< the platform says that it is not there for this vantage; later timepoints are still asked for
    again, ///< no answer that counts: to be tried again
    not_asked ///< nobody asked; `status_detail` says why
};

/// One word of `status`.
struct status_word {
    std::string_view name;
    outcome_kind kind;
    std::string_view meaning;
};

inline constexpr auto statuses = [] {
    using enum outcome_kind;
    return std::to_array<status_word>({
        {"ok", seen, "seen: its id is the one asked for and its author is not empty"},
        {"deleted", gone, "the platform says that word"},
        {"private", gone, "only its author or friends can see it"},
        {"login_required", gone, "only shown to users who are logged in"},
        {"region_blocked", gone, "not shown where the request came from"},
        {"not_found", gone, "the platform knows no such video, or says no more than that"},
        {"rate_limited", again, "the platform asked to slow down"},
        {"challenged", again, "a captcha, a waiting page or a login wall instead of an answer"},
        {"empty", again, "an answer without a body"},
        {"http_error", again, "an HTTP status that is none of the above"},
        {"network_error", again, "the connection failed"},
        {"timeout", again, "no answer in time"},
        {"parse_error", again, "an answer in which what was looked for is not there"},
        {"skipped", not_asked, "not asked: budget, stop or a missed window"},
    });
}();

/// The kind of a status; nothing for a word that is none.
[[nodiscard]] constexpr std::optional<outcome_kind> kind_of_status(std::string_view status) noexcept
{
    for (auto const& each : statuses)
        if (each.name == status) return each.kind;
    return {};
}

} // namespace tiktrack
