// SPDX-License-Identifier: MIT
// What a choice of videos goes by: the facts of each candidate, the rule, and the words for both.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::fetch {

/// What a choice looks at. What is not known is never taken for 0, or for yes.
struct candidate_facts {
    std::string id;
    std::optional<std::int64_t> uploaded = {}; ///< Unix seconds
    std::optional<std::int64_t> views = {};
    std::string creator = {};  ///< name in addresses; empty: not known
    std::string category = {}; ///< the platform's number for the genre; empty: not known
    bool is_ad = false;

    friend bool operator==(candidate_facts const&, candidate_facts const&) = default;
};

/// Which of the candidates come first.
enum class order {
    newest, ///< by the time of the upload; those whose time is not known come last
    random  ///< by the seed
};

/// Over what the chosen are spread as evenly as possible.
enum class mix { none, views, category };

/// How many are chosen, and which ones may be.
struct selection_rule {
    std::size_t count = 100; ///< how many are wanted
    std::optional<std::size_t> pool =
        {}; ///< how many candidates, the newest, are chosen from; see `pool_size`
    order first = order::newest;
    mix over = mix::none;
    std::optional<std::chrono::seconds> max_age = {}, min_age = {}; ///< since the upload
    std::optional<std::int64_t> min_views = {}, max_views = {};
    std::optional<std::size_t> per_creator = {}; ///< the most of one creator's
    bool ads = false;                            ///< whether advertisements may be chosen
    std::uint64_t seed = 1;                      ///< of everything that is left to chance
};

/// How many candidates are chosen from: as the rule says, else twice as many as are wanted.
[[nodiscard]] constexpr std::size_t pool_size(selection_rule const& rule) noexcept
{
    return rule.pool.value_or(2 * rule.count);
}

/// Why a candidate was not chosen.
enum class left_out : std::uint8_t {
    duplicate, ///< the same video stood elsewhere, or earlier
    advertisement,
    too_old,
    too_young,
    age_unknown, ///< there is a rule for the age
    too_few_views,
    too_many_views,
    views_unknown,   ///< there is a rule for the views
    creator_unknown, ///< there is a rule for the creators
    outside_pool,    ///< older than those that were chosen from
    creator_full,    ///< as many of its creator's as are allowed were chosen
    not_needed       ///< enough others were chosen
};
inline constexpr std::size_t left_out_reasons = 12;

/// A phrase that goes on after a number of candidates: "12 too old".
[[nodiscard]] constexpr std::string_view describe(left_out why) noexcept
{
    constexpr std::array<std::string_view, left_out_reasons> phrases = {
        "found more than once",
        "advertisements",
        "older than --max-age",
        "younger than --min-age",
        "of unknown age",
        "with fewer views than --min-views",
        "with more views than --max-views",
        "of unknown views",
        "of unknown creators",
        "outside the pool of the newest",
        "beyond --per-creator",
        "not needed",
    };
    return phrases[static_cast<std::size_t>(why)];
}

/// A time span as options spell it, in the largest unit that it is a whole number of: `6h`, `90m`, `2d`.
[[nodiscard]] inline std::string spelled_span(std::chrono::seconds span)
{
    struct unit {
        std::int64_t length;
        char letter;
    };
    for (unit const each : {unit{86400, 'd'}, unit{3600, 'h'}, unit{60, 'm'}})
        if (span.count() != 0 && span.count() % each.length == 0)
            return std::to_string(span.count() / each.length) + each.letter;
    return std::to_string(span.count()) + 's';
}

/// The rule in the words of its options, with commas between them: `mix views, newest, max-age 6h`.
[[nodiscard]] inline std::string spelled(selection_rule const& rule)
{
    std::string text;
    if (rule.over == mix::views) text = "mix views, ";
    if (rule.over == mix::category) text = "mix category, ";
    text += rule.first == order::newest ? "newest" : "random";
    auto const add = [&](std::string_view name, std::string const& value) {
        text.append(", ").append(name).append(" ").append(value);
    };
    if (rule.max_age) add("max-age", spelled_span(*rule.max_age));
    if (rule.min_age) add("min-age", spelled_span(*rule.min_age));
    if (rule.min_views) add("min-views", std::to_string(*rule.min_views));
    if (rule.max_views) add("max-views", std::to_string(*rule.max_views));
    if (rule.per_creator) add("per-creator", std::to_string(*rule.per_creator));
    if (rule.ads) text += ", ads";
    return text;
}

} // namespace tiktrack::fetch
