// SPDX-License-Identifier: MIT
// The raw archive of a cohort as an input of tt-import: every outcome again, from what the platform answered.
#pragma once

#include "cli/pipe.hpp"
#include "remake.hpp"
#include "tiktrack/model/timepoint.hpp"
#include "tiktrack/source/record_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// The hours of an archive's timepoint, by its name; nothing where the file is not called `hour_N.warc.gz`.
[[nodiscard]] inline std::optional<double> archived_hours(std::string_view path)
{
    constexpr std::string_view end = ".warc.gz";
    path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
    if (!path.ends_with(end)) return {};
    return hours_of(path.substr(0, path.size() - end.size()));
}

/// Puts archives of the same folder in the order of their timepoints, which is not that of a shell: it has
/// hour_24 before hour_6. All other files stay where they are.
inline void order_by_timepoint(std::vector<std::string>& paths)
{
    std::vector<std::size_t> places;
    std::vector<std::pair<std::size_t, double>> keys; // the folder by its first archive, and the hours
    std::vector<std::string> folders;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto const hours = archived_hours(paths[i]);
        if (!hours) continue;
        auto const folder = paths[i].substr(0, paths[i].rfind('/') + 1);
        auto const known = std::find(folders.begin(), folders.end(), folder);
        keys.emplace_back(known - folders.begin(), *hours);
        if (known == folders.end()) folders.push_back(folder);
        places.push_back(i);
    }
    std::vector<std::size_t> order(places.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    auto const before = paths;
    for (std::size_t i = 0; i < order.size(); ++i) paths[places[i]] = before[places[order[i]]];
}

/// The archive that an input is: a file whose first bytes are a gzip member with a WARC record; nothing for
/// any other. @throws std::system_error
[[nodiscard]] inline std::unique_ptr<cohort::archive_reader> archive_in(io::input const& from)
{
    if (!from.has_size()) return {};
    io::fd file(::fcntl(from.descriptor(), F_DUPFD_CLOEXEC, 3));
    if (!file) io::throw_errno(from.name());
    auto made = std::make_unique<cohort::archive_reader>(std::move(file), from.name());
    if (made->at(0).is != cohort::member_state::whole) made.reset();
    return made;
}

/// Writes the outcomes that an archive holds, in their order.
/// @throws failure (data) where it is none, or is damaged; what comes before the damage is written
[[nodiscard]] inline import_tally import_archive(cohort::archive_reader& archive, io::output& to,
                                                 import_settings const& set, fault_sink const& faults,
                                                 cli::pipe& io)
{
    auto const& name = archive.path();
    source::outcomes::speaker const say = [&](std::string const& what, severity weight) {
        faults({name, 0, 0, what, weight});
    };
    format::validator valid;
    source::record_writer records(to, set, valid, say, name);
    fetch::archived_outcomes outcomes(say);
    auto const remake = remaker(outcomes);
    if (archive.at(0).record.block.find("software: tiktrack/") == std::string::npos)
        throw failure(failure_kind::data, name + ": is the archive of another program, not of a cohort");
    auto const rest = archive.walk(0, [&](cohort::archived& each) {
        if (io.stop() || each.record.field("WARC-Type") != "metadata") return;
        auto const made = remake(archive, each.record.block);
        if (!made) {
            faults({name, 0, 0,
                    "at byte " + std::to_string(each.offset) + ": no outcome can be made of this record",
                    severity::bad_line});
            return;
        }
        std::string_view const line = made->line;
        if (auto const bad = records.write_again(format::json_view(line.substr(0, line.size() - 1))))
            faults({name, 0, bad->column, bad->why, severity::bad_line});
    });
    auto const at = name + ": at byte " + std::to_string(rest.offset) + ": ";
    if (rest.is == cohort::member_state::damaged) throw failure(failure_kind::data, at + rest.why);
    if (rest.is == cohort::member_state::torn)
        io.say(at + "the last record was not written whole, and is left");
    return records.tally();
}

} // namespace tiktrack
