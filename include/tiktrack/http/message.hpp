// SPDX-License-Identifier: MIT
// What is asked of a server, and what came of it.
#pragma once

#include <string>
#include <vector>

namespace tiktrack::http {

/// A GET of one address. Nothing else is ever sent.
struct request {
    std::string url; ///< https, whole; as the server is to see it
};

/// How a request ended.
enum class arrival {
    answered,   ///< a whole answer came, whatever its status
    failed,     ///< no connection, a broken one, TLS that could not be verified, half an answer
    timed_out,  ///< nothing in time, or slower than the speed floor
    too_large,  ///< more bytes than are taken, decoded, or headers without end
    redirected, ///< it led where this program does not follow: another site, plain http, a ring
};

/// What came of a request. No secret stands in it: user names and passwords are taken out of addresses,
/// cookies and the like out of heads.
struct answer {
    arrival how = arrival::failed;
    int status = 0;          ///< HTTP's; 0 where none came
    std::string body;        ///< decoded, whole where `answered`, empty otherwise
    std::string retry_after; ///< the header's value as it came; empty where there was none
    std::string url;         ///< the last address that was asked
    std::string location;    ///< where a redirect that was not followed leads
    std::string detail;      ///< why there is no answer, in words for the user; empty where `answered`

    // For archives: only a client that was told to keep heads fills these in.
    std::string request_head; ///< the request as HTTP/1.1 text, up to its empty line
    std::string head; ///< of the answer: status line and headers as they came, but without secrets; lines
                      ///< end in CRLF; without the empty line; empty where none came
    std::vector<answer> hops; ///< the redirects that were followed on the way, the first one first
};

} // namespace tiktrack::http
