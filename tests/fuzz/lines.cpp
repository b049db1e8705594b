// SPDX-License-Identifier: MIT
// Arbitrary bytes as JSON Lines: what is taken is a JSON object with a possible id, what is refused is none,
// and what was learned from the lines before changes nothing.
#include "entry.hpp"

#include "../made_up.hpp"

using namespace tiktrack;

TIKTRACK_FUZZ(lines)
{
    auto const require = [](bool holds) {
        if (!holds) std::abort();
    };
    std::string const text(reinterpret_cast<char const*>(data), size);
    require(support::read_learning(text) == support::read_each_alone(text));

    format::validator boost;
    record_reader reader;
    record scratch;
    support::guarded_text const exact(text);
    auto const tally = read_lines(
        {exact.begin(), exact.end(), exact.end()}, 1, size, reader, scratch,
        [&](record const& r, std::string_view line, std::uint64_t) {
            require(!boost.check(line) && !identity_error(r, line));
        },
        [&](fault const& each) {
            auto const* p = exact.begin();
            for (auto n = each.line; n > 1; ++p) n -= *p == '\n';
            std::string_view const line(p, std::size_t(std::find(p, exact.end(), '\n') - p));
            if (each.weight != severity::bad_line) return;
            require(reader.read(line, scratch) || identity_error(scratch, line));
            require(each.column <= line.size() + 1);
        });
    auto const ends = std::uint64_t(std::count(text.begin(), text.end(), '\n'));
    require(tally.lines == ends + (text.empty() || text.back() == '\n' ? 0 : 1));
}
