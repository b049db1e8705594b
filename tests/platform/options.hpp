// SPDX-License-Identifier: MIT
// The command line of the stand-in: each option is one line in one table.
#pragma once

#include "certificate.hpp"
#include "control.hpp"

#include <ctime>
#include <functional>
#include <iostream>

namespace tiktrack::stand_in {

/// What the command line says.
struct options {
    unsigned short port = 0;
    world_size size;
    std::optional<double> now;
    double speed = 1;
    mood refusing;
    double oembed_refusals = 0.2;
    std::size_t explore = 0;
    bool own_links = false, until_stdin_ends = false, help = false;
    double lifetime = 3600;
    std::string folder, recorded, ready;
    certificate_kind certificate = certificate_kind::good;
    std::string tls; ///< the highest version that is spoken; empty: whichever
    std::vector<std::pair<std::string, fault_kind const*>> faults;
};

namespace detail {

/// @param takes what stands for the value in the help; empty: there is none
struct option_row {
    std::string_view name, takes, help;
    std::function<void(options&, std::string const&)> set;
};

inline void add_fault(options& to, std::string const& told)
{
    auto const equals = told.rfind('=');
    auto const* const kind = equals == told.npos ? nullptr : fault_named(told.substr(equals + 1));
    if (kind == nullptr) throw std::invalid_argument("PATH=KIND is wanted, not \"" + told + '"');
    to.faults.emplace_back(told.substr(0, equals), kind);
}

[[nodiscard]] inline certificate_kind certificate_named(std::string const& name)
{
    static constexpr std::string_view names[] = {"good", "expired", "wrong-name", "self-signed"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name) return static_cast<certificate_kind>(i);
    throw std::invalid_argument("good, expired, wrong-name or self-signed is wanted, not \"" + name + '"');
}

[[nodiscard]] inline double time_told(std::string const& text)
{
    auto const when = parse_instant(text);
    if (!when) throw std::invalid_argument("Unix seconds or ISO 8601 is wanted, not \"" + text + '"');
    return static_cast<double>(to_unix(*when));
}

/// A number from 0 to `most`.
[[nodiscard]] inline double number_up_to(std::string const& text, double most)
{
    auto const value = number(text);
    if (!(value >= 0 && value <= most)) throw std::invalid_argument("out of range: " + text);
    return value;
}

[[nodiscard]] inline std::vector<option_row> const& option_rows()
{
    using text = std::string const&;
    static std::vector<option_row> const rows = {
        {"port", "N", "listen on this port of 127.0.0.1; 0 (the default): on a free one",
         [](options& to, text t) { to.port = static_cast<unsigned short>(number_up_to(t, 65535)); }},
        {"seed", "N", "which world (1)",
         [](options& to, text t) { to.size.seed = static_cast<std::uint64_t>(number_up_to(t, 0x1p53)); }},
        {"creators", "N", "how many of them (40)",
         [](options& to, text t) { to.size.creators = static_cast<std::size_t>(number_up_to(t, 1e5)); }},
        {"videos", "N", "how many of them (600)",
         [](options& to, text t) { to.size.videos = static_cast<std::size_t>(number_up_to(t, 1e5)); }},
        {"now", "TIME", "when the world's clock begins (Unix or ISO; the real time)",
         [](options& to, text t) { to.now = time_told(t); }},
        {"begins", "TIME", "what \"six hours ago\" counts from in the world (its --now)",
         [](options& to, text t) { to.size.begins = static_cast<std::int64_t>(time_told(t)); }},
        {"speed", "FACTOR", "world seconds for each real one (1); 0: the clock stands",
         [](options& to, text t) { to.speed = number_up_to(t, 1e9); }},
        {"refuse", "RATE", "the share of bursts, or of requests, that are refused (0)",
         [](options& to, text t) { to.refusing.rate = number_up_to(t, 1); }},
        {"burst", "SECONDS", "of the world's clock (30); 0: each request is judged by itself",
         [](options& to, text t) { to.refusing.burst = number_up_to(t, 1e9); }},
        {"refuse-with", "KINDS", "names of faults with commas between them, or all (overload)",
         [](options& to, text t) { to.refusing.kinds = read_kinds(t); }},
        {"oembed-refuse", "RATE", "the share of good addresses that /oembed refuses (0.2)",
         [](options& to, text t) { to.oembed_refusals = number_up_to(t, 1); }},
        {"fault", "PATH=KIND", "what befalls a path, always; can be repeated", add_fault},
        {"explore", "N", "how many videos the explore page lists (0: it carries no listing)",
         [](options& to, text t) { to.explore = static_cast<std::size_t>(number_up_to(t, 1000)); }},
        {"own-links", "", "short links lead to this server, not to the real site's name",
         [](options& to, text) { to.own_links = true; }},
        {"replay", "FOLDER", "serve the files that map.json in there names, before the world's own pages",
         [](options& to, text t) { to.recorded = t; }},
        {"cert", "FOLDER", "where ca.pem, server.pem and server.key are made (a temporary folder)",
         [](options& to, text t) { to.folder = t; }},
        {"certificate", "KIND", "good, expired, wrong-name or self-signed",
         [](options& to, text t) { to.certificate = certificate_named(t); }},
        {"tls", "VERSION", "the highest that is spoken, 1.1 or 1.2", [](options& to, text t) { to.tls = t; }},
        {"ready", "FILE", "write the line about port and CA there too, once it listens",
         [](options& to, text t) { to.ready = t; }},
        {"until-stdin-ends", "", "end when stdin does",
         [](options& to, text) { to.until_stdin_ends = true; }},
        {"lifetime", "SECONDS", "end after so long at the latest (3600)",
         [](options& to, text t) { to.lifetime = number_up_to(t, 1e6); }},
        {"help", "", "show this", [](options& to, text) { to.help = true; }},
    };
    return rows;
}

} // namespace detail

/// The help text.
[[nodiscard]] inline std::string help_text()
{
    std::string text = "Usage: stand_in [OPTION]...\n\nA TLS server on loopback with a made-up world, for "
                       "tests. Nothing in it is real.\n\n";
    for (auto const& each : detail::option_rows()) {
        std::string left = "  --" + std::string(each.name);
        if (!each.takes.empty()) left += ' ' + std::string(each.takes);
        left.resize(std::max<std::size_t>(left.size() + 1, 26), ' ');
        text += left + std::string(each.help) + '\n';
    }
    text += "\nFaults:";
    for (auto const& each : fault_kinds) text += ' ' + std::string(each.name);
    text += "\nAlso by ?made-up-fault=KIND in any address.\nRoutes behind the stage: /made-up/control "
            "/made-up/requests /made-up/videos /made-up/names\n";
    return text;
}

/// Reads the command line. @throws std::invalid_argument with a sentence
[[nodiscard]] inline options read_options(std::vector<std::string> const& words)
{
    options made;
    bool begins = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const equals = std::min(words[i].find('='), words[i].size());
        auto const name = words[i].starts_with("--") ? words[i].substr(2, equals - 2) : std::string{};
        auto const& rows = detail::option_rows();
        auto const row =
            std::find_if(rows.begin(), rows.end(), [&](auto const& each) { return each.name == name; });
        if (row == rows.end()) throw std::invalid_argument("there is no option " + words[i]);
        bool const joined = equals < words[i].size();
        if (!row->takes.empty() && !joined && i + 1 == words.size())
            throw std::invalid_argument("--" + name + " takes a value");
        try {
            row->set(made, row->takes.empty() ? std::string{}
                           : joined           ? words[i].substr(equals + 1)
                                              : words[++i]);
        } catch (std::logic_error const& wrong) {
            throw std::invalid_argument("--" + name + ": " + wrong.what());
        }
        begins = begins || name == "begins";
    }
    if (!made.now) made.now = static_cast<double>(std::time(nullptr));
    if (!begins) made.size.begins = static_cast<std::int64_t>(*made.now);
    return made;
}

} // namespace tiktrack::stand_in
