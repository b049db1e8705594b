// SPDX-License-Identifier: MIT
// tt-discover: finds videos to track.
#include "cli/run.hpp"
#include "discover_run.hpp"
#include "family.hpp"
#include "guest_client.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    return cli::run<tt_discover::settings>(
        tt_discover::about, family, argc, argv, [](tt_discover::settings set, cli::pipe& io) {
            check_one_output(set);
            bool const only_inputs = io.any_named() && set.sources.empty();
            auto const rule = tt_discover::rule_of(set, only_inputs);
            auto const manners = manners_of(set);
            set.sources = tt_discover::sources_of(set, io); // before an archive tells of them
            auto const faults = io.sink();
            auto const start = io.now();
            std::optional<tt_discover::cohort_target> into;
            if (set.into) into.emplace(set, fetch::spelled(rule), start, faults, io);
            if (into && into->room() == 0) return io.say("--limit-per-day is reached: nothing is asked");
            fetch::discovery_run const run{
                into ? into->id() : set.cohort.value_or(fetch::cohort_named_by(start)), start};
            fetch::candidate_pool found(run, {set.max_line, set.max_size, set.trust_ids}, faults,
                                        &io.stop_flag());
            auto const pages = tt_discover::gather(set, found, faults, io);
            if (!pages.empty()) {
                http::client client(client_settings_of(set, into.has_value()));
                tt_discover::kept_transport net(client, [&](http::answer const& what) {
                    if (into) into->keep(what, to_unix(io.now()));
                });
                fetch::listing_answers answers(run, [&](std::string const& what, severity weight) {
                    faults({{}, 0, 0, what, weight});
                });
                fetch::discoverer work(net, answers, manners, set.base_url, io.now());
                auto made = work.run(
                    pages, [&] { return io.stop(); },
                    [&](fetch::discovery const& so_far) {
                        io.progress([&] { return tt_discover::progress_of(so_far); });
                    });
                tt_discover::report(made, io);
                for (auto& each : made.pages) found.take(std::move(each.last.found));
            }
            tt_discover::choose(found, rule, start, set.count || !only_inputs, into ? &*into : nullptr, io);
            if (into) into->finish();
        });
}
