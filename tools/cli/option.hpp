// SPDX-License-Identifier: MIT
// The table of a program's options: one line an option, from which everything about it follows.
#pragma once

#include "cli/kinds.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tiktrack::cli {

/// Where an option may come from.
enum class place : std::uint8_t {
    anywhere,     ///< command line, environment, configuration file
    command_line, ///< there only: it speaks of this one run
    secret        ///< environment, or a configuration file that only its owner can read; never shown
};

/// What an option is told: one text for each time that it is given.
using texts = std::vector<std::string>;

/// How an option's text becomes part of the settings. Made by `into`, `each`, `chosen`, `on`, `off`, `asked`.
template <class Settings>
struct value {
    bool (*read)(Settings&, std::string_view);    ///< false where the text is not allowed
    texts (*shown)(Settings const&);              ///< what would make the settings so, told to `read`
    std::string (*allowed)();                     ///< what is allowed, in words; empty for any text
    std::span<std::string_view const> words = {}; ///< the words that are allowed, where it is a choice
    void (*clear)(Settings&) = nullptr;           ///< repeatable: forgets what a weaker layer said
    void const* sets = nullptr; ///< the member that it sets: two that set the same contradict each other
};

/// One option. An empty `argument` makes it a switch.
template <class Settings>
struct option {
    std::string_view name;     ///< without the dashes
    std::string_view argument; ///< what its value is called in the help
    std::string_view meaning;  ///< one sentence, without a full stop
    value<Settings> how;
    std::string_view by_default = {}; ///< its default in words, where it is not one of its values
    place from = place::anywhere;
    char letter = 0; ///< its short form, `-o`
};

/// What a program says about itself.
template <class Settings>
struct about {
    std::string_view name;
    std::string_view purpose; ///< what it does, as after "tt-name - " in its manual page
    std::string_view operand; ///< what its operands are called
    std::string_view example; ///< one or two commands, a line each
    std::span<option<Settings> const> options;
    bool fetches = false;                  ///< whether the exit codes of asking a platform apply
    std::string_view without_operand = {}; ///< what happens then, where stdin is not read
};

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class Kind>
constexpr std::span<std::string_view const> words_of()
{
    if constexpr (requires { Kind::words; })
        return Kind::words;
    else
        return {};
}

/// A value as an option would be told it: not at all where it is nothing, or a text that says nothing.
template <class Kind, class T>
void show(T const& held, texts& to)
{
    if constexpr (is_optional<T>) {
        if (held) show<Kind>(*held, to);
    } else if (auto text = Kind::show(held); !text.empty()) {
        to.push_back(std::move(text));
    }
}

/// Its address stands for a member of the settings.
template <auto Member>
inline constexpr char identity_of = 0;

template <auto Member, class Kind>
struct into {
    template <class Settings>
    constexpr operator value<Settings>() const
    {
        return {[](Settings& set, std::string_view text) {
                    auto got = Kind::read(text);
                    if (got) set.*Member = static_cast<std::remove_cvref_t<decltype(set.*Member)>>(*got);
                    return got.has_value();
                },
                [](Settings const& set) {
                    texts all;
                    show<Kind>(set.*Member, all);
                    return all;
                },
                &Kind::allowed,
                words_of<Kind>(),
                nullptr,
                &identity_of<Member>};
    }
};

template <auto Member, class Kind>
struct each {
    template <class Settings>
    constexpr operator value<Settings>() const
    {
        return {[](Settings& set, std::string_view text) {
                    auto got = Kind::read(text);
                    if (got) (set.*Member).push_back(*got);
                    return got.has_value();
                },
                [](Settings const& set) {
                    texts all;
                    for (auto const& one : set.*Member) show<Kind>(one, all);
                    return all;
                },
                &Kind::allowed, words_of<Kind>(), [](Settings& set) { (set.*Member).clear(); }};
    }
};

template <auto Member, auto Value>
struct chosen {
    template <class Settings>
    constexpr operator value<Settings>() const
    {
        return {
            [](Settings& set, std::string_view text) {
                auto const got = yes_no::read(text);
                if constexpr (std::is_same_v<decltype(Value), bool>) {
                    if (got) set.*Member = *got == Value;
                } else if (got.value_or(false)) {
                    set.*Member = Value;
                }
                return got.has_value();
            },
            [](Settings const& set) { return set.*Member == Value ? texts{yes_no::show(true)} : texts(); },
            &yes_no::allowed,
            {},
            nullptr,
            &identity_of<Member>};
    }
};

struct asked {
    template <class Settings>
    constexpr operator value<Settings>() const
    {
        return {[](Settings&, std::string_view) { return true; }, [](Settings const&) { return texts(); },
                [] { return std::string(); }};
    }
};

} // namespace detail

/// The value is read as `Kind` into a member of the settings: `into<&settings::threads, whole<1, 64>>`.
template <auto Member, class Kind>
inline constexpr detail::into<Member, Kind> into{};

/// As `into`, and may be given several times: each adds one to the member, a vector.
template <auto Member, class Kind>
inline constexpr detail::each<Member, Kind> each{};

/// A switch that sets a member to a value. Told `no`, it leaves the member as it is, but for a bool.
template <auto Member, auto Value>
inline constexpr detail::chosen<Member, Value> chosen{};

/// A switch that sets a member to true; told `no`, to false.
template <auto Member>
inline constexpr detail::chosen<Member, true> on{};

/// A switch that sets a member to false; told `no`, to true.
template <auto Member>
inline constexpr detail::chosen<Member, false> off{};

/// A switch that is answered instead of doing the work: `--help`, `--version`.
inline constexpr detail::asked asked{};

} // namespace tiktrack::cli
