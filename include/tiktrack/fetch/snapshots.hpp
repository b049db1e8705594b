// SPDX-License-Identifier: MIT
// Videos in, outcome records out: what tt-snapshot does, as a function of a transport and a clock.
#pragma once

#include "tiktrack/base/failure.hpp"
#include "tiktrack/fetch/outcome_lines.hpp"
#include "tiktrack/fetch/outcome_sink.hpp"
#include "tiktrack/fetch/queue.hpp"
#include "tiktrack/fetch/site.hpp"
#include "tiktrack/fetch/snapshot_settings.hpp"
#include "tiktrack/http/retry_after.hpp"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace tiktrack::fetch {

/// A run. `Transport` starts requests and waits for answers, as `http::client` does.
template <class Transport>
class snapshots {
public:
    /// All of these must live longer than the run.
    /// @param now   the time of day, in Unix seconds
    /// @param to    gets each outcome, in the order that `snapshot_settings` names
    /// @param say   gets what is worth saying about an answer
    snapshots(snapshot_settings set, Transport& by, std::function<std::int64_t()> now, outcome_sink& to,
              source::outcomes::speaker say)
        : set_(std::move(set)), by_(by), now_(std::move(now)), to_(to), queue_(set_.queue),
          records_(set_, std::move(say))
    {
    }

    /// Whether as many videos are in memory as may be: work before the next one is added.
    [[nodiscard]] bool full() const noexcept { return videos_.size() >= set_.window; }

    /// Adds a video. @param text the line that it was read from
    /// @throws failure (usage) for an outcome that was measured before where no timepoint is named
    void add(asked_line const& line, std::string_view text)
    {
        auto const label = label_of(line.of, set_.timepoint);
        if (!label) throw failure(failure_kind::usage, why_no_label(line.id));
        add(tracked_video(line, text, timing_of(line.of, *label), !set_.timepoint));
    }

    /// The same, for who knows more of it than a line tells.
    void add(tracked_video video)
    {
        videos_.push_back(std::move(video));
        (void)queue_.add(videos_.back().over.empty());
        write_ended();
    }

    /// Whether anything is left to ask or to wait for.
    [[nodiscard]] bool busy() const noexcept { return !videos_.empty(); }

    /// Starts the next request, or waits for an answer, until then (by the transport's clock) at most.
    void work(milliseconds until)
    {
        give_up_what_is_too_late();
        auto const next = queue_.next(by_.now());
        if (auto const* one = std::get_if<ask>(&next)) {
            asked_.emplace(tickets_, started{*one, std::string(label_now(*one))});
            by_.start(tickets_++, {address_of(*one)});
            return;
        }
        if (auto const* rest = std::get_if<pause_until>(&next))
            if (auto const came = by_.wait(std::min(rest->time, until))) take(came->ticket, came->what);
        write_ended();
    }

    /// Asks for no more: what is left is `skipped`.
    void stop(stop_reason why) { queue_.stop(why); }

    [[nodiscard]] snapshot_tally tally() const
    {
        auto made = tally_;
        made.requests = queue_.requests();
        made.stopped = queue_.stopped();
        return made;
    }

private:
    /// A request on its way, and the timepoint that its answer belongs to: the videos may be gone when it
    /// comes.
    struct started {
        ask what;
        std::string label;
    };

    [[nodiscard]] tracked_video& video(std::size_t number) { return videos_[number - first_]; }

    /// Where the page is, if its server said that it is somewhere else.
    [[nodiscard]] std::string& moved_of(ask const& of)
    {
        return of.video == the_canary ? canary_moved_[index(of.from)] : video(of.video).moved[index(of.from)];
    }

    [[nodiscard]] std::string address_of(ask const& of)
    {
        bool const bird = of.video == the_canary;
        auto& moved = moved_of(of);
        if (!moved.empty()) return std::exchange(moved, {});
        std::string_view const id = bird ? std::string_view(set_.canary) : video(of.video).id;
        std::string_view const name = bird ? std::string_view() : video(of.video).name;
        return of.from == site::embed ? source::embed_page(set_.base, id)
                                      : source::video_page(set_.base, id, name);
    }

    void take(std::size_t ticket, http::answer const& answer)
    {
        auto const request = asked_.extract(ticket);
        auto const& [of, label] = request.mapped();
        auto const wall = now_();
        std::string_view const id =
            of.video == the_canary ? std::string_view(set_.canary) : video(of.video).id;
        auto const status = records_.read(answer, id);
        auto what = verdict_of(status);
        auto where = to_.keep(label, answer, wall);
        if (of.video != the_canary) records_.keep(video(of.video), of.from, wall, std::move(where));
        if (what == verdict::failed && !path_on(set_.base, answer.location).empty()) {
            what = verdict::moved;
            moved_of(of) = answer.location;
        }
        queue_.answered(of, what, by_.now(), http::retry_after(answer.retry_after, from_unix(wall)));
    }

    /// A snapshot that is made after its window closed would not be of its timepoint.
    void give_up_what_is_too_late()
    {
        auto const now = now_();
        for (std::size_t number = first_; number < first_ + videos_.size(); ++number)
            if (video(number).closes < now) queue_.give_up(number);
        write_ended();
    }

    /// The timepoint that a request belongs to; a reading of the canary to that of the video that waits
    /// longest.
    [[nodiscard]] std::string_view label_now(ask const& of)
    {
        return of.video == the_canary ? videos_.front().when.label : video(of.video).when.label;
    }

    /// Writes the outcomes that are known: up to the first that is not, where their order is to be kept.
    void write_ended()
    {
        for (std::size_t number = first_; number < first_ + videos_.size(); ++number) {
            auto const how = queue_.ended(number);
            if (how && !video(number).written)
                write(number, *how);
            else if (!how && set_.keep_order)
                break;
        }
        for (; !videos_.empty() && videos_.front().written; ++first_) {
            videos_.pop_front();
            queue_.forget_first();
        }
    }

    void write(std::size_t number, ending how)
    {
        auto& of = video(number);
        auto const now = now_();
        bool const asked = how != ending::unanswered || !of.over.empty();
        auto const line = records_.line(of, how, queue_.attempts(number), queue_.stopped(), now,
                                        asked ? to_.raw_ref(of.when.label, now) : std::string());
        auto const kind = kind_of_status(records_.status());
        bool const again = kind == outcome_kind::again || kind == outcome_kind::not_asked;
        ++tally_.outcomes;
        if (again && of.over.empty()) ++tally_.left;
        ++tally_.statuses[std::string(records_.status())];
        to_.write(outcome{line, records_.status(), of, records_.from(), now});
        of.written = true;
    }

    snapshot_settings set_;
    Transport& by_;
    std::function<std::int64_t()> now_;
    outcome_sink& to_;
    queue queue_;
    outcome_lines records_;
    std::deque<tracked_video> videos_;
    std::size_t first_ = 0;                ///< the number of the first of them
    std::map<std::size_t, started> asked_; ///< by ticket
    std::size_t tickets_ = 0;
    std::array<std::string, 2> canary_moved_;
    snapshot_tally tally_;
};

} // namespace tiktrack::fetch
