// SPDX-License-Identifier: MIT
// What the table of columns says of one key.
#pragma once

#include <cstdint>
#include <string_view>

namespace tiktrack {

/// What a column's values are in JSON, and so how its CSV cell is made.
enum class kind : std::uint8_t {
    id,      ///< text that names something; never a number, whatever it looks like
    text,    ///< any text
    count,   ///< whole number >= 0 that fits int64
    integer, ///< whole number that fits int64
    time,    ///< Unix seconds
    real,    ///< number with a fraction
    boolean, ///< true or false
    list,    ///< array of strings
    object   ///< JSON object, carried as it is
};

/// Which part of a record a column belongs to; the dictionary is divided so.
enum class group : std::uint8_t {
    identity,
    time,
    counts,
    rates,
    series,
    video,
    sound,
    creator,
    outcome,
    schedule,
    creator_only,
    never_public,
    raw
};

/// Where the value of a column comes from; decides what is made anew when an answer is read again.
enum class origin : std::uint8_t {
    given,    ///< from whoever asked: identity, labels, schedule
    observed, ///< out of the platform's answer
    derived,  ///< computed from the record's other columns
    series    ///< computed from the record and its neighbours, by tt-velocity
};

/// One key of a record.
struct column {
    std::string_view key;
    kind is;
    group in;
    origin from;
    std::uint8_t csv; ///< its place among the default CSV columns, from 1; 0: not one of them
    std::string_view unit;
    std::string_view meaning;
    std::string_view why_null;
};

} // namespace tiktrack
