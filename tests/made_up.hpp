// SPDX-License-Identifier: MIT
// Made-up lines of records, what reading them gives as text to compare, and CSV read back.
#pragma once

#include "support.hpp"
#include "tiktrack/model/lines.hpp"

#include <cstdint>

namespace tiktrack::support {

/// Values as they stand in records, and some that should not.
inline std::vector<std::string> const odd_values = {"null",
                                                    "null",
                                                    "null",
                                                    "0",
                                                    "7",
                                                    "12",
                                                    "9999",
                                                    "123456789012",
                                                    "-1",
                                                    "-0",
                                                    "0.5",
                                                    "1e3",
                                                    "12.0",
                                                    "1E400",
                                                    "123456789012345678901234567890",
                                                    "true",
                                                    "false",
                                                    R"("")",
                                                    R"("ok")",
                                                    R"("12")",
                                                    R"("7576039700536806669")",
                                                    R"("plain text of more than sixteen bytes")",
                                                    R"("caf\u00e9 \"quoted\" \\ \/ \b\f\n\r\t")",
                                                    R"("lone \ud83d half")",
                                                    R"("\udc00")",
                                                    R"("\ud83c\udfb9")",
                                                    "\"🌇 ñ ﷽ beyond ASCII\"",
                                                    R"("\u0000")",
                                                    "[]",
                                                    R"(["a"])",
                                                    R"(["a","b c",""])",
                                                    R"([1,"x",null])",
                                                    R"([ "a" , "b" ])",
                                                    "{}",
                                                    R"({"a":1})",
                                                    R"({ "a" : [ 1 , { } ] })",
                                                    R"({"lone":"\ud800"})",
                                                    R"({"x":1e3,"y":"\u002F"})",
                                                    "[[[[]]]]"};

/// Made-up lines in a few spellings that come again and again, with changes.
class line_maker {
public:
    explicit line_maker(unsigned seed) : chance(seed) {}

    /// A record; now and then its order, its blanks or its keys are new.
    std::string record()
    {
        if (shapes_.empty() || chance.once_in(12)) shapes_.push_back(new_shape());
        auto const& [keys, colon, comma, blanks] = chance.one_of(shapes_);
        std::string line = blanks + "{" + blanks;
        for (bool first = true; auto const& key : keys) {
            if (!first) line += comma;
            line += '"' + key + '"' + colon + value(key);
            first = false;
        }
        return line + blanks + "}" + blanks;
    }

    /// The same or nearly: some bytes changed, doubled or gone.
    std::string damaged(std::string line)
    {
        for (auto n = chance.roll(3) + 1; n > 0 && !line.empty(); --n) {
            auto const at = chance.roll(line.size());
            static constexpr std::string_view bytes = "\"\\{}[],: \t\r\x01\x1f\x7f\x80\xc3\xed\xff"
                                                      "0123456789abcdefuntr-+.eE";
            switch (chance.roll(4)) {
            case 0: line[at] = chance.one_of(bytes); break;
            case 1: line.insert(at, 1, chance.one_of(bytes)); break;
            case 2: line.erase(at, chance.roll(4) + 1); break;
            default: line.insert(at, line.substr(chance.roll(line.size()), chance.roll(20)));
            }
        }
        return line;
    }

    dice chance;

private:
    struct shape {
        std::vector<std::string> keys;
        std::string colon, comma, blanks;
    };

    std::string value(std::string const& key)
    {
        if (key == "video_id" && !chance.once_in(8))
            return R"("75760397005368066)" + std::to_string(10 + chance.roll(90)) + '"';
        if (key == "schema") return "1"; // a later one is for nobody to read
        return chance.one_of(odd_values);
    }

    shape new_shape()
    {
        static std::vector<std::string> const foreign = {"note",          "größe", R"(esc\u0061ped)",
                                                         R"(vi\u0065ws)", "",      "n"};
        shape made;
        for (auto const& each : columns)
            if (!chance.once_in(3)) made.keys.emplace_back(each.key);
        for (auto const& each : foreign)
            if (chance.once_in(3)) made.keys.push_back(each);
        if (chance.once_in(6)) made.keys.push_back(chance.one_of(made.keys));
        if (chance.once_in(2)) std::shuffle(made.keys.begin(), made.keys.end(), chance.engine());
        if (chance.once_in(3)) made.keys.resize(chance.roll(made.keys.size()));
        made.colon = chance.once_in(3) ? ": " : chance.once_in(9) ? "\t:\t" : ":";
        made.comma = chance.once_in(3) ? ", " : chance.once_in(9) ? " ,\r" : ",";
        made.blanks = chance.once_in(6) ? " " : "";
        return made;
    }

    std::vector<shape> shapes_;
};

