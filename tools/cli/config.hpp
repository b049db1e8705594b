// SPDX-License-Identifier: MIT
// The configuration file: where it is, and what it gives to which option.
#pragma once

#include "cli/arguments.hpp"
#include "cli/sheet.hpp"
#include "cli/suggest.hpp"
#include "tiktrack/base/byte_order_mark.hpp"
#include "tiktrack/base/trimmed.hpp"
#include "tiktrack/io/fd.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::cli {

/// What a variable of the environment holds; nothing where it is not set.
using environment = std::function<std::optional<std::string>(std::string const&)>;

/// A configuration file as it was read.
struct configuration {
    std::string path;
    std::string text;
    bool open_to_others = false; ///< others than its owner may read it
};

/// Where the file would be; nothing where the environment names no home.
[[nodiscard]] inline std::optional<std::string> configuration_path(environment const& variable)
{
    auto const folder = variable("XDG_CONFIG_HOME");
    if (folder && folder->starts_with('/'))
        return *folder + "/tiktrack/config"; // a relative one does not count
    auto const home = variable("HOME");
    if (home && !home->empty()) return *home + "/.config/tiktrack/config";
    return {};
}

/// Reads it. @throws std::system_error where it is there and cannot be read
[[nodiscard]] inline std::optional<configuration> read_configuration(std::string const& path)
{
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0 && (errno == ENOENT || errno == ENOTDIR)) return {};
    auto const file = io::open_file(path, O_RDONLY);
    configuration read{path, {}, (about.st_mode & 077) != 0};
    char piece[4096];
    while (auto const size = io::read_some(file.get(), piece, sizeof piece, path))
        read.text.append(piece, size);
    return read;
}

/// What the file says to this program: lines `key = value`; `#` begins a comment line. Keys are the names of
/// options; those of other programs of the family are passed over. @throws failure(usage) with file and line
[[nodiscard]] inline std::vector<given> settings_in(configuration const& file, sheet const& program,
                                                    family_of family)
{
    std::vector<given> all;
    std::vector<std::size_t> seen(program.options.size());
    std::string_view rest = without_mark(file.text);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        auto const line = trimmed(rest.substr(0, rest.find('\n')));
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
        if (line.empty() || line.front() == '#') continue;

        auto const origin = file.path + ':' + std::to_string(number) + ": ";
        auto const equals = line.find('=');
        if (equals == line.npos) detail::misuse(origin + "'" + std::string(line) + "' is no 'key = value'");
        auto const key = trimmed(line.substr(0, equals));
        auto const i = program.find(key);
        if (i == program.options.size()) {
            auto known = program.names();
            for (auto const& other : family())
                for (auto const name : other.names()) known.push_back(name);
            if (std::ranges::find(known, key) != known.end()) continue;
            detail::misuse(origin + "unknown key '" + std::string(key) + "'" + did_you_mean(key, known));
        }
        auto const& one = program.options[i];
        if (one.from == place::command_line)
            detail::misuse(origin + "'" + std::string(key) + "' can only be given on the command line");
        if (one.from == place::secret && file.open_to_others)
            throw failure(failure_kind::credentials,
                          origin + std::string(key) +
                              " is a secret, and others can read this file: chmod 600 '" + file.path +
                              "', or set " + variable_of(key));
        if (seen[i] != 0 && !one.repeatable)
            detail::misuse(origin + "'" + std::string(key) + "' is given twice, here and in line " +
                           std::to_string(seen[i]));
        seen[i] = number;
        all.push_back({i, std::string(trimmed(line.substr(equals + 1))), origin + std::string(key)});
    }
    return all;
}

} // namespace tiktrack::cli
