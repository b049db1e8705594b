// SPDX-License-Identifier: MIT
// Gathers candidates from lines that name videos and from saved listings.
#pragma once

#include "tiktrack/fetch/asked_line.hpp"
#include "tiktrack/fetch/candidate.hpp"
#include "tiktrack/fetch/discover_page.hpp"
#include "tiktrack/io/line_feed.hpp"
#include "tiktrack/source/import_answers.hpp"

#include <sys/mman.h>

#include <atomic>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::fetch {

/// What the user says about what is read.
struct pool_settings {
    std::size_t longest_line = usual_longest_line; ///< bytes
    std::size_t largest = std::size_t{256} << 20;  ///< bytes of a saved listing
    bool trust_ids = false;                        ///< whether ids that look damaged are taken all the same
};

/// Reads one input after the other.
class candidate_pool {
public:
    /// `faults`, and `stop` where there is one, must live longer than this. It is read no further once `stop`
    /// is set.
    candidate_pool(discovery_run const& run, pool_settings const& set, fault_sink const& faults,
                   std::atomic<bool> const* stop = nullptr)
        : maker_(run), set_(set), faults_(faults), stop_(stop)
    {
    }

    /// Reads lines: ids, addresses, records. @throws failure (data) where no line names a video
    void read_lines(io::input& from)
    {
        auto const source = "input:" + from.name();
        auto const start = candidates_.size();
        damaged_ids watch;
        told_once told;
        std::uint64_t bad = 0, good = 0, damaged = 0;
        io::line_feed lines(from, set_.longest_line);
        for (io::fed_line line; !stopped() && lines.next(line);) {
            if (!line.too_long && asked_line_reader::is_blank_line(line.text)) continue;
            if (bad + good == 0) check_kind(line.text, from.name());
            auto const fault_here = [&](std::size_t column, std::string why, severity weight) {
                faults_({from.name(), line.number, column, std::move(why), weight});
            };
            if (line.too_long) {
                ++bad;
                fault_here(0, why_too_long(set_.longest_line), severity::bad_line);
                continue;
            }
            auto const& asked = read_line(line.text, from.name());
            if (asked.what == asked_for::nothing) {
                ++bad;
                if (!asked.damaged || ++damaged == 1) fault_here(asked.column, asked.why, severity::bad_line);
                continue;
            }
            ++good;
            if (auto const& twice = asked.doubled) fault_here(twice->column, twice->why, severity::warning);
            told.tell(asked.odd, from.name(), line.number - 1, faults_);
            if (asked.what == asked_for::video) watch.add(asked.id);
            take_line(asked, source);
        }
        if (damaged > 1)
            faults_({from.name(), 0, 0,
                     std::to_string(damaged - 1) + " more lines hold ids that were rounded so",
                     severity::note});
        if (watch.found() && !set_.trust_ids) leave_damaged(start, watch, from.name());
        from.check_unchanged();
        if (good == 0 && bad > 0)
            throw failure(failure_kind::data, from.name() +
                                                  ": no line names a video; ids, addresses and records are "
                                                  "taken here, saved answers by --listing");
    }

    /// Reads a saved answer of the platform, as tt-import does. @throws failure (data) where it is none
    void read_listing(io::input& from)
    {
        auto const memory = in_memory(from);
        io::input lines(memory.get(), from.name());
        io::line_feed feed(lines, std::numeric_limits<std::uint32_t>::max());
        for (io::fed_line line; feed.next(line);) {
            record r;
            (void)reader_.read(line.text, r); // a line of our own
            if (!is_null(r.cells["video_id"_col])) {
                take_record(r, "listing:" + from.name());
            } else if (!is_null(r.cells["status"_col])) {
                auto why = std::string(inside(r.cells["status"_col]));
                if (auto const detail = get<"status_detail"_col>(r)) why += ": " + *detail;
                faults_({from.name(), 0, 0, "holds no listing: " + why, severity::bad_line});
            }
        }
    }

    /// Takes what a page had.
    void take(std::vector<candidate>&& found)
    {
        candidates_.insert(candidates_.end(), std::move_iterator(found.begin()),
                           std::move_iterator(found.end()));
    }

    [[nodiscard]] std::vector<candidate> const& candidates() const noexcept { return candidates_; }

    /// Short links, whose videos are still to be asked for.
    [[nodiscard]] std::vector<listing_page> const& links() const noexcept { return links_; }

    /// How many records spoke of videos that are gone, in a sentence; empty where there was none.
    [[nodiscard]] std::string gone() const
    {
        std::string words;
        std::uint64_t all = 0;
        for (auto const& [status, times] : gone_) {
            words += (words.empty() ? "" : ", ") + std::to_string(times) + ' ' + status;
            all += times;
        }
        return all == 0 ? words : std::to_string(all) + " left out that are gone: " + words;
    }

private:
    [[nodiscard]] bool stopped() const noexcept { return stop_ != nullptr && stop_->load(); }

    /// @throws failure (data) for a file that is none of lines, by its first one
    static void check_kind(std::string_view line, std::string const& file)
    {
        auto why = why_compressed(line);
        if (why.empty() && line.starts_with('<')) why = "is a page; --listing reads it";
        if (why.empty() && (line.starts_with('[') || line == "{"))
            why = "is a document, lines are expected; --listing reads saved answers";
        if (!why.empty()) throw failure(failure_kind::data, file + ": " + why);
    }

    [[nodiscard]] asked_line const& read_line(std::string_view line, std::string const& file)
    {
        try {
            return asked_.read(line);
        } catch (failure const& error) {
            throw failure(error.kind, file + ": " + error.what());
        }
    }

    void take_line(asked_line const& line, std::string const& source)
    {
        if (line.what == asked_for::short_link)
            links_.push_back(page_of_link(line.url, source));
        else if (line.of != nullptr)
            take_record(*line.of, source);
        else
            candidates_.push_back(maker_.of_id(line.id, line.name, source));
    }

    /// A record that was not measured, or whose video was seen, or whose measurement failed by accident.
    void take_record(record const& of, std::string const& source)
    {
        auto const status = is_private(of) ? "private" : inside(of.cells["status"_col]);
        if (kind_of_status(status) == outcome_kind::gone)
            ++gone_[std::string(status)];
        else
            candidates_.push_back(maker_.of_record(of, source));
    }

    void leave_damaged(std::size_t start, damaged_ids const& watch, std::string const& file)
    {
        faults_({file, 0, 0, watch.why(), severity::bad_line});
        auto const first = candidates_.begin() + static_cast<std::ptrdiff_t>(start);
        candidates_.erase(std::remove_if(first, candidates_.end(),
                                         [](auto const& each) { return looks_damaged(each.facts.id); }),
                          candidates_.end());
    }

    /// The records that tt-import would write.
    [[nodiscard]] io::fd in_memory(io::input& from)
    {
        io::fd memory(::memfd_create("listing", MFD_CLOEXEC));
        if (!memory) io::throw_errno("memory");
        io::output to(memory.get(), "memory");
        import_settings how;
        how.largest = set_.largest;
        how.longest_line = set_.longest_line;
        import_answers(from, to, how, faults_, stop_);
        to.finish();
        if (::lseek(memory.get(), 0, SEEK_SET) != 0) io::throw_errno("memory");
        return memory;
    }

    candidate_maker maker_;
    pool_settings set_;
    fault_sink const& faults_;
    std::atomic<bool> const* stop_;
    asked_line_reader asked_;
    record_reader reader_;
    std::vector<candidate> candidates_;
    std::vector<listing_page> links_;
    std::map<std::string, std::uint64_t> gone_;
};

} // namespace tiktrack::fetch
