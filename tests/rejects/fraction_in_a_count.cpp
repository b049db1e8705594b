// SPDX-License-Identifier: MIT
// A fraction where a whole number or a truth is expected: it would be cut off without a word.
#include "tiktrack/model/draft.hpp"

#ifdef MENDED
using number = std::int64_t;
#else
using number = double;
#endif

void put(tiktrack::draft& of, number value) { of.set(4, value); }
