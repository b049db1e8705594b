// SPDX-License-Identifier: MIT
// A descriptor, and all that owns one, has one owner.
#include "tiktrack/io/output.hpp"

#ifdef MENDED
tiktrack::io::output handed_on(tiktrack::io::output& from) { return std::move(from); }
#else
tiktrack::io::output handed_on(tiktrack::io::output& from) { return from; }
#endif
