// SPDX-License-Identifier: MIT
// The options of programs that ask a platform, and what they are held to there.
#pragma once

#include "cli/common.hpp"
#include "cli/duration.hpp"
#include "cli/option.hpp"
#include "cli/printable.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/video_id.hpp"
#include "tiktrack/fetch/manners.hpp"
#include "tiktrack/source/video_pages.hpp"
#include "tiktrack/version.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

/// The id of a video as the value of an option.
struct known_video {
    static std::optional<std::string> read(std::string_view given)
    {
        return is_video_id(given) ? std::optional(std::string(given)) : std::nullopt;
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "the id of a video, 1 to 20 digits"; }
};

/// A text that says something: what is not known is null, never "".
struct some_text {
    static std::optional<std::string> read(std::string_view given)
    {
        return given.empty() ? std::nullopt : std::optional(std::string(given));
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "a text that is not empty"; }
};

/// A text that can stand in a request's header: what is no control character.
struct header_text {
    static std::optional<std::string> read(std::string_view given)
    {
        for (char const c : given)
            if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f') return {};
        return std::string(given);
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "a text without control characters"; }
};

/// Another server in the platform's place.
struct server_address {
    static std::optional<std::string> read(std::string_view given)
    {
        while (given.ends_with('/')) given.remove_suffix(1);
        auto const rest = given.substr(std::min(given.find("//") + 2, given.size()));
        if (!given.starts_with("https://") || rest.empty() || rest.find_first_of("/?#@ ") != rest.npos)
            return {};
        return std::string(given);
    }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return "https:// and a host, with its port where it is not 443"; }
};

struct guest_settings : cli::common_settings {
    std::optional<instant> now;
    std::chrono::milliseconds delay{2000}, timeout{30'000}, retry_delay{2000}, max_wait{600'000};
    unsigned parallel = 1, attempts = 5;
    std::optional<std::int64_t> max_requests;
    std::uint64_t max_size = 16 * cli::MiB;
    std::optional<std::string> user_agent, contact, cacert;
    std::string base_url{source::site_address};
    std::int64_t seed = 0;
};

/// What a whole number that is not negative may be.
using any_whole = cli::whole<0, std::numeric_limits<std::int64_t>::max()>;

/// What all of them take. `parallel`, `attempts` and `seed` mean different things to them, or nothing.
template <class Settings>
inline constexpr auto guest_options = std::to_array<cli::option<Settings>>({
    {"delay", "TIME", "the least time from one request to the next",
     cli::into<&Settings::delay, cli::up_to_an_hour>},
    {"timeout", "TIME", "the longest that one request may take",
     cli::into<&Settings::timeout, cli::duration<100, 600'000>>},
    {"retry-delay", "TIME", "the wait after a failed request; it doubles each time",
     cli::into<&Settings::retry_delay, cli::duration<0, 600'000>>},
    {"max-wait", "TIME", "the longest that the host may tell us to stay away",
     cli::into<&Settings::max_wait, cli::up_to_a_day>},
    {"max-requests", "N", "the most requests of this run", cli::into<&Settings::max_requests, any_whole>,
     "no limit"},
    {"max-size", "SIZE", "refuse answers that are larger, decoded",
     cli::into<&Settings::max_size, cli::size<1024, cli::GiB>>},
    {"contact", "WHO", "an address or a page, told to the host with each request",
     cli::into<&Settings::contact, header_text>, "none"},
    {"user-agent", "TEXT", "what to call this program there", cli::into<&Settings::user_agent, header_text>,
     "tiktrack and its version"},
    {"cacert", "FILE", "trust these certificates instead of the system's",
     cli::into<&Settings::cacert, cli::text>, "the system's"},
    {"base-url", "URL", "another server in the platform's place",
     cli::into<&Settings::base_url, server_address>},
    cli::now_option<Settings>,
});

/// One table behind another.
template <class Option, std::size_t A, std::size_t B>
constexpr std::array<Option, A + B> joined(std::array<Option, A> const& first,
                                           std::array<Option, B> const& second)
{
    std::array<Option, A + B> all{};
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), all.begin()));
    return all;
}

/// @throws failure(usage) where the output is a cohort and a file
template <class Settings>
void check_one_output(Settings const& set)
{
    if (set.into && !set.output.empty())
        throw failure(failure_kind::usage, "--into and --output are given; the videos go to one of them");
}

/// The settings of a run, as an archive tells of them, on one line: all of the program's own that are in
/// force, the defaults and the sources as well. Secrets are left out, and what every program has.
template <class Options, class Settings>
[[nodiscard]] std::string spelled_options(Options const& all, Settings const& set)
{
    std::string text;
    for (auto const& each : all) {
        if (each.from == cli::place::secret) continue;
        for (auto const& value : each.how.shown(set)) {
            text.append(text.empty() ? "--" : " --").append(each.name);
            if (!each.argument.empty()) text.append("=").append(cli::printable(value));
        }
    }
    return text;
}

/// How the run is to ask. @throws failure(usage) for less than a guest's manners towards the platform
[[nodiscard]] inline fetch::manners manners_of(guest_settings const& set)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::milliseconds least = 500ms;
    auto host = set.base_url.substr(0, set.base_url.find(':', 8)); // behind https://
    while (host.ends_with('.')) host.pop_back();
    auto const server = source::read_address(host).is;
    bool const platforms_own = server != source::place::elsewhere && server != source::place::none;
    if (platforms_own && set.delay < least)
        throw failure(failure_kind::usage,
                      "--delay " + cli::up_to_an_hour::show(set.delay) +
                          " is too short for the platform's own hosts; allowed there: from "
                          "500ms (or name another server with --base-url)");
    fetch::manners made;
    made.attempts = set.attempts;
    made.delay = set.delay;
    made.retry_delay = set.retry_delay;
    made.max_wait = std::chrono::duration_cast<std::chrono::seconds>(set.max_wait);
    if (set.max_requests) made.max_requests = static_cast<std::uint64_t>(*set.max_requests);
    made.seed = static_cast<std::uint64_t>(set.seed);
    return made;
}

[[nodiscard]] inline std::string user_agent_of(guest_settings const& set)
{
    if (set.user_agent) return *set.user_agent;
    return "tiktrack/" + std::string(version) + (set.contact ? " (+" + *set.contact + ")" : "");
}

} // namespace tiktrack
