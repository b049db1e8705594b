// SPDX-License-Identifier: MIT
// A bare number where a point in time is expected: seconds or milliseconds?
#include "tiktrack/base/instant.hpp"

#ifdef MENDED
tiktrack::instant when() { return tiktrack::from_unix(1763934199); }
#else
tiktrack::instant when() { return 1763934199; }
#endif
