// SPDX-License-Identifier: MIT
// The second of the two units that include everything.
#include "tiktrack/tiktrack.hpp"

int main() {}
