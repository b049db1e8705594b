// SPDX-License-Identifier: MIT
// Which redirects are followed: those that stay on https and on hosts that were named. libcurl reads the
// addresses here as it does when it asks them, so that no two readings of one can differ.
#pragma once

#include "tiktrack/base/letters.hpp"
#include "tiktrack/http/curl.hpp"
#include "tiktrack/http/secrets.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::http {

/// A redirect, judged.
struct redirect {
    std::string to;      ///< the address to ask, without user name and password
    std::string refused; ///< why it is not to be asked, in words; empty where it may be
};

namespace detail {

/// One part of an address; empty where it has none.
inline std::string part_of(url_handle const& url, CURLUPart part, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
    curl_text const owner(text);
    return text;
}

/// `host:port` in small letters.
inline std::string site_of(url_handle const& url)
{
    return in_small_letters(part_of(url, CURLUPART_HOST) + ':' +
                            part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT));
}

/// Whether `site` is the named host, or one below it.
inline bool belongs_to(std::string_view site, std::string const& name)
{
    std::string const whole = name.find(':') == name.npos ? name + ":443" : name;
    if (!site.ends_with(whole)) return false;
    return site.size() == whole.size() || site[site.size() - whole.size() - 1] == '.';
}

} // namespace detail

/// Whether the address `to`, which an answer from `asked` led to, may be asked: https, and the host and port
/// of `asked` or one of `hosts` (`example.org`, also for all hosts below it; `localhost:8443`; in small
/// letters).
[[nodiscard]] inline redirect judge_redirect(std::string const& asked, std::string const& to,
                                             std::vector<std::string> const& hosts)
{
    using namespace detail;
    redirect verdict{without_user(to), {}};
    auto const target = made_by<url_handle>(curl_url), origin = made_by<url_handle>(curl_url);
    if (curl_url_set(target.get(), CURLUPART_URL, to.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK ||
        curl_url_set(origin.get(), CURLUPART_URL, asked.c_str(), 0) != CURLUE_OK) {
        verdict.refused = "to what is no address";
    } else if (part_of(target, CURLUPART_SCHEME) != "https") {
        verdict.refused = "away from https";
    } else {
        auto const site = site_of(target);
        bool const named =
            std::any_of(hosts.begin(), hosts.end(), [&](auto const& host) { return belongs_to(site, host); });
        if (!named && site != site_of(origin)) verdict.refused = "to another site";
        curl_url_set(target.get(), CURLUPART_USER, nullptr, 0);
        curl_url_set(target.get(), CURLUPART_PASSWORD, nullptr, 0);
        curl_url_set(target.get(), CURLUPART_OPTIONS, nullptr, 0);
        verdict.to = part_of(target, CURLUPART_URL);
    }
    return verdict;
}

} // namespace tiktrack::http
