// SPDX-License-Identifier: MIT
// Used by the build: prints the manual page of a program, from its prose on stdin, or its completion in bash.
//     pages manual tt-import < tt-import.1.in       pages completion tt-import
#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "family.hpp"

#include <iostream>
#include <iterator>

int main(int argc, char** argv)
{
    std::string_view const kind = argc == 3 ? argv[1] : "", name = argc == 3 ? argv[2] : "";
    for (auto const& program : tiktrack::family()) {
        if (program.name != name) continue;
        if (kind == "manual")
            std::cout << tiktrack::cli::manual(program, std::string(std::istreambuf_iterator(std::cin), {}));
        else
            std::cout << tiktrack::cli::completion(program);
        return std::cout.flush() ? 0 : 74;
    }
    std::cerr << "usage: pages manual|completion PROGRAM\n";
    return 2;
}
