// SPDX-License-Identifier: MIT
// Gives each `main` of a unit a name of its own, so that programs are compiled together; each must return.
#pragma once

#define TIKTRACK_JOINED(word, number) word##number
#define TIKTRACK_NUMBERED(number) TIKTRACK_JOINED(main_, number)
#define main TIKTRACK_NUMBERED(__COUNTER__)
