// SPDX-License-Identifier: MIT
// libcurl: one owner for each of its handles, options with the type that they mean, results in our words.
// The only header that includes it; what uses this one is linked with libcurl.
#pragma once

#include "tiktrack/http/message.hpp"

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace tiktrack::http {

/// Gives a handle back to libcurl.
template <auto give_back>
struct handle_end {
    template <class Handle>
    void operator()(Handle* handle) const noexcept
    {
        give_back(handle);
    }
};

using easy_handle = std::unique_ptr<CURL, handle_end<curl_easy_cleanup>>;     ///< one transfer at a time
using multi_handle = std::unique_ptr<CURLM, handle_end<curl_multi_cleanup>>;  ///< many at once
using share_handle = std::unique_ptr<CURLSH, handle_end<curl_share_cleanup>>; ///< what they have in common
using url_handle = std::unique_ptr<CURLU, handle_end<curl_url_cleanup>>;      ///< an address in its parts
using header_lines = std::unique_ptr<curl_slist, handle_end<curl_slist_free_all>>;
using curl_text = std::unique_ptr<char, handle_end<curl_free>>; ///< a text that libcurl made

/// Prepares libcurl, once for the whole process. @throws std::runtime_error where that cannot be done
inline void start_curl()
{
    static CURLcode const result = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (result != CURLE_OK) throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(result));
}

/// A new handle, as one of libcurl's functions makes it. @throws std::bad_alloc
template <class Handle, class Make>
[[nodiscard]] Handle made_by(Make make)
{
    start_curl();
    Handle handle(make());
    if (!handle) throw std::bad_alloc();
    return handle;
}

/// @throws std::runtime_error with libcurl's words: it was built without what is asked of it, or lacks memory
inline void require(CURLcode result)
{
    if (result != CURLE_OK) throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(result));
}
inline void require(CURLMcode result)
{
    if (result != CURLM_OK) throw std::runtime_error(std::string("libcurl: ") + curl_multi_strerror(result));
}

/// Sets an option. A number for an option that takes none, or none for one that does, does not compile.
template <CURLoption option, class Value>
void set(easy_handle const& handle, Value value)
{
    constexpr bool number = option < CURLOPTTYPE_OBJECTPOINT;
    if constexpr (std::is_same_v<Value, std::chrono::milliseconds> ||
                  std::is_same_v<Value, std::chrono::seconds>)
        set<option>(handle, static_cast<long>(value.count()));
    else {
        static_assert(number == std::is_same_v<Value, long>);
        static_assert(number || std::is_pointer_v<Value> || std::is_null_pointer_v<Value>);
        require(curl_easy_setopt(handle.get(), option, value));
    }
}

inline void append(header_lines& lines, std::string const& line)
{
    curl_slist* const longer = curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)lines.release();
    lines.reset(longer);
}

/// How a transfer with that result ended.
[[nodiscard]] constexpr arrival arrival_of(CURLcode result) noexcept
{
    switch (result) {
    case CURLE_OK: return arrival::answered;
    case CURLE_OPERATION_TIMEDOUT: return arrival::timed_out;
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE: return arrival::too_large;
#endif
    default: return arrival::failed;
    }
}

/// Whether TLS is what went wrong: no agreement on it, or a certificate that could not be verified.
[[nodiscard]] constexpr bool is_about_tls(CURLcode result) noexcept
{
    switch (result) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return true;
    default: return false;
    }
}

/// Why there is no answer, in words: what libcurl said, or what the result means in general.
[[nodiscard]] inline std::string words_of(CURLcode result, std::string_view said)
{
    std::string words = is_about_tls(result) ? "TLS: " : "";
    return words += said.empty() ? curl_easy_strerror(result) : said;
}

} // namespace tiktrack::http
