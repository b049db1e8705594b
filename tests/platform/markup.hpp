// SPDX-License-Identifier: MIT
// What all pages have around their states: the head that says that all is made up, scripts, and the bulk of a
// real page.
#pragma once

#include "names.hpp"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::stand_in {

namespace json = boost::json;

inline constexpr std::string_view disclaimer =
    "Made up: this answer comes from a stand-in for tests; no person, video or number in it is real.";

/// JSON as pages hold it: every `/` and `<` of a text is escaped, so that no text can end a script.
[[nodiscard]] inline std::string in_script(json::value const& value)
{
    std::string text;
    for (char const c : json::serialize(value)) {
        if (c == '/')
            text += "\\u002F";
        else if (c == '<')
            text += "\\u003C";
        else
            text += c;
    }
    return text;
}

/// A JSON object of made-up sentences, like the words of the site's buttons, of about so many bytes.
[[nodiscard]] inline std::string words_of_buttons(std::uint64_t seed, std::size_t bytes)
{
    chance by(seed, "words of buttons", bytes);
    std::vector<std::string> words; // few enough that they compress as well as real ones
    for (int i = 0; i < 250; ++i) words.push_back(made_up_word(by));
    std::string text = "{";
    while (text.size() < bytes) {
        if (text.size() > 1) text += ',';
        text += '"' + by.one_of(words) + '_' + std::to_string(text.size()) + "\":\"Made";
        for (auto more = 3 + by.roll(9); more > 0; --more) text += ' ' + by.one_of(words);
        text += '"';
    }
    return text + '}';
}

/// Style rules, of about so many bytes.
[[nodiscard]] inline std::string style_rules(std::uint64_t seed, std::size_t bytes)
{
    chance by(seed, "style rules", bytes);
    std::string text;
    while (text.size() < bytes)
        text += ".tiktok-" + made_up_hex(by, 6) + "-Div" + made_up_title(by) +
                "{display:flex;margin:" + std::to_string(by.roll(99)) + "px;color:rgba(" +
                std::to_string(by.roll(256)) + ",0,0,.7);min-width:" + std::to_string(by.roll(999)) + "px}";
    return text;
}

/// The parts that are the same in every page, made once.
struct bulk {
    explicit bulk(std::uint64_t seed)
        : context(words_of_buttons(seed, 17'000)), business(words_of_buttons(seed, 42'000)),
          buttons(words_of_buttons(seed, 180'000)), embed_buttons(words_of_buttons(seed, 202'000)),
          styles(style_rules(seed, 100'000))
    {
        chance by(seed, "chunks");
        for (int i = 0; i < 60; ++i)
            chunks += "<script data-chunk=\"webapp-desktop\" async src=\"https://sf16-web.cdn.example/tiktok/"
                      "webapp/main/" +
                      made_up_hex(by, 10) + ".js\" crossorigin=\"anonymous\"></script>";
    }
    std::string context, business, buttons, embed_buttons, styles, chunks;
};

/// A script element that holds JSON.
[[nodiscard]] inline std::string script(std::string_view id, std::string_view text)
{
    return "<script id=\"" + std::string(id) + "\" type=\"application/json\">" + std::string(text) +
           "</script>";
}

/// Up to where the body's own parts begin.
[[nodiscard]] inline std::string page_start(std::string_view title, std::string_view more_head = {})
{
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"/><meta name=\"viewport\" "
           "content=\"width=device-width,initial-scale=1\"/><meta name=\"made-up\" content=\"" +
           std::string(disclaimer) + "\"/><!-- " + std::string(disclaimer) + " --><title>" +
           std::string(title) + "</title>" + std::string(more_head) + "</head><body>";
}

/// The scripts that stand in every web page; "captcha" is a word of good pages too.
inline constexpr std::string_view web_scripts =
    R"(<script type="application/json" id="script-manager">{"imports":{"acrawler":"https://sf16-web.cdn.example/webmssdk.js","secsdk":"https://sf16-web.cdn.example/secsdk.umd.js"}}</script>)"
    R"(<script id="api-domains" type="application/json">{"kind":"m","captcha":"","imApi":"https://im-api.cdn.example","rootApi":"https://api.cdn.example"}</script>)"
    R"(<script id="service-region" type="application/json">{"vregion":"Made-Up","vgeo":"VGeo-MU"}</script>)"
    R"(<script id="slardar-config" type="application/json">{"bid":"tiktok_webapp","sdkUrl":"https://sf16-web.cdn.example/slardar/browser.js"}</script>)"
    R"(<script>window.__UNIVERSAL_DATA_FOR_REHYDRATION__ = null; /* __FRONTITY_CONNECT_STATE__ */</script>)";

} // namespace tiktrack::stand_in
