// SPDX-License-Identifier: MIT
// An input as memory: a regular file mapped, anything else first copied to a temporary file without a name.
#pragma once

#include "tiktrack/io/input.hpp"

#include <sys/mman.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::io {

/// Owns a mapping of all that an input holds from where it stands (move-only). The pages are the file's:
/// where somebody shortens it meanwhile, touching what is gone raises SIGBUS.
class mapped {
public:
    /// @throws std::system_error; what is no file needs room in $TMPDIR, else in /tmp
    explicit mapped(input& from) : held_(::fcntl(from.descriptor(), F_DUPFD_CLOEXEC, 3)), as_opened_(from)
    {
        auto start = static_cast<std::size_t>(0);
        int number = from.descriptor();
        if (from.has_size()) {
            auto const at = ::lseek(number, 0, SEEK_CUR);
            if (at < 0) throw_errno(name());
            start = static_cast<std::size_t>(at);
            size_ = from.left();
        } else {
            held_ = spool(from, size_);
            number = held_.get();
        }
        if (size_ == 0) return;
        page_ = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        skipped_ = start % page_;
        void* const memory = ::mmap(nullptr, skipped_ + size_, PROT_READ, MAP_PRIVATE, number,
                                    static_cast<::off_t>(start - skipped_));
        if (memory == MAP_FAILED) throw_errno(name());
        memory_ = static_cast<char const*>(memory);
    }
    mapped(mapped&& other) noexcept
        : held_(std::move(other.held_)), as_opened_(std::move(other.as_opened_)),
          memory_(std::exchange(other.memory_, nullptr)), size_(std::exchange(other.size_, 0)),
          skipped_(other.skipped_), page_(other.page_)
    {
    }
    mapped& operator=(mapped&&) = delete;
    ~mapped()
    {
        if (memory_ != nullptr) ::munmap(const_cast<char*>(memory_), skipped_ + size_);
    }

    [[nodiscard]] std::string_view text() const noexcept
    {
        return memory_ == nullptr ? std::string_view{} : std::string_view(memory_ + skipped_, size_);
    }
    /// The end of the memory that can be looked at, which is that of the last page.
    [[nodiscard]] char const* readable() const noexcept
    {
        if (memory_ == nullptr) return nullptr;
        return memory_ + (skipped_ + size_ + page_ - 1) / page_ * page_;
    }
    [[nodiscard]] std::string const& name() const noexcept { return as_opened_.name(); }

    /// @throws failure where the file shrank or was written anew since it was opened
    void check_unchanged() const { as_opened_.check_unchanged(held_.get()); }

private:
    /// Copies all of an input to a file that has no name and goes away with its descriptor.
    [[nodiscard]] static fd spool(input& from, std::size_t& size)
    {
        char const* folder = std::getenv("TMPDIR");
        auto path = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/tiktrack-XXXXXX";
        fd file(::mkostemp(path.data(), O_CLOEXEC));
        if (!file) throw_errno(path);
        ::unlink(path.c_str());
        std::vector<char> piece(256 * 1024);
        for (std::size_t got = 0; (got = from.read(piece.data(), piece.size())) > 0; size += got)
            write_all(file.get(), piece.data(), got, path);
        return file;
    }

    fd held_; ///< the file once more, or the copy
    input as_opened_;
    char const* memory_ = nullptr;
    std::size_t size_ = 0;
    std::size_t skipped_ = 0; ///< from the page's start to where the input stood
    std::size_t page_ = 1;
};

} // namespace tiktrack::io
