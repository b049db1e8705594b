// SPDX-License-Identifier: MIT
// Stands in for libFuzzer: gives each file named to a fuzz entry point, and says so when it came back.
// replay ENTRY FILE...
#include "../fuzz/entry.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

int main(int argc, char** argv)
{
    auto const& entries = tiktrack::fuzz::entries();
    auto const chosen = argc > 1 ? entries.find(argv[1]) : entries.end();
    if (chosen == entries.end()) return 64;
    for (int i = 2; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        if (!file) return 74;
        std::vector<char> const bytes{std::istreambuf_iterator<char>(file), {}};
        chosen->second(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
        std::printf("ok %s\n", argv[i]);
        std::fflush(stdout);
    }
}
