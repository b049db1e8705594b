// SPDX-License-Identifier: MIT
// How tests ask: an environment of their own, a client that trusts the servers of tests, answers by the
// number of their request.
#pragma once

#include "server.hpp"

#include "tiktrack/http/client.hpp"

#include <chrono>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace tiktrack::support {

using namespace std::chrono_literals;

/// For as long as it lives, the environment names no proxy and no certificates but those given here.
class environment {
public:
    explicit environment(std::map<std::string, std::string> const& set = {})
    {
        for (auto const* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
                                 "no_proxy", "NO_PROXY", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"}) {
            char const* const value = std::getenv(name);
            if (value != nullptr) before_[name] = value;
            ::unsetenv(name);
        }
        for (auto const& [name, value] : set) ::setenv(name.c_str(), value.c_str(), 1);
        for (auto const& [name, value] : set) set_.push_back(name);
    }
    environment(environment const&) = delete;
    environment& operator=(environment const&) = delete;
    ~environment()
    {
        for (auto const& name : set_) ::unsetenv(name.c_str());
        for (auto const& [name, value] : before_) ::setenv(name.c_str(), value.c_str(), 1);
    }

private:
    std::map<std::string, std::string> before_;
    std::vector<std::string> set_;
};

/// Settings for servers of tests, which are trusted; a test that waits for a timeout makes it short.
inline http::client_settings trusting()
{
    http::client_settings set;
    set.user_agent = "tests";
    set.ca_file = certificates().file;
    set.timeout = 30s;
    set.connect_timeout = 30s;
    return set;
}

/// Asks for all of them at once; the answers in the order of the addresses.
inline std::vector<http::answer> ask_all(http::client& client, std::vector<std::string> const& urls)
{
    std::vector<http::answer> answers(urls.size());
    std::vector<int> times(urls.size());
    for (std::size_t i = 0; i < urls.size(); ++i) client.start(i, {urls[i]});
    auto const end = client.now() + 120s;
    while (client.in_flight() > 0) {
        auto done = client.wait(end);
        if (!done) throw std::runtime_error("a request that does not end");
        if (done->ticket >= urls.size() || ++times[done->ticket] != 1)
            throw std::runtime_error("an answer that nobody asked for");
        answers[done->ticket] = std::move(done->what);
    }
    return answers;
}

/// Asks for one address, with a client that knows nothing yet.
inline http::answer ask(std::string const& url, http::client_settings const& set = trusting())
{
    http::client client(set);
    return ask_all(client, {url}).front();
}

} // namespace tiktrack::support
