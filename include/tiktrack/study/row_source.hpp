// SPDX-License-Identifier: MIT
// Where the lines of rows are, and what their numbers mean.
#pragma once

#include "tiktrack/io/mapped.hpp"
#include "tiktrack/model/text_window.hpp"
#include "tiktrack/study/numbering.hpp"
#include "tiktrack/study/row.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// The inputs of a run, as memory.
class row_source {
public:
    /// Takes a mapped input; returns the place of its first byte.
    std::uint64_t add(io::mapped file)
    {
        auto const start = ends_.empty() ? 0 : ends_.back();
        ends_.push_back(start + file.text().size());
        files_.push_back(std::move(file));
        return start;
    }

    /// The line of a row, without its end.
    [[nodiscard]] text_window window(row const& of) const
    {
        auto const i =
            static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), of.at) - ends_.begin());
        auto const text = files_[i].text();
        auto const rest = text.substr(static_cast<std::size_t>(of.at - (ends_[i] - text.size())));
        auto const size = std::min<std::size_t>(of.size > 0 ? of.size : rest.find('\n'), rest.size());
        return {rest.data(), rest.data() + size, files_[i].readable()};
    }
    [[nodiscard]] std::string_view line(row const& of) const
    {
        auto const at = window(of);
        return {at.begin, static_cast<std::size_t>(at.end - at.begin)};
    }

    /// To be called when all lines were used. @throws failure where an input changed meanwhile
    void check_unchanged() const
    {
        for (auto const& each : files_) each.check_unchanged();
    }

    [[nodiscard]] io::mapped const& last() const noexcept { return files_.back(); }

    numbering groups; ///< cohort and platform, spelled so that their order as bytes is that of series
    numbering sources;
    numbering units;  ///< resolutions, as text
    numbering labels; ///< timepoints

private:
    std::vector<io::mapped> files_;
    std::vector<std::uint64_t> ends_;
};

} // namespace tiktrack
