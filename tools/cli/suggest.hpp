// SPDX-License-Identifier: MIT
// The nearest spelling: which known word was meant by a misspelt one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::cli {

/// How many letters have to be added, taken away, replaced, or swapped with their neighbour.
[[nodiscard]] inline std::size_t spelling_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

/// The known word that was most likely meant: one that `given` begins, else the nearest with at most one
/// mistake in three letters. Empty where none is near.
[[nodiscard]] inline std::string_view nearest(std::string_view given, std::span<std::string_view const> known)
{
    if (given.empty() || given.size() > 64) return {};
    for (auto const word : known)
        if (given.size() > 1 && word.starts_with(given)) return word;
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(given.size() / 3, 1) + 1;
    for (auto const word : known) {
        auto const mistakes = spelling_distance(given, word);
        if (mistakes < fewest && mistakes < word.size()) {
            fewest = mistakes;
            best = word;
        }
    }
    return best;
}

/// ` (did you mean WORD?)`, or nothing where no known word is near.
[[nodiscard]] inline std::string did_you_mean(std::string_view given, std::span<std::string_view const> known,
                                              std::string_view dashes = {})
{
    auto const word = nearest(given, known);
    if (word.empty()) return {};
    return std::string(" (did you mean ").append(dashes).append(word).append("?)");
}

} // namespace tiktrack::cli
