// SPDX-License-Identifier: MIT
// From texts to settings: the file's, then the environment's, then the command line's, the later over the
// earlier.
#pragma once

#include "cli/arguments.hpp"
#include "cli/config.hpp"
#include "cli/sheet.hpp"
#include "cli/suggest.hpp"

#include "tiktrack/http/secrets.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tiktrack::cli {

/// What the environment gives: `TIKTRACK_DELAY` for `--delay`. An empty variable counts as not set.
[[nodiscard]] inline std::vector<given> settings_in(environment const& variable, sheet const& program)
{
    std::vector<given> all;
    for (std::size_t i = 0; i < program.options.size(); ++i) {
        if (program.options[i].from == place::command_line) continue;
        auto name = variable_of(program.options[i].name);
        if (auto held = variable(name); held && !held->empty())
            all.push_back({i, *std::move(held), std::move(name)});
    }
    return all;
}

namespace detail {

[[noreturn]] inline void bad_value(option_sheet const& wanted, given const& got)
{
    if (wanted.from == place::secret) misuse(got.origin + ": this value is not allowed");
    misuse(got.origin + ": '" + http::without_user(got.value) +
           "' is not allowed; allowed: " + wanted.allowed + did_you_mean(got.value, wanted.words));
}

/// Refuses a layer in which two options set the same, as `--raw` and `--no-raw`.
template <class Settings>
void check_for_contradictions(std::vector<given> const& layer, std::vector<option<Settings>> const& options)
{
    for (auto one = layer.begin(); one != layer.end(); ++one) {
        auto const* const sets = options[one->option].how.sets;
        if (sets == nullptr) continue;
        for (auto other = layer.begin(); other != one; ++other)
            if (options[other->option].how.sets == sets)
                misuse(other->origin + " and " + one->origin + " are both given; one of them is allowed");
    }
}

} // namespace detail

/// Reads one layer over what weaker layers left in `set`, which is told first where it has a member
/// `next_layer()`: some settings are not merged one by one. @throws failure(usage) naming the option, the
/// value and what is allowed
template <class Settings>
void apply(std::vector<given> const& layer, sheet const& program,
           std::vector<option<Settings>> const& options, Settings& set)
{
    detail::check_for_contradictions(layer, options);
    if constexpr (requires { set.next_layer(); }) set.next_layer();
    for (auto const& one : layer)
        if (auto const clear = options[one.option].how.clear) clear(set);
    for (auto const& one : layer)
        if (!options[one.option].how.read(set, one.value))
            detail::bad_value(program.options[one.option], one);
}

/// The settings that these three layers make together. @throws failure(usage)
template <class Settings>
[[nodiscard]] Settings settings_from(about<Settings> const& program, sheet const& words, family_of family,
                                     std::optional<configuration> const& file, environment const& variable,
                                     std::vector<given> const& command_line)
{
    auto const options = all_options(program);
    Settings set;
    if (file) apply(settings_in(*file, words, family), words, options, set);
    apply(settings_in(variable, words), words, options, set);
    apply(command_line, words, options, set);
    return set;
}

} // namespace tiktrack::cli
