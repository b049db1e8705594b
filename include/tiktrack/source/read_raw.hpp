// SPDX-License-Identifier: MIT
// Reads the object that a record keeps in `raw`, by the adapter that it came from.
#pragma once

#include "tiktrack/source/embed.hpp"
#include "tiktrack/source/first_system.hpp"
#include "tiktrack/source/listing.hpp"
#include "tiktrack/source/next_data.hpp"
#include "tiktrack/source/oembed.hpp"
#include "tiktrack/source/research_rows.hpp"
#include "tiktrack/source/sigi.hpp"

#include <string_view>

namespace tiktrack::source {

namespace detail {

/// The page's objects: a scope, the answer about a creator, the one about a video.
inline void read_page_object(object const& of, std::string_view source, outcomes& out,
                             format::validator& valid)
{
    if (of.has("__DEFAULT_SCOPE__")) {
        object const scope(of["__DEFAULT_SCOPE__"]);
        if (!read_scope(scope, out, valid)) give_shell(scope, out, valid);
    } else if (of["userInfo"].is_object() && source == "page") {
        read_user_detail(of, out);
    } else {
        read_detail(of, detail_keys[source == "page" ? 0 : 1], out);
    }
}

} // namespace detail

/// Gives what an object comes to that stands in `raw` under this source. False, with nothing given, where
/// there is no such source or the object is none of its.
[[nodiscard]] inline bool read_raw(std::string_view source, object const& of, outcomes& out,
                                   format::validator& valid)
{
    auto const given = out.given();
    if (source == "page" || source == "mobile") {
        detail::read_page_object(of, source, out, valid);
    } else if (source == "embed") {
        if (!of["source"]["data"].is_object())
            read_embed_route(of, out);
        else if (!read_embed(of, out))
            return false;
    } else if (source == "sigi") {
        if (!read_sigi(of, out)) return false;
    } else if (source == "next_data") {
        if (!read_next_data(of, out)) return false;
    } else if (source == "listing" || source == "app") {
        give_listed_video(of, out);
    } else if (source == "research") {
        give_research_row(of, out);
    } else if (source == "first_system") {
        give_first_system_row(of, out);
    } else if (source == "oembed") {
        read_oembed(of, out);
    }
    return out.given() == given + 1;
}

} // namespace tiktrack::source
