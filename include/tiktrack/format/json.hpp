// SPDX-License-Identifier: MIT
// Whether a text is JSON, by Boost.JSON's parser with a handler that keeps nothing.
//
// One translation unit of a program includes tiktrack/format/json_implementation.hpp, or the program is
// linked with boost_json.
#pragma once

#include "tiktrack/format/token.hpp"

#include "tiktrack/format/cut.hpp"
#include "tiktrack/format/nested.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace tiktrack::format {

/// Where a text stops being JSON, in bytes from its start, and why.
struct json_error {
    std::size_t at = 0;
    std::string why;
};

namespace detail {

/// Takes every event of Boost's parser and keeps none.
struct nothing_kept {
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;
    static constexpr std::size_t max_object_size = ~std::size_t{0};
    static constexpr std::size_t max_array_size = ~std::size_t{0};
    static constexpr std::size_t max_key_size = ~std::size_t{0};
    static constexpr std::size_t max_string_size = ~std::size_t{0};
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t, error_code&) { return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(string_view, std::size_t, error_code&) { return true; }
    bool on_key(string_view, std::size_t, error_code&) { return true; }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
    bool on_double(double, string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

[[nodiscard]] inline boost::json::parse_options depth_option(std::size_t depth)
{
    boost::json::parse_options options;
    options.max_depth = depth;
    return options;
}

/// Boost's words, or better ones where the byte at which it stopped says more.
[[nodiscard]] inline std::string reason(std::string_view text, std::size_t at, boost::json::error_code bad)
{
    if (at >= text.size()) return "the line ends too early: " + bad.message();
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 && bad == boost::json::error::syntax) return "a control character that is not escaped";
    if (byte >= 0x80 && bad == boost::json::error::syntax)
        return "bytes that are not UTF-8, or stand outside a text";
    if (bad == boost::json::error::too_deep)
        return "nested deeper than " + std::to_string(max_depth) + " levels";
    return bad.message();
}

/// Whether `\uXXXX` stands at `p`, as a surrogate of the half that `low` says.
[[nodiscard]] inline bool surrogate_at(char const* p, char const* end, bool low)
{
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u' || (p[2] | 0x20) != 'd') return false;
    if (hex_digit(p[4]) < 0 || hex_digit(p[5]) < 0) return false;
    int const half = hex_digit(p[3]);
    return low ? half >= 0xc : half >= 0x8 && half < 0xc;
}

/// Puts `\ufffd` where a surrogate stands alone: Boost 1.81 refuses those, and real captions hold them.
/// Tells whether there was one.
[[nodiscard]] inline bool replace_lone_surrogates(std::string& text)
{
    bool any = false;
    char* p = text.data();
    char const* const end = p + text.size();
    while (end - p >= 6) {
        if (*p != '\\') {
            ++p;
        } else if (surrogate_at(p, end, false) && surrogate_at(p + 6, end, true)) {
            p += 12;
        } else if (surrogate_at(p, end, false) || surrogate_at(p, end, true)) {
            p = std::copy_n("\\ufffd", 6, p);
            any = true;
        } else {
            p += 2;
        }
    }
    return any;
}

/// Makes exponents 0 that are longer than Boost 1.81 counts (up to about 2^31); the text keeps its length.
/// Tells whether there was one.
[[nodiscard]] inline bool shorten_exponents(std::string& text)
{
    constexpr std::ptrdiff_t counted = 9; // digits
    bool any = false;
    char* p = text.data();
    char* const end = p + text.size();
    while (p != end) {
        char const before = p == text.data() ? ' ' : p[-1];
        if (*p == '"') {
            p += closing_quote(p + 1, end) - p;
            if (p != end) ++p;
            continue;
        }
        bool const exponent = (*p == 'e' || *p == 'E') && is_digit(before);
        ++p;
        if (!exponent) continue;
        if (p != end && (*p == '+' || *p == '-')) ++p;
        char* const digits = p;
        p = std::find_if_not(p, end, is_digit);
        if (p - digits <= counted) continue;
        std::fill(digits, p, '0');
        any = true;
    }
    return any;
}

} // namespace detail

/// Validates JSON texts. Keeps its parser's memory from one to the next; not to be shared by threads.
class validator {
public:
    /// Nothing where `text` is one JSON value with at most blanks around it, UTF-8 throughout; else the first
    /// thing that is wrong. Surrogates as escapes may stand alone, and exponents be of any length.
    [[nodiscard]] std::optional<json_error> check(std::string_view text)
    {
        auto bad = parse(text);
        if (!bad) return bad;
        scratch_ = text;
        bool const surrogates = detail::replace_lone_surrogates(scratch_);
        return detail::shorten_exponents(scratch_) || surrogates ? parse(scratch_) : bad;
    }

private:
    using parser = boost::json::basic_parser<detail::nothing_kept>;

    [[nodiscard]] std::optional<json_error> parse(std::string_view text)
    {
        boost::json::error_code bad;
        whole_.reset();
        auto const size = whole_.write_some(false, text.data(), text.size(), bad);
        if (!bad && size < text.size()) bad = boost::json::error::extra_data;
        if (!bad) return {};
        return json_error{size, detail::reason(text, size, bad)};
    }

    parser whole_{detail::depth_option(max_depth)};
    std::string scratch_;
};

} // namespace tiktrack::format
