// SPDX-License-Identifier: MIT
// tt-snapshot: measures videos now.
#include "cli/run.hpp"
#include "family.hpp"
#include "guest_client.hpp"
#include "snapshot_lines.hpp"
#include "snapshot_report.hpp"
#include "snapshot_target.hpp"
#include "tiktrack/fetch/snapshots.hpp"

#include <system_error>

int main(int argc, char** argv)
{
    using namespace tiktrack;
    using std::chrono::milliseconds;
    return cli::run<tt_snapshot::settings>(
        tt_snapshot::about, family, argc, argv, [](tt_snapshot::settings const& set, cli::pipe& io) {
            check_one_output(set);
            auto const how = tt_snapshot::how(set);
            auto const faults = io.sink();
            snapshot_target to(set, how, faults, io);
            http::client client(client_settings_of(set, set.into.has_value()));
            fetch::snapshots run(
                how, client, [&] { return to_unix(io.now()); }, to.sink(),
                [&](std::string const& what, severity weight) {
                    faults({{}, 0, 0, what, weight});
                });
            bool kept = true; // whether outcomes can be kept; else it makes no sense to ask for more
            auto const keep = [&](auto const& step) {
                try {
                    step();
                } catch (std::system_error const&) {
                    kept = false;
                    throw;
                }
            };
            auto const work = [&](milliseconds until) {
                if (io.stop()) {
                    cli::acknowledge_stop();
                    run.stop(fetch::stop_reason::interrupted);
                }
                if (set.limit && client.now() >= *set.limit) run.stop(fetch::stop_reason::out_of_time);
                keep([&] {
                    run.work(to.sooner(until, client.now()));
                    to.keep_up();
                });
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
                            keep([&] { lines.place([&] { to.add(run, lines); }); });
                        }
                        if (!io.stop()) lines.check_any_video();
                    });
                },
                [&] {
                    while (run.busy() && kept) work(milliseconds::max());
                    to.finish();
                    report(run.tally(), io);
                });
        });
}
