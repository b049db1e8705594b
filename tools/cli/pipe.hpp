// SPDX-License-Identifier: MIT
// What a program works with: its inputs, its output, and somebody who takes its faults.
#pragma once

#include "cli/clock.hpp"
#include "cli/common.hpp"
#include "cli/destination.hpp"
#include "cli/exit_codes.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/signals.hpp"
#include "tiktrack/base/failure.hpp"
#include "tiktrack/base/fault.hpp"
#include "tiktrack/io/input.hpp"
#include "tiktrack/io/output.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace tiktrack::cli {

/// One end to the other. `sink`, `say`, `progress`, `fail_later` and `stop` may be called by any thread.
class pipe {
public:
    /// @throws failure(usage) where the output is also an input, std::system_error where it cannot be opened
    pipe(messages& voice, common_settings const& set, std::vector<std::string> operands,
         std::optional<instant> now = {})
        : voice_(voice), strict_(set.strict), inputs_(std::move(operands)), named_(!inputs_.empty()),
          to_(set.output), clock_(now)
    {
        if (inputs_.empty()) inputs_.emplace_back("-");
        if (!to_.is_beside()) refuse_own_output(to_.out().descriptor(), inputs_);
        voice_.show_progress(set.progress);
    }

    /// The operands; `-` for stdin, also where there are none.
    [[nodiscard]] std::vector<std::string> const& inputs() const noexcept { return inputs_; }
    /// Whether there are any, for programs that read stdin only where it is named.
    [[nodiscard]] bool any_named() const noexcept { return named_; }

    /// Puts the operands in the order in which they are to be read.
    template <class Order>
    void arrange_inputs(Order&& order)
    {
        order(inputs_);
    }

    /// stdout, or the file of -o. What is written to it is to be whole lines.
    [[nodiscard]] io::output& out() noexcept { return to_.out(); }

    /// Where faults go: said on stderr, and a bad line makes the exit code 1; under --strict it ends the run.
    [[nodiscard]] fault_sink sink()
    {
        return [this](fault const& found) {
            voice_.say(sentence_of(found));
            if (found.weight != severity::bad_line) return;
            fail_later(partly_done);
            if (strict_) throw failure(failure_kind::data, "stopped at the first bad line, as --strict asks");
        };
    }

    /// Opens one input after another for `work(io::input&)`. One that cannot be opened or read, or that
    /// `work` refuses as no data of the right kind, is reported, makes the exit code 74 or 65, and the others
    /// are still read; a `run_failure` is passed on.
    template <class Work>
    void for_each_input(Work&& work)
    {
        std::size_t number = 0;
        for (auto const& operand : inputs_) {
            if (stop()) return;
            auto const name = shown_name(operand);
            ++number;
            progress([&] {
                return name + " (" + std::to_string(number) + " of " + std::to_string(inputs_.size()) + ")";
            });
            read_input(operand, work);
        }
    }

    /// The same for one file, whether it is an operand or an option named it.
    template <class Work>
    void read_input(std::string const& path, Work&& work)
    {
        auto const name = shown_name(path);
        if (!taken_before_) taken_before_ = out().taken();
        try {
            auto const file = open_input(path);
            io::input from(file.get(), name, await_input);
            work(from);
            any_read_ = true;
        } catch (std::system_error const& error) {
            if (!speaks_of(error, name) || speaks_of(error, out().name())) throw;
            voice_.say(error.what());
            fail_later(exit_code(failure_kind::io));
        } catch (run_failure const&) {
            throw;
        } catch (failure const& refused) {
            if (strict_ || refused.kind != failure_kind::data) throw;
            voice_.say(refused.what());
            fail_later(exit_code(refused.kind));
        }
    }

    /// Something for the user to know; the exit code stays.
    void say(std::string const& what) { voice_.say(what); }

    /// The progress line becomes `text()`, which is asked for at most five times a second, and only where one
    /// is shown.
    template <class Text>
    void progress(Text&& text)
    {
        voice_.progress(std::forward<Text>(text));
    }

    /// Whether the user asks for an end: finish the current line, then return.
    [[nodiscard]] bool stop() const noexcept { return stop_flag().load(); }
    [[nodiscard]] std::atomic<bool> const& stop_flag() const noexcept { return cli::stop_flag(); }

    /// The time of day, as --now has it.
    [[nodiscard]] instant now() const { return clock_.now(); }

    /// What was written so far is worth its place even where the run is cut short: it cannot be had again.
    void keep_what_is_written() noexcept { keep_ = true; }

    /// Remembers an exit code for the end; the worst one is told.
    void fail_later(int code)
    {
        for (int so_far = code_; !code_.compare_exchange_weak(so_far, worse(so_far, code));) {
        }
    }

    [[nodiscard]] int code() const noexcept { return code_; }

    /// Writes what is left and puts a file of -o in its place; not where the run was `cut_short`, since it
    /// would not be whole, nor where no input could be read. @throws std::system_error
    void finish(bool cut_short)
    {
        cut_short = cut_short && !keep_;
        bool const nothing = taken_before_ == out().taken() && !any_read_;
        if ((cut_short || nothing) && to_.is_beside())
            voice_.say(out().name() + ": not written, since " +
                       (cut_short ? "the run was cut short" : "no input could be read"));
        to_.finish(cut_short || nothing);
    }

private:
    messages& voice_;
    bool strict_;
    std::vector<std::string> inputs_;
    bool named_;
    bool keep_ = false;
    bool any_read_ = false;                     ///< whether any input was read to its end
    std::optional<std::uint64_t> taken_before_; ///< by the output, when the first one was opened
    destination to_;
    clock clock_;
    std::atomic<int> code_{0};
};

} // namespace tiktrack::cli
