// SPDX-License-Identifier: MIT
// tt-tocsv: writes records as CSV, or describes the columns.
#include "cli/run.hpp"
#include "family.hpp"
#include "tiktrack/model/dictionary.hpp"
#include "tiktrack/study/to_csv.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    return cli::run<tt_tocsv::settings>(
        tt_tocsv::about, family, argc, argv, [](tt_tocsv::settings const& set, cli::pipe& io) {
            auto const chosen = choose_columns(set.columns);
            if (set.dictionary) {
                io.out().write(dictionary(chosen, *set.dictionary));
                return;
            }
            csv_settings how;
            how.columns = chosen;
            how.style = {set.delimiter, set.crlf, set.spreadsheet};
            how.header = set.header;
            how.mark = set.bom;
            how.one_row = set.rows == tt_tocsv::rows::one;
            how.threads = set.threads;
            how.longest_line = set.max_line;
            auto const faults = io.sink();
            csv_export rows(how, io.out(), faults);
            io.for_each_input([&](io::input& from) { rows.add(from, &io.stop_flag()); });
            rows.finish();
        });
}
