// SPDX-License-Identifier: MIT
// What an answer means for the run: go on, believe it, slow down, or leave its source alone.
#pragma once

#include "tiktrack/model/statuses.hpp"

#include <string_view>

namespace tiktrack::fetch {

/// How an answer counts.
enum class verdict {
    seen,       ///< the video
    gone,       ///< the platform says that it is not there
    refused,    ///< no answer that counts, by the host's will: it slows the pace
    challenged, ///< the same, and its source is left alone for the rest of the run
    moved,      ///< it is somewhere else on the same server: asked for there, at the same pace
    failed      ///< no answer, by accident: tried again after a while, the pace stays
};

/// The verdict on a status of an answer.
[[nodiscard]] constexpr verdict verdict_of(std::string_view status) noexcept
{
    if (status == "challenged") return verdict::challenged;
    if (status == "rate_limited" || status == "empty" || status == "parse_error") return verdict::refused;
    switch (kind_of_status(status).value_or(outcome_kind::again)) {
    case outcome_kind::seen: return verdict::seen;
    case outcome_kind::gone: return verdict::gone;
    default: return verdict::failed;
    }
}

} // namespace tiktrack::fetch
