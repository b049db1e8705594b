// SPDX-License-Identifier: MIT
// The lines that tt-snapshot reads: what each asks for, what is wrong with it, and where.
#pragma once

#include "cli/signals.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/fault.hpp"
#include "tiktrack/fetch/asked_line.hpp"
#include "tiktrack/fetch/damaged_ids.hpp"
#include "tiktrack/io/line_feed.hpp"
#include "tiktrack/model/lines.hpp"
#include "timepoint_option.hpp"

#include <cstdint>
#include <deque>
#include <exception>
#include <string>
#include <string_view>

namespace tiktrack {

/// Runs `work`, then `finish`, also where the first one throws; then what it threw goes on. A wait that a
/// signal ended is no failure.
template <class Work, class Finish>
void finish_first(Work&& work, Finish&& finish)
{
    std::exception_ptr thrown;
    try {
        work();
    } catch (cli::stopped const&) {
    } catch (...) {
        thrown = std::current_exception();
    }
    finish();
    if (thrown) std::rethrow_exception(thrown);
}

/// Reads lines ahead, as far as they are there, to see whether a spreadsheet has damaged their ids.
class snapshot_lines {
public:
    /// @param trust_ids whether ids that look damaged are taken for whole
    snapshot_lines(io::input& from, std::size_t longest, bool trust_ids, fault_sink const& faults)
        : name_(from.name()), longest_(longest), trust_ids_(trust_ids), faults_(faults), lines_(from, longest)
    {
    }

    /// The next line that names a video; false at the end. Wrong lines go to the faults. Where a line is
    /// still to come, `work()` is called as long as `wait()` holds. @throws failure where the input is of
    /// another kind
    template <class Wait, class Work>
    [[nodiscard]] bool next(Wait wait, Work work)
    {
        for (;;) {
            while (ahead_.size() < fetch::damaged_ids::looked_at && (ahead_.empty() || lines_.ready())) {
                while (!lines_.ready() && wait()) work();
                if (!read_one()) break;
            }
            if (ahead_.empty()) return false;
            current_ = std::move(ahead_.front());
            ahead_.pop_front();
            bool good = false;
            place([&] { good = judge(); });
            if (good) return true;
        }
    }

    [[nodiscard]] fetch::asked_line const& asked() const noexcept { return *asked_; }
    [[nodiscard]] std::string_view text() const noexcept { return current_.text; }

    /// The current line is no good after all. @param why it is not
    void refuse(std::string why) { wrong(0, std::move(why)); }

    /// Runs `work`; a failure in it is told with the place of the current line.
    template <class Work>
    void place(Work&& work)
    {
        try {
            work();
        } catch (failure const& found) {
            throw failure(found.kind, name_ + ':' + std::to_string(current_.number) + ": " + found.what());
        }
    }

    /// To be called at the end. @throws failure (data) where no line named a video, but some were wrong
    void check_any_video() const
    {
        if (good_ == 0 && bad_ > 0)
            throw failure(
                failure_kind::data,
                name_ + ": no line names a video; ids, addresses and records are taken here, one a line: "
                        "jq -c . FILE | …");
    }

private:
    struct held_line {
        std::string text;
        std::uint64_t number = 0;
        bool too_long = false;
    };

    [[nodiscard]] bool read_one()
    {
        io::fed_line line;
        if (!lines_.next(line)) return false;
        if (line.number == 1)
            if (auto const why = why_compressed(line.text); !why.empty())
                throw failure(failure_kind::data, name_ + ": " + why);
        if (!line.too_long && fetch::asked_line_reader::is_blank_line(line.text)) return true;
        ahead_.push_back({std::string(line.text), line.number, line.too_long});
        if (!line.too_long && is_video_id(line.text)) watch_.add(line.text);
        return true;
    }

    void wrong(std::size_t column, std::string why, severity weight = severity::bad_line)
    {
        if (weight == severity::bad_line) ++bad_;
        faults_({name_, current_.number, column, std::move(why), weight});
    }

    [[nodiscard]] bool judge()
    {
        if (current_.too_long) return wrong(0, why_too_long(longest_)), false;
        asked_ = &reader_.read(current_.text);
        if (asked_->what == fetch::asked_for::short_link)
            return wrong(0, "a short link, whose video only the platform knows; tt-discover - resolves it"),
                   false;
        if (asked_->what == fetch::asked_for::nothing) return wrong(asked_->column, asked_->why), false;
        if (!trust_ids_ && watch_.found() && fetch::looks_damaged(asked_->id)) {
            if (!told_damaged_) wrong(1, watch_.why());
            told_damaged_ = true;
            return false;
        }
        if (auto const* of = asked_->of) {
            auto const label = of->cells["timepoint"_col];
            if (!is_null(label) && !is_label(inside(label)))
                return wrong(static_cast<std::size_t>(label.data() - current_.text.data()) + 1,
                             "timepoint is not " + timepoint_label::allowed() + ": " +
                                 std::string(label.substr(0, 60))),
                       false;
        }
        if (auto const& twice = asked_->doubled) wrong(twice->column, twice->why, severity::warning);
        told_odd_.tell(asked_->odd, name_, current_.number - 1, faults_);
        ++good_;
        return true;
    }

    std::string name_;
    std::size_t longest_;
    bool trust_ids_;
    fault_sink const& faults_;
    io::line_feed lines_;
    std::deque<held_line> ahead_;
    held_line current_;
    fetch::asked_line_reader reader_;
    fetch::asked_line const* asked_ = nullptr;
    fetch::damaged_ids watch_;
    bool told_damaged_ = false;
    told_once told_odd_;
    std::uint64_t good_ = 0, bad_ = 0;
};

} // namespace tiktrack