/// All that a record holds, as text to compare.
inline std::string dump(record const& r)
{
    std::string text;
    for (std::size_t i = 0; i < column_count; ++i)
        if (!r.cells[i].empty()) text += std::string(columns[i].key) + '=' + std::string(r.cells[i]) + '\n';
    for (auto const& each : r.foreign) {
        text += '*';
        text.append(each.key).append("=").append(each.value).append(" as ").append(each.spelled) += '\n';
    }
    return text;
}

/// One fault as a line of text, `file:line:column: why`.
inline std::string dump(fault const& each)
{
    return each.file + ':' + std::to_string(each.line) + ':' + std::to_string(each.column) + ": " + each.why;
}

/// What going through lines gives, one text each: records as they were read, and faults.
using reading = std::vector<std::string>;

/// Reads all lines one after the other, as the tools do: with a reader that learns.
inline reading read_learning(std::string_view text, std::size_t longest = 1 << 20)
{
    reading all;
    record_reader reader;
    record scratch;
    std::string memory(text);
    memory.append(64, '}'); // what stands behind the text, and must not matter
    char const* const begin = memory.data();
    read_lines(
        {begin, begin + text.size(), begin + memory.size()}, 1, longest, reader, scratch,
        [&](record const& r, std::string_view line, std::uint64_t) {
            all.push_back(std::string(line) + '\n' + dump(r));
        },
        [&](fault const& each) { all.push_back(dump(each)); });
    return all;
}

/// Reads each line with a reader that has learned nothing, so that Boost.JSON sees it.
inline reading read_each_alone(std::string_view text, std::size_t longest = 1 << 20)
{
    reading all;
    for (std::uint64_t number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size() - 1);
        record_reader reader;
        record scratch;
        char const* const begin = text.data();
        read_lines(
            {begin, begin + end + 1, begin + end + 1}, number, longest, reader, scratch,
            [&](record const& r, std::string_view line, std::uint64_t) {
                all.push_back(std::string(line) + '\n' + dump(r));
            },
            [&](fault const& each) { all.push_back(dump(each)); });
        text.remove_prefix(end + 1);
    }
    return all;
}

/// A cell of a CSV file, and whether it stood in quotes.
struct csv_cell {
    std::string text;
    bool quoted = false;
    friend bool operator==(csv_cell const&, csv_cell const&) = default;
};

/// Reads CSV by the letter of RFC 4180, with `\n` or `\r\n` behind every row. @throws where it is none
inline std::vector<std::vector<csv_cell>> parse_csv(std::string_view text, char delimiter = ',')
{
    auto const require = [](bool holds) {
        if (!holds) throw std::runtime_error("no CSV");
    };
    std::vector<std::vector<csv_cell>> rows;
    for (std::size_t at = 0; at < text.size();) {
        auto& row = rows.emplace_back();
        for (bool more = true; more;) {
            auto& cell = row.emplace_back();
            cell.quoted = at < text.size() && text[at] == '"';
            if (cell.quoted) {
                for (++at;; cell.text += '"') {
                    auto const quote = text.find('"', at);
                    require(quote != text.npos);
                    cell.text += text.substr(at, quote - at);
                    at = quote + 1;
                    if (at == text.size() || text[at] != '"') break;
                    ++at;
                }
            } else {
                for (; at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r';
                     ++at) {
                    require(text[at] != '"');
                    cell.text += text[at];
                }
            }
            require(at < text.size());
            more = text[at] == delimiter;
            if (more) {
                ++at;
                continue;
            }
            if (text[at] == '\r') ++at;
            require(at < text.size() && text[at] == '\n');
            ++at;
        }
    }
    return rows;
}

} // namespace tiktrack::support
