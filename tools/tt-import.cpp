// SPDX-License-Identifier: MIT
// tt-import: turns saved answers of platforms into records.
#include "cli/run.hpp"
#include "family.hpp"
#include "import_archive.hpp"
#include "tiktrack/source/import_answers.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    return cli::run<tt_import::settings>(
        tt_import::about, family, argc, argv, [](tt_import::settings const& set, cli::pipe& io) {
            import_settings how;
            how.cohort = set.cohort;
            how.timepoint = set.timepoint;
            if (set.collected && set.collected->at) how.collected = to_unix(*set.collected->at);
            if (set.collected && set.collected->in_milliseconds)
                io.say("--collected " + std::string(in_milliseconds));
            how.collected_mtime = set.collected && !set.collected->at;
            how.keep_raw = set.raw;
            if (set.exact)
                how.counts = *set.exact ? source::stated_exactness::exact : source::stated_exactness::rounded;
            how.largest = set.max_size;
            how.longest_line = set.max_line;
            auto const faults = io.sink();
            io.arrange_inputs(order_by_timepoint);
            io.for_each_input([&](io::input& from) {
                auto archive = archive_in(from);
                auto const done = archive ? import_archive(*archive, io.out(), how, faults, io)
                                          : import_answers(from, io.out(), how, faults, &io.stop_flag());
                if (done.again > 0) io.fail_later(cli::partly_done);
            });
        });
}
