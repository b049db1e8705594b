// SPDX-License-Identifier: MIT
// An answer as the text of an HTTP/1.1 response, as an archive keeps it, and back: the body is decoded, with
// the length that it has here; what the response said about coding and length stands beside, renamed.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/base/number.hpp"
#include "tiktrack/base/trimmed.hpp"
#include "tiktrack/http/message.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::http {

namespace detail {

/// What is renamed begins so; so do headers that say how a response without a body ended.
inline constexpr std::string_view renamed = "X-Archive-Orig-", ours = "X-Archive-";

inline constexpr std::array<std::pair<arrival, std::string_view>, 4> endings{{
    {arrival::failed, "failed"},
    {arrival::timed_out, "timed_out"},
    {arrival::too_large, "too_large"},
    {arrival::redirected, "redirected"},
}};

/// Whether a line is a header with that name, or one whose name begins so.
[[nodiscard]] inline bool begins_as(std::string_view line, std::string_view name) noexcept
{
    return same_letters(line.substr(0, name.size()), name);
}

/// Takes a line with its end off the front of a head; a text without an end is a line too.
[[nodiscard]] inline std::string_view take_head_line(std::string_view& head) noexcept
{
    auto const end = head.find('\n');
    auto line = head.substr(0, end);
    head.remove_prefix(std::min(head.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The value of a header's line.
[[nodiscard]] inline std::string_view value_of(std::string_view line) noexcept
{
    return trimmed(line.substr(std::min(line.size(), line.find(':') + 1)), header_blanks);
}

/// Appends a header on one line, whatever its value holds: what a header cannot hold is spelled `\xNN`.
inline void append_header(std::string& to, std::string_view name, std::string_view value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    to.append(name).append(": ");
    for (std::size_t i = 0; i < value.size(); ++i) {
        auto const byte = static_cast<unsigned char>(value[i]);
        bool const blank_at_end = byte == ' ' && (i == 0 || i + 1 == value.size());
        if (byte < 0x20 || byte == 0x7f || byte == '\\' || blank_at_end)
            to.append("\\x").append({digits[byte >> 4], digits[byte & 15]});
        else
            to += value[i];
    }
    to.append("\r\n");
}

/// The value that `append_header` was given.
[[nodiscard]] inline std::string unspelled(std::string_view value)
{
    std::string made;
    for (std::size_t i = 0; i < value.size(); ++i) {
        bool const spelled = value.substr(i, 2) == "\\x" && value.size() >= i + 4;
        auto const byte = spelled ? parse_number<unsigned>(value.substr(i + 2, 2), 16) : std::nullopt;
        made += byte ? static_cast<char>(*byte) : value[i];
        if (byte) i += 3;
    }
    return made;
}

[[nodiscard]] inline std::optional<int> status_in(std::string_view line) noexcept
{
    if (!line.starts_with("HTTP/1.1 ") || line.size() < 12) return {};
    auto const status = parse_number<int>(line.substr(9, 3));
    if (!status || *status < 100 || (line.size() > 12 && line[12] != ' ')) return {};
    return status;
}

} // namespace detail

/// The response that an answer came as; empty where not even its status came. Where the answer is not
/// `answered`, headers of ours tell how it ended.
[[nodiscard]] inline std::string archived_response(answer const& of)
{
    using namespace detail;
    if (of.status == 0) return {};
    std::string_view rest = of.head;
    auto const first = take_head_line(rest); // of any version of HTTP
    auto const code = first.find(' ');
    auto const reason = code == first.npos ? code : first.find(' ', code + 1);
    std::string made("HTTP/1.1 " + std::to_string(of.status) + ' ');
    if (reason != first.npos) made.append(first.substr(reason + 1));
    made.append("\r\n");
    bool wait_is_told = of.retry_after.empty();
    while (!rest.empty()) {
        auto const line = take_head_line(rest);
        if (line.empty()) break;
        for (std::string_view const each : {"Content-Length:", "Content-Encoding:", "Transfer-Encoding:"})
            if (begins_as(line, each)) made.append(renamed);
        if (begins_as(line, ours)) made.append(renamed);
        wait_is_told |= begins_as(line, "Retry-After:");
        made.append(line).append("\r\n");
    }
    if (!wait_is_told) made.append("Retry-After: ").append(of.retry_after).append("\r\n"); // as it came
    for (auto const& [how, word] : endings)
        if (how == of.how) append_header(made, "X-Archive-Ended", word);
    if (!of.location.empty()) append_header(made, "X-Archive-Location", of.location);
    if (!of.detail.empty()) append_header(made, "X-Archive-Detail", of.detail);
    append_header(made, "Content-Length", std::to_string(of.body.size()));
    return made.append("\r\n").append(of.body);
}

/// The answer from that text, so that whoever reads it comes to the same as from the one that came; heads and
/// hops are left empty. Nothing where it is not what `archived_response` makes.
[[nodiscard]] inline std::optional<answer> answer_of(std::string_view response, std::string url)
{
    using namespace detail;
    auto const status = status_in(take_head_line(response));
    if (!status) return {};
    answer made;
    made.how = arrival::answered;
    made.status = *status;
    made.url = std::move(url);
    std::optional<std::size_t> length;
    for (bool waited = false;;) {
        if (response.empty()) return {}; // the head has no end
        auto const line = take_head_line(response);
        auto const value = value_of(line);
        if (line.empty()) break;
        if (begins_as(line, "Content-Encoding:") || begins_as(line, "Transfer-Encoding:")) return {};
        if (begins_as(line, "Content-Length:")) {
            if (length) return {};
            length = parse_number<std::size_t>(value);
            if (!length) return {};
        } else if (begins_as(line, "Retry-After:")) {
            if (!std::exchange(waited, true)) made.retry_after = value;
        } else if (begins_as(line, "X-Archive-Location:")) {
            made.location = unspelled(value);
        } else if (begins_as(line, "X-Archive-Detail:")) {
            made.detail = unspelled(value);
        } else if (begins_as(line, "X-Archive-Ended:")) {
            auto const at = std::find_if(endings.begin(), endings.end(),
                                         [&](auto const& each) { return each.second == value; });
            if (at == endings.end()) return {};
            made.how = at->first;
        }
    }
    if (length != response.size()) return {};
    made.body = response;
    return made;
}

} // namespace tiktrack::http
