// SPDX-License-Identifier: MIT
// The routes under `/made-up/`, with which a test looks behind the stage and moves what stands on it.
#pragma once

#include "stage.hpp"

namespace tiktrack::stand_in {

namespace detail {

[[nodiscard]] inline double number(std::string_view text)
{
    std::size_t used = 0;
    std::string const whole(text);
    auto const value = std::stod(whole, &used);
    if (used != whole.size()) throw std::invalid_argument("\"" + whole + "\" is no number");
    return value;
}

[[nodiscard]] inline standing standing_named(std::string_view name)
{
    for (auto const& each : standings)
        if (each.name == name) return each.is;
    throw std::invalid_argument("no standing is called \"" + std::string(name) + '"');
}

[[nodiscard]] inline std::string state_of(stage const& on)
{
    return json::serialize(json::object{{"made_up", true},
                                        {"now", on.time.exactly()},
                                        {"speed", on.time.speed()},
                                        {"seed", on.in.size().seed},
                                        {"begins", on.in.size().begins},
                                        {"creators", on.in.creators().size()},
                                        {"videos", on.in.videos().size()},
                                        {"recorded", on.recorded.size()},
                                        {"refuse", on.refusing.rate},
                                        {"burst", on.refusing.burst},
                                        {"requests", on.requests.size()}});
}

/// Does what a query says, key by key, in this order; at a wrong value it stops.
inline void control(stage& on, question const& asked)
{
    auto const told = [&](char const* key) { return asked.value(key); };
    auto const clear = told("clear");
    if (clear == "faults" || clear == "all") on.faults.clear();
    if (clear == "standings" || clear == "all") on.of.forced.clear();
    if (clear == "requests" || clear == "all") on.requests.clear();
    if (!told("now").empty()) {
        auto const when = parse_instant(told("now"));
        if (!when) throw std::invalid_argument("now is no time");
        on.time.set(static_cast<double>(to_unix(*when)));
    }
    if (!told("advance").empty()) on.time.set(on.time.exactly() + number(told("advance")));
    if (!told("speed").empty()) on.time.run_at(number(told("speed")));
    if (!told("refuse").empty()) on.refusing.rate = number(told("refuse"));
    if (!told("burst").empty()) on.refusing.burst = number(told("burst"));
    if (!told("refuse-with").empty()) on.refusing.kinds = read_kinds(told("refuse-with"));
    if (!told("oembed-refuse").empty()) on.oembed_refusals = number(told("oembed-refuse"));
    if (!told("explore").empty()) on.of.explore_listing = static_cast<std::size_t>(number(told("explore")));
    if (!told("video").empty()) on.of.forced[std::string(told("video"))] = standing_named(told("standing"));
    if (!told("fault").empty()) {
        auto const kinds = read_kinds(told("fault"));
        auto const times =
            told("times").empty() ? UINT64_MAX : static_cast<std::uint64_t>(number(told("times")));
        on.faults[std::string(told("path"))] = {kinds.front(), times};
    }
}

/// The requests so far, one JSON object a line.
[[nodiscard]] inline std::string requests_of(stage const& on)
{
    std::string lines;
    for (auto const& each : on.requests) {
        json::array headers;
        for (auto const& [name, value] : each.headers) headers.push_back(json::array{name, value});
        lines += json::serialize(json::object{{"number", each.number},
                                              {"connection", each.connection},
                                              {"real", each.real},
                                              {"world", each.world},
                                              {"method", each.method},
                                              {"target", each.target},
                                              {"status", each.status},
                                              {"fault", each.fault},
                                              {"headers", headers}}) +
                 '\n';
    }
    return lines;
}

/// What the world holds at this moment, one JSON object a video and line, with its unrounded counts.
[[nodiscard]] inline std::string videos_of(stage const& on)
{
    auto const now = on.time.now();
    std::string lines;
    for (auto const& each : on.in.videos()) {
        if (each.uploaded > now) continue;
        auto const id = std::to_string(each.id);
        auto const forced = on.of.forced.find(id);
        auto const& row = row_of(forced == on.of.forced.end() ? standing_at(each, now) : forced->second);
        auto const has = counts_at(each, now);
        lines += json::serialize(json::object{{"id", id},
                                              {"name", on.in.creators()[each.creator].name},
                                              {"uploaded", each.uploaded},
                                              {"standing", row.name},
                                              {"page_status", row.page_status},
                                              {"embed_status", row.embed_status},
                                              {"photo", each.pictures > 0},
                                              {"ad", each.ad},
                                              {"caption", each.caption},
                                              {"views", has.views},
                                              {"likes", has.likes},
                                              {"comments", has.comments},
                                              {"shares", has.shares},
                                              {"saves", has.saves}}) +
                 '\n';
    }
    return lines;
}

/// Names that sources can be asked for.
[[nodiscard]] inline std::string names_of(stage const& on)
{
    json::array creators, hashtags, sounds;
    for (auto const& each : on.in.creators()) creators.push_back(json::string(each.name));
    for (auto const& each : on.in.hashtags()) hashtags.push_back(json::string(each));
    for (auto const& each : on.in.sounds()) sounds.push_back(json::string(std::to_string(each.id)));
    return json::serialize(json::object{{"creators", creators}, {"hashtags", hashtags}, {"sounds", sounds}});
}

} // namespace detail

/// Whether a path is one of these.
[[nodiscard]] inline bool is_control(question const& asked) { return asked.path.starts_with("/made-up/"); }

/// Answers such a path: `control`, `requests`, `videos`, `names`. A wrong value is a 400 that says why.
[[nodiscard]] inline reply control_answer(stage& on, question const& asked)
{
    reply made;
    made.type = "application/json";
    try {
        if (asked.path == "/made-up/control") {
            detail::control(on, asked);
            made.body = detail::state_of(on);
        } else if (asked.path == "/made-up/requests") {
            made.body = detail::requests_of(on);
        } else if (asked.path == "/made-up/videos") {
            made.body = detail::videos_of(on);
        } else if (asked.path == "/made-up/names") {
            made.body = detail::names_of(on);
        } else {
            return not_there();
        }
    } catch (std::logic_error const& wrong) {
        made.status = 400;
        made.body = json::serialize(json::object{{"made_up", true}, {"error", wrong.what()}});
    }
    return made;
}

} // namespace tiktrack::stand_in
