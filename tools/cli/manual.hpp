// SPDX-License-Identifier: MIT
// The manual page of a program: its prose, with what the tables know put in its place.
#pragma once

#include "cli/exit_codes.hpp"
#include "cli/sheet.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/version.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace tiktrack::cli {

namespace detail {

/// Plain text as a line of mdoc.
[[nodiscard]] inline std::string mdoc(std::string_view plain)
{
    std::string line;
    if (plain.starts_with('.') || plain.starts_with('\'')) line = "\\&";
    for (char const c : plain) line.append(c == '\\' ? "\\e" : std::string(1, c));
    return line + '\n';
}

/// A phrase of a table as a sentence.
[[nodiscard]] inline std::string mdoc_sentence(std::string sentence)
{
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return mdoc(sentence + '.');
}

[[nodiscard]] inline std::string mdoc_options(sheet const& program)
{
    std::string page = ".Bl -tag -width Ds\n";
    for (auto const& one : program.options) {
        auto const argument = one.is_switch() ? std::string() : " Ar " + std::string(one.argument);
        page += ".It ";
        if (one.letter != 0) page.append("Fl ").append(1, one.letter).append(argument).append(" , ");
        page.append("Fl -").append(one.name).append(argument) += '\n';
        page += mdoc_sentence(std::string(one.meaning));
        if (!one.is_switch() && !one.allowed.empty()) page += mdoc("Allowed: " + one.allowed + '.');
        if (!one.by_default.empty()) page += mdoc("Default: " + one.by_default + '.');
        if (one.repeatable) page += "May be repeated.\n";
    }
    return page + ".El\n";
}

[[nodiscard]] inline std::string mdoc_exit_codes(sheet const& program)
{
    std::string page = ".Bl -tag -width Ds\n";
    for (auto const& one : exit_codes)
        if (!one.only_fetching || program.fetches)
            page.append(".It ")
                .append(std::to_string(one.code))
                .append("\n")
                .append(mdoc_sentence(std::string(one.meaning)));
    page += ".El\nWhere several apply, the gravest one is told: a signal";
    auto gravest_first = exit_codes;
    std::ranges::sort(gravest_first, std::ranges::greater(), &exit_meaning::rank);
    for (auto const& one : gravest_first)
        if (one.code > 0 && one.code < stopped_by && (!one.only_fetching || program.fetches))
            page.append(", then ").append(std::to_string(one.code));
    return page + ".\n";
}

[[nodiscard]] inline std::string mdoc_environment(sheet const& program)
{
    std::string page = "Any option but those that speak of one run alone can be set in the environment,\n"
                       "switches as yes or no.\nThe command line beats the environment, which beats the "
                       "configuration file.\n"
                       "A variable that is empty counts as not set.\n.Bl -tag -width Ds -compact\n";
    for (auto const& one : program.options)
        if (one.from != place::command_line)
            page.append(".It Ev ").append(variable_of(one.name)).append("\n.Fl -").append(one.name) += '\n';
    return page + ".It Ev XDG_CONFIG_HOME , HOME\nwhere the configuration file is\n.El\n";
}

} // namespace detail

/// Fills in the prose: lines `@NAME@`, `@SYNOPSIS@`, `@OPTIONS@`, `@EXIT@`, `@ENVIRONMENT@`, `@FILES@`, and
/// `@VERSION@` anywhere. @throws failure(data) for another such line
[[nodiscard]] inline std::string manual(sheet const& program, std::string_view prose)
{
    std::string page;
    while (!prose.empty()) {
        std::string line(prose.substr(0, prose.find('\n')));
        prose.remove_prefix(std::min(line.size() + 1, prose.size()));
        if (auto const at = line.find("@VERSION@"); at != line.npos) line.replace(at, 9, version);
        if (line == "@NAME@")
            page.append(".Nm ").append(program.name).append("\n.Nd ").append(program.purpose) += '\n';
        else if (line == "@SYNOPSIS@")
            page.append(".Nm\n.Op Ar OPTION ...\n.Op Ar ").append(program.operand).append(" ...\n");
        else if (line == "@OPTIONS@")
            page += detail::mdoc_options(program);
        else if (line == "@EXIT@")
            page += detail::mdoc_exit_codes(program);
        else if (line == "@ENVIRONMENT@")
            page += detail::mdoc_environment(program);
        else if (line == "@FILES@")
            page += ".Bl -tag -width Ds\n.It Pa $XDG_CONFIG_HOME/tiktrack/config\n"
                    "else\n.Pa $HOME/.config/tiktrack/config :\n"
                    "options for all programs of tiktrack, one\n.Ql key = value\na line; a key is an option "
                    "without its dashes.\n"
                    "Lines that begin with # are comments.\n.El\n";
        else if (line.size() > 2 && line.front() == '@' && line.back() == '@')
            throw failure(failure_kind::data, "nothing is known to put in the place of " + line);
        else
            page.append(line) += '\n';
    }
    return page;
}

} // namespace tiktrack::cli
