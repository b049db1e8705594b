// SPDX-License-Identifier: MIT
// Anything as a file of gzip members, as a WARC record, as an archived response: read without harm, and what
// was read and is written again is the same once more.
#include "entry.hpp"

#include "../support.hpp"
#include "tiktrack/cohort/archive_reader.hpp"
#include "tiktrack/http/exchange.hpp"

#include <cstdint>
#include <cstdlib>

using namespace tiktrack;

namespace {

void check_response(std::string_view text)
{
    auto const read = http::answer_of(text, "u");
    if (!read) return;
    auto const again = http::answer_of(archived_response(*read), "u");
    if (!again || again->how != read->how || again->status != read->status || again->body != read->body)
        std::abort();
    for (auto const part : {&http::answer::retry_after, &http::answer::location, &http::answer::detail})
        if (((*read).*part).find('\r') == std::string::npos && (*again).*part != (*read).*part) std::abort();
}

void check_record(std::string_view text)
{
    auto const read = format::read_warc(text);
    if (read.record.has_value() != read.why.empty() || read.size > text.size()) std::abort();
    if (!read.record) return;
    std::string written;
    format::append_warc(written, *read.record);
    auto const back = format::read_warc(written);
    if (!back.record || back.size != written.size() || back.record->block != read.record->block ||
        back.record->fields.size() != read.record->fields.size())
        std::abort();
    check_response(read.record->block);
}

void check_members(std::string_view text)
{
    constexpr std::size_t limit = std::size_t{1} << 20;
    auto const file = support::file_with(text);
    io::gzip_reader reader(file.get(), "f", limit);
    for (std::uint64_t at = 0;;) {
        auto const read = reader.read(at);
        if ((read.is == io::member_state::end) != (at >= text.size())) std::abort();
        if (read.is != io::member_state::whole) {
            if (!read.text.empty() || read.size != 0) std::abort();
            return;
        }
        if (read.text.size() > limit || read.size == 0 || read.size > text.size() - at) std::abort();
        at += read.size;
        check_record(read.text);
    }
}

} // namespace

TIKTRACK_FUZZ(archive)
{
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    check_members(text);
    check_record(text);
    check_response(text);
}
