// SPDX-License-Identifier: MIT
// The former name of what the user states of an answer's counts.
#pragma once

#include "tiktrack/source/stated_exactness.hpp"

namespace tiktrack::source {

using verdict = stated_exactness;

} // namespace tiktrack::source
