// SPDX-License-Identifier: MIT
// Whole runs of what tt-velocity and tt-tocsv do, over texts.
#pragma once

#include "../made_up.hpp"
#include "tiktrack/study/add_velocity.hpp"
#include "tiktrack/study/to_csv.hpp"

#include <deque>
#include <string>
#include <vector>

namespace tiktrack::support {

/// What came of a run.
struct outcome {
    std::string out;
    std::vector<std::string> faults; ///< `file:line:column: why`
    std::string failure;             ///< what ended it, after its exit code; empty where nothing did
};

/// Runs `work(out, inputs, faults)` over texts, whose names are a, b, c …
template <class Work>
outcome run(std::vector<std::string> const& texts, Work work)
{
    outcome made;
    std::deque<text_input> inputs;
    for (auto const& each : texts)
        inputs.emplace_back(each, std::string(1, static_cast<char>('a' + inputs.size() % 26)));
    auto const file = file_with("");
    fault_sink const faults = [&](fault const& each) { made.faults.push_back(dump(each)); };
    try {
        io::output out(file.get(), "out");
        work(out, inputs, faults);
        out.finish();
    } catch (failure const& end) {
        made.failure = std::to_string(exit_code(end.kind)) + ": " + end.what();
    }
    made.out.resize(static_cast<std::size_t>(::lseek(file.get(), 0, SEEK_END)));
    if (::pread(file.get(), made.out.data(), made.out.size(), 0) != static_cast<::ssize_t>(made.out.size()))
        throw std::runtime_error("pread");
    return made;
}

inline outcome velocity(std::vector<std::string> const& texts, velocity_settings const& set = {})
{
    return run(texts, [&](io::output& out, std::deque<text_input>& inputs, fault_sink const& faults) {
        row_index rows(set.threads, set.longest_line);
        for (auto& each : inputs) rows.add(each.in, faults);
        write_series(rows, out, set);
    });
}

inline outcome csv(std::vector<std::string> const& texts, csv_settings const& set = {})
{
    return run(texts, [&](io::output& out, std::deque<text_input>& inputs, fault_sink const& faults) {
        csv_export rows(set, out, faults);
        for (auto& each : inputs) rows.add(each.in);
        rows.finish();
    });
}

/// The lines of a text, without their ends.
inline std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline std::string joined(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& each : lines) text += each + '\n';
    return text;
}

/// The JSON text of a key's value in a line; empty where it is absent.
inline std::string value_of(std::string_view line, std::string_view key)
{
    std::string found;
    format::member_walk walk(line);
    for (format::member each; walk.next(each);)
        if (each.key == key) found = each.value;
    return found;
}

} // namespace tiktrack::support
