// SPDX-License-Identifier: MIT
// All programs of tiktrack: what one of them needs to know of the others.
#pragma once

#include "cli/sheet.hpp"
#include "discover_options.hpp"
#include "due_options.hpp"
#include "import_options.hpp"
#include "snapshot_options.hpp"
#include "tocsv_options.hpp"
#include "velocity_options.hpp"

#include <vector>

namespace tiktrack {

inline std::vector<cli::sheet> family()
{
    return {cli::sheet_of(tt_discover::about), cli::sheet_of(tt_import::about),
            cli::sheet_of(tt_snapshot::about), cli::sheet_of(tt_due::about),
            cli::sheet_of(tt_velocity::about), cli::sheet_of(tt_tocsv::about)};
}

} // namespace tiktrack
