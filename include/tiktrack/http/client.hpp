// SPDX-License-Identifier: MIT
// A transport over the network: requests in flight at once, answers as they come.
#pragma once

#include "tiktrack/http/client_settings.hpp"
#include "tiktrack/http/curl.hpp"
#include "tiktrack/http/message.hpp"
#include "tiktrack/http/redirect.hpp"
#include "tiktrack/http/secrets.hpp"
#include "tiktrack/http/transfer.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tiktrack::http {

/// A request that ended, by the number that it was started with.
struct finished {
    std::size_t ticket = 0;
    answer what;
};

/// Asks over HTTPS, with TLS 1.2 or later that is always verified; over HTTP/2 where the host offers it;
/// through the proxy that the environment names. Cookies live as long as the client. For one thread at a
/// time.
/// @throws std::runtime_error, from any member, where libcurl lacks what is needed; std::bad_alloc
class client {
public:
    explicit client(client_settings settings) : settings_(std::move(settings))
    {
        if (curl_share_setopt(cookies_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE) != CURLSHE_OK)
            require(CURLE_NOT_BUILT_IN);
        require(
            curl_multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, settings_.connections_per_host));
        append(headers_, "Accept: " + settings_.accept);
        append(headers_, "Accept-Language: " + settings_.accept_language);
        for (auto const* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            if (char const* const proxy = std::getenv(name)) learn_secrets(proxy, secrets_);
    }

    client(client const&) = delete;
    client& operator=(client const&) = delete;
    ~client() = default;

    /// Steady time since the client was made.
    [[nodiscard]] std::chrono::milliseconds now() const
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - made_);
    }

    /// Starts a request. It leaves, and its answer comes out, within `wait`.
    void start(std::size_t ticket, request const& what)
    {
        if (idle_.empty()) {
            transfers_.push_back(std::make_unique<transfer>(settings_, headers_, cookies_));
            idle_.push_back(transfers_.back().get());
        }
        transfer& mine = *idle_.back();
        idle_.pop_back();
        mine.ticket = ticket;
        mine.asked = what.url;
        mine.deadline = now() + settings_.timeout;
        mine.redirects = 0;
        mine.hops.clear();
        ask(mine, what.url);
    }

    /// The next request that ended; nothing when `until` (as `now()` counts) is reached or `wake` can be
    /// read.
    [[nodiscard]] std::optional<finished> wait(std::chrono::milliseconds until)
    {
        curl_waitfd wake{settings_.wake, CURL_WAIT_POLLIN, 0};
        for (;;) {
            if (auto done = next_done()) return done;
            int running = 0;
            require(curl_multi_perform(multi_.get(), &running));
            if (auto done = next_done()) return done;
            auto const left = until - now();
            if (left.count() <= 0 || wake.revents != 0) return {};
            auto const most = std::min<long long>(left.count(), std::numeric_limits<int>::max());
            require(
                curl_multi_poll(multi_.get(), &wake, wake.fd < 0 ? 0 : 1, static_cast<int>(most), nullptr));
        }
    }

    /// How many requests were started and have not come out of `wait`.
    [[nodiscard]] std::size_t in_flight() const noexcept { return transfers_.size() - idle_.size(); }

private:
    void ask(transfer& mine, std::string const& url)
    {
        mine.aim(url, mine.deadline - now());
        require(curl_multi_add_handle(multi_.get(), mine.easy.get()));
    }

    /// The next request that ended. Redirects that are followed go on their way here.
    std::optional<finished> next_done()
    {
        int left = 0;
        while (CURLMsg const* const message = curl_multi_info_read(multi_.get(), &left)) {
            CURLcode const result = message->data.result;
            CURL* const easy = message->easy_handle;
            void* to = nullptr;
            require(curl_easy_getinfo(easy, CURLINFO_PRIVATE, &to));
            require(curl_multi_remove_handle(multi_.get(), easy));
            auto& mine = *static_cast<transfer*>(to);
            answer what = mine.settled(result);
            what.url = without_user(mine.url);
            if (settings_.keep_heads) {
                what.head = without_secrets(what.head, secrets_);
                what.request_head = request_head(what.url, settings_);
            }
            if (what.how == arrival::answered && follow(mine, what)) continue;
            what.detail = without_secrets(what.detail, secrets_);
            what.hops = std::exchange(mine.hops, {});
            idle_.push_back(&mine);
            return finished{mine.ticket, std::move(what)};
        }
        return {};
    }

    /// Whether the answer is a redirect that is followed; one that is not is told in the answer.
    bool follow(transfer& mine, answer& what)
    {
        std::string const target = mine.redirect_target();
        if (target.empty()) return false;
        redirect judged = judge_redirect(mine.asked, target, settings_.redirect_hosts);
        if (judged.refused.empty() && mine.redirects == settings_.most_redirects)
            judged.refused = settings_.most_redirects == 0 ? "that is not followed" : "after too many others";
        if (judged.refused.empty()) {
            ++mine.redirects;
            if (settings_.keep_heads) mine.hops.push_back(std::move(what));
            ask(mine, judged.to);
            return true;
        }
        what.how = arrival::redirected;
        what.body.clear();
        what.location = judged.to;
        what.detail = "a redirect " + judged.refused + ": " + judged.to;
        return false;
    }

    client_settings settings_;
    std::vector<std::string> secrets_; // of proxies
    std::chrono::steady_clock::time_point made_ = std::chrono::steady_clock::now();
    header_lines headers_;
    // What is in flight ends first, with its transfer; then what transfers need.
    multi_handle multi_ = made_by<multi_handle>(curl_multi_init);
    share_handle cookies_ = made_by<share_handle>(curl_share_init);
    std::vector<std::unique_ptr<transfer>> transfers_;
    std::vector<transfer*> idle_;
};

} // namespace tiktrack::http
