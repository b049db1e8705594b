// SPDX-License-Identifier: MIT
// A program's description without its types: what the help, the manual, the completion and the parser walk
// over.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::cli {

/// One option in words.
struct option_sheet {
    std::string_view name;
    std::string_view argument;
    std::string_view meaning;
    std::string by_default; ///< empty: none worth telling
    std::string allowed;    ///< empty: any text
    std::span<std::string_view const> words;
    bool repeatable;
    place from;
    char letter;

    [[nodiscard]] bool is_switch() const { return argument.empty(); }
};

/// A program in words.
struct sheet {
    std::string_view name;
    std::string_view purpose;
    std::string_view operand;
    std::string_view example;
    bool fetches;
    std::string_view without_operand;
    std::vector<option_sheet> options; ///< its own, then the common ones

    /// The place of an option; the number of options where there is no such one.
    [[nodiscard]] std::size_t find(std::string_view option_name) const
    {
        auto const at = std::ranges::find(options, option_name, &option_sheet::name);
        return static_cast<std::size_t>(at - options.begin());
    }

    [[nodiscard]] std::vector<std::string_view> names() const
    {
        std::vector<std::string_view> all;
        for (auto const& one : options) all.push_back(one.name);
        return all;
    }
};

/// All programs of the family: one configuration file serves them, so each knows the others' options.
/// Called only where a name is not a program's own.
using family_of = std::vector<sheet> (*)();

/// A program's own options, then the common ones, in the order of its sheet.
template <class Settings>
[[nodiscard]] std::vector<option<Settings>> all_options(about<Settings> const& program)
{
    std::vector<option<Settings>> all(program.options.begin(), program.options.end());
    all.insert(all.end(), common_options<Settings>.begin(), common_options<Settings>.end());
    return all;
}

template <class Settings>
[[nodiscard]] sheet sheet_of(about<Settings> const& program)
{
    sheet made{program.name,
               program.purpose,
               program.operand,
               program.example,
               program.fetches,
               program.without_operand,
               {}};
    Settings const untouched{};
    for (auto const& one : all_options(program)) {
        std::string by_default(one.by_default);
        if (auto const shown = one.how.shown(untouched); by_default.empty() && !shown.empty())
            by_default = shown.front();
        made.options.push_back({one.name, one.argument, one.meaning, std::move(by_default), one.how.allowed(),
                                one.how.words, one.how.clear != nullptr, one.from, one.letter});
    }
    return made;
}

/// The environment variable of an option: `TIKTRACK_MAX_LINE` for `--max-line`.
[[nodiscard]] inline std::string variable_of(std::string_view option_name)
{
    std::string variable = "TIKTRACK_";
    for (char const c : option_name)
        variable += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return variable;
}

} // namespace tiktrack::cli
