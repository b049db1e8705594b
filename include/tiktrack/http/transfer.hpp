// SPDX-License-Identifier: MIT
// One request on its way: what libcurl is told about it, and what it gets to keep of the answer.
#pragma once

#include "tiktrack/http/client_settings.hpp"
#include "tiktrack/http/curl.hpp"
#include "tiktrack/http/heads.hpp"
#include "tiktrack/http/message.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::http {

/// One request after another, each with its redirects. libcurl knows its place in memory: it cannot move.
struct transfer {
    /// @param headers, cookies  outlive the transfer
    transfer(client_settings const& settings, header_lines const& headers, share_handle const& cookies)
        : keep_head(settings.keep_heads), largest_body(settings.largest_body)
    {
        set<CURLOPT_PROTOCOLS_STR>(easy, "https");
        set<CURLOPT_SSL_VERIFYPEER>(easy, 1L);
        set<CURLOPT_SSL_VERIFYHOST>(easy, 2L);
        set<CURLOPT_SSLVERSION>(easy, long{CURL_SSLVERSION_TLSv1_2});
        set<CURLOPT_PROXY_SSLVERSION>(easy, long{CURL_SSLVERSION_TLSv1_2});
        if (!settings.ca_file.empty()) {
            set<CURLOPT_CAINFO>(easy, settings.ca_file.c_str());
            set<CURLOPT_CAPATH>(easy, nullptr); // the authorities of that file, and no others
        }
        if (!settings.user_agent.empty()) set<CURLOPT_USERAGENT>(easy, settings.user_agent.c_str());
        set<CURLOPT_HTTPHEADER>(easy, headers.get());
        set<CURLOPT_ACCEPT_ENCODING>(easy, ""); // every one that it can decode
        set<CURLOPT_COOKIEFILE>(easy, "");      // cookies, from no file and into none
        set<CURLOPT_SHARE>(easy, cookies.get());
        set<CURLOPT_FOLLOWLOCATION>(easy, 0L); // judge_redirect comes before each hop
        set<CURLOPT_PIPEWAIT>(easy, 1L);       // a stream of HTTP/2 rather than one more connection
        set<CURLOPT_CONNECTTIMEOUT_MS>(easy, settings.connect_timeout);
        set<CURLOPT_LOW_SPEED_LIMIT>(easy, settings.slowest);
        set<CURLOPT_LOW_SPEED_TIME>(easy, settings.slow_for);
        set<CURLOPT_QUICK_EXIT>(easy, 1L); // a name server that is silent holds nobody up
        set<CURLOPT_ERRORBUFFER>(easy, &said[0]);
        set<CURLOPT_WRITEFUNCTION>(easy, &take_body);
        set<CURLOPT_WRITEDATA>(easy, this);
        set<CURLOPT_HEADERFUNCTION>(easy, &take_header);
        set<CURLOPT_HEADERDATA>(easy, this);
        set<CURLOPT_PRIVATE>(easy, this);
        if (keep_head) set<CURLOPT_SUPPRESS_CONNECT_HEADERS>(easy, 1L); // a proxy's are not the host's
        set<CURLOPT_NOSIGNAL>(easy, 1L); // a host that leaves is no SIGPIPE: its sockets ask for none
    }
    transfer(transfer const&) = delete;
    transfer& operator=(transfer const&) = delete;
    ~transfer() = default;

    /// Makes ready to ask an address: the first one, or where a redirect leads.
    void aim(std::string at, std::chrono::milliseconds timeout)
    {
        url = std::move(at);
        body.clear();
        body.reserve(usual_body); // to grow by and by would cost half as much again as all the rest
        head.clear();
        header_count = header_bytes = 0;
        header_ended = false;
        too_much = nullptr;
        said[0] = '\0';
        // An address too long for libcurl is none: it says so itself, as of any other that is none.
        if (curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str()) != CURLE_OK) set<CURLOPT_URL>(easy, "");
        set<CURLOPT_TIMEOUT_MS>(easy, std::max(timeout, std::chrono::milliseconds{1}));
    }

    /// What came of it, except for redirects; the body is given away.
    [[nodiscard]] answer settled(CURLcode result)
    {
        // Where a single line has no end, libcurl says that it lacks memory; where it is cut, nothing at all.
        if (result == CURLE_OUT_OF_MEMORY && !header_ended) too_much = endless_header;
        if (result == CURLE_OK && !header_ended) result = CURLE_PARTIAL_FILE;
        answer what;
        what.how = too_much != nullptr ? arrival::too_large : arrival_of(result);
        long status = 0;
        require(curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status));
        what.status = static_cast<int>(status);
        curl_header* header = nullptr;
        if (curl_easy_header(easy.get(), "Retry-After", 0, CURLH_HEADER, -1, &header) == CURLHE_OK)
            what.retry_after = header->value;
        if (what.how == arrival::answered) {
            usual_body = std::max(body.size() + body.size() / 8, usual_body - usual_body / 8);
            what.body = std::move(body);
        } else
            what.detail = too_much != nullptr ? too_much : words_of(result, said);
        what.head = std::exchange(head, {});
        return what;
    }

    /// Where the answer says that one should ask instead; empty where it does not.
    [[nodiscard]] std::string redirect_target() const
    {
        long status = 0;
        require(curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status));
        if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) return {};
        char const* target = nullptr;
        require(curl_easy_getinfo(easy.get(), CURLINFO_REDIRECT_URL, &target));
        return target == nullptr ? "" : target;
    }

    easy_handle easy = made_by<easy_handle>(curl_easy_init);
    std::string url; ///< the address that is being asked

    // The request as it was made.
    std::size_t ticket = 0;
    std::string asked;
    std::chrono::milliseconds deadline{};
    int redirects = 0;        ///< how many were followed
    std::vector<answer> hops; ///< these, where heads are kept

private:
    static constexpr std::size_t most_headers = 1000, most_header_bytes = 256 << 10;

    static constexpr char const* endless_header = "the answer's header does not end";

    static std::size_t take_body(char* data, std::size_t, std::size_t size, void* to) noexcept
    {
        auto& mine = *static_cast<transfer*>(to);
        if (size > mine.largest_body - mine.body.size()) {
            mine.too_much = "the answer is larger than what is taken";
            return 0;
        }
        mine.body.append(data, size);
        return size;
    }

    static std::size_t take_header(char* line, std::size_t, std::size_t size, void* to) noexcept
    {
        auto& mine = *static_cast<transfer*>(to);
        mine.header_bytes += size;
        if (++mine.header_count > most_headers || mine.header_bytes > most_header_bytes) {
            mine.too_much = endless_header;
            return 0;
        }
        if (std::string_view(line, size).starts_with("HTTP/")) {
            mine.header_ended = false; // one may follow another
            mine.head.clear();
        }
        if (size <= 2) mine.header_ended = true;
        if (mine.keep_head && !mine.header_ended) append_line(mine.head, {line, size});
        return size;
    }

    bool keep_head;
    std::string head; ///< the lines of the last header so far that may be told
    std::string body;
    std::size_t usual_body = 0; ///< a little more than the last ones were
    std::size_t largest_body;
    std::size_t header_count = 0, header_bytes = 0;
    bool header_ended = false;
    char const* too_much = nullptr; ///< what there was too much of
    char said[CURL_ERROR_SIZE] = "";
};

} // namespace tiktrack::http
