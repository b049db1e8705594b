// SPDX-License-Identifier: MIT
// Two lines: the second read as the first taught it, and by Boost.JSON. Same verdict, same cells, same CSV.
#include "entry.hpp"

#include "../made_up.hpp"
#include "tiktrack/model/derived.hpp"
#include "tiktrack/model/table.hpp"

using namespace tiktrack;

namespace {

std::string csv_of(record const& r, text_window line)
{
    csv_rows rows(choose_columns("all"), {});
    format::text_buffer text;
    rows.append(text, r, line, [](csv_column const&, std::string_view, std::string_view) {});
    return std::string(text.text());
}

} // namespace

TIKTRACK_FUZZ(record)
{
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const cut = std::min(text.find('\n'), size);
    std::string const first(text.substr(0, cut));
    std::string second(cut < size ? text.substr(cut + 1) : text); // a line alone is read twice
    second.erase(std::min(second.find('\n'), second.size()));

    record_reader learned, fresh;
    record a, b;
    if (learned.read(first, a)) return;
    auto const wrong = fresh.read(second, b);
    if (!wrong) {
        draft derived;
        derive_absent(derived, b); // whatever the values are
    }
    auto const padded = second + '\n' + std::string(64, 'n');
    char const* const begin = padded.data();
    char const* const end = begin + second.size();
    char const* const stop = learned.expected({begin, end, begin + padded.size()}, a);
    if (stop == nullptr || !std::all_of(stop, end, format::is_blank)) return; // left to Boost
    bool const same =
        !wrong && support::dump(a) == support::dump(b) &&
        csv_of(a, {begin, end, begin + padded.size()}) ==
            csv_of(b, {second.data(), second.data() + second.size(), second.data() + second.size()});
    if (!same) std::abort();
}
