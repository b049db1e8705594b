// SPDX-License-Identifier: MIT
// What tt-tocsv can be told.
#pragma once

#include "cli/common.hpp"
#include "cli/option.hpp"
#include "cli/threads.hpp"
#include "tiktrack/model/dictionary.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::tt_tocsv {

enum class rows { all, one };
inline constexpr auto rows_words = std::to_array<cli::word<rows>>({{"all", rows::all}, {"one", rows::one}});

inline constexpr auto dictionary_words =
    std::to_array<cli::word<dictionary_form>>({{"markdown", dictionary_form::markdown},
                                               {"json", dictionary_form::json},
                                               {"csv", dictionary_form::csv}});

/// One character that cannot be part of a quoted cell, of a line's end, of a number or of a truth value.
struct delimiter {
    static constexpr std::string_view fit = "\t !#$%&'()*,/:;<=>?@[\\]^_`{|}~";
    static std::optional<char> read(std::string_view given)
    {
        if (given == "tab" || given == "\\t") return '\t';
        if (given.size() != 1 || fit.find(given[0]) == fit.npos) return {};
        return given[0];
    }
    static std::string show(char held) { return held == '\t' ? "tab" : std::string(1, held); }
    static std::string allowed()
    {
        return "one ASCII character but letters, digits and \"+-., or the word tab";
    }
};

struct settings : cli::common_settings {
    std::string columns = "core";
    tt_tocsv::rows rows = rows::all;
    char delimiter = ',';
    bool crlf = false;
    bool bom = false;
    bool header = true;
    bool spreadsheet = false;
    std::optional<dictionary_form> dictionary;
    unsigned threads = cli::default_threads();
};

inline constexpr auto options = std::to_array<cli::option<settings>>({
    {"columns", "LIST",
     "which columns, in which order: core, core+ (and status, resolutions, flags), all, or keys with commas",
     cli::into<&settings::columns, cli::text>},
    {"rows", "WHICH", "all rows, or one for each timepoint of a series: its last ok, else its last outcome",
     cli::into<&settings::rows, cli::choice<rows_words>>},
    {"delimiter", "CHAR", "what stands between cells", cli::into<&settings::delimiter, tt_tocsv::delimiter>,
     "a comma"},
    {"crlf", "", "end lines with CR LF", cli::on<&settings::crlf>},
    {"bom", "", "begin with a byte order mark", cli::on<&settings::bom>},
    {"header", "YES|NO", "begin with a row of names", cli::into<&settings::header, cli::yes_no>},
    {"spreadsheet", "", "make formulas harmless and keep long ids whole in spreadsheet programs",
     cli::on<&settings::spreadsheet>},
    {"dictionary",
     "FORM",
     "print what every column means, and read nothing",
     cli::into<&settings::dictionary, cli::choice<dictionary_words>>,
     {},
     cli::place::command_line},
    {"threads", "N", "convert with N threads", cli::into<&settings::threads, cli::whole<1, 64>>,
     cli::default_threads_words},
});

inline constexpr cli::about<settings> about = {"tt-tocsv", "write records as CSV, or describe their columns",
                                               "FILE",
                                               "tt-velocity hour_*.jsonl | tt-tocsv > final_dataset.csv\n"
                                               "tt-tocsv --dictionary markdown > columns.md",
                                               options};

} // namespace tiktrack::tt_tocsv
