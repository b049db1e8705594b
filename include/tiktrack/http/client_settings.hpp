// SPDX-License-Identifier: MIT
// How a client behaves towards hosts, and what it puts up with from them.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace tiktrack::http {

/// All durations and numbers are at least 1, but for `most_redirects`, which may be 0, and `wake`.
struct client_settings {
    std::string user_agent; ///< empty: none is sent
    std::string accept = "text/html,application/json;q=0.9,*/*;q=0.8";
    std::string accept_language = "en";
    std::chrono::milliseconds timeout{30'000};         ///< for a request with its redirects
    std::chrono::milliseconds connect_timeout{10'000}; ///< for a connection, TLS included
    long slowest = 1000;                               ///< bytes a second; fewer ...
    std::chrono::seconds slow_for{15};                 ///< ... for so long are a timeout
    std::size_t largest_body = 16 << 20;               ///< bytes, decoded
    std::string ca_file;                               ///< PEM; empty: what the system trusts
    std::vector<std::string> redirect_hosts; ///< beside the host that was asked: see `judge_redirect`
    int most_redirects = 5;
    long connections_per_host = 1; ///< each carries many requests over HTTP/2, one at a time over HTTP/1.1
    bool keep_heads = false;       ///< whether answers have their heads, and the redirects before them
    int wake = -1; ///< a descriptor, if any; while it can be read, `wait` does not wait (for signals)
};

} // namespace tiktrack::http
