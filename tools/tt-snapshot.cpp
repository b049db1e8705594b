// SPDX-License-Identifier: MIT
// tt-snapshot: measures videos now.
#include "cli/run.hpp"
#include "family.hpp"
#include "guest_client.hpp"
#include "snapshot_lines.hpp"
#include "snapshot_report.hpp"
#include "tiktrack/fetch/snapshots.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    using std::chrono::milliseconds;
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
            auto const work = [&](milliseconds until) {
                if (io.stop()) {
                    cli::acknowledge_stop();
                    run.stop();
                }
                run.work(until);
                io.progress([&] { return counts_of(run.tally()); });
            };
            io.keep_what_is_written();
            finish_first(
                [&] {
                    io.for_each_input([&](io::input& from) {
                        snapshot_lines lines(from, set.max_line, set.trust_ids, faults);
                        auto const wait = [&] { return run.busy() && !io.stop(); };
                        while (lines.next(wait, [&] { work(client.now() + milliseconds(100)); })) {
                            if (io.stop()) return;
                            while (run.full()) work(milliseconds::max());
                            lines.place([&] { run.add(lines.asked(), lines.text()); });
                        }
                        if (!io.stop()) lines.check_any_video();
                    });
                },
                [&] {
                    while (run.busy()) work(milliseconds::max());
                    report(run.tally(), io);
                });
        });
}
