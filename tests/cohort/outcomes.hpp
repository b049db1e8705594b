// SPDX-License-Identifier: MIT
// Outcomes of tests: lines that are made again from metadata of the simplest kind.
#pragma once

#include "archiving.hpp"
#include "cohort_files.hpp"
#include "tiktrack/cohort/journal.hpp"
#include "tiktrack/cohort/repair.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::support {

/// Takes an outcome, as a run does. @return its line
inline std::string take(cohort::journal& to, std::string const& label, std::string const& id,
                        std::int64_t now)
{
    auto const page = to.keep(label, request, response, address, now);
    auto const ref = to.next_raw_ref(label, now);
    auto const line = "{\"video_id\":\"" + id + "\",\"raw_ref\":\"" + ref + "\"}\n";
    to.take(label, line, label + ".jsonl " + std::to_string(to.next_place(label)) + ' ' + line, {page},
            address, now);
    return line;
}

/// Makes such a line again; nothing of anything else.
inline std::optional<cohort::remade_line> remake(cohort::archive_reader&, std::string_view metadata)
{
    auto const first = metadata.find(' '), second = metadata.find(' ', first + 1);
    if (second == metadata.npos || !metadata.ends_with("}\n")) return {};
    auto const offset = parse_integer(metadata.substr(first + 1, second - first - 1));
    if (!offset) return {};
    return cohort::remade_line{std::string(metadata.substr(0, first)), static_cast<std::uint64_t>(*offset),
                               std::string(metadata.substr(second + 1))};
}

} // namespace tiktrack::support
