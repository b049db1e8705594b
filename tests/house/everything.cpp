// SPDX-License-Identifier: MIT
// Everything at once, linked beside another unit that does the same: nothing is defined twice.
#include "tiktrack/tiktrack.hpp"
