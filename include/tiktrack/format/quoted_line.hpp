// SPDX-License-Identifier: MIT
// A line of JSON and where its quotes are. What can be checked without knowing its structure is checked:
// bytes that are no UTF-8, control characters, escapes.
#pragma once

#include "tiktrack/format/plain_blocks.hpp"
#include "tiktrack/format/token.hpp"
#include "tiktrack/format/utf8_faults.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

namespace tiktrack::format {

/// Finds the quotes of a line that are not escaped. What stands between the two of a string is then valid.
class quoted_line {
public:
    explicit quoted_line(pass_plain_blocks pass = widest_pass()) noexcept : pass_(pass) {}

    /// Looks at the line that begins at `begin` and ends before a line feed, before a carriage return and a
    /// line feed, or at `end`, from where on nothing is read. Returns the line's end; nullptr where a byte or
    /// an escape cannot stand in JSON, where a tab does, and for lines of more than 16 MiB.
    [[nodiscard]] char const* read(char const* begin, char const* end)
    {
        begin_ = begin;
        end_ = end;
        stop_ = nullptr;
        count_ = 0;
        escaped_ = unfinished_ = false;
        for (char const* p = begin; static_cast<std::size_t>(p - begin) <= longest;) {
            make_room();
            auto const whole = static_cast<std::size_t>(end - p) / 64 * 64;
            if (whole > 0 && !escaped_ && !unfinished_) {
                char const* const most = p + std::min(whole, blocks_at_once * 64);
                auto* behind = places_.data() + count_;
                p = pass_(p, most, begin, behind);
                count_ = static_cast<std::size_t>(behind - places_.data());
                if (p == most) continue;
            }
            if (!look_at(p)) return nullptr;
            if (stop_ != nullptr) return stop_;
            p += 64;
        }
        return nullptr;
    }

    /// The places of the quotes from the line's begin on, and behind them four times its size.
    [[nodiscard]] std::uint32_t const* quotes() const noexcept { return places_.data(); }

private:
    static constexpr std::size_t longest = std::size_t{16} << 20;
    static constexpr std::size_t blocks_at_once = 32;

    /// A block of 64 bytes that stands at the begin or at the end of a line, with what is around it.
    struct edge {
        static constexpr std::size_t before = 16;
        std::array<char, before + 64> bytes;

        /// Puts line feeds where the line has nothing.
        [[nodiscard]] char const* copy(char const* begin, char const* p, char const* end)
        {
            auto const behind = std::min<std::size_t>(64, static_cast<std::size_t>(end - p));
            auto const back = std::min<std::size_t>(before, static_cast<std::size_t>(p - begin));
            bytes.fill('\n');
            std::memcpy(bytes.data() + before - back, p - back, back + behind);
            return bytes.data() + before;
        }
    };

    /// Looks at a block that is not plain, or not whole. False where the line is not valid; sets `stop_`
    /// where it ends there.
    [[nodiscard, gnu::noinline]] bool look_at(char const* p)
    {
        edge rim;
        char const* const block = p == begin_ || end_ - p < 64 ? rim.copy(begin_, p, end_) : p;
        auto const controls = mask_of_64(block, [](bytes16 b) { return ~b.from(0x20) & 0xffff; });
        auto const end = controls & (0 - controls); // the first of them
        auto const inside = end - 1;                // what stands before it
        auto const ask = [&](auto question) { return mask_of_64(block, question) & inside; };
        auto quotes = ask([](bytes16 b) { return b.equal('"'); });
        auto const backslashes = ask([](bytes16 b) { return b.equal('\\'); });
        auto const beyond = ask([](bytes16 b) { return b.from(0x80); });

        if (backslashes != 0 || escaped_) {
            auto const escaped = escaped_bytes(p, backslashes);
            if (!escaped) return false;
            quotes &= ~*escaped;
            escaped_ = (backslashes & ~*escaped) >> 63 != 0;
        }
        // A sequence that is cut off shows at the byte behind.
        if ((beyond != 0 || unfinished_) && (utf8_faults(block) & (inside | end)) != 0) return false;
        unfinished_ = beyond >> 63 != 0;
        auto* const behind =
            write_places(places_.data() + count_, static_cast<std::uint32_t>(p - begin_), quotes);
        count_ = static_cast<std::size_t>(behind - places_.data());
        return end == 0 || ends_at(p + std::countr_zero(end));
    }

    /// Whether a control character at `p` can end the line, or `p` is its end anyway.
    [[nodiscard]] bool ends_at(char const* p)
    {
        if (p != end_ && *p != '\n' && !(*p == '\r' && (p + 1 == end_ || p[1] == '\n'))) return false;
        std::fill_n(places_.begin() + static_cast<std::ptrdiff_t>(count_), 4,
                    static_cast<std::uint32_t>(p - begin_));
        stop_ = p;
        return true;
    }

    /// Checks the escapes that begin in the block at `p`. Returns which of its bytes stand behind a backslash
    /// that is not escaped itself; nothing where an escape is none.
    [[nodiscard]] std::optional<std::uint64_t> escaped_bytes(char const* p, std::uint64_t backslashes) const
    {
        std::uint64_t escaped = escaped_;
        for (auto left = backslashes & ~escaped; left != 0;) {
            auto const i = std::countr_zero(left);
            if (!is_escape(p + i, end_)) return {};
            escaped |= std::uint64_t{2} << i;
            left &= ~(std::uint64_t{3} << i);
        }
        return escaped;
    }

    /// For the quotes of the next blocks, and all that is written behind them.
    void make_room()
    {
        auto const wanted = count_ + (blocks_at_once + 1) * 64;
        if (places_.size() < wanted) places_.resize(std::max(wanted, 2 * places_.size()));
    }

    pass_plain_blocks pass_;
    std::vector<std::uint32_t> places_;
    char const* begin_ = nullptr;
    char const* end_ = nullptr;
    char const* stop_ = nullptr;
    std::size_t count_ = 0;
    bool escaped_ = false;    ///< whether the next block's first byte is
    bool unfinished_ = false; ///< whether a character can go on in the next block
};

} // namespace tiktrack::format
