// SPDX-License-Identifier: MIT
// Which members of bands to choose, so that the bands give as evenly as possible and nobody has too many.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace tiktrack::fetch {

/// Somebody who may be chosen; bands and creators are numbers from 0.
struct mix_member {
    std::size_t band;
    std::size_t creator;
};

/// Chooses among members, who stand in the order in which they are wanted. Where several bands need the same
/// creator, the one that can take another's in exchange does.
class even_mix {
public:
    /// @param most how many of one creator's may be chosen
    even_mix(std::span<mix_member const> members, std::size_t bands, std::size_t most)
        : most_(most), bands_(bands)
    {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
        for (auto const& [band, creator] : members) {
            auto const [at, is_new] = known.try_emplace({band, creator}, groups_.size());
            group_of_.push_back(at->second);
            if (is_new) {
                groups_.push_back({band, creator});
                creators_.resize(std::max(creators_.size(), creator + 1));
                bands_[band].groups.push_back(at->second);
                creators_[creator].groups.push_back(at->second);
            }
            ++groups_[at->second].size;
        }
    }

    /// Lets these bands give one more in turn, until there are `count` in all or none of them can give more:
    /// as evenly as possible. What other bands give stays.
    void raise(std::span<std::size_t const> turns, std::size_t count)
    {
        for (bool any = true; any;) {
            any = false;
            for (auto const band : turns) {
                if (given_ == count) return;
                if (bands_[band].exhausted) continue;
                if (raise_one(band))
                    any = true;
                else
                    bands_[band].exhausted = true; // others' gain will not change that
            }
        }
    }

    /// Whether a band was asked for more than it can give, whatever is exchanged.
    [[nodiscard]] bool exhausted(std::size_t band) const { return bands_[band].exhausted; }

    /// By member, whether it is chosen: of all choices that take as many of each band, the one with the
    /// members that are wanted first.
    [[nodiscard]] std::vector<bool> chosen()
    {
        std::vector<bool> all;
        for (auto const each : group_of_) all.push_back(keep(each));
        return all;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// One creator's members in one band, of whom nobody is the better one.
    struct group {
        std::size_t band, creator;
        std::size_t size = 0;
        std::size_t given = 0;
        std::size_t kept = 0; ///< of those given: so many stay
    };
    struct band_state {
        std::vector<std::size_t> groups;
        std::size_t given = 0;
        std::size_t kept = 0;
        bool exhausted = false;
        bool visited = false; ///< by the search
    };
    struct creator_state {
        std::vector<std::size_t> groups;
        std::size_t given = 0;
    };
    /// One more of a group is wanted, in exchange for one of another group of the band.
    struct wish {
        std::size_t in;
        std::size_t out = none;  ///< none: the band gets one more
        std::size_t then = none; ///< the wish that the creator of `out` is wanted for
    };

    void give(std::size_t from)
    {
        auto& of = groups_[from];
        ++of.given;
        ++bands_[of.band].given;
        ++creators_[of.creator].given;
        ++given_;
    }

    void take_back(std::size_t from)
    {
        auto& of = groups_[from];
        --of.given;
        --bands_[of.band].given;
        --creators_[of.creator].given;
        --given_;
    }

    void begin_search()
    {
        wishes_.clear();
        for (auto& each : bands_) each.visited = false;
    }

    [[nodiscard]] bool raise_one(std::size_t band)
    {
        begin_search();
        return any_of_band(band, {}) || exchange_one(none);
    }

    /// Keeps one more of a group, beside all that are kept, if the bands can still give what they give.
    [[nodiscard]] bool keep(std::size_t from)
    {
        auto& of = groups_[from];
        auto& band = bands_[of.band];
        if (band.kept == band.given) return false;
        if (of.given == of.kept) {
            auto const wanted = band.given;
            begin_search();
            if (!fulfil({from}) && !exchange_one(of.band)) return false;
            auto const other = [&](std::size_t each) { return each != from && spare(each); };
            if (band.given > wanted) take_back(*std::ranges::find_if(band.groups, other));
        }
        ++of.kept;
        ++band.kept;
        return true;
    }

    [[nodiscard]] bool spare(std::size_t of) const { return groups_[of].given > groups_[of].kept; }

    /// Fulfils a wish, and those that it is for, where its creator has a place; else notes it.
    [[nodiscard]] bool fulfil(wish const& one)
    {
        wishes_.push_back(one);
        if (creators_[groups_[one.in].creator].given == most_) return false;
        exchange(wishes_.size() - 1);
        return true;
    }

    /// The same of anybody in a band who is not given yet. @param exchanged for whom, and for which wish
    [[nodiscard]] bool any_of_band(std::size_t band, wish exchanged)
    {
        bands_[band].visited = true;
        for (auto const in : bands_[band].groups) {
            exchanged.in = in;
            if (groups_[in].given < groups_[in].size && fulfil(exchanged)) return true;
        }
        return false;
    }

    /// Fulfils one of the wishes that were noted: a band that gives one of the creator's gives somebody
    /// else's instead. False, and nothing is changed, where that cannot be.
    /// @param loser a band that may give one less
    [[nodiscard]] bool exchange_one(std::size_t loser)
    {
        for (std::size_t i = 0; i < wishes_.size(); ++i)
            for (auto const out : creators_[groups_[wishes_[i].in].creator].groups) {
                auto const band = groups_[out].band;
                if (!spare(out) || bands_[band].visited) continue;
                if (band == loser) {
                    take_back(out);
                    exchange(i);
                    return true;
                }
                if (any_of_band(band, {0, out, i})) return true;
            }
        return false;
    }

    /// Fulfils a wish and those that it is for.
    void exchange(std::size_t number)
    {
        for (; number != none; number = wishes_[number].then) {
            give(wishes_[number].in);
            if (wishes_[number].out != none) take_back(wishes_[number].out);
        }
    }

    std::size_t most_;
    std::size_t given_ = 0;
    std::vector<group> groups_;
    std::vector<band_state> bands_;
    std::vector<creator_state> creators_;
    std::vector<std::size_t> group_of_; ///< by member
    std::vector<wish> wishes_;          ///< of the search
};

} // namespace tiktrack::fetch
