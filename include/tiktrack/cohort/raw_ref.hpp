// SPDX-License-Identifier: MIT
// raw_ref, a place in a cohort's raw archive: `raw/hour_1.warc.gz:1234`.
#pragma once

#include "tiktrack/base/integer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::cohort {

/// A place in an archive.
struct raw_place {
    std::string file;         ///< below the cohort's folder: `raw/hour_1.warc.gz`
    std::uint64_t offset = 0; ///< of a record

    friend bool operator==(raw_place const&, raw_place const&) = default;
};

/// The place as records have it.
[[nodiscard]] inline std::string raw_ref(raw_place const& of)
{
    return of.file + ':' + std::to_string(of.offset);
}

/// The place that a raw_ref names; nothing for any other text, and for files that are no archive of a cohort.
[[nodiscard]] inline std::optional<raw_place> parse_raw_ref(std::string_view text)
{
    constexpr std::string_view folder = "raw/", end = ".warc.gz";
    auto const colon = text.rfind(':');
    if (colon == text.npos) return {};
    auto const file = text.substr(0, colon), digits = text.substr(colon + 1);
    auto const offset = is_digits(digits) ? parse_integer(digits) : std::nullopt;
    bool const archive = file.starts_with(folder) && file.ends_with(end) &&
                         file.size() > folder.size() + end.size() &&
                         file.find('/', folder.size()) == file.npos;
    if (!archive || !offset || (digits.size() > 1 && digits.front() == '0')) return {};
    return raw_place{std::string(file), static_cast<std::uint64_t>(*offset)};
}

} // namespace tiktrack::cohort
