// SPDX-License-Identifier: MIT
// Memory to write text into without filling it first.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace tiktrack::format {

/// Text that grows at its end. Unlike std::string it hands out room that was never written to.
class text_buffer {
public:
    [[nodiscard]] std::string_view text() const noexcept { return {memory_.get(), size_}; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    void clear() noexcept { size_ = 0; }

    /// Room for `most` further bytes; what was written there is kept by `end_at`.
    [[nodiscard]] char* room(std::size_t most)
    {
        if (room_ - size_ < most) {
            auto const larger = std::max(2 * room_, size_ + most);
            auto memory = std::make_unique_for_overwrite<char[]>(larger);
            if (size_ > 0) std::memcpy(memory.get(), memory_.get(), size_);
            memory_ = std::move(memory);
            room_ = larger;
        }
        return memory_.get() + size_;
    }

    /// Says where the text ends now; within the last room.
    void end_at(char const* end) noexcept { size_ = static_cast<std::size_t>(end - memory_.get()); }

    void append(std::string_view text)
    {
        char* const to = room(text.size());
        if (!text.empty()) std::memcpy(to, text.data(), text.size());
        size_ += text.size();
    }

private:
    std::unique_ptr<char[]> memory_;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

} // namespace tiktrack::format
