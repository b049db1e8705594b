// SPDX-License-Identifier: MIT
// The client of a program that asks a platform, as its options say.
#pragma once

#include "cli/signals.hpp"
#include "guest_options.hpp"
#include "tiktrack/http/client.hpp"

namespace tiktrack {

[[nodiscard]] inline http::client_settings client_settings_of(guest_settings const& set)
{
    http::client_settings made;
    made.user_agent = user_agent_of(set);
    made.timeout = set.timeout;
    made.connect_timeout = std::min(made.connect_timeout, set.timeout);
    made.largest_body = set.max_size;
    made.connections_per_host = static_cast<long>(set.parallel);
    if (set.cacert) made.ca_file = *set.cacert;
    made.wake = cli::stop_descriptor();
    return made;
}

} // namespace tiktrack
