// SPDX-License-Identifier: MIT
#include "records.hpp"

/// A page: whatever it holds comes to records, or to none.
TIKTRACK_FUZZ(page)
{
    using namespace tiktrack;
    std::string const page(reinterpret_cast<char const*>(data), size);
    fuzz::records records;
    source::page_reader reader(records.out, records.valid);
    (void)reader.read(page);
    records.check();
}
