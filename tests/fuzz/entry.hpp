// SPDX-License-Identifier: MIT
// A fuzz entry point: libFuzzer's, one a program; or, to replay files, one of many by name in one program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

namespace tiktrack::fuzz {

using entry = void (*)(std::uint8_t const* data, std::size_t size);

/// The entry points of this program.
[[nodiscard]] inline std::map<std::string_view, entry>& entries()
{
    static std::map<std::string_view, entry> all;
    return all;
}

} // namespace tiktrack::fuzz

/// Begins the function of the entry point `name`, of `data` and `size`.
#define TIKTRACK_FUZZ(name)                                                                                  \
    static void fuzz_##name(std::uint8_t const* data, std::size_t size);                                     \
    TIKTRACK_FUZZ_ENTRY(name)                                                                                \
    static void fuzz_##name(std::uint8_t const* data, std::size_t size)

#ifdef TIKTRACK_REPLAYED
#define TIKTRACK_FUZZ_ENTRY(name)                                                                            \
    [[maybe_unused]] static bool const replayed_##name =                                                     \
        tiktrack::fuzz::entries().emplace(#name, fuzz_##name).second;
#else
#define TIKTRACK_FUZZ_ENTRY(name)                                                                            \
    extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)                        \
    {                                                                                                        \
        fuzz_##name(data, size);                                                                             \
        return 0;                                                                                            \
    }
#endif
