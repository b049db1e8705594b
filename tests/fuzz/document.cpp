// SPDX-License-Identifier: MIT
#include "records.hpp"

/// A JSON document of any shape, records of ours among them.
TIKTRACK_FUZZ(document)
{
    using namespace tiktrack;
    std::string const text(reinterpret_cast<char const*>(data), size);
    fuzz::records records;
    if (records.valid.check(text)) return;
    source::record_again again(records.set, records.valid, records.say);
    record_reader lines;
    record old;
    source::answer_reader reader(records.out, records.valid, [&](format::json_view object) {
        std::string line;
        format::append_compact(line, object.text());
        format::text_buffer written;
        if (!lines.read(line, old) && !identity_error(old, line)) {
            again.append(written, old, line);
            records.lines.emplace_back(written.text());
        }
    });
    (void)reader.read(format::json_view(text));
    records.check();
}
