// SPDX-License-Identifier: MIT
// Text in memory that may be looked at a little beyond its end, so that 16 bytes can be taken at once.
#pragma once

namespace tiktrack {

/// A text from `begin` to `end`; memory may be looked at up to `readable`, which is `end` at least.
struct text_window {
    char const* begin;
    char const* end;
    char const* readable;
};

} // namespace tiktrack
