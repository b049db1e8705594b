// SPDX-License-Identifier: MIT
// The completion of a program's options in bash.
#pragma once

#include "cli/sheet.hpp"

#include <algorithm>
#include <string>

namespace tiktrack::cli {

/// A file for bash-completion: options by name, values by the words that are allowed, else names of files.
[[nodiscard]] inline std::string completion(sheet const& program)
{
    std::string function = "_" + std::string(program.name);
    std::ranges::replace(function, '-', '_');
    std::string names, values;
    for (auto const& one : program.options) {
        names.append(names.empty() ? "--" : " --").append(one.name);
        if (one.is_switch() || one.words.empty()) continue;
        values.append("    --").append(one.name).append(") words='");
        for (auto const word : one.words)
            values.append(word).append(1, word == one.words.back() ? '\'' : ' ');
        values += " ;;\n";
    }
    // bash cuts `--x=y` into three words.
    return function +
           "()\n{\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
           "    [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
           "    [ \"$word\" = = ] && word=\n"
           "    case $before in\n" +
           values + "    *) case $word in -*) words='" + names +
           "' ;; esac ;;\n    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "}\ncomplete -o default -F " +
           function + ' ' + std::string(program.name) + '\n';
}

} // namespace tiktrack::cli
