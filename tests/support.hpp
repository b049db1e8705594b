// SPDX-License-Identifier: MIT
// What several unit tests need: files and pipes with a given text, memory that ends exactly where a text
// does, chance that is the same in every run.
#pragma once

#include "tiktrack/io/input.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tiktrack::support {

using namespace std::string_literals;

/// A folder that goes away with its owner.
class temporary_folder {
public:
    temporary_folder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "tiktrack-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
        path_ = pattern;
    }
    temporary_folder(temporary_folder const&) = delete;
    temporary_folder& operator=(temporary_folder const&) = delete;
    ~temporary_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }
    [[nodiscard]] std::ptrdiff_t files() const
    {
        return std::distance(std::filesystem::directory_iterator(path_), {});
    }

private:
    std::filesystem::path path_;
};

inline void write_file(std::string const& path, std::string_view text)
{
    std::ofstream(path, std::ios::binary) << text;
}

inline std::string read_file(std::string const& path)
{
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(all).str();
}

/// A regular file without a name that holds a text.
inline io::fd file_with(std::string_view text)
{
    io::fd file(::memfd_create("test", MFD_CLOEXEC));
    if (!file) io::throw_errno("memfd_create");
    io::write_all(file.get(), text.data(), text.size(), "memfd");
    ::lseek(file.get(), 0, SEEK_SET);
    return file;
}

/// An open regular file that holds a text, as an input.
struct text_input {
    explicit text_input(std::string_view text, std::string const& name = "in")
        : file(file_with(text)), in(file.get(), name)
    {
    }
    io::fd file;
    io::input in;
};

/// The reading end of a pipe into which a thread writes pieces, one write a piece.
class fed_pipe {
public:
    explicit fed_pipe(std::vector<std::string> pieces)
    {
        std::signal(SIGPIPE, SIG_IGN);
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) io::throw_errno("pipe");
        reading_ = io::fd(ends[0]);
        feeder_ = std::thread([pieces = std::move(pieces), writing = io::fd(ends[1])] {
            for (auto const& each : pieces) {
                if (::write(writing.get(), each.data(), each.size()) < 0) return;
                std::this_thread::yield();
            }
        });
    }
    fed_pipe(fed_pipe const&) = delete;
    fed_pipe& operator=(fed_pipe const&) = delete;
    ~fed_pipe()
    {
        (void)reading_.close();
        feeder_.join();
    }
    [[nodiscard]] int get() const noexcept { return reading_.get(); }

private:
    io::fd reading_;
    std::thread feeder_;
};

/// A copy of a text that ends at the end of a page; the page behind it cannot be read.
class guarded_text {
public:
    explicit guarded_text(std::string_view text)
    {
        auto const page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        auto const room = (text.size() / page + 1) * page;
        size_ = room + page;
        void* const memory =
            ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) io::throw_errno("mmap");
        memory_ = static_cast<char*>(memory);
        if (::mprotect(memory_ + room, page, PROT_NONE) != 0) io::throw_errno("mprotect");
        begin_ = memory_ + room - text.size();
        end_ = begin_ + text.size();
        std::copy(text.begin(), text.end(), begin_);
    }
    guarded_text(guarded_text const&) = delete;
    guarded_text& operator=(guarded_text const&) = delete;
    ~guarded_text() { ::munmap(memory_, size_); }

    [[nodiscard]] char const* begin() const noexcept { return begin_; }
    [[nodiscard]] char const* end() const noexcept { return end_; }
    [[nodiscard]] std::string_view text() const noexcept { return {begin_, std::size_t(end_ - begin_)}; }

private:
    char* memory_ = nullptr;
    std::size_t size_ = 0;
    char *begin_ = nullptr, *end_ = nullptr;
};

/// Chance that is the same in every run.
class dice {
public:
    explicit dice(unsigned seed) : engine_(seed) {}
    /// 0 to `sides` - 1.
    std::size_t roll(std::size_t sides) { return engine_() % sides; }
    bool once_in(std::size_t times) { return roll(times) == 0; }
    template <class List>
    auto const& one_of(List const& list)
    {
        return list[roll(std::size(list))];
    }
    std::mt19937_64& engine() { return engine_; }

private:
    std::mt19937_64 engine_;
};

} // namespace tiktrack::support
