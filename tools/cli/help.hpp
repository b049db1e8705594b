// SPDX-License-Identifier: MIT
// What --help and --version print.
#pragma once

#include "cli/exit_codes.hpp"
#include "cli/sheet.hpp"
#include "tiktrack/version.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::cli {

/// `tt-name (tiktrack) 0.1.0`
[[nodiscard]] inline std::string version_line(sheet const& program)
{
    return std::string(program.name).append(" (tiktrack) ").append(version).append("\n");
}

/// What is allowed, and what holds without the option: `(a whole number from 1 to 64; default: 4)`.
[[nodiscard]] inline std::string limits_of(option_sheet const& one)
{
    std::string limits = one.is_switch() ? "" : one.allowed;
    if (one.repeatable) limits += limits.empty() ? "may be repeated" : "; may be repeated";
    if (!one.by_default.empty())
        limits.append(limits.empty() ? "" : "; ").append("default: ").append(one.by_default);
    return limits.empty() ? limits : " (" + limits + ')';
}

/// The text of --help: usage, one line an option, exit codes, examples.
[[nodiscard]] inline std::string help(sheet const& program)
{
    std::vector<std::string> left;
    std::size_t width = 0;
    for (auto const& one : program.options) {
        auto form = one.letter != 0 ? std::string("-") + one.letter + ", --" : std::string("    --");
        form.append(one.name).append(one.is_switch() ? "" : " ").append(one.argument);
        width = std::max(width, form.size());
        left.push_back(std::move(form));
    }
    std::string text = "usage: " + std::string(program.name) + " [OPTION]... [" +
                       std::string(program.operand) + "]...\n" + std::string(program.name) + " - " +
                       std::string(program.purpose) + "\n";
    if (program.without_operand.empty())
        text += "No " + std::string(program.operand) + ", or -, means stdin.";
    else
        text += program.without_operand;
    text += "\n\nOptions:\n";
    for (std::size_t i = 0; i < left.size(); ++i) {
        auto const& one = program.options[i];
        text.append("  ").append(left[i]).append(width - left[i].size() + 2, ' ').append(one.meaning);
        text.append(limits_of(one)) += '\n';
    }
    text += "\nExit codes:\n";
    for (auto const& one : exit_codes) {
        if (one.only_fetching && !program.fetches) continue;
        auto const number = std::to_string(one.code);
        text.append(5 - number.size(), ' ').append(number).append("  ").append(one.meaning) += '\n';
    }
    text += "\nExamples:\n";
    for (std::string_view rest = program.example; !rest.empty();) {
        auto const line = rest.substr(0, rest.find('\n'));
        text.append("  ").append(line) += '\n';
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return text;
}

} // namespace tiktrack::cli
