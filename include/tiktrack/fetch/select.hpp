// SPDX-License-Identifier: MIT
// Chooses which of the videos that were found are to be tracked, the same ones whenever it is asked again.
#pragma once

#include "tiktrack/base/draw.hpp"
#include "tiktrack/base/instant.hpp"
#include "tiktrack/base/video_id.hpp"
#include "tiktrack/fetch/select_mix.hpp"
#include "tiktrack/fetch/selection.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tiktrack::fetch {

namespace detail {

/// Makes one choice.
class chooser {
public:
    chooser(std::span<candidate_facts const> from, selection_rule const& rule, instant now)
        : from_(from), rule_(rule), now_(to_unix(now))
    {
    }

    selection choose()
    {
        auto pool = eligible();
        std::sort(pool.begin(), pool.end(), [&](auto a, auto b) { return newer(from_[a], from_[b]); });
        for (; pool.size() > pool_size(rule_); pool.pop_back()) leave(pool.back(), left_out::outside_pool);
        if (rule_.first == order::random)
            std::sort(pool.begin(), pool.end(), [&](auto a, auto b) { return chance(a) < chance(b); });
        made_.pool = pool.size();

        auto bands = split(pool);
        even_mix spread(members(pool, bands), bands.size(), rule_.per_creator.value_or(pool.size()));
        std::vector<std::size_t> turns(bands.size() - 1);
        std::iota(turns.begin(), turns.end(), std::size_t{0});
        std::ranges::sort(turns, {}, [&](std::size_t each) {
            return std::pair(draw_bits(rule_.seed, bands[each].name, 0), each);
        });
        spread.raise(turns, rule_.count);
        spread.raise(std::vector{turns.size()}, rule_.count);
        take(pool, bands, spread);
        return finished(bands);
    }

private:
    struct band {
        std::string name;
        std::vector<std::size_t> places; ///< in the pool
        std::size_t chosen = 0;
    };

    void leave(std::size_t candidate, left_out why) { made_.left.push_back({candidate, why}); }

    /// An order of all candidates that does not depend on where they stand: unknown last, the larger first.
    [[nodiscard]] static bool newer(candidate_facts const& a, candidate_facts const& b)
    {
        if (a.uploaded != b.uploaded) return a.uploaded > b.uploaded;
        return compare_ids(a.id, b.id) > 0;
    }

    /// Which one of two that are about the same video is kept: the one that tells more.
    [[nodiscard]] static auto telling(candidate_facts const& of)
    {
        return std::tuple(of.views.has_value(), of.uploaded.has_value(), !of.creator.empty(),
                          !of.category.empty(), of.views, of.uploaded, std::string_view(of.creator),
                          std::string_view(of.category), of.is_ad);
    }

    [[nodiscard]] std::pair<std::uint64_t, std::string_view> chance(std::size_t candidate) const
    {
        auto const& id = from_[candidate].id;
        return {draw_bits(rule_.seed, id, 0), id};
    }

    [[nodiscard]] std::vector<std::size_t> eligible()
    {
        std::unordered_map<std::string_view, std::size_t> best;
        std::unordered_set<std::string_view> ads; // also where only another listing says so
        for (std::size_t i = 0; i < from_.size(); ++i) {
            if (from_[i].is_ad) ads.insert(from_[i].id);
            auto const [at, is_new] = best.try_emplace(from_[i].id, i);
            if (!is_new && telling(from_[i]) > telling(from_[at->second])) at->second = i;
        }
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < from_.size(); ++i) {
            auto const why = best[from_[i].id] != i                    ? left_out::duplicate
                             : !rule_.ads && ads.contains(from_[i].id) ? left_out::advertisement
                                                                       : why_not(from_[i]);
            if (why)
                leave(i, *why);
            else
                all.push_back(i);
        }
        return all;
    }

