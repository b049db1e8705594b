// SPDX-License-Identifier: MIT
// A line read without looking whether it is a record.
#include "tiktrack/model/reader.hpp"

void read(tiktrack::record_reader& reader, tiktrack::record& into)
{
#ifdef MENDED
    if (reader.read("{}", into)) into.clear();
#else
    reader.read("{}", into);
#endif
}
