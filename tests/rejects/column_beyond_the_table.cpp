// SPDX-License-Identifier: MIT
// A place that is no column's.
#include "tiktrack/model/record.hpp"

#ifdef MENDED
constexpr auto place = tiktrack::column_count - 1;
#else
constexpr auto place = tiktrack::column_count;
#endif

bool has(tiktrack::record const& r) { return tiktrack::get<place>(r).has_value(); }
