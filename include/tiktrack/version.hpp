// SPDX-License-Identifier: MIT
// Which version of tiktrack this is: the one place, which the build and the programs read.
#pragma once

#include <string_view>

namespace tiktrack {

inline constexpr std::string_view version = "0.1.0";

} // namespace tiktrack
