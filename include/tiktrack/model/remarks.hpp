// SPDX-License-Identifier: MIT
// What is worth saying once for a file and key, however often it occurs.
#pragma once

#include "tiktrack/base/fault.hpp"
#include "tiktrack/model/record.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack {

/// A remark as it is said: on the value of a key, and what is the matter with it.
[[nodiscard]] inline std::string remark_on(std::string_view key, std::string_view why)
{
    return "the value of \"" + std::string(key) + "\" " + std::string(why);
}

/// The first remark of each kind in a part of a file.
class remarks {
public:
    /// Notes a remark about the value of `key` in the line `number` of this part.
    void add(std::string_view key, std::string_view value, std::string_view line, std::uint64_t number,
             std::string_view why)
    {
        auto sentence = remark_on(key, why);
        for (auto const& each : found_)
            if (each.why == sentence) return;
        auto const column = static_cast<std::uint64_t>(value.data() - line.data()) + 1;
        found_.push_back({{}, number, column, std::move(sentence), severity::note});
    }

    void clear() noexcept { found_.clear(); }
    [[nodiscard]] std::vector<fault> const& found() const noexcept { return found_; }

private:
    std::vector<fault> found_;
};

/// Tells the remarks of a file's parts, in their order, each one once.
class told_once {
public:
    void tell(remarks const& part, std::string const& file, std::uint64_t lines_before, fault_sink const& to)
    {
        for (auto const& each : part.found())
            if (told_.insert(each.why).second) tell_in_file(each, file, lines_before, to);
    }

private:
    std::set<std::string> told_;
};

inline constexpr std::string_view of_another_kind =
    "is of another kind than it should be, and counts as null";
inline constexpr std::string_view in_milliseconds = "is a time in milliseconds, taken as seconds";

inline constexpr std::string_view unreadable_time = "is no time in Unix seconds, and counts as null";

/// What there is to say once about a time; nothing about a usual one, nor about a number that can be none,
/// which has its flag.
[[nodiscard]] constexpr std::string_view remark_on_time(std::string_view json)
{
    if (is_milliseconds(json)) return in_milliseconds;
    return is_string(json) && !inside(json).empty() && !as_time(json) ? unreadable_time : std::string_view{};
}

/// Whether an object or array stands where a single value is expected, or the reverse; of a text or an id,
/// whether it is neither a string nor a number. What is no valid number or boolean is of no other kind.
[[nodiscard]] constexpr bool is_of_another_kind(std::string_view json, kind is) noexcept
{
    if (is_null(json)) return false;
    char const first = json.front();
    if (is == kind::list) return first != '[';
    if (is == kind::object) return first != '{';
    if (is == kind::text || is == kind::id) return !is_string(json) && !is_number(json);
    return first == '[' || first == '{';
}

} // namespace tiktrack
