// SPDX-License-Identifier: MIT
// Cuts an input into blocks of whole lines, in bounded memory.
#pragma once

#include "tiktrack/io/input.hpp"

#include <cstring>
#include <memory>
#include <string_view>

namespace tiktrack::io {

/// Whole lines; only the very last one of an input may lack its end. Memory behind the text can be looked at
/// for `slack` bytes.
class block {
public:
    static constexpr std::size_t slack = 64;

    [[nodiscard]] std::string_view text() const noexcept { return {memory_.get(), size_}; }
    /// Whether a line stood behind the text that is longer than the limit, and was passed over.
    [[nodiscard]] bool too_long_follows() const noexcept { return too_long_follows_; }
    /// Whether the block is the first of its input.
    [[nodiscard]] bool first() const noexcept { return first_; }

private:
    friend class line_blocks;

    void grow(std::size_t size)
    {
        if (size <= room_) return;
        auto larger = std::make_unique_for_overwrite<char[]>(size + slack);
        if (size_ > 0) std::memcpy(larger.get(), memory_.get(), size_);
        std::memset(larger.get() + size, 0, slack);
        memory_ = std::move(larger);
        room_ = size;
    }

    std::unique_ptr<char[]> memory_;
    std::size_t room_ = 0;
    std::size_t size_ = 0;
    bool too_long_follows_ = false;
    bool first_ = false;
};

/// Reads blocks one after the other.
class line_blocks {
public:
    static constexpr std::size_t usual_size = 256 * 1024;

    /// @param longest the most bytes that a line may have, its end not counted; one more, which can be the
    /// carriage return of that end, is left for the reader of lines to judge
    line_blocks(input& from, std::size_t longest) : from_(from), longest_(longest + 1) {}

    /// Fills `into` with the next lines; false when nothing is left. @throws what `input::read` throws
    [[nodiscard]] bool next(block& into)
    {
        into.first_ = std::exchange(first_, false);
        into.too_long_follows_ = false;
        into.size_ = 0;
        into.grow(std::max(usual_size, rest_.size()));
        std::memcpy(into.memory_.get(), rest_.data(), rest_.size());
        into.size_ = rest_.size();
        std::size_t searched = 0;
        for (;;) {
            // A block is cut behind its last line's end; a longer line makes it grow up to the limit.
            while (into.size_ < into.room_ && !ended_) {
                auto const got = from_.read(into.memory_.get() + into.size_, into.room_ - into.size_);
                if (got == 0) ended_ = true;
                into.size_ += got;
                if (got > 0 && !from_.has_size()) break; // a pipe is handed on as it comes
            }
            if (ended_) {
                rest_.clear();
                auto const start = last_line(into.text());
                if (into.size_ - start > longest_) {
                    into.size_ = start;
                    into.too_long_follows_ = true;
                }
                return into.size_ > 0 || into.too_long_follows_;
            }
            if (auto const end = last_line(into.text().substr(searched)); end > 0) {
                auto const cut = searched + end;
                rest_.assign(into.memory_.get() + cut, into.size_ - cut);
                into.size_ = cut;
                if (rest_.size() > longest_) drop_line(into);
                return true;
            }
            searched = into.size_;
            if (into.size_ > longest_) {
                rest_.clear();
                into.size_ = 0;
                drop_line(into);
                return true;
            }
            if (into.size_ == into.room_)
                into.grow(std::min(into.room_ * 2, std::max(into.room_, longest_) + 1));
        }
    }

private:
    /// Where the text goes on behind its last line end; 0 where it has none.
    [[nodiscard]] static std::size_t last_line(std::string_view text)
    {
        auto const* const cut = static_cast<char const*>(::memrchr(text.data(), '\n', text.size()));
        return cut == nullptr ? 0 : static_cast<std::size_t>(cut - text.data()) + 1;
    }

    /// Passes over what is left of a line that is too long.
    void drop_line(block& before)
    {
        before.too_long_follows_ = true;
        rest_.clear();
        std::string piece(usual_size, '\0');
        while (!ended_) {
            auto const got = from_.read(piece.data(), piece.size());
            if (got == 0) ended_ = true;
            auto const end = std::string_view(piece.data(), got).find('\n');
            if (end == std::string_view::npos) continue;
            rest_.assign(piece, end + 1, got - end - 1);
            return;
        }
    }

    input& from_;
    std::size_t longest_;
    std::string rest_; // the start of a line whose end was not read yet
    bool first_ = true;
    bool ended_ = false;
};

} // namespace tiktrack::io
