// SPDX-License-Identifier: MIT
// Whether a video is to be seen, what the two kinds of pages say where it is not, and which status that is.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tiktrack::stand_in {

/// Why a video is shown or not.
enum class standing {
    shown,
    deleted,
    self_only,
    friends_only,
    private_account,
    region_locked,
    cross_border,
    login_required,
    removed, ///< the embed page answers 200, every field there and empty
    unknown  ///< no such id
};

/// How the embed page says it.
enum class embed_form { video, code, emptied, bad_request };

/// One standing, as both kinds of pages spell it and as a record is to say it.
struct standing_row {
    standing is;
    std::string_view name;
    std::int64_t page_code;
    std::string_view page_message;
    std::string_view page_status;
    embed_form embed;
    std::string_view embed_status;
};

inline constexpr auto standings = std::to_array<standing_row>({
    {standing::shown, "shown", 0, "", "ok", embed_form::video, "ok"},
    {standing::deleted, "deleted", 10204, "item_status_deleted", "deleted", embed_form::code, "not_found"},
    {standing::self_only, "self_only", 10204, "status_self_see", "private", embed_form::code, "not_found"},
    {standing::friends_only, "friends_only", 10204, "status_friend_see", "private", embed_form::code,
     "not_found"},
    {standing::private_account, "private_account", 10222, "", "private", embed_form::code, "not_found"},
    {standing::region_locked, "region_locked", 10231, "", "region_blocked", embed_form::code, "not_found"},
    {standing::cross_border, "cross_border", 10204, "cross_border_violation", "region_blocked",
     embed_form::code, "not_found"},
    {standing::login_required, "login_required", 0, "", "login_required", embed_form::code, "not_found"},
    {standing::removed, "removed", 10204, "item doesn't exist", "not_found", embed_form::emptied,
     "not_found"},
    {standing::unknown, "unknown", 10204, "item doesn't exist", "not_found", embed_form::bad_request,
     "not_found"},
});

[[nodiscard]] constexpr standing_row const& row_of(standing is) noexcept
{
    return standings[static_cast<std::size_t>(is)];
}

} // namespace tiktrack::stand_in
