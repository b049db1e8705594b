// SPDX-License-Identifier: MIT
// A column read as another kind than its own.
#include "tiktrack/model/record.hpp"

using namespace tiktrack;

#ifdef MENDED
constexpr auto place = "views"_col;
#else
constexpr auto place = "caption"_col;
#endif

std::optional<std::int64_t> count(record const& r) { return get<place>(r); }
