// SPDX-License-Identifier: MIT
// A key that the table does not hold.
#include "tiktrack/model/record.hpp"

using namespace tiktrack;

#ifdef MENDED
std::size_t place() { return "views"_col; }
#else
std::size_t place() { return "viewz"_col; }
#endif
