// SPDX-License-Identifier: MIT
// A record: per column the JSON text of its value, and the members that the table does not know.
#pragma once

#include "tiktrack/model/columns.hpp"
#include "tiktrack/model/values.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiktrack {

/// A member with a key that is no column's.
struct foreign_member {
    std::string_view key;     ///< as spelled between its quotes
    std::string_view value;   ///< JSON text
    std::string_view spelled; ///< the whole member, from the key's quote to the value's end
};

/// Views into the line that a record was read from, or into memory that its maker keeps.
struct record {
    std::array<std::string_view, column_count> cells; ///< JSON text; empty where the key is absent
    std::vector<foreign_member> foreign;              ///< in the order in which they came

    void clear() noexcept
    {
        cells = {};
        foreign.clear();
    }
};

/// The place in the table of a key as it is spelled in a line, with or without escapes.
[[nodiscard]] inline std::size_t find_spelled_column(std::string_view spelled)
{
    if (spelled.find('\\') == std::string_view::npos) return find_column(spelled);
    std::string key;
    format::append_text(key, spelled);
    return find_column(key);
}

/// The value of a column by its kind, e.g. `get<"views"_col>(r)`; nothing where it is absent, null, or no
/// value of that kind. Of a list or an object it is the JSON text, whatever stands there.
template <std::size_t Column>
[[nodiscard]] auto get(record const& from)
{
    static_assert(Column < column_count);
    constexpr kind is = columns[Column].is;
    auto const json = from.cells[Column];
    if constexpr (is == kind::count)
        return as_count(json);
    else if constexpr (is == kind::integer)
        return as_integer(json);
    else if constexpr (is == kind::time)
        return as_time(json);
    else if constexpr (is == kind::boolean)
        return as_boolean(json);
    else if constexpr (is == kind::id)
        return as_id(json);
    else if constexpr (is == kind::text)
        return as_text(json);
    else if constexpr (is == kind::real)
        return as_real(json);
    else
        return is_null(json) ? std::optional<std::string_view>{} : std::optional{json};
}

} // namespace tiktrack
