// SPDX-License-Identifier: MIT
// The made-up world: creators, sounds, hashtags and videos, each a function of the seed, its number and the
// time at which the world begins.
#pragma once

#include "names.hpp"
#include "things.hpp"
#include "tiktrack/base/integer.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tiktrack::stand_in {

/// How large a world is, and when it begins.
struct world_size {
    std::uint64_t seed = 1;
    std::int64_t begins = 1'790'000'000; ///< Unix seconds; videos are older and younger than that
    std::size_t creators = 40;
    std::size_t videos = 600;
    std::size_t posts = 0;            ///< that come on top of these, each at any moment
    std::int64_t posting = 48 * 3600; ///< of so many seconds after the world begins
};

/// A whole world. What it holds never changes; only the time that it is asked for does.
class world {
public:
    explicit world(world_size const& size) : size_(size), hashtags_(made_up_hashtags(size.seed, 24))
    {
        for (std::size_t i = 0; i < size.creators; ++i) make_creator(i);
        for (std::size_t i = 0; i < size.videos / 12 + 4; ++i) make_sound(i);
        for (std::size_t i = 0; i < size.videos + size.posts && !creators_.empty(); ++i) make_video(i);
        for (std::size_t i = 0; i < videos_.size(); ++i) enter(i);
        for (auto& each : creators_) newest_first(each.videos);
        for (auto& each : sounds_) newest_first(each.videos);
        for (auto& [name, list] : tagged_) newest_first(list);
    }

    [[nodiscard]] world_size const& size() const noexcept { return size_; }
    [[nodiscard]] std::vector<made_up_creator> const& creators() const noexcept { return creators_; }
    [[nodiscard]] std::vector<made_up_sound> const& sounds() const noexcept { return sounds_; }
    [[nodiscard]] std::vector<made_up_video> const& videos() const noexcept { return videos_; }
    [[nodiscard]] std::vector<std::string> const& hashtags() const noexcept { return hashtags_; }

