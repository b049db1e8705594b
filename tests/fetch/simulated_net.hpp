// SPDX-License-Identifier: MIT
// A transport whose answers stand in a table, on a clock that only it moves.
#pragma once

#include "../support.hpp"
#include "tiktrack/base/instant.hpp"
#include "tiktrack/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiktrack::support {

using std::chrono::milliseconds;

inline constexpr instant midday = from_unix(1'795'435'200); // 2026-11-23T12:00:00Z

/// An answer with a body.
inline http::answer status(int code, std::string body = "<html><head><title>Not here</title></head></html>")
{
    http::answer made;
    made.how = http::arrival::answered;
    made.status = code;
    made.body = std::move(body);
    return made;
}

/// A page for embedding with a list. @param members of its route, beside the list
inline std::string embed_page(std::string const& path, std::string const& members, std::string const& rows)
{
    return R"(<!DOCTYPE html><html><head><title>TikTok</title></head><body>)"
           R"(<script id="__FRONTITY_CONNECT_STATE__" type="application/json">{"router":{"link":")" +
           path + R"("},"source":{"data":{")" + path + R"(":{"route":")" + path + R"(/","link":")" + path +
           R"(",)" + members + R"("isError":false,"videoList":[)" + rows + "]}}}}</script></body></html>";
}

/// A row of such a list.
inline std::string embed_row(std::string const& id, std::string const& name, int views)
{
    return R"({"id":")" + id + R"(","desc":"made up","playCount":)" + std::to_string(views) +
           R"(,"authorUniqueId":")" + name + R"(","privateItem":false})";
}

/// Two videos of two creators.
inline std::string const two_rows = embed_row("7611873993784248793", "pekka", 36'300) + ',' +
                                    embed_row("7611502910249399299", "tiny_turnip_farm", 412);

inline http::answer page_of_tag(std::string const& name)
{
    return status(200,
                  embed_page("/embed/tag/" + name, R"("embedInfo":{"title":")" + name + R"("},)", two_rows));
}

/// A page without a state, as the site shows it to programs that run no scripts.
inline http::answer bare_page(std::string const& inside = {})
{
    return status(200, "<html><head><title>TikTok - Make Your Day</title></head><body>" + inside +
                           "</body></html>");
}

inline http::answer challenge()
{
    return bare_page("<p id=\"wci\" class=\"_wafchallengeid\">Please wait...</p>");
}

inline http::answer overloaded() { return status(503, "overload-protect triggered"); }

inline http::answer broken()
{
    http::answer made;
    made.detail = "connection reset";
    return made;
}

/// A redirect that was not followed.
inline http::answer redirect(std::string const& to)
{
    http::answer made;
    made.how = http::arrival::redirected;
    made.status = 302;
    made.location = to;
    made.detail = "a redirect: " + to;
    return made;
}

/// Answers after 50 ms.
class simulated_net {
public:
    struct asked {
        milliseconds at;
        std::string url;
    };
    struct finished {
        std::size_t ticket;
        http::answer what;
    };

    /// The answers to one address, one after the other; the last one stays.
    template <class... Answers>
    void put(std::string const& url, Answers... answers)
    {
        table_[url] = {answers...};
    }

    [[nodiscard]] milliseconds now() const { return now_; }

    void start(std::size_t ticket, http::request const& what)
    {
        requests_.push_back({now_, what.url});
        auto& left = table_[what.url];
        auto found = left.empty() ? status(500) : left.front();
        if (left.size() > 1) left.erase(left.begin());
        if (found.url.empty()) found.url = what.url;
        on_its_way_ = finished{ticket, std::move(found)};
    }

    [[nodiscard]] std::optional<finished> wait(milliseconds until)
    {
        if (on_its_way_) {
            now_ += milliseconds(50);
            return std::exchange(on_its_way_, std::nullopt);
        }
        now_ = std::max(now_, until);
        return {};
    }

    [[nodiscard]] std::vector<asked> const& requests() const noexcept { return requests_; }

private:
    milliseconds now_{0};
    std::map<std::string, std::vector<http::answer>> table_;
    std::vector<asked> requests_;
    std::optional<finished> on_its_way_;
};

} // namespace tiktrack::support
