// SPDX-License-Identifier: MIT
// One line of an input after the other, as they come: for programs that have other things to do meanwhile.
#pragma once

#include "tiktrack/base/byte_order_mark.hpp"
#include "tiktrack/io/line_blocks.hpp"

#include <poll.h>

#include <cstdint>
#include <string_view>

namespace tiktrack::io {

/// A line and its place.
struct fed_line {
    std::string_view text;    ///< without its end; valid until the next line is taken
    std::uint64_t number = 0; ///< from 1
    bool too_long = false;    ///< longer than the limit; `text` is empty then
};

/// Takes lines out of an input.
class line_feed {
public:
    /// @param longest the most bytes that a line may have
    line_feed(input& from, std::size_t longest) : from_(from), longest_(longest), blocks_(from, longest) {}

    /// Whether `next` gives a line, or the end, without waiting for one that is still to come.
    [[nodiscard]] bool ready() const
    {
        if (!rest_.empty() || too_long_ || ended_ || from_.has_size()) return true;
        pollfd one{from_.descriptor(), POLLIN, 0};
        return ::poll(&one, 1, 0) > 0;
    }

    /// The next line; false at the end. @throws what `input::read` throws
    [[nodiscard]] bool next(fed_line& into)
    {
        if (rest_.empty() && too_long_) {
            too_long_ = false;
            into = {{}, ++number_, true};
            return true;
        }
        while (rest_.empty()) {
            if (ended_ || !blocks_.next(block_)) {
                ended_ = true;
                return false;
            }
            rest_ = block_.first() ? without_mark(block_.text()) : block_.text();
            too_long_ = block_.too_long_follows();
            if (rest_.empty() && too_long_) return next(into);
        }
        auto const end = rest_.find('\n');
        auto line = rest_.substr(0, end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        bool const cut = line.size() > longest_;
        into = {cut ? std::string_view{} : line, ++number_, cut};
        return true;
    }

private:
    input& from_;
    std::size_t longest_;
    line_blocks blocks_;
    block block_;
    std::string_view rest_; ///< of the block
    bool too_long_ = false; ///< whether a line that is too long follows the block
    bool ended_ = false;
    std::uint64_t number_ = 0;
};

} // namespace tiktrack::io
