// SPDX-License-Identifier: MIT
// tt-snapshot: measures videos now.
#include "cli/run.hpp"
#include "family.hpp"
#include "guest_client.hpp"
#include "snapshot_report.hpp"
#include "tiktrack/fetch/snapshots.hpp"
#include "tiktrack/io/line_feed.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    using namespace std::chrono_literals;
    return cli::run<tt_snapshot::settings>(
        tt_snapshot::about, family, argc, argv, [](tt_snapshot::settings const& set, cli::pipe& io) {
            http::client client(client_settings_of(set));
            auto const faults = io.sink();
            fetch::snapshots run(
                tt_snapshot::how(set), client, [&] { return to_unix(io.now()); },
                [&](std::string_view line) {
                    io.out().write(line);
                    io.out().flush(); // each outcome as soon as it is known
                },
                [&](std::string const& what, severity weight) {
                    faults({{}, 0, 0, what, weight});
                });
            auto const work = [&](std::chrono::milliseconds until) {
                if (io.stop()) {
                    cli::acknowledge_stop();
                    run.stop();
                }
                run.work(until);
                io.progress([&] { return progress_of(run.tally()); });
            };

            fetch::asked_line_reader reader;
            io.for_each_input([&](io::input& from) {
                io::line_feed lines(from, set.max_line);
                for (io::fed_line line; !io.stop();) {
                    while (run.busy() && !lines.ready() && !io.stop()) work(client.now() + 100ms);
                    if (io.stop() || !lines.next(line)) return;
                    if (fetch::asked_line_reader::is_blank_line(line.text) && !line.too_long) continue;
                    auto const& asked = reader.read(line.text);
                    if (auto const wrong = wrong_with(line, asked, set.max_line); !wrong.empty()) {
                        faults({from.name(), line.number, asked.column, wrong, severity::bad_line});
                        continue;
                    }
                    if (asked.twice)
                        faults({from.name(), line.number, asked.column, asked.why, severity::warning});
                    while (run.full()) work(std::chrono::milliseconds::max());
                    run.add(asked, line.text);
                }
            });
            while (run.busy()) work(std::chrono::milliseconds::max());
            report(run.tally(), io);
        });
}
