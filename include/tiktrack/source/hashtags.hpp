// SPDX-License-Identifier: MIT
// The list of a video's hashtags: without #, without empty ones, each once whatever its letters' case.
#pragma once

#include "tiktrack/source/fields.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace tiktrack::source {

namespace detail {

/// A letter without its case, for the scripts that hashtags are written in: Latin, Greek, Cyrillic, Armenian.
[[nodiscard]] constexpr std::uint32_t without_case(std::uint32_t c) noexcept
{
    auto const within = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
    if (within('A', 'Z') || (within(0xc0, 0xde) && c != 0xd7)) return c + 32;
    if (within(0x391, 0x3a9) || within(0x410, 0x42f) || within(0xff21, 0xff3a)) return c + 32;
    if (within(0x400, 0x40f)) return c + 80;
    if (within(0x531, 0x556)) return c + 48;
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xff;
    if (within(0x100, 0x137) || within(0x14a, 0x177) || within(0x460, 0x481) || within(0x48a, 0x4bf) ||
        within(0x4d0, 0x52f) || within(0x1e00, 0x1e95) || within(0x1ea0, 0x1eff) || within(0x1a0, 0x1a5))
        return c | 1; // capital and small letters take turns
    if (within(0x139, 0x148) || within(0x179, 0x17e) || within(0x1af, 0x1b0)) return c + (c & 1);
    return c;
}

/// Valid UTF-8 text without case.
[[nodiscard]] inline std::string without_case(std::string_view text)
{
    std::string folded;
    for (char const *p = text.data(), *const end = p + text.size(); p != end;) {
        auto const lead = static_cast<unsigned char>(*p);
        auto const size = lead < 0x80 ? 1 : std::max<std::size_t>(format::utf8_sequence(p, end), 1);
        std::uint32_t letter = size == 1 ? lead : lead & (0x7fu >> size);
        for (std::size_t i = 1; i < size; ++i)
            letter = letter << 6 | (static_cast<unsigned char>(p[i]) & 0x3fu);
        format::append_utf8(folded, without_case(letter));
        p += size;
    }
    return folded;
}

} // namespace detail

/// Collects hashtags in their order and spelling.
class hashtag_list {
public:
    /// @param name a JSON string; anything else is passed over
    void add(json_view name)
    {
        auto spelled = inside(name.text());
        while (spelled.starts_with('#')) spelled.remove_prefix(1);
        if (spelled.empty()) return;
        std::string text;
        format::append_text(text, spelled);
        if (!seen_.insert(detail::without_case(text)).second) return;
        if (json_.size() > 1) json_ += ',';
        json_ += '"';
        json_ += spelled;
        json_ += '"';
    }

    /// Adds the member `key` of each of an array's objects.
    void add_each(json_view array, std::string_view key)
    {
        format::element_walk walk(array.text());
        for (std::string_view each; array.is_array() && walk.next(each);) add(json_view(each)[key]);
    }

    /// The JSON array.
    [[nodiscard]] std::string json() const { return json_ + ']'; }

private:
    std::string json_ = "[";
    std::set<std::string> seen_;
};

/// Sets `hashtags` from a list of names, if there is one.
inline void set_hashtag_names(draft& of, json_view names)
{
    if (!names.is_array()) return;
    hashtag_list list;
    for (auto const& each : names.elements()) list.add(each);
    of.copy("hashtags"_col, list.json());
}

/// One place where an answer may list hashtags: an array, and which member of its objects is the name.
struct hashtag_place {
    json_view array;
    std::string_view key;
};

/// Sets `hashtags` from the first of the lists that is there. @return whether there is one
inline bool set_hashtags(draft& of, std::initializer_list<hashtag_place> places)
{
    for (auto const& each : places) {
        if (!each.array.is_array()) continue;
        hashtag_list list;
        list.add_each(each.array, each.key);
        of.copy("hashtags"_col, list.json());
        return true;
    }
    return false;
}

} // namespace tiktrack::source
