// SPDX-License-Identifier: MIT
// Everything at once, linked beside units of each header alone: nothing is defined twice.
#include "tiktrack/tiktrack.hpp"

int main() { return 0; }
