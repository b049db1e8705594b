// SPDX-License-Identifier: MIT
// Answers that are no page of the world's: refusals, waiting pages, shells, redirects.
#pragma once

#include "faults.hpp"
#include "routes.hpp"

#include <ctime>

namespace tiktrack::stand_in {

/// A time as HTTP spells it.
[[nodiscard]] inline std::string http_date(std::int64_t when)
{
    std::time_t const seconds = when;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    static constexpr char const* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr char const* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday],
                  parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text;
}

/// Every occurrence of `from` replaced.
[[nodiscard]] inline std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The firewall's waiting page: 200, "Please wait...", a puzzle that nobody solves here.
[[nodiscard]] inline std::string waiting_page()
{
    return "<!DOCTYPE html> <html lang=\"en\"> <head> <meta name=\"made-up\" content=\"" +
           std::string(disclaimer) +
           "\"> <link rel=\"icon\" href=\"data:;base64,=\"> <script id=\"slardar-config\" "
           "type=\"application/json\"> { \"slardarClient\": \"SlardarWAF\", \"sdkUrl\": "
           "\"https://sf16-web.cdn.example/browser.sg.js\", \"bid\": \"made_up_waf\", \"pid\": \"pid\" } "
           "</script> </head> <body> Please wait... <p id=\"wci\" class=\"_wafchallengeid\"></p> <p "
           "id=\"cs\" "
           "class=\"MADEUP\"></p> <p id=\"rci\" class=\"waforiginalreid\"></p> <p id=\"rs\" class=\"\"></p> "
           "<script type=\"text/javascript\" src=\"https://sf16-web.cdn.example/waf-aiso/x.js\"></script> "
           "</body> </html>";
}

/// The body of a canned answer.
[[nodiscard]] inline std::string canned_body(canned which, int status, bulk const& parts)
{
    switch (which) {
    case canned::none: return {};
    case canned::overload: return "overload-protect triggered";
    case canned::waiting: return waiting_page();
    case canned::maintenance: return page_start("Site Maintenance") + "Back soon.</body></html>";
    case canned::shell:
        return page_start("TikTok - Make Your Day", "<style>" + parts.styles.substr(0, 34'000)) + "</style>" +
               std::string(web_scripts) + parts.chunks + "<div id=\"app\"></div></body></html>";
    case canned::tiny:
        return page_start("TikTok") + "<div id=\"app\"></div><script "
                                      "src=\"https://sf16-web.cdn.example/x.js\"></script></body></html>";
    case canned::portal:
        return "<html><head><title>Welcome to the made-up Wi-Fi</title></head><body>Log in first, here "
               "nothing is real.</body></html>";
    case canned::classic: break;
    }
    auto const title = std::to_string(status) + (status == 403 ? " Forbidden" : " refused");
    return page_start(title) + "<h1>" + title + "</h1></body></html>";
}

/// The page of another video than the one that is asked for, at the same kind of address.
/// @param own whether that page says that it is the other's
[[nodiscard]] inline reply another_page(site const& of, question asked, std::int64_t now, bool own)
{
    auto const id = asked.path.substr(asked.path.rfind('/') + 1);
    for (std::uint64_t turn = 0; turn < 1000 && is_digits(id); ++turn) {
        chance by(of.in.size().seed, "another", id, turn);
        auto const& other = by.one_of(of.in.videos());
        auto const other_id = std::to_string(other.id);
        if (other_id == id || standing_at(other, now) != standing::shown || other.uploaded > now) continue;
        asked.path.replace(asked.path.size() - id.size(), id.size(), other_id);
        auto made = answer(of, asked, now);
        if (!own) made.body = replaced(std::move(made.body), "\\u002F" + other_id, "\\u002F" + id);
        return made;
    }
    return answer(of, asked, now);
}

/// The answer of a fault that has one; for those that are about the connection, the page itself.
[[nodiscard]] inline reply faulty_answer(site const& of, fault_kind const& kind, question const& asked,
                                         std::int64_t now)
{
    reply made;
    switch (kind.how) {
    case manner::canned:
        made.status = kind.status;
        made.body = canned_body(kind.body, kind.status, of.parts);
        if (kind.body == canned::overload) made.type = "text/plain";
        if (auto const colon = kind.header.find(": "); colon != kind.header.npos)
            made.headers.emplace_back(
                kind.header.substr(0, colon),
                replaced(std::string(kind.header.substr(colon + 2)), "%d", http_date(now + 60)));
        return made;
    case manner::redirect: {
        auto const own = "https://" + asked.host;
        made = redirect(replaced(replaced(std::string(kind.header), "%o", own), "%p", asked.path));
        if (kind.header.empty()) made.headers.clear();
        return made;
    }
    case manner::hops: {
        auto const left =
            asked.query.contains("made-up-hops") ? std::stol(asked.query.at("made-up-hops")) : 6;
        if (left <= 0) break;
        return redirect("https://" + asked.host + asked.path +
                        "?made-up-fault=six-hops&made-up-hops=" + std::to_string(left - 1));
    }
    case manner::other: return another_page(of, asked, now, false);
    case manner::route: return another_page(of, asked, now, true);
    case manner::half_page:
        made = answer(of, asked, now);
        made.body.resize(made.body.size() / 2);
        return made;
    default: break;
    }
    return answer(of, asked, now);
}

} // namespace tiktrack::stand_in
