// SPDX-License-Identifier: MIT
// Saved answers in, records out: what tt-import does, as a function of its input, its output and its
// settings.
#pragma once

#include "tiktrack/io/line_blocks.hpp"
#include "tiktrack/model/lines.hpp"
#include "tiktrack/source/import_lines.hpp"
#include "tiktrack/source/read_answer.hpp"
#include "tiktrack/source/record_writer.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack {

namespace source {

/// Imports one input.
class importer {
public:
    importer(io::input& from, io::output& to, import_settings set, fault_sink const& faults,
             std::atomic<bool> const* stop)
        : from_(from), set_(std::move(set)), faults_(faults), stop_(stop),
          say_([this](std::string const& what, severity weight) { faulty(0, what, weight); }),
          records_(to, set_, valid_, say_, from.name()),
          out_([this](draft& of) { records_.write(of); }, say_, set_.keep_raw, severity::bad_line),
          answers_(out_, valid_, [this](json_view record) { write_again(record); })
    {
        if (set_.collected_mtime && !set_.collected && from_.has_size()) set_.collected = from_.modified();
    }

    import_tally run()
    {
        io::line_blocks blocks(from_, set_.longest_line);
        io::block block, next;
        while (blocks.next(block)) {
            auto const start = past_mark(block);
            auto const first = start.find_first_not_of(" \t\r\n");
            if (first == start.npos && !block.too_long_follows()) {
                count_lines(start);
                continue;
            }
            bool const more = blocks.next(next);
            if (first == start.npos && !more) { // nothing but a line that is too long
                count_lines(start);
                refuse_long_line(1);
            }
            if (first != start.npos && start[first] == '<')
                page(whole(blocks, start, block, more ? &next : nullptr));
            else if (first == start.npos || starts_with_a_line(start.substr(first), more, valid_))
                lines(blocks, block, next, start, more);
            else
                document(whole(blocks, start, block, more ? &next : nullptr));
            break;
        }
        out_.end();
        from_.check_unchanged();
        return records_.tally();
    }

private:
    [[nodiscard]] bool stopped() const noexcept { return stop_ != nullptr && stop_->load(); }

    [[noreturn]] void refuse(std::string const& why) const
    {
        throw failure(failure_kind::data, from_.name() + ": " + why);
    }

    [[nodiscard]] static std::string_view past_mark(io::block const& block)
    {
        return block.first() ? without_mark(block.text()) : block.text();
    }

    void count_lines(std::string_view text)
    {
        line_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    }

    /// The rest of the input, which is one page or one document.
    [[nodiscard]] std::string_view whole(io::line_blocks& blocks, std::string_view start,
                                         io::block const& block, io::block* next)
    {
        if (next == nullptr && !block.too_long_follows()) return check_size(start);
        text_ = start;
        bool cut = block.too_long_follows();
        for (bool more = next != nullptr; more && !cut; more = blocks.next(*next)) {
            text_ += next->text();
            cut = next->too_long_follows();
            (void)check_size(text_);
        }
        if (cut) {
            refuse_long_line(first_long_line(text_, set_.longest_line)); // one before it
            count_lines(text_);
            refuse_long_line(1);
        }
        return check_size(text_);
    }

    /// A line is one in a page and a document, too: else the next one would decide whether it can be read.
    /// @param number of the line in what is being read; 0 is none
    void refuse_long_line(std::uint64_t number) const
    {
        if (number > 0)
            throw failure(failure_kind::data, from_.name() + ':' + std::to_string(line_ + number) + ": " +
                                                  why_too_long(set_.longest_line));
    }

    [[nodiscard]] std::string_view check_size(std::string_view text) const
    {
        if (text.size() > set_.largest)
            refuse("is larger than --max-size allows (" + std::to_string(set_.largest) + " bytes)");
        return text;
    }

    void page(std::string_view text)
    {
        refuse_long_line(first_long_line(text, set_.longest_line));
        if (answers_.pages().read(text)) return;
        refuse(
            "is a page, but none of the platform's: looked for its states and its refusals; its title is \"" +
            std::string(answers_.pages().title()) + '"');
    }

