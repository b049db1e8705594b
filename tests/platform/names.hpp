// SPDX-License-Identifier: MIT
// Names and sentences that nobody can take for somebody's: words of a language that does not exist.
#pragma once

#include "chance.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack::stand_in {

inline constexpr auto syllables = std::to_array<std::string_view>(
    {"blo", "snor",  "fel", "wub", "zim", "quib", "pon", "dra", "mip", "lor", "gub", "tee", "vex", "nod",
     "kra", "sploo", "hum", "jif", "nix", "oom",  "pli", "rud", "sni", "tro", "ulk", "wim", "yob", "zor"});

/// Texts that have broken programs: a caption may hold one of them.
inline constexpr auto odd_texts = std::to_array<std::string_view>({
    "\xe2\x80\x8fright to left\xe2\x80\x8e and back",
    "\xf0\x9f\xa7\xaa\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac four bytes each",
    "two\nlines\n\nand a gap",
    "\"quoted\", 'quoted', a \\ too",
    "</script><script>alert('made up')</script>",
    "=HYPERLINK(\"https://cdn.example/\",\"a formula\")",
    "@SUM(1+1)*cmd",
    "caf\xc3\xa9 \xd7\xa2\xd7\x91\xd7\xa8\xd7\x99\xd7\xaa \xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
    "a,comma;a;semicolon\ta tab|a bar",
    "<!-- not a comment --> &amp; &lt;b&gt;",
    "ends in a backslash\\",
    "e\xcc\x81 combined, \xef\xb7\xbd wide, \xe2\x80\x8b no width",
});

/// One word, of two or three syllables.
[[nodiscard]] inline std::string made_up_word(chance& by)
{
    std::string word(by.one_of(syllables));
    for (auto more = by.roll(2) + 1; more > 0; --more) word += by.one_of(syllables);
    return word;
}

/// The same with a capital letter.
[[nodiscard]] inline std::string made_up_title(chance& by)
{
    auto word = made_up_word(by);
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

/// Words with blanks between them.
[[nodiscard]] inline std::string made_up_sentence(chance& by, std::uint64_t words)
{
    std::string text = made_up_title(by);
    for (; words > 1; --words) text += ' ' + made_up_word(by);
    return text;
}

/// Hexadecimal digits as they stand in addresses of pictures.
[[nodiscard]] inline std::string made_up_hex(chance& by, std::size_t digits)
{
    std::string text;
    while (text.size() < digits) text += "0123456789abcdef"[by.roll(16)];
    return text;
}

/// The hashtags of the world; the first three are those that the real platform is asked for as "trending".
[[nodiscard]] inline std::vector<std::string> made_up_hashtags(std::uint64_t seed, std::size_t many)
{
    std::vector<std::string> tags = {"fyp", "foryou", "viral", "snørfel"};
    for (std::size_t i = tags.size(); i < many; ++i) {
        chance by(seed, "hashtag", i);
        tags.push_back(made_up_word(by) + std::to_string(i));
    }
    tags.resize(many);
    return tags;
}

} // namespace tiktrack::stand_in
