// SPDX-License-Identifier: MIT
// Where the outcomes of a run go, and, where there is an archive, the answers that they come from.
#pragma once

#include "tiktrack/fetch/tracked_video.hpp"
#include "tiktrack/http/message.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// A video that has ended.
struct outcome {
    std::string_view line; ///< its record, with the line's end
    std::string_view status;
    tracked_video const& of;
    std::array<bool, 2> from; ///< the sources whose kept answers it comes from
    std::int64_t now;         ///< Unix seconds
};

/// What a run writes to. Everything comes in the order in which it becomes known.
class outcome_sink {
public:
    outcome_sink() = default;
    outcome_sink(outcome_sink const&) = delete;
    outcome_sink& operator=(outcome_sink const&) = delete;
    virtual ~outcome_sink() = default;

    /// An answer arrived, whatever it is, while that timepoint was measured.
    /// @return where it lies now; nothing where answers are not archived
    [[nodiscard]] virtual std::optional<archived_at> keep(std::string_view timepoint,
                                                          http::answer const& what, std::int64_t now)
    {
        (void)timepoint, (void)what, (void)now;
        return {};
    }

    /// `raw_ref` of the outcome of that timepoint that will be written next; empty where there is none.
    [[nodiscard]] virtual std::string raw_ref(std::string_view timepoint, std::int64_t now)
    {
        (void)timepoint, (void)now;
        return {};
    }

    virtual void write(outcome const& what) = 0;
};

} // namespace tiktrack::fetch
