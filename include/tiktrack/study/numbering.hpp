// SPDX-License-Identifier: MIT
// Small numbers for texts that occur again and again.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tiktrack {

/// Numbers texts from 1 in the order in which they are first seen; shared by threads.
class numbering {
public:
    [[nodiscard]] std::uint32_t number(std::string_view text)
    {
        std::scoped_lock const lock(guard_);
        if (auto const found = numbers_.find(text); found != numbers_.end()) return found->second;
        texts_.emplace_back(text);
        auto const next = static_cast<std::uint32_t>(texts_.size());
        numbers_.emplace(texts_.back(), next);
        return next;
    }

    /// The text with a number that was given. Not while another thread gives numbers.
    [[nodiscard]] std::string const& text(std::uint32_t number) const { return texts_[number - 1]; }
    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

private:
    std::mutex guard_;
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// One thread's way to a numbering: asks it only where the text is not the one it asked for last.
class numbering_cache {
public:
    explicit numbering_cache(numbering& of) : of_(&of) {}

    [[nodiscard]] std::uint32_t number(std::string_view text) { return number(text, std::identity()); }

    /// The number of what a text means, which always is the same for the same text.
    template <class Meaning>
    [[nodiscard]] std::uint32_t number(std::string_view text, Meaning meaning)
    {
        if (last_number_ == 0 || text != last_) {
            last_number_ = of_->number(meaning(text));
            last_ = text;
        }
        return last_number_;
    }

private:
    numbering* of_;
    std::string last_;
    std::uint32_t last_number_ = 0;
};

} // namespace tiktrack