    /// What keeps a candidate out of the pool, whatever the others are.
    [[nodiscard]] std::optional<left_out> why_not(candidate_facts const& of) const
    {
        if (rule_.max_age || rule_.min_age) {
            if (!of.uploaded) return left_out::age_unknown;
            auto const age = std::chrono::seconds(now_ - *of.uploaded);
            if (rule_.max_age && age > *rule_.max_age) return left_out::too_old;
            if (rule_.min_age && age < *rule_.min_age) return left_out::too_young;
        }
        if (rule_.min_views || rule_.max_views) {
            if (!of.views) return left_out::views_unknown;
            if (rule_.min_views && *of.views < *rule_.min_views) return left_out::too_few_views;
            if (rule_.max_views && *of.views > *rule_.max_views) return left_out::too_many_views;
        }
        if (rule_.per_creator && of.creator.empty()) return left_out::creator_unknown;
        return {};
    }

    /// The pool by bands; the last one holds those whose band is not known, or all where there is no mix.
    [[nodiscard]] std::vector<band> split(std::vector<std::size_t> const& pool) const
    {
        std::vector<band> bands;
        band rest;
        std::map<std::string, std::size_t, std::less<>> by_name;
        if (rule_.over == mix::views)
            for (auto const name : view_bands) bands.push_back({std::string(name), {}});
        if (rule_.over == mix::category) {
            for (auto const each : pool)
                if (!from_[each].category.empty()) by_name[from_[each].category] = 0;
            for (auto& [name, number] : by_name) {
                number = bands.size();
                bands.push_back({name, {}});
            }
        }
        if (rule_.over != mix::none) rest.name = unknown_band;
        for (std::size_t place = 0; place < pool.size(); ++place) {
            auto const& of = from_[pool[place]];
            if (rule_.over == mix::views && of.views)
                bands[view_band(*of.views)].places.push_back(place);
            else if (rule_.over == mix::category && !of.category.empty())
                bands[by_name.at(of.category)].places.push_back(place);
            else
                rest.places.push_back(place);
        }
        bands.push_back(std::move(rest));
        return bands;
    }

    /// The pool by numbers. Where there is no rule for creators, all are as one.
    [[nodiscard]] std::vector<mix_member> members(std::vector<std::size_t> const& pool,
                                                  std::vector<band> const& bands) const
    {
        std::vector<mix_member> all(pool.size());
        std::unordered_map<std::string_view, std::size_t> creators;
        for (std::size_t number = 0; number < bands.size(); ++number)
            for (auto const place : bands[number].places) all[place].band = number;
        for (std::size_t place = 0; rule_.per_creator && place < pool.size(); ++place)
            all[place].creator =
                creators.try_emplace(from_[pool[place]].creator, creators.size()).first->second;
        return all;
    }

    /// Takes those that are chosen. Of the others, those that would have been but for their creators' share
    /// stand before one that is chosen, or in a band that has nobody else.
    void take(std::vector<std::size_t> const& pool, std::vector<band>& bands, even_mix& spread)
    {
        auto const chosen = spread.chosen();
        for (std::size_t number = 0; number < bands.size(); ++number) {
            auto& of = bands[number];
            bool passed_over = spread.exhausted(number);
            for (auto place = of.places.rbegin(); place != of.places.rend(); ++place) {
                if (!chosen[*place]) {
                    leave(pool[*place], passed_over ? left_out::creator_full : left_out::not_needed);
                    continue;
                }
                passed_over = true;
                ++of.chosen;
                made_.chosen.push_back({pool[*place], of.name, *place + 1});
            }
        }
    }

    [[nodiscard]] selection finished(std::vector<band> const& bands)
    {
        std::ranges::sort(made_.chosen, {}, &chosen_candidate::rank);
        std::ranges::sort(made_.left, {}, &unchosen_candidate::candidate);
        if (rule_.over != mix::none)
            for (auto const& each : bands)
                if (each.name != unknown_band || !each.places.empty())
                    made_.bands.push_back({each.name, each.places.size(), each.chosen});
        return std::move(made_);
    }

    std::span<candidate_facts const> from_;
    selection_rule const& rule_;
    std::int64_t now_;
    selection made_;
};

} // namespace detail

/// Chooses by the rule. The same candidates, rule and time give the same choice, in whatever order the
/// candidates come. A mix gives each band the same share, as far as its candidates and the rule for creators
/// allow; what a band cannot give goes to the others evenly, and what they cannot give to candidates whose
/// band is not known.
[[nodiscard]] inline selection select(std::span<candidate_facts const> from, selection_rule const& rule,
                                      instant now)
{
    return detail::chooser(from, rule, now).choose();
}

} // namespace tiktrack::fetch
