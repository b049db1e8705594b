// SPDX-License-Identifier: MIT
// Preloaded into a tool: breaks its nth change of a file. BREAK_AT=N, and BREAK_HOW=before, half or after (it
// is killed there), or full (no room from there on).
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace {

bool is_file(int number)
{
    struct stat about {};
    return ::fstat(number, &about) == 0 && S_ISREG(about.st_mode);
}

enum class fate { lives, dies_before, dies_half, dies_after, is_full, is_full_half };

fate next()
{
    static long const at = std::getenv("BREAK_AT") ? std::atol(std::getenv("BREAK_AT")) : 0;
    static char const* const how = std::getenv("BREAK_HOW") ? std::getenv("BREAK_HOW") : "";
    static long count = 0;
    ++count;
    if (std::strcmp(how, "full") == 0)
        return at == 0 || count < at ? fate::lives : count == at ? fate::is_full_half : fate::is_full;
    if (count != at) return fate::lives;
    return std::strcmp(how, "before") == 0 ? fate::dies_before
           : std::strcmp(how, "half") == 0 ? fate::dies_half
                                           : fate::dies_after;
}

void die() { ::raise(SIGKILL); }

template <class Function>
Function real(char const* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

/// What changes a file and can be broken only before or after it.
template <class Work>
int whole(int number, Work work)
{
    auto const what = number < 0 || is_file(number) ? next() : fate::lives;
    if (what == fate::dies_before || what == fate::dies_half) die();
    auto const made = work();
    if (what == fate::dies_after) die();
    return made;
}

} // namespace

extern "C" {

ssize_t write(int number, void const* from, size_t size)
{
    static auto const go = real<ssize_t (*)(int, void const*, size_t)>("write");
    if (!is_file(number)) return go(number, from, size);
    auto const what = next();
    if (what == fate::dies_before) die();
    if (what == fate::is_full || (what == fate::is_full_half && size < 2)) {
        errno = ENOSPC;
        return -1;
    }
    bool const half = what == fate::dies_half || what == fate::is_full_half;
    auto const made = go(number, from, half ? size / 2 : size);
    if (what == fate::dies_half || what == fate::dies_after) die();
    return made;
}

int fdatasync(int number)
{
    static auto const go = real<int (*)(int)>("fdatasync");
    return whole(number, [&] { return go(number); });
}

int ftruncate(int number, off_t size) noexcept
{
    static auto const go = real<int (*)(int, off_t)>("ftruncate");
    return whole(number, [&] { return go(number, size); });
}

int truncate(char const* path, off_t size) noexcept
{
    static auto const go = real<int (*)(char const*, off_t)>("truncate");
    return whole(-1, [&] { return go(path, size); });
}
}
