// SPDX-License-Identifier: MIT
// The kinds of values that options have: how each is read, shown, and described to the user.
#pragma once

#include "tiktrack/base/instant.hpp"
#include "tiktrack/base/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// A kind is a struct with `read(text)`, an optional that is empty where the text is not allowed;
// `show(value)`, text that `read` takes back; `allowed()`, a phrase for "allowed: …"; and, for a choice, its
// `words`.

namespace tiktrack::cli {

/// Any text.
struct text {
    static std::optional<std::string> read(std::string_view given) { return std::string(given); }
    static std::string show(std::string_view held) { return std::string(held); }
    static std::string allowed() { return {}; }
};

/// A whole number within a range.
template <std::int64_t Low, std::int64_t High>
struct whole {
    static std::optional<std::int64_t> read(std::string_view given)
    {
        auto const number = parse_number<std::int64_t>(given);
        if (!number || *number < Low || *number > High) return {};
        return number;
    }
    static std::string show(std::int64_t held) { return std::to_string(held); }
    static std::string allowed()
    {
        return "a whole number from " + std::to_string(Low) + " to " + std::to_string(High);
    }
};

/// A number within a range of whole numbers.
template <std::int64_t Low, std::int64_t High>
struct decimal {
    static std::optional<double> read(std::string_view given)
    {
        auto const number = parse_number<double>(given);
        if (!number || !(*number >= static_cast<double>(Low) && *number <= static_cast<double>(High)))
            return {};
        return number;
    }
    static std::string show(double held)
    {
        char digits[32];
        return {digits, std::to_chars(digits, digits + sizeof digits, held).ptr};
    }
    static std::string allowed()
    {
        return "a number from " + std::to_string(Low) + " to " + std::to_string(High);
    }
};

/// Powers of 1024, for the ranges of sizes.
inline constexpr std::uint64_t KiB = 1024, MiB = 1024 * KiB, GiB = 1024 * MiB;

/// A number of bytes within a range; K, M and G multiply by powers of 1024.
template <std::uint64_t Low, std::uint64_t High>
struct size {
    static std::optional<std::uint64_t> read(std::string_view given)
    {
        std::uint64_t unit = 1;
        switch (given.empty() ? '\0' : given.back()) {
        case 'K':
        case 'k': unit = KiB; break;
        case 'M':
        case 'm': unit = MiB; break;
        case 'G':
        case 'g': unit = GiB; break;
        default: break;
        }
        if (unit != 1) given.remove_suffix(1);
        auto const number = parse_number<std::uint64_t>(given);
        if (!number || *number > High / unit || *number * unit < Low) return {};
        return *number * unit;
    }
    static std::string show(std::uint64_t held)
    {
        if (held != 0 && held % GiB == 0) return std::to_string(held / GiB) + 'G';
        if (held != 0 && held % MiB == 0) return std::to_string(held / MiB) + 'M';
        if (held != 0 && held % KiB == 0) return std::to_string(held / KiB) + 'K';
        return std::to_string(held);
    }
    static std::string allowed()
    {
        return "bytes from " + show(Low) + " to " + show(High) + "; K, M, G are powers of 1024";
    }
};

/// A point in time.
struct moment {
    static std::optional<instant> read(std::string_view given) { return parse_instant(given); }
    static std::string show(instant held) { return iso8601(held).value_or(std::to_string(to_unix(held))); }
    static std::string allowed()
    {
        return "Unix seconds, or ISO 8601 with its offset (2026-11-23T12:00:00Z)";
    }
};

/// A word and what it stands for.
template <class Meaning>
struct word {
    std::string_view spelling;
    Meaning meaning;
};

/// One of some words: `choice<words>` with `inline constexpr auto words = std::to_array<word<…>>({…})`.
template <auto const& Words>
struct choice {
    static constexpr auto words = [] {
        std::array<std::string_view, Words.size()> spellings{};
        for (std::size_t i = 0; i < Words.size(); ++i) spellings[i] = Words[i].spelling;
        return spellings;
    }();
    using meaning = std::remove_cvref_t<decltype(Words[0].meaning)>;

    static std::optional<meaning> read(std::string_view given)
    {
        for (auto const& one : Words)
            if (one.spelling == given) return one.meaning;
        return {};
    }
    static std::string show(meaning const& held)
    {
        for (auto const& one : Words)
            if (one.meaning == held) return std::string(one.spelling);
        return {};
    }
    static std::string allowed()
    {
        std::string all;
        for (auto const spelling : words) all.append(all.empty() ? "" : ", ").append(spelling);
        return all;
    }
};

/// Yes or no, as a value; switches in the environment and in the configuration are read so, too.
struct yes_no {
    static constexpr std::array<std::string_view, 6> spellings = {"yes", "no", "true", "false", "1", "0"};
    static std::optional<bool> read(std::string_view given)
    {
        for (std::size_t i = 0; i < spellings.size(); ++i)
            if (spellings[i] == given) return i % 2 == 0;
        return {};
    }
    static std::string show(bool held) { return held ? "yes" : "no"; }
    static std::string allowed() { return "yes or no"; }
};

/// Several of a kind, with commas between them.
template <class Kind>
struct list {
    using element = std::remove_cvref_t<decltype(*Kind::read({}))>;
    static std::optional<std::vector<element>> read(std::string_view given)
    {
        std::vector<element> all;
        for (std::size_t from = 0; from <= given.size();) {
            auto const comma = std::min(given.find(',', from), given.size());
            auto const one = Kind::read(given.substr(from, comma - from));
            if (!one) return {};
            all.push_back(*one);
            from = comma + 1;
        }
        return all;
    }
    static std::string show(std::vector<element> const& held)
    {
        std::string all;
        for (auto const& one : held) all.append(all.empty() ? "" : ",").append(Kind::show(one));
        return all;
    }
    static std::string allowed()
    {
        auto const one = Kind::allowed();
        return one.empty() ? "a list with commas" : "a list with commas, each " + one;
    }
};

} // namespace tiktrack::cli
