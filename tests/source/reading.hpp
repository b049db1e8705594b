// SPDX-License-Identifier: MIT
// Imports a text and shows what came out, for tests of adapters.
#pragma once

#include "../support.hpp"
#include "tiktrack/source/import_answers.hpp"

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::support {

/// What came of an import.
struct imported {
    std::string text;               ///< the lines
    std::vector<std::string> lines; ///< the same, without their ends
    std::vector<std::string> said;  ///< faults: `LINE:COLUMN: why`, a bad line's with a `!` in front
    std::string failed;             ///< why it ended
    import_tally tally;

    /// The JSON text of a cell of a record.
    [[nodiscard]] std::string operator()(std::size_t record, std::string_view key) const
    {
        if (record >= lines.size()) return "no such record";
        return std::string(format::json_view(lines[record])[key].text());
    }
    /// The same of the first.
    [[nodiscard]] std::string operator[](std::string_view key) const { return (*this)(0, key); }

    /// Each record's `id status`, for a glance at all.
    [[nodiscard]] std::string glance() const
    {
        std::string all;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto const id = (*this)(i, "video_id"), status = (*this)(i, "status");
            all += (i > 0 ? ", " : "") + (id == "null" ? "-" : id.substr(1, id.size() - 2)) + ' ' +
                   (status.size() < 2 || status == "null" ? "-" : status.substr(1, status.size() - 2));
        }
        return all;
    }
};

inline imported import_from(io::input& in, import_settings const& set = {})
{
    imported all;
    io::fd const file = file_with("");
    io::output out(file.get(), "out");
    fault_sink const sink = [&](fault const& each) {
        all.said.push_back((each.weight == severity::bad_line ? "!" : "") + std::to_string(each.line) + ':' +
                           std::to_string(each.column) + ": " + each.why);
    };
    try {
        all.tally = import_answers(in, out, set, sink);
    } catch (failure const& error) {
        all.failed = error.what();
    }
    out.finish();
    all.text.resize(static_cast<std::size_t>(::lseek(file.get(), 0, SEEK_END)));
    if (::pread(file.get(), all.text.data(), all.text.size(), 0) < 0) io::throw_errno("out");
    for (std::string_view left = all.text; !left.empty(); left.remove_prefix(left.find('\n') + 1))
        all.lines.emplace_back(left.substr(0, left.find('\n')));
    return all;
}

inline imported import_text(std::string_view text, import_settings const& set = {})
{
    text_input from(text);
    return import_from(from.in, set);
}

/// A made-up itemStruct with what a record needs, and further members.
inline std::string made_up_item(std::string const& further = {},
                                std::string const& id = "7612236449866807058")
{
    return R"({"id":")" + id +
           R"(","desc":"bread","createTime":1772361921,"author":{"uniqueId":"pekka","nickname":"P"})" +
           (further.empty() ? "" : "," + further) + "}";
}

/// A page around the state of a script.
inline std::string made_up_page(std::string const& script,
                                std::string const& id = "__UNIVERSAL_DATA_FOR_REHYDRATION__")
{
    return "<!DOCTYPE html><html><head><title>TikTok - Make Your Day</title></head><body><script id=\"" + id +
           "\" type=\"application/json\">" + script + "</script></body></html>";
}

/// The state of a page that shows an item.
inline std::string made_up_state(std::string const& item, std::string const& further = {})
{
    return R"({"__DEFAULT_SCOPE__":{)" + further + R"("webapp.video-detail":{"itemInfo":{"itemStruct":)" +
           item + R"(},"statusCode":0,"statusMsg":""}}})";
}

/// Checks that records read again from their own lines are the same bytes.
inline bool stays_the_same(imported const& all) { return import_text(all.text).text == all.text; }

} // namespace tiktrack::support
