// SPDX-License-Identifier: MIT
// The platform's own codes and words for a video that it does not show, as statuses.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiktrack::source {

namespace detail {

struct code_meaning {
    std::int64_t code;
    std::string_view status;
};

struct word_meaning {
    std::string_view word;
    std::string_view status;
};

/// 10204 is also met where only the asker's region or address is blocked: it never says "deleted" alone.
inline constexpr std::int64_t no_such_item = 10204;

inline constexpr auto words_beside_10204 = std::to_array<word_meaning>({
    {"status_deleted", "deleted"},
    {"self_see", "private"},
    {"friend_see", "private"},
    {"privacy", "private"},
    {"cross_border", "region_blocked"},
    {"geo", "region_blocked"},
});

inline constexpr auto codes = std::to_array<code_meaning>({
    {10204, "not_found"},
    {10201, "not_found"},
    {10202, "not_found"},
    {10221, "not_found"},
    {10215, "private"},
    {10216, "private"},
    {10222, "private"},
    {10219, "region_blocked"},
    {10231, "region_blocked"},
    {10000, "challenged"},
    {2484, "challenged"}, // "Too many attempts"
});

} // namespace detail

/// The status that a code other than 0 stands for, with the message beside it; the first match wins.
[[nodiscard]] constexpr std::string_view status_of_code(std::int64_t code, std::string_view message) noexcept
{
    if (code == detail::no_such_item)
        for (auto const& each : detail::words_beside_10204)
            if (message.find(each.word) != message.npos) return each.status;
    for (auto const& each : detail::codes)
        if (each.code == code) return each.status;
    return "parse_error";
}

/// `10204: item doesn't exist`, for `status_detail`.
[[nodiscard]] inline std::string code_detail(std::int64_t code, std::string_view message)
{
    auto detail = std::to_string(code);
    if (!message.empty()) detail.append(": ").append(message);
    return detail;
}

} // namespace tiktrack::source
