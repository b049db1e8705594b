// SPDX-License-Identifier: MIT
// Memory for texts that all live equally long.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tiktrack {

/// Keeps copies of texts until `clear()`; a view that was given stays valid until then.
class arena {
public:
    [[nodiscard]] std::string_view keep(std::string_view text)
    {
        if (text.size() > left_) grow(text.size());
        char* const to = next_;
        if (!text.empty()) std::memcpy(to, text.data(), text.size());
        next_ += text.size();
        left_ -= text.size();
        return {to, text.size()};
    }

    /// Forgets all texts. The first piece of memory is kept for the next ones.
    void clear() noexcept
    {
        if (pieces_.size() > 1) pieces_.resize(1);
        left_ = pieces_.empty() ? 0 : first_size_;
        next_ = pieces_.empty() ? nullptr : pieces_.front().get();
    }

private:
    void grow(std::size_t least)
    {
        auto const size = std::max<std::size_t>(least, 16 * 1024);
        if (pieces_.empty()) first_size_ = size;
        pieces_.push_back(std::make_unique_for_overwrite<char[]>(size));
        next_ = pieces_.back().get();
        left_ = size;
    }

    std::vector<std::unique_ptr<char[]>> pieces_;
    std::size_t first_size_ = 0;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace tiktrack
