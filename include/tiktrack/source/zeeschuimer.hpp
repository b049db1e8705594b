// SPDX-License-Identifier: MIT
// Items that Zeeschuimer captured from a browser: one answer each, with its time.
#pragma once

#include "tiktrack/source/listing.hpp"

namespace tiktrack::source {

[[nodiscard]] inline bool is_zeeschuimer_item(object const& of)
{
    return of["source_platform"].is_string() && of["data"].exists();
}

/// Reads one captured item; those of other platforms are counted and passed over.
inline void read_zeeschuimer_item(object const& of, outcomes& out)
{
    auto const platform = of["source_platform"].string();
    if (platform != "tiktok.com" && platform != "tiktok") return out.pass_over("items of " + platform);
    auto const updated = envelope_time(of["last_updated"]);
    out.begin_answer(updated ? updated : envelope_time(of["timestamp_collected"]));
    give_listed_video(object(of["data"]), out);
}

} // namespace tiktrack::source
