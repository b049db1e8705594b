// SPDX-License-Identifier: MIT
// Addresses and texts without the user names and passwords that may stand in them: for all that is written.
#pragma once

#include "tiktrack/base/percent.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::http {

namespace detail {

/// Where the host of an address begins: behind `scheme://`, or at its beginning where it has no scheme.
inline std::size_t authority_of(std::string_view address)
{
    auto const scheme = address.find("://");
    return scheme == address.npos ? 0 : scheme + 3;
}

} // namespace detail

/// An address without the `user:password@` before its host, nor before those of addresses that stand in it.
[[nodiscard]] inline std::string without_user(std::string_view address)
{
    std::string told;
    while (!address.empty()) {
        auto const host = detail::authority_of(address);
        auto const end = std::min(address.find_first_of("/?#", host), address.size());
        auto const at = address.substr(host, end - host).rfind('@');
        told += address.substr(0, host);
        told += address.substr(at == address.npos ? host : host + at + 1,
                               end - (at == address.npos ? host : host + at + 1));
        address.remove_prefix(end);
        auto const next = address.find("://");
        auto const path = next == address.npos ? address.size() : next;
        told += address.substr(0, path);
        address.remove_prefix(path);
    }
    return told;
}

/// Adds to `known` what is secret in an address such as that of a proxy (`http://user:password@host:3128`,
/// with or without a scheme): its password, as it stands there and decoded. Whatever stands before the last @
/// is taken for user and password, also where it is spelled so badly that nothing could use it.
inline void learn_secrets(std::string_view address, std::vector<std::string>& known)
{
    address.remove_prefix(detail::authority_of(address));
    auto const at = address.rfind('@');
    if (at == address.npos) return;
    std::string_view const both = address.substr(0, at);
    auto const colon = both.find(':');
    if (colon == both.npos || colon + 1 == both.size()) return;
    std::string_view const password = both.substr(colon + 1);
    for (auto const& secret : {std::string(both), std::string(password), percent_decoded(password)})
        if (std::find(known.begin(), known.end(), secret) == known.end()) known.push_back(secret);
    std::stable_sort(known.begin(), known.end(),
                     [](auto const& a, auto const& b) { return a.size() > b.size(); });
}

/// A text without secrets: no `user:password@` before a host, no known secret anywhere (`***` in its place).
[[nodiscard]] inline std::string without_secrets(std::string_view text,
                                                 std::vector<std::string> const& known = {})
{
    std::string rest(text);
    for (auto const& secret : known) // the longest first
        for (auto at = rest.find(secret); at != rest.npos; at = rest.find(secret, at + 3))
            rest.replace(at, secret.size(), "***");

    std::string told;
    std::string_view from = rest;
    while (!from.empty()) { // word by word
        constexpr std::string_view between = " \t\r\n\"'<>()[]{},;";
        auto const word = std::min(from.find_first_of(between), from.size());
        std::string_view const each = from.substr(0, word);
        bool const address = each.find("://") != each.npos || each.find(':') < each.find('@');
        told += address ? without_user(each) : std::string(each);
        auto const next = std::min(from.find_first_not_of(between, word), from.size());
        told += from.substr(word, next - word);
        from.remove_prefix(next);
    }
    return told;
}

} // namespace tiktrack::http
