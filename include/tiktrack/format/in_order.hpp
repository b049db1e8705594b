// SPDX-License-Identifier: MIT
// Work on blocks by several threads whose results come out in the order in which the blocks went in.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace tiktrack::format {

/// Runs `take(block)` (one thread at a time; false at the end), `work(block, result)` (side by side, with a
/// `Worker` of its own for each thread) and `give(result)` (one at a time, in the order of the takes).
/// What any of them throws ends all and is thrown on, once all that was taken before it is given. With one
/// thread nothing is started.
template <class Block, class Result, class MakeWorker, class Take, class Give>
void in_order(unsigned threads, MakeWorker make_worker, Take take, Give give)
{
    if (threads <= 1) {
        Block block;
        Result result;
        auto worker = make_worker();
        while (take(block)) {
            worker(block, result);
            give(result);
        }
        return;
    }
    std::mutex taking, giving;
    std::condition_variable turn;
    std::uint64_t next_ticket = 0, served = 0;
    bool ended = false;
    std::exception_ptr why;
    std::uint64_t failed_at = std::numeric_limits<std::uint64_t>::max(); // nothing behind this is given

    auto const run = [&] {
        auto ticket = std::numeric_limits<std::uint64_t>::max(); // of the block at hand
        try {
            Block block;
            Result result;
            auto worker = make_worker();
            for (;;) {
                {
                    std::scoped_lock const lock(taking);
                    if (ended || !take(block)) {
                        ended = true;
                        return;
                    }
                    ticket = next_ticket++;
                }
                worker(block, result);
                std::unique_lock lock(giving);
                turn.wait(lock, [&] { return served == ticket || failed_at < ticket; });
                if (served != ticket) return;
                give(result);
                ++served;
                turn.notify_all();
                ticket = std::numeric_limits<std::uint64_t>::max();
            }
        } catch (...) {
            std::scoped_lock const both(taking, giving);
            ended = true;
            ticket = std::min(ticket, next_ticket); // what was taken meanwhile comes before it
            if (!why || ticket < failed_at) {
                why = std::current_exception();
                failed_at = ticket;
            }
            turn.notify_all();
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(run);
    run();
    others.clear();
    if (why) std::rethrow_exception(why);
}

} // namespace tiktrack::format
