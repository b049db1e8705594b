// SPDX-License-Identifier: MIT
// A draft's cells view its own memory: a copy would view the first one's.
#include "tiktrack/model/draft.hpp"

#ifdef MENDED
tiktrack::draft const& same(tiktrack::draft const& of) { return of; }
#else
tiktrack::draft same(tiktrack::draft const& of) { return of; }
#endif
