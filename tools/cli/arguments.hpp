// SPDX-License-Identifier: MIT
// The command line, cut into options and operands; getopt_long cuts, the table decides what is allowed.
#pragma once

#include "cli/sheet.hpp"
#include "cli/suggest.hpp"
#include "tiktrack/base/failure.hpp"

#include <getopt.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::cli {

/// A value that was given to an option, not yet read.
struct given {
    std::size_t option; ///< its place in the sheet
    std::string value;
    std::string origin; ///< what to call it in a message: `--threads`, `TIKTRACK_THREADS`, `FILE:3: threads`
};

/// What a command line asks for.
struct arguments {
    enum class answer { work, help, version } wanted = answer::work;
    std::vector<given> options;
    std::vector<std::string> operands;
};

namespace detail {

[[noreturn]] inline void misuse(std::string const& sentence) { throw failure(failure_kind::usage, sentence); }

/// Says that there is no such option, what may have been meant, and who else has it.
[[noreturn]] inline void unknown_option(sheet const& program, family_of family, std::string_view name)
{
    auto sentence = "unknown option --" + std::string(name);
    for (auto const& other : family())
        if (other.find(name) != other.options.size())
            misuse(sentence.append(", which belongs to ").append(other.name));
    misuse(sentence + did_you_mean(name, program.names(), "--") + "; " + std::string(program.name) +
           " --help lists all");
}

[[noreturn]] inline void missing_value(option_sheet const& wanted)
{
    auto sentence = "--" + std::string(wanted.name) + " needs a value: " + std::string(wanted.argument);
    misuse(wanted.allowed.empty() ? sentence : sentence + ", " + wanted.allowed);
}

} // namespace detail

/// Cuts the words that follow the program's name. Options and operands may be mixed; `--` ends the options.
/// Names are taken whole: where getopt_long would accept an abbreviation, it counts as unknown.
/// Stops at `--help` and `--version`. @throws failure(usage)
[[nodiscard]] inline arguments cut_arguments(sheet const& program, family_of family,
                                             std::vector<std::string> words)
{
    constexpr int first = 256; // beyond every letter
    auto const& options = program.options;
    std::vector<std::string> names;
    names.reserve(options.size()); // they must not move
    for (auto const& one : options) names.emplace_back(one.name);
    std::vector<::option> cutting;
    std::string letters =
        "-:"; // operands in their place, whatever POSIXLY_CORRECT says; a missing value as ':'
    for (std::size_t i = 0; i < options.size(); ++i) {
        int const takes = options[i].is_switch() ? no_argument : required_argument;
        cutting.push_back({names[i].c_str(), takes, nullptr, first + static_cast<int>(i)});
        if (options[i].letter != 0) letters.append(1, options[i].letter).append(takes ? ":" : "");
    }
    cutting.push_back({});

    words.insert(words.begin(), std::string(program.name));
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    auto const by_code = [&](int code) {
        if (code == 0) return options.size();
        if (code >= first) return static_cast<std::size_t>(code - first);
        auto const at = std::ranges::find(options, code, &option_sheet::letter);
        return static_cast<std::size_t>(at - options.begin());
    };

    arguments cut;
    std::vector<std::optional<std::string>> seen(options.size());
    ::optind = 0; // also makes glibc forget an earlier command line
    ::opterr = 0;
    for (;;) {
        auto const at = static_cast<std::size_t>(std::max(::optind, 1)); // the word that is cut next
        int const got = ::getopt_long(static_cast<int>(words.size()), argv.data(), letters.c_str(),
                                      cutting.data(), nullptr);
        if (got == -1) break;
        if (got == 1) {
            cut.operands.emplace_back(::optarg);
            continue;
        }
        std::string_view name = words[at];
        bool const is_long = name.starts_with("--");
        if (is_long) name = name.substr(2, name.find('=') - 2);
        bool const is_odd = got == '?' || got == ':';
        auto const i = by_code(is_odd ? ::optopt : got);
        if (is_long && (i == options.size() || options[i].name != name))
            detail::unknown_option(program, family, name);
        if (i == options.size()) {
            auto const known = program.names();
            detail::misuse(std::string("unknown option -") + static_cast<char>(::optopt) +
                           did_you_mean(name.substr(1), known, "--"));
        }
        auto const& one = options[i];
        auto const called = "--" + std::string(one.name);
        if (one.from == place::secret)
            throw failure(failure_kind::credentials,
                          called + " is a secret, and command lines can be seen by others: set " +
                              variable_of(one.name) +
                              ", or write it into a configuration file with mode 600");
        if (got == ':') detail::missing_value(one);
        if (got == '?')
            detail::misuse(called + " takes no value, but got '" + words[at].substr(words[at].find('=') + 1) +
                           "'");
        if (one.name == "help" || one.name == "version") {
            cut.wanted = one.name == "help" ? arguments::answer::help : arguments::answer::version;
            return cut;
        }
        std::string value = one.is_switch() ? "yes" : ::optarg;
        if (seen[i] && !one.repeatable)
            detail::misuse(called + " is given twice" +
                           (one.is_switch() ? "" : ", '" + *seen[i] + "' and '" + value + "'") +
                           "; once is allowed");
        seen[i] = value;
        cut.options.push_back({i, std::move(value), called});
    }
    for (auto at = static_cast<std::size_t>(::optind); at < words.size(); ++at)
        cut.operands.push_back(words[at]);
    return cut;
}

} // namespace tiktrack::cli
