// SPDX-License-Identifier: MIT
// What a record has beside what its answer told: platform, schema, age, rates, flags.
#pragma once

#include "tiktrack/model/quality.hpp"
#include "tiktrack/model/rates.hpp"

#include <array>

namespace tiktrack::source {

/// What a snapshot that failed keeps of what was known: the upload.
inline constexpr std::array upload_columns = {"upload_timestamp"_col, "upload_source"_col};

/// Sets what follows, the resolutions apart, from a record's own columns, and names the platform and the
/// schema.
inline void complete(draft& of)
{
    auto& cells = of.made.cells;
    if (cells["platform"_col].empty()) cells["platform"_col] = "\"tiktok\"";
    if (cells["schema"_col].empty()) of.set("schema"_col, std::int64_t{schema_version});
    auto const uploaded = get<"upload_timestamp"_col>(of.made);
    auto const text = uploaded ? iso8601(from_unix(*uploaded)) : std::nullopt;
    if (text)
        of.set_text("upload_datetime"_col, *text);
    else
        of.set_null("upload_datetime"_col);
    set_rates(of);
    set_quality_flags(of);
}

} // namespace tiktrack::source