    void document(std::string_view text)
    {
        if (give_overload(text, out_)) return;
        if (auto const why = why_compressed(text); !why.empty()) refuse(why);
        if (auto const bad = valid_.check(text)) {
            if (auto const why = why_an_address(text); !why.empty()) refuse(why);
            if (second_line_is_json(text, valid_)) {
                each_line(text);
                return check_any_known();
            }
            auto const before = text.substr(0, bad->at);
            auto const line =
                line_ + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
            auto const column = bad->at - (before.rfind('\n') + 1);
            throw failure(failure_kind::data, from_.name() + ":" + std::to_string(line + 1) + ": column " +
                                                  std::to_string(column + 1) +
                                                  ": neither a page nor JSON: " + bad->why);
        }
        refuse_long_line(first_long_line(text, set_.longest_line));
        bool const one_line = text.substr(0, text.find_last_not_of(" \t\r\n")).find('\n') == text.npos;
        line_ = one_line ? line_ + 1 : 0;
        if (auto const why = answers_.read(json_view(text))) refuse(*why);
        line_ = 0;
    }

    void lines(io::line_blocks& blocks, io::block& block, io::block& next, std::string_view start, bool more)
    {
        for (;;) {
            each_line(start);
            if (block.too_long_follows()) {
                ++line_;
                ++bad_lines_;
                faulty(0, why_too_long(set_.longest_line));
            }
            if (stopped() || !more) break;
            std::swap(block, next);
            start = block.text();
            more = blocks.next(next);
        }
        check_any_known();
    }

    void each_line(std::string_view text)
    {
        while (!text.empty() && !stopped()) {
            auto const end = std::min(text.find('\n'), text.size());
            auto line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            ++line_;
            while (!line.empty() && format::is_blank(line.back())) line.remove_suffix(1);
            if (line.find_first_not_of(" \t") == line.npos) continue;
            ++(one_line(line) ? known_lines_ : bad_lines_);
        }
    }

    void check_any_known()
    {
        line_ = 0;
        if (known_lines_ == 0 && bad_lines_ > 0) refuse("no line is recognised");
    }

    void faulty(std::size_t column, std::string why, severity weight = severity::bad_line) const
    {
        faults_({from_.name(), line_, column, std::move(why), weight});
    }

    void write_again(json_view record)
    {
        auto const bad = records_.write_again(record);
        if (!bad) return;
        bad_record_ = true;
        faulty(line_ == 0 ? 0 : bad->column, bad->why);
    }

    [[nodiscard]] bool one_line(std::string_view line)
    {
        if (line.size() > set_.longest_line) {
            faulty(0, why_too_long(set_.longest_line));
            return false;
        }
        if (give_overload(line, out_)) return true;
        if (auto const bad = valid_.check(line)) {
            faulty(bad->at + 1, bad->why);
            return false;
        }
        bad_record_ = false;
        auto const why = answers_.read(json_view(line));
        if (why) faulty(0, *why);
        return !why && !bad_record_;
    }

    io::input& from_;
    import_settings set_;
    fault_sink const& faults_;
    std::atomic<bool> const* stop_;
    std::uint64_t line_ = 0; ///< of what is being read; 0 where that is no line
    outcomes::speaker say_;
    format::validator valid_;
    record_writer records_;
    outcomes out_;
    answer_reader answers_;
    bool bad_record_ = false;
    std::uint64_t known_lines_ = 0;
    std::uint64_t bad_lines_ = 0;
    std::string text_; ///< of a page or a document that came in several blocks
};

} // namespace source

/// Reads one input whole and writes a record for each video, in order: an HTML page, a JSON document, or
/// lines that are each recognised by themselves. What is wrong with a line goes to `faults`. Ends early,
/// after the current line, where `stop` is set. @throws failure (data) where the input is not recognised,
/// std::system_error where reading or writing fails
inline import_tally import_answers(io::input& from, io::output& to, import_settings const& set,
                                   fault_sink const& faults, std::atomic<bool> const* stop = nullptr)
{
    return source::importer(from, to, set, faults, stop).run();
}

} // namespace tiktrack
