// SPDX-License-Identifier: MIT
// Signals: a polite stop, an end at once that leaves no temporary file, and an input that shrinks under its
// map.
#pragma once

#include "cli/exit_codes.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <string_view>

namespace tiktrack::cli {

/// Thrown out of a read that waits when the user asks the program to stop.
struct stopped {};

namespace detail {

// What handlers need: signals belong to the whole process, and so does this.
inline std::atomic<int> stop_signal{0};
inline std::atomic<bool> stop_asked{false};
inline int stop_event = -1; // readable once a stop was asked for
inline std::array<char, PATH_MAX> temporary{};
inline std::atomic<bool> has_temporary{false};
inline std::array<char, 128> shrank{};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

inline void drop_temporary() noexcept
{
    if (has_temporary.load()) ::unlink(temporary.data());
}

extern "C" inline void tiktrack_on_stop(int number)
{
    int const before = errno;
    if (stop_signal.exchange(number) != 0) { // the second time
        drop_temporary();
        ::_exit(stopped_by + number);
    }
    stop_asked.store(true);
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const put = ::write(stop_event, &one, sizeof one);
    errno = before;
}

extern "C" inline void tiktrack_on_hangup(int number)
{
    drop_temporary();
    ::raise(number); // its default action came back when this was called
}

extern "C" inline void tiktrack_on_bus_error(int number, siginfo_t* about, void*)
{
    if (about->si_code != BUS_ADRERR) {
        ::raise(number);
        return;
    }
    [[maybe_unused]] auto const put =
        ::write(STDERR_FILENO, shrank.data(), std::string_view(shrank.data()).size());
    drop_temporary();
    ::_exit(exit_code(failure_kind::io));
}

} // namespace detail

/// The signal that asked for a stop; 0 for none yet.
[[nodiscard]] inline int stop_signal() noexcept { return detail::stop_signal.load(); }

/// Becomes true with the first such signal: for loops that look at it between two pieces of work.
[[nodiscard]] inline std::atomic<bool> const& stop_flag() noexcept { return detail::stop_asked; }

/// A descriptor that can be read once a stop was asked for: for loops that wait on several.
[[nodiscard]] inline int stop_descriptor() noexcept { return detail::stop_event; }

/// Makes that descriptor silent: a loop has seen the stop, and still has to wait for what is on its way.
inline void acknowledge_stop() noexcept
{
    std::uint64_t all = 0;
    [[maybe_unused]] auto const got = ::read(detail::stop_event, &all, sizeof all);
}

/// Waits until a descriptor can be read. @throws stopped as soon as a stop was asked for, in whichever thread
inline void await_input(int number)
{
    std::array<pollfd, 2> both{{{number, POLLIN, 0}, {detail::stop_event, POLLIN, 0}}};
    while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
    }
    if (stop_signal() != 0) throw stopped{};
}

/// Names the file that must not stay behind when a signal ends the program; empty: none any more.
inline void remember_temporary(std::string_view path) noexcept
{
    detail::has_temporary.store(false);
    if (path.empty() || path.size() >= detail::temporary.size()) return;
    detail::temporary[path.copy(detail::temporary.data(), path.size())] = '\0';
    detail::has_temporary.store(true);
}

/// Sets what signals do to this process.
/// - SIGINT and SIGTERM ask for a stop, also where the parent had them ignored, as shells do for jobs behind
/// `&`;
///   the second one ends the program at once.
/// - SIGPIPE ends it silently, also where the parent had it ignored: `| head` is no error.
/// - SIGHUP ends it unless the parent ignores it (`nohup`). A file that grows too large is an error of its
/// write.
/// - SIGBUS is an input that shrank while it was mapped.
inline void set_signals(std::string_view program)
{
    using namespace detail;
    auto const end = program.copy(shrank.data(), 64);
    std::string_view(": an input shrank while it was read\n")
        .copy(shrank.data() + end, shrank.size() - end - 1);
    stop_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    struct sigaction act {};
    ::sigemptyset(&act.sa_mask);
    act.sa_handler = tiktrack_on_stop; // without SA_RESTART: calls that wait come back
    ::sigaction(SIGINT, &act, nullptr);
    ::sigaction(SIGTERM, &act, nullptr);

    act.sa_handler = SIG_DFL;
    ::sigaction(SIGPIPE, &act, nullptr);
    act.sa_handler = SIG_IGN;
    ::sigaction(SIGXFSZ, &act, nullptr);

    act.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    act.sa_handler = tiktrack_on_hangup;
    struct sigaction before {};
    if (::sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
        ::sigaction(SIGHUP, &act, nullptr);

    act.sa_flags |= SA_SIGINFO;
    act.sa_sigaction = tiktrack_on_bus_error;
    ::sigaction(SIGBUS, &act, nullptr);
}

} // namespace tiktrack::cli
