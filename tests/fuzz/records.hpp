// SPDX-License-Identifier: MIT
// The records that an adapter gives, and the law that they obey: each is a line, and read again it is the
// same line.
#pragma once

#include "entry.hpp"

#include "tiktrack/source/read_answer.hpp"
#include "tiktrack/source/record_again.hpp"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::fuzz {

/// Collects lines; `check` aborts where one breaks the law.
struct records {
    void take(draft& of)
    {
        source::set_exactness(of, source::stated_exactness::unsaid);
        source::complete(of);
        format::text_buffer line;
        append_line(line, of.made);
        lines.emplace_back(line.text());
    }

    void check()
    {
        source::record_again again(set, valid, say);
        record_reader reader;
        record old;
        for (std::string const& each : lines) {
            std::string_view const line(each.data(), each.size() - 1);
            if (each.find('\n') != line.size() || reader.read(line, old) || identity_error(old, line))
                std::abort();
            format::text_buffer written;
            again.append(written, old, line);
            if (written.text() != each) std::abort();
        }
    }

    import_settings set;
    format::validator valid;
    source::outcomes::speaker say = [](std::string const&, severity) {};
    std::vector<std::string> lines;
    source::outcomes out{[this](draft& of) { take(of); }, say};
};

} // namespace tiktrack::fuzz
