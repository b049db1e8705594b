// SPDX-License-Identifier: MIT
// Passes over the usual text, 64 bytes at a time and as wide as the machine can: printable ASCII without
// backslashes, of which nothing but the quotes matters.
#pragma once

#include "tiktrack/format/bytes16.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define TIKTRACK_X86_64 1
#endif

namespace tiktrack::format {

/// Passes over blocks of 64 bytes at `p` up to `end` (a whole number of blocks behind it), and stops before
/// the first one that holds a backslash, a control character or a byte beyond ASCII. Returns where it
/// stopped. Appends the places of the quotes, counted from `begin`, to `places`, which needs room for 64 of a
/// block and 16 more, and is moved behind them.
using pass_plain_blocks = char const* (*)(char const* p, char const* end, char const* begin,
                                          std::uint32_t*& places) noexcept;

/// Writes the places of the bits of a block that stands at `base`, and returns where it stopped writing.
inline std::uint32_t* write_places(std::uint32_t* places, std::uint32_t base, std::uint64_t bits) noexcept
{
    for (; bits != 0; bits &= bits - 1) *places++ = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    return places;
}

/// A mask of the 64 bytes at `p` out of four of 16: `ask(bytes16)`.
template <class Ask>
[[nodiscard]] std::uint64_t mask_of_64(char const* p, Ask ask) noexcept
{
    std::uint64_t mask = 0;
#pragma GCC unroll 4
    for (unsigned i = 0; i < 64; i += 16) mask |= std::uint64_t{ask(bytes16(p + i)) & 0xffff} << i;
    return mask;
}

/// `pass_plain_blocks` for any machine.
inline char const* pass_plain_blocks_16(char const* p, char const* end, char const* begin,
                                        std::uint32_t*& places) noexcept
{
    for (; p != end; p += 64) {
        auto const quotes = mask_of_64(p, [](bytes16 b) { return b.equal('"'); });
        if (mask_of_64(p, [](bytes16 b) { return b.special_in_string(); }) != quotes) return p;
        places = write_places(places, static_cast<std::uint32_t>(p - begin), quotes);
    }
    return p;
}

#ifdef TIKTRACK_X86_64

/// The same where the machine has AVX2, BMI and POPCNT.
[[gnu::target("avx2,bmi,popcnt")]] inline char const*
pass_plain_blocks_32(char const* p, char const* end, char const* begin, std::uint32_t*& places) noexcept
{
    __m256i const quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'),
                  blank = _mm256_set1_epi8(' ');
    auto* out = places;
    for (; p != end; p += 64) {
        __m256i const low = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(p));
        __m256i const high = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(p + 32));
        // Signed comparison: bytes beyond ASCII count as negative, and so as less than a blank.
        __m256i const odd = _mm256_or_si256(
            _mm256_or_si256(_mm256_cmpeq_epi8(low, backslash), _mm256_cmpeq_epi8(high, backslash)),
            _mm256_cmpgt_epi8(blank, _mm256_min_epi8(low, high)));
        if (_mm256_testz_si256(odd, odd) == 0) break;
        auto const in_low = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, quote)));
        auto const in_high = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, quote)));
        auto bits = in_low | std::uint64_t{in_high} << 32;
        auto const size = _mm_popcnt_u64(bits);
        auto const base = static_cast<std::uint32_t>(p - begin);
        // Eight at once, as most blocks have fewer: to see where they end would take longer.
#pragma GCC unroll 8
        for (int i = 0; i < 8; ++i, bits = _blsr_u64(bits))
            out[i] = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
        if (size > 8) [[unlikely]]
            (void)write_places(out + 8, base, bits);
        out += size;
    }
    places = out;
    return p;
}

/// The same where the machine has AVX-512 with VBMI2.
[[gnu::target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")]] inline char const*
pass_plain_blocks_64(char const* p, char const* end, char const* begin, std::uint32_t*& places) noexcept
{
    alignas(64) static constexpr auto order = [] {
        std::array<std::uint8_t, 64> numbers{};
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::uint8_t>(i);
        return numbers;
    }();
    __m512i const quote = _mm512_set1_epi8('"'), backslash = _mm512_set1_epi8('\\'),
                  blank = _mm512_set1_epi8(' '), numbers = _mm512_load_si512(order.data()),
                  one_block = _mm512_set1_epi32(64);
    __m512i base = _mm512_set1_epi32(static_cast<int>(p - begin));
    auto* out = places;
    for (; p != end; p += 64) {
        __m512i const block = _mm512_loadu_si512(p);
        auto const odd = _mm512_cmpeq_epi8_mask(block, backslash) | _mm512_cmplt_epi8_mask(block, blank);
        if (odd != 0) break;
        auto const quotes = _mm512_cmpeq_epi8_mask(block, quote);
        __m512i const found = _mm512_maskz_compress_epi8(quotes, numbers);
        // Spelled so that gcc 12 does not warn of what its own header leaves undefined.
        __m128i const first_16 = __builtin_shufflevector(found, found, 0, 1);
        __m512i const places_16 = _mm512_maskz_cvtepu8_epi32(0xffff, first_16);
        _mm512_storeu_si512(out, _mm512_add_epi32(base, places_16));
        auto const size = _mm_popcnt_u64(quotes);
        if (size > 16) [[unlikely]]
            (void)write_places(out, static_cast<std::uint32_t>(p - begin), quotes);
        out += size;
        base = _mm512_add_epi32(base, one_block);
    }
    places = out;
    return p;
}

#endif

/// The widest that this machine can run.
[[nodiscard]] inline pass_plain_blocks widest_pass() noexcept
{
#ifdef TIKTRACK_X86_64
    if (__builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")) {
        if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2"))
            return pass_plain_blocks_64;
        if (__builtin_cpu_supports("avx2")) return pass_plain_blocks_32;
    }
#endif
    return pass_plain_blocks_16;
}

} // namespace tiktrack::format
