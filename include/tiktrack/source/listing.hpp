// SPDX-License-Identifier: MIT
// Lists of videos of every year, and the videos in them: the web's, the app's, inside of search cards or not.
#pragma once

#include "tiktrack/source/app.hpp"
#include "tiktrack/source/item.hpp"
#include "tiktrack/source/video_data.hpp"

#include <algorithm>

namespace tiktrack::source {

/// Whether an object is an itemStruct. Hashtags and sounds have an id and numbers too.
[[nodiscard]] inline bool is_item(object const& of)
{
    return of.has("id") && (of.has("video") || of.has("author")) &&
           (of.has("stats") || of.has("statsV2") || of.has("createTime"));
}

/// Whether an object is one video, in whichever form.
[[nodiscard]] inline bool is_listed_video(object const& of)
{
    return is_item(of) || is_video_data(of) || is_aweme(of);
}

/// Gives one video of a list. Live rooms of the app's are passed over.
inline void give_listed_video(object const& of, outcomes& out)
{
    constexpr std::int64_t live_room = 101;
    bool const app = is_aweme(of);
    if (app && as_integer(of["aweme_type"].text()) == live_room) return out.pass_over("live rooms");
    auto const* const source = app ? "app" : "listing";
    fields to(out.next(source), out);
    out.raw().whole(source, of.text());
    if (app)
        read_aweme(to, of);
    else if (is_video_data(of))
        read_video_data(to, of);
    else
        read_item(to, of);
    out.give_video();
}

/// Under which keys a card holds its video.
inline constexpr std::string_view keys_in_card[] = {"item", "aweme_info", "aweme", "itemStruct",
                                                    "aweme_detail"};

/// The video that a card wraps; without members in cards of other things.
[[nodiscard]] inline object video_in_card(object const& card)
{
    for (auto const key : keys_in_card) {
        if (!card[key].is_object()) continue;
        if (object inner(card[key]); is_listed_video(inner)) return inner;
    }
    return object(card["itemInfo"]["itemStruct"]);
}

/// Gives the video that an element of a list is or wraps; false for cards of other things.
inline bool give_card(object const& card, outcomes& out)
{
    if (is_listed_video(card)) {
        give_listed_video(card, out);
        return true;
    }
    auto const video = video_in_card(card);
    if (!video.members().empty()) give_listed_video(video, out);
    return !video.members().empty();
}

/// Whether an element of a list is a search's card of other things than a video.
[[nodiscard]] inline bool is_other_card(object const& of)
{
    return of["type"].is_number() && !of.has("id") &&
           std::none_of(std::begin(keys_in_card), std::end(keys_in_card),
                        [&](auto key) { return of[key].is_object(); });
}

/// Whether an element of a list is a video or a card.
[[nodiscard]] inline bool is_card(object const& of)
{
    return is_listed_video(of) || is_other_card(of) || !video_in_card(of).members().empty();
}

/// The list in an answer, under one of the keys that the years had, an empty one where its value is null;
/// nothing where there is none. Keys that others use too have to hold cards.
[[nodiscard]] inline json_view list_in(object const& answer)
{
    for (auto const* key :
         {"itemList", "item_list", "itemListData", "aweme_list", "aweme_details", "search_item_list"})
        if (auto const list = answer[key]; list.is_array() || list.is_null())
            return list.is_array() ? list : json_view("[]");
    for (auto const* key : {"items", "data"}) {
        format::element_walk walk(answer[key].text());
        for (std::string_view each; answer[key].is_array() && walk.next(each);)
            if (is_card(object(json_view(each)))) return answer[key];
    }
    return {};
}

/// Gives the videos of a list, each once; a search's cards of other things are passed over.
inline void read_listing(json_view list, outcomes& out)
{
    format::element_walk walk(list.text());
    std::size_t unknown = 0;
    std::string first;
    for (std::string_view each; walk.next(each);) {
        if (json_view(each).is_null()) continue;
        object const of{json_view(each)};
        if (give_card(of, out) || is_other_card(of)) continue;
        if (unknown++ == 0) first = "no video; its keys are " + keys_of(of);
    }
    out.leave_out(unknown, first);
}

} // namespace tiktrack::source
