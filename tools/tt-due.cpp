// SPDX-License-Identifier: MIT
// tt-due: says which tracked videos are to be measured now.
#include "cli/run.hpp"
#include "due_board.hpp"
#include "family.hpp"

int main(int argc, char** argv)
{
    using namespace tiktrack;
    using tt_due::question;
    return cli::run<tt_due::settings>(tt_due::about, family, argc, argv,
                                      [](tt_due::settings set, cli::pipe& io) {
                                          set.now = io.now(); // however long the reading takes
                                          auto const all = tt_due::read_cohorts(set, io);
                                          switch (set.asks) {
                                          case question::due: return tt_due::print_due(all, set, io);
                                          case question::next: return tt_due::print_next(all, set, io);
                                          case question::plan: return tt_due::print_plan(all, set, io);
                                          case question::board: return tt_due::print_board(all, set, io);
                                          case question::cohorts: return tt_due::print_cohorts(all, set, io);
                                          }
                                      });
}