    /// @return nullptr where there is no such thing (yet)
    [[nodiscard]] made_up_video const* video(std::string_view id, std::int64_t now) const
    {
        auto const* const found = in(videos_, video_ids_, id);
        return found != nullptr && found->uploaded <= now ? found : nullptr;
    }
    [[nodiscard]] made_up_sound const* sound(std::string_view id) const
    {
        return in(sounds_, sound_ids_, id);
    }
    [[nodiscard]] made_up_creator const* creator(std::string_view name) const
    {
        auto const at = names_.find(std::string(name));
        return at == names_.end() ? nullptr : &creators_[at->second];
    }
    /// The videos with a hashtag (without case, for ASCII), the newest first.
    [[nodiscard]] std::vector<std::size_t> const* tagged(std::string name) const
    {
        for (auto& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        auto const at = tagged_.find(name);
        return at == tagged_.end() ? nullptr : &at->second;
    }

private:
    using by_id = std::unordered_map<std::uint64_t, std::size_t>;

    template <class Thing>
    static Thing const* in(std::vector<Thing> const& all, by_id const& ids, std::string_view id)
    {
        auto const number = is_digits(id) && id.size() < 20 ? std::stoull(std::string(id)) : 0;
        auto const at = ids.find(number);
        return at == ids.end() ? nullptr : &all[at->second];
    }

    /// An id of the time's, as the platform makes them: far beyond 2^53.
    static std::uint64_t snowflake(std::int64_t time, chance& by)
    {
        return static_cast<std::uint64_t>(time) << 32 | (by.next() & 0xffffffff);
    }

    void make_creator(std::size_t number)
    {
        chance by(size_.seed, "creator", number);
        auto const word = made_up_word(by);
        made_up_creator made;
        made.name = "made.up." + word + (by.once_in(3) ? "_" : "") + std::to_string(number);
        made.nickname = made_up_title(by) + ' ' + made_up_title(by) + " (made up)";
        if (by.once_in(4)) made.nickname += " \xf0\x9f\xa5\xac";
        if (!by.once_in(6)) made.bio = made_up_sentence(by, 5) + "\nNobody real.";
        if (by.once_in(8)) made.bio += std::string("\n").append(by.one_of(odd_texts));
        made.id = snowflake(size_.begins - static_cast<std::int64_t>(by.between(1e7, 1.5e8)), by);
        made.verified = by.once_in(7);
        made.exact = by.once_in(3);
        made.followers = static_cast<std::int64_t>(std::pow(10, by.between(1.5, 7)));
        made.following = static_cast<std::int64_t>(by.roll(2000));
        made.hearts = made.followers * static_cast<std::int64_t>(2 + by.roll(30));
        made.followers_a_day = static_cast<double>(made.followers) * by.between(0, 0.02);
        names_[made.name] = number;
        creators_.push_back(std::move(made));
    }

    void make_sound(std::size_t number)
    {
        chance by(size_.seed, "sound", number);
        made_up_sound made;
        made.original = by.once_in(2);
        made.title = made.original ? "original sound" : made_up_sentence(by, 3) + " (feat. Nobody)";
        made.artist = made_up_title(by) + " Makebelieve";
        made.id = snowflake(size_.begins - static_cast<std::int64_t>(by.between(1e6, 5e7)), by);
        made.used = static_cast<std::int64_t>(std::pow(10, by.between(0.5, 6.5)));
        sound_ids_[made.id] = number;
        sounds_.push_back(std::move(made));
    }

    /// Half of all videos are from the last six hours before the world begins, a few from after that, and all
    /// posts.
    std::int64_t upload_time(std::size_t number, chance& by) const
    {
        constexpr double hour = 3600, day = 24 * hour;
        if (number >= size_.videos)
            return size_.begins +
                   static_cast<std::int64_t>(by.between(0, static_cast<double>(size_.posting)));
        auto const which = by.roll(20);
        double const ago = which < 10   ? by.between(60, 6 * hour)
                           : which < 16 ? by.between(6 * hour, 7 * day)
                           : which < 19 ? by.between(7 * day, 365 * day)
                                        : by.between(-48 * hour, 0);
        return size_.begins - static_cast<std::int64_t>(ago);
    }

    void make_video(std::size_t number)
    {
        static constexpr std::string_view languages[] = {"en", "de", "es", "ar", "ja", "un"};
        static constexpr std::string_view regions[] = {"US", "DE", "MX", "EG", "JP", "FI"};
        chance by(size_.seed, "video", number);
        made_up_video made;
        made.uploaded = upload_time(number, by);
        made.id = snowflake(made.uploaded - static_cast<std::int64_t>(by.roll(15)), by);
        made.creator = static_cast<std::size_t>(by.roll(creators_.size()));
        if (!by.once_in(12)) made.sound = static_cast<std::size_t>(by.roll(sounds_.size()));
        write_caption(made, by);
        if (by.once_in(9))
            made.pictures = static_cast<std::size_t>(1 + by.roll(5));
        else
            made.duration = static_cast<std::int64_t>(5 + by.roll(175));
        made.ad = by.once_in(15);
        made.pinned = by.once_in(14);
        made.exact = by.once_in(3);
        made.has_v2 = !by.once_in(10);
        made.subtitles = by.once_in(2);
        auto const shape = by.one_of(forms);
        made.views = made_up_curve(by, shape, std::pow(10, by.between(1.5, 7.3)));
        made.likes = by.between(0.02, 0.15);
        made.comments = made.likes * by.between(0.005, 0.06);
        made.shares = made.likes * by.between(0.005, 0.2);
        made.saves = made.likes * by.between(0.01, 0.25);
        made.reposts = made.likes * by.between(0.001, 0.02);
        made.language = by.one_of(languages);
        made.region = by.one_of(regions);
        made.category = static_cast<std::int64_t>(100 + by.roll(30));
        set_standing(made, by);
        videos_.push_back(std::move(made));
    }

    /// Seven of eight stay; of the rest some are gone from the beginning, the others go within two days.
    void set_standing(made_up_video& of, chance& by) const
    {
        if (!by.once_in(8)) return;
        constexpr auto last = static_cast<std::uint64_t>(standing::removed);
        of.later = static_cast<standing>(1 + by.roll(last));
        of.changes = by.once_in(2) ? 0 : size_.begins + static_cast<std::int64_t>(by.between(0, 48 * 3600));
    }

    void write_caption(made_up_video& of, chance& by) const
    {
        if (by.once_in(15)) return;
        of.caption = by.once_in(5) ? std::string(by.one_of(odd_texts)) : made_up_sentence(by, 2 + by.roll(8));
        for (auto more = by.roll(5); more > 0; --more) {
            auto const& tag = by.one_of(hashtags_);
            if (std::find(of.tags.begin(), of.tags.end(), tag) != of.tags.end()) continue;
            of.tags.push_back(tag);
            auto spelled = tag;
            if (by.once_in(3)) spelled[0] = static_cast<char>(spelled[0] - 'a' + 'A');
            of.caption += " #" + spelled;
        }
        of.challenges.assign(of.tags.rbegin(), of.tags.rend());
        if (by.once_in(4)) of.challenges.push_back("not" + made_up_word(by));
    }

    void enter(std::size_t number)
    {
        auto const& of = videos_[number];
        video_ids_[of.id] = number;
        creators_[of.creator].videos.push_back(number);
        if (of.sound) sounds_[*of.sound].videos.push_back(number);
        for (auto const& tag : of.tags) tagged_[tag].push_back(number);
    }

    void newest_first(std::vector<std::size_t>& list) const
    {
        std::sort(list.begin(), list.end(),
                  [this](std::size_t a, std::size_t b) { return videos_[a].id > videos_[b].id; });
    }

    world_size size_;
    std::vector<std::string> hashtags_;
    std::vector<made_up_creator> creators_;
    std::vector<made_up_sound> sounds_;
    std::vector<made_up_video> videos_;
    by_id video_ids_, sound_ids_;
    std::map<std::string, std::size_t> names_;
    std::map<std::string, std::vector<std::size_t>> tagged_;
};

} // namespace tiktrack::stand_in
