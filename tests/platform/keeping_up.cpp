// SPDX-License-Identifier: MIT
// Prints how well a cohort keeps up, a trial a line: keeping_up HOURS SEED < TRIALS
// A trial: seconds from one poll to the next, per cent of the time in which is refused, creators,
// milliseconds of delay, creators that are asked at once (0: all). It is printed again with videos, tracked,
// on time, requests an hour, per cent refused.
#include "keeping_up.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace tiktrack::stand_in;
    if (argc != 3) {
        std::fputs("usage: keeping_up HOURS SEED < TRIALS\n", stderr);
        return 2;
    }
    trial of;
    of.hours = std::strtol(argv[1], nullptr, 10);
    of.seed = std::strtoul(argv[2], nullptr, 10);
    long every = 0, refused = 0, delay = 0;
    while (std::cin >> every >> refused >> of.creators >> delay >> of.how.part) {
        of.how.every = seconds(every);
        of.how.delay = milliseconds(delay);
        of.refused = static_cast<double>(refused) / 100;
        auto const came = try_out(of);
        std::printf("%ld %ld %zu %ld %zu %zu %zu %zu %.0f %.1f\n", every, refused, of.creators, delay,
                    of.how.part, came.videos, came.tracked, came.on_time, came.requests, 100 * came.refusals);
        std::fflush(stdout);
    }
    return 0;
}
