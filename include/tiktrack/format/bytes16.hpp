// SPDX-License-Identifier: MIT
// Sixteen bytes at a time: the few questions that scanning JSON asks of a block.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tiktrack::format {

#ifdef __SSE2__

/// Sixteen bytes; every question gives a mask whose bit i speaks of byte i.
class bytes16 {
public:
    /// Reads the 16 bytes at `from`, aligned or not.
    explicit bytes16(char const* from) noexcept
        : bytes_(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)))
    {
    }
    /// Sixteen times the same.
    [[nodiscard]] static bytes16 all(char c) noexcept { return bytes16(_mm_set1_epi8(c)); }
    [[nodiscard]] std::uint32_t equal(bytes16 other) const noexcept { return mask(eq(other.bytes_)); }
    [[nodiscard]] std::uint32_t equal(char c) const noexcept { return mask(eq(_mm_set1_epi8(c))); }
    [[nodiscard]] std::uint32_t equal(char a, char b) const noexcept
    {
        return mask(_mm_or_si128(eq(_mm_set1_epi8(a)), eq(_mm_set1_epi8(b))));
    }
    /// Bytes that are at least so large, as numbers without sign.
    [[nodiscard]] std::uint32_t from(unsigned char least) const noexcept
    {
        return mask(eq(_mm_max_epu8(bytes_, _mm_set1_epi8(static_cast<char>(least)))));
    }
    /// Bytes at which reading a JSON string has to look: `"`, `\`, control characters and all beyond ASCII.
    [[nodiscard]] std::uint32_t special_in_string() const noexcept
    {
        // Signed comparison: bytes from 0x80 on count as negative, and so as less than a blank.
        auto const low = _mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x20));
        return mask(_mm_or_si128(low, _mm_or_si128(eq(_mm_set1_epi8('"')), eq(_mm_set1_epi8('\\')))));
    }
    /// Bytes that are no decimal digits.
    [[nodiscard]] std::uint32_t no_digits() const noexcept
    {
        // Shifted so that the digits are the ten least signed bytes.
        auto const shifted = _mm_add_epi8(bytes_, _mm_set1_epi8(static_cast<char>(0x80 - '0')));
        return mask(_mm_cmpgt_epi8(shifted, _mm_set1_epi8(static_cast<char>(0x80 + 9))));
    }
    /// Quotes, braces, brackets, backslashes; bars, too.
    [[nodiscard]] std::uint32_t structural() const noexcept
    {
        // Setting bit 5 makes [ \\ ] the same as { | }, which follow each other.
        auto const from_brace = _mm_sub_epi8(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)), _mm_set1_epi8('{'));
        auto const braces = _mm_cmpeq_epi8(_mm_min_epu8(from_brace, _mm_set1_epi8(2)), from_brace);
        return mask(_mm_or_si128(braces, eq(_mm_set1_epi8('"'))));
    }
    /// Blanks and quotes; control characters and bytes beyond ASCII, too.
    [[nodiscard]] std::uint32_t blanks_or_quotes() const noexcept
    {
        return mask(_mm_or_si128(_mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x21)), eq(_mm_set1_epi8('"'))));
    }
    void store(char* to) const noexcept { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes_); }

private:
    explicit bytes16(__m128i bytes) noexcept : bytes_(bytes) {}
    [[nodiscard]] __m128i eq(__m128i other) const noexcept { return _mm_cmpeq_epi8(bytes_, other); }
    [[nodiscard]] static std::uint32_t mask(__m128i bits) noexcept
    {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(bits));
    }
    __m128i bytes_;
};

#else

/// The same for machines without SSE2, byte by byte.
class bytes16 {
public:
    explicit bytes16(char const* from) noexcept { std::memcpy(bytes_, from, sizeof bytes_); }
    [[nodiscard]] static bytes16 all(char c) noexcept
    {
        char same[16];
        std::memset(same, c, sizeof same);
        return bytes16(same);
    }
    [[nodiscard]] std::uint32_t equal(bytes16 other) const noexcept
    {
        std::uint32_t bits = 0;
        for (unsigned i = 0; i < 16; ++i) bits |= std::uint32_t{bytes_[i] == other.bytes_[i]} << i;
        return bits;
    }
    [[nodiscard]] std::uint32_t equal(char c) const noexcept
    {
        return mask([c](unsigned char b) { return b == static_cast<unsigned char>(c); });
    }
    [[nodiscard]] std::uint32_t equal(char a, char b) const noexcept { return equal(a) | equal(b); }
    [[nodiscard]] std::uint32_t from(unsigned char least) const noexcept
    {
        return mask([least](unsigned char b) { return b >= least; });
    }
    [[nodiscard]] std::uint32_t special_in_string() const noexcept
    {
        return mask([](unsigned char b) { return b < 0x20 || b >= 0x80 || b == '"' || b == '\\'; });
    }
    [[nodiscard]] std::uint32_t no_digits() const noexcept
    {
        return mask([](unsigned char b) { return b < '0' || b > '9'; });
    }
    [[nodiscard]] std::uint32_t structural() const noexcept
    {
        return mask([](unsigned char b) { return b == '"' || ((b | 0x20) >= '{' && (b | 0x20) <= '}'); });
    }
    [[nodiscard]] std::uint32_t blanks_or_quotes() const noexcept
    {
        return mask([](unsigned char b) { return b <= 0x20 || b >= 0x80 || b == '"'; });
    }
    void store(char* to) const noexcept { std::memcpy(to, bytes_, sizeof bytes_); }

private:
    template <class Question>
    [[nodiscard]] std::uint32_t mask(Question asked) const noexcept
    {
        std::uint32_t bits = 0;
        for (unsigned i = 0; i < 16; ++i) bits |= std::uint32_t{asked(bytes_[i])} << i;
        return bits;
    }
    unsigned char bytes_[16];
};

#endif

/// The place of the first bit that is set in a mask that is not 0.
[[nodiscard]] inline unsigned first_bit(std::uint32_t mask) noexcept
{
    return static_cast<unsigned>(std::countr_zero(mask));
}

/// Which of the 32 bytes at `a` and `b` are the same: bit i speaks of byte i.
[[nodiscard]] inline std::uint32_t equal_in_32(char const* a, char const* b) noexcept
{
    return bytes16(a).equal(bytes16(b)) | bytes16(a + 16).equal(bytes16(b + 16)) << 16;
}

} // namespace tiktrack::format
