// SPDX-License-Identifier: MIT
// What the user says about an import beside the answers themselves.
#pragma once

#include "tiktrack/model/lines.hpp"
#include "tiktrack/source/stated_exactness.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tiktrack {

/// How answers become records.
struct import_settings {
    std::optional<std::string> cohort;     ///< `cohort_id` of records that have none
    std::optional<std::string> timepoint;  ///< `timepoint` of every record
    std::optional<std::int64_t> collected; ///< Unix seconds, for answers that hold no time
    bool collected_mtime = false; ///< the file's time of modification for those, where nothing else is said
    bool keep_raw = true;
    source::stated_exactness counts = source::stated_exactness::unsaid;
    std::size_t largest = std::size_t{256} << 20;  ///< bytes of a page or a document
    std::size_t longest_line = usual_longest_line; ///< bytes
};

} // namespace tiktrack
