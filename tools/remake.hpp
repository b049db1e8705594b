// SPDX-License-Identifier: MIT
// Outcomes, made again from a cohort's archive: by who mends a cohort, and by tt-import.
#pragma once

#include "tiktrack/cohort/repair.hpp"
#include "tiktrack/fetch/archived_outcome.hpp"
#include "tiktrack/http/exchange.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// The answer that lies at an offset of an archive; nothing where none does. @throws std::system_error
[[nodiscard]] inline std::optional<http::answer> archived_answer(cohort::archive_reader& from,
                                                                 std::uint64_t offset)
{
    auto const found = from.at(offset);
    if (found.is != cohort::member_state::whole || found.record.field("WARC-Type") != "response") return {};
    return http::answer_of(found.record.block, std::string(found.record.field("WARC-Target-URI")));
}

/// What makes lines again. @param outcomes outlives it
[[nodiscard]] inline cohort::remake_line remaker(fetch::archived_outcomes& outcomes)
{
    return [&outcomes](cohort::archive_reader& from,
                       std::string_view metadata) -> std::optional<cohort::remade_line> {
        auto const place = outcomes.place(metadata);
        if (!place) return {};
        auto const line =
            outcomes.line(metadata, [&](std::uint64_t offset) { return archived_answer(from, offset); });
        if (!line) return {};
        return cohort::remade_line{place->file, place->offset, std::string(*line)};
    };
}

} // namespace tiktrack
