// SPDX-License-Identifier: MIT
// From main's arguments to its exit code: reads the settings, runs the program's body, catches what it
// throws.
#pragma once

#include "cli/arguments.hpp"
#include "cli/config.hpp"
#include "cli/descriptors.hpp"
#include "cli/exit_codes.hpp"
#include "cli/help.hpp"
#include "cli/messages.hpp"
#include "cli/parse.hpp"
#include "cli/pipe.hpp"
#include "cli/sheet.hpp"
#include "cli/signals.hpp"
#include "tiktrack/base/failure.hpp"

#include <concepts>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <system_error>

namespace tiktrack::cli {

/// Runs `work`, says what it throws, and tells the exit code of that; 0 where it throws nothing.
template <class Work>
int outcome_of(messages& voice, Work&& work)
{
    constexpr int lost = exit_code(failure_kind::io);
    try {
        work();
        return 0;
    } catch (stopped const&) {
        return 0; // the signal itself decides
    } catch (failure const& end) {
        voice.say(end.what());
        return exit_code(end.kind);
    } catch (std::bad_alloc const&) {
        voice.say("there is not enough memory");
        return lost;
    } catch (std::exception const& error) { // std::system_error names the file and errno's words
        voice.say(error.what());
        return lost;
    }
}

/// The configuration file, where there is one that can be read.
[[nodiscard]] inline std::optional<configuration> find_configuration(messages& voice,
                                                                     environment const& variable)
{
    auto const path = configuration_path(variable);
    if (!path) return {};
    try {
        return read_configuration(*path);
    } catch (std::system_error const& error) { // another user's home, say: no reason to refuse the work
        voice.say(std::string(error.what()) + "; going on without this configuration");
        return {};
    }
}

/// The whole of a program's main: `body(settings const&, pipe&)` does the work. Returns the exit code.
template <std::derived_from<common_settings> Settings, class Body>
int run(about<Settings> const& program, family_of family, int argc, char** argv, Body&& body)
{
    fill_standard_descriptors();
    set_signals(program.name);
    messages voice(program.name);
    std::optional<pipe> io;
    int code = outcome_of(voice, [&] {
        auto const words = sheet_of(program);
        auto line = cut_arguments(words, family, {argv + (argc > 0), argv + argc});
        if (line.wanted != arguments::answer::work) {
            destination to({});
            to.out().write(line.wanted == arguments::answer::help ? help(words) : version_line(words));
            to.finish(false);
            return;
        }
        environment const variable = [](std::string const& name) -> std::optional<std::string> {
            char const* const held = std::getenv(name.c_str());
            return held ? std::optional<std::string>(held) : std::nullopt;
        };
        auto const set = settings_from(program, words, family, find_configuration(voice, variable), variable,
                                       line.options);
        if constexpr (requires { set.now; })
            io.emplace(voice, set, std::move(line.operands), set.now);
        else
            io.emplace(voice, set, std::move(line.operands));
        body(set, *io);
    });
    voice.end_progress();
    if (!io) return code;

    bool const cannot_write = code == exit_code(failure_kind::io);
    int const signal = stop_signal();
    if (signal != 0) io->fail_later(stopped_by + signal);
    io->fail_later(code);
    if (!cannot_write) io->fail_later(outcome_of(voice, [&] { io->finish(code != 0 || signal != 0); }));
    return io->code();
}

} // namespace tiktrack::cli
