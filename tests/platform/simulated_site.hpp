// SPDX-License-Identifier: MIT
// The made-up site as a transport, on a clock that only its user moves: days pass in seconds, without a
// socket.
#pragma once

#include "canned.hpp"
#include "mood.hpp"
#include "tiktrack/http/message.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tiktrack::stand_in {

using std::chrono::milliseconds;

/// Answers one request at a time, each after `latency`. Its clock begins with its world.
class simulated_site {
public:
    /// An answer, and what it is the answer to.
    struct finished {
        std::size_t ticket;
        http::answer what;
    };
    static constexpr milliseconds latency{300};

    /// The world must live longer than this. @param refusing in seconds of this clock
    simulated_site(world const& in, mood refusing)
        : parts_(small(in.size().seed)), of_{in, parts_, 0, std::string(site_address), {}},
          refusing_(std::move(refusing))
    {
    }
    simulated_site(simulated_site const&) = delete;
    simulated_site& operator=(simulated_site const&) = delete;

    /// Since the world's begin.
    [[nodiscard]] milliseconds now() const noexcept { return now_; }
    /// Unix seconds.
    [[nodiscard]] std::int64_t time() const noexcept
    {
        return of_.in.size().begins + std::chrono::floor<std::chrono::seconds>(now_).count();
    }

    void start(std::size_t ticket, http::request const& what)
    {
        auto const number = requests_++;
        auto const asked = read_target(what.url.substr(site_address.size()));
        auto const seconds = static_cast<double>(now_.count()) / 1000;
        auto const* const fault = refusal(refusing_, of_.in.size().seed, seconds, number);
        if (fault != nullptr) ++refused_;
        auto said = fault != nullptr ? faulty_answer(of_, *fault, asked, time()) : answer(of_, asked, time());
        http::answer made;
        made.how = http::arrival::answered;
        made.status = said.status;
        made.body = std::move(said.body);
        made.url = what.url;
        for (auto const& [name, value] : said.headers)
            if (name == "Retry-After") made.retry_after = value;
        on_its_way_ = finished{ticket, std::move(made)};
    }

    /// The answer that is on its way; where none is, time passes until then.
    [[nodiscard]] std::optional<finished> wait(milliseconds until)
    {
        if (on_its_way_) {
            now_ += latency;
            return std::exchange(on_its_way_, std::nullopt);
        }
        rest(until);
        return {};
    }

    /// Nothing is asked until then.
    void rest(milliseconds until) noexcept { now_ = std::max(now_, until); }

    [[nodiscard]] std::uint64_t requests() const noexcept { return requests_; }
    [[nodiscard]] std::uint64_t refused() const noexcept { return refused_; }

private:
    static constexpr std::string_view site_address = "https://www.tiktok.com";

    /// Pages without what is the same in each and nobody reads.
    [[nodiscard]] static bulk small(std::uint64_t seed)
    {
        bulk made(seed);
        for (auto* text : {&made.context, &made.business, &made.buttons, &made.embed_buttons}) *text = "{}";
        made.styles.clear();
        made.chunks.clear();
        return made;
    }

    bulk parts_;
    site of_;
    mood refusing_;
    milliseconds now_{0};
    std::uint64_t requests_ = 0, refused_ = 0;
    std::optional<finished> on_its_way_;
};

} // namespace tiktrack::stand_in
