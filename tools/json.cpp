// SPDX-License-Identifier: MIT
// Boost.JSON itself, compiled in this one place for all programs here.
#include "tiktrack/format/json_implementation.hpp"
