// SPDX-License-Identifier: MIT
// Answers about two made-up videos, of every kind that there is, and what each comes to.
#pragma once

#include "../source/reading.hpp"
#include "simulated_net.hpp"
#include "tiktrack/source/address.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::support {

inline std::string const one = "7612236449866807058", two = "7612236449866807059";
inline constexpr std::int64_t start = 1'795'435'200;

inline std::string item(std::string const& id)
{
    return made_up_item(R"("stats":{"playCount":36300,"diggCount":1200},"statsV2":{"collectCount":"77"})",
                        id);
}

inline http::answer page(std::string const& id) { return status(200, made_up_page(made_up_state(item(id)))); }

inline http::answer embed(std::string const& id, std::string const& author = "pekka")
{
    return status(
        200, made_up_page(
                 R"({"source":{"data":{"/embed/v2/)" + id +
                     R"(":{"code":200,"isError":false,"videoData":{"itemInfos":{"id":")" + id +
                     R"(","text":"bread","createTime":"1772361921","playCount":36300,"diggCount":1200},)" +
                     R"("authorInfos":{"uniqueId":")" + author + R"(","nickName":"P"}}}}}})",
                 "__FRONTITY_CONNECT_STATE__"));
}

inline std::string const the_site{source::site_address};
inline std::string embed_of(std::string const& id) { return the_site + "/embed/v2/" + id; }
inline std::string page_of(std::string const& id, std::string const& name = "")
{
    return the_site + "/@" + name + "/video/" + id;
}

/// A kind of answer about the first of them.
struct kind_of_answer {
    std::string_view what;
    http::answer answer;
    std::string_view status; ///< that it comes to
    std::string detail;      ///< what `status_detail` holds
};

inline std::vector<kind_of_answer> kinds_of_answers()
{
    auto const arrived = [](http::arrival how, std::string detail) {
        http::answer made;
        made.how = how;
        made.detail = std::move(detail);
        return made;
    };
    auto slowed = embed(one);
    slowed.status = 429;
    auto landed_at_login = status(200, "<html></html>");
    landed_at_login.url = the_site + "/login?redirect_url=x";
    return {
        {"F36", arrived(http::arrival::failed, "connection refused"), "network_error", "refused"},
        {"F37", arrived(http::arrival::timed_out, "too slow"), "timeout", "too slow"},
        {"F40", arrived(http::arrival::redirected, "leads to http://x/"), "http_error", "http://x/"},
        {"F41", arrived(http::arrival::too_large, "larger than 16M"), "parse_error", "16M"},
        {"F42", status(429, ""), "rate_limited", "429"},
        {"F43", status(500), "http_error", "HTTP 500"},
        {"F43", status(502, ""), "http_error", "HTTP 502"},
        {"F44", status(200, ""), "empty", ""},
        {"F44", status(200, " \n"), "empty", ""},
        {"F46", status(200, "<html><title>Hotel Wi-Fi</title></html>"), "parse_error", "Hotel Wi-Fi"},
        {"F46", status(200, "PONG"), "parse_error", "4 bytes"},
        {"overload", overloaded(), "rate_limited", "overload-protect"},
        {"unknown id", status(400, ""), "not_found", "400"},
        {"a page beside it", slowed, "rate_limited", "429"},
        {"F48", status(451), "region_blocked", "451"},
        {"F49", challenge(), "challenged", "waiting page"},
        {"F49", status(403), "challenged", "403"},
        {"F49", landed_at_login, "challenged", "login"},
        {"F49", status(200, R"({"status_code":2484,"status_msg":"Too many attempts"})"), "challenged",
         "2484"},
        {"F50", bare_page(), "parse_error", "no script"},
        {"F51", embed(two), "parse_error", "asked for video " + one},
        {"F51", page(two), "parse_error", two},
        {"no author", embed(one, ""), "parse_error", "author"},
        {"a list", page_of_tag("x"), "parse_error", "something else"},
        {"gone",
         status(
             200,
             made_up_page(
                 R"({"__DEFAULT_SCOPE__":{"webapp.video-detail":{"statusCode":10204,"statusMsg":"item doesn't exist"}}})")),
         "not_found", "10204"},
        {"ok", embed(one), "ok", ""}};
}

} // namespace tiktrack::support
