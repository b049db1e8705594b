// SPDX-License-Identifier: MIT
// What a program says to a person: one line each on stderr, `tt-name: file:line: column N: what`.
#pragma once

#include "cli/printable.hpp"
#include "cli/progress.hpp"
#include "tiktrack/base/fault.hpp"

#include <pthread.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::cli {

/// `file:line: column N: why`; parts that the place does not have are left out.
[[nodiscard]] inline std::string sentence_of(fault const& found)
{
    auto sentence = found.file;
    if (found.line != 0) sentence.append(sentence.empty() ? "line " : ":").append(std::to_string(found.line));
    if (!sentence.empty()) sentence += ": ";
    if (found.column != 0) sentence.append("column ").append(std::to_string(found.column)).append(": ");
    return sentence + found.why;
}

/// Writes to stderr whatever has become of it: closed, full, a terminal that is gone, a pipe without a
/// reader.
inline void write_to_stderr(std::string_view text) noexcept
{
    sigset_t pipe_gone, before;
    ::sigemptyset(&pipe_gone);
    ::sigaddset(&pipe_gone, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_gone, &before);
    bool const was_blocked = ::sigismember(&before, SIGPIPE) == 1;
    while (!text.empty()) {
        auto const put = ::write(STDERR_FILENO, text.data(), text.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0 && errno == EPIPE && !was_blocked) {
            timespec const at_once{};
            ::sigtimedwait(&pipe_gone, nullptr, &at_once);
        }
        if (put < 0) break;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

/// Speaks for one program; any thread may call it.
class messages {
public:
    explicit messages(std::string_view program) : program_(program) {}

    /// One line; nothing in it can act on a terminal.
    void say(std::string_view what)
    {
        std::lock_guard const alone(mutex_);
        write_to_stderr((line_ ? line_->erase() : std::string()) + program_ + ": " + printable(what) + '\n');
    }

    /// From here on `progress` shows a line; as `wanted` says, else where stderr is a terminal.
    void show_progress(std::optional<bool> wanted)
    {
        if (!wanted.value_or(::isatty(STDERR_FILENO) == 1)) return;
        winsize window{};
        bool const is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 1;
        line_.emplace(is_known ? window.ws_col : std::size_t{80});
    }

    /// Draws the progress line over, where it is shown and due; only then `text()` is asked for.
    template <class Text>
    void progress(Text&& text)
    {
        if (!line_) return;
        std::lock_guard const alone(mutex_);
        auto const now = std::chrono::steady_clock::now();
        if (line_->due(now)) write_to_stderr(line_->draw(text(), now));
    }

    void end_progress()
    {
        std::lock_guard const alone(mutex_);
        if (line_) write_to_stderr(line_->erase());
        line_.reset();
    }

private:
    std::string program_;
    std::mutex mutex_;
    std::optional<progress_line> line_;
};

} // namespace tiktrack::cli
