// SPDX-License-Identifier: MIT
// The client of a program that asks a platform, as its options say.
#pragma once

#include "cli/signals.hpp"
#include "guest_options.hpp"
#include "tiktrack/http/client.hpp"
#include "tiktrack/io/fd.hpp"

#include <fcntl.h>

namespace tiktrack {

/// @param archived whether answers go to an archive @throws std::system_error where --cacert cannot be read
[[nodiscard]] inline http::client_settings client_settings_of(guest_settings const& set, bool archived)
{
    http::client_settings made;
    made.keep_heads = archived;
    made.user_agent = user_agent_of(set);
    made.timeout = set.timeout;
    made.connect_timeout = std::min(made.connect_timeout, set.timeout);
    made.largest_body = set.max_size;
    made.connections_per_host = static_cast<long>(set.parallel);
    made.most_redirects = 0; // where one leads is asked for at the same pace, and counts
    if (set.cacert) {
        (void)io::open_file(*set.cacert, O_RDONLY); // one that cannot be read is no matter of the network
        made.ca_file = *set.cacert;
    }
    made.wake = cli::stop_descriptor();
    return made;
}

} // namespace tiktrack
