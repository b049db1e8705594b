// SPDX-License-Identifier: MIT
// UTF-8 inside JSON strings, 32 bytes at a time on machines that can (Keiser and Lemire, "Validating UTF-8 in
// less than one instruction per byte", 2021).
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

namespace tiktrack::format {

#if defined(__x86_64__) && defined(__GNUC__)

/// Whether this machine can run `plain_end_avx2`.
[[nodiscard]] inline bool has_avx2() noexcept { return __builtin_cpu_supports("avx2") != 0; }

namespace detail {

/// What can be wrong with two bytes that follow each other, a bit each.
enum utf8_fault : unsigned {
    too_short = 1,   // a lead byte without what is due behind it
    too_long = 2,    // a continuation behind ASCII
    overlong_3 = 4,  // e0 80 to e0 9f
    too_large = 8,   // from f4 90 on
    surrogate = 16,  // ed a0 to ed bf
    overlong_2 = 32, // c0, c1
    over_f4_80 = 64, // from f5 80 on, and, being overlong, f0 80 to f0 8f
    two_more = 128   // two continuations, which are right behind some leads
};

using by_half = std::array<std::uint8_t, 16>;

/// The faults that are possible by the upper half of the first byte, its lower half, the second's upper half.
inline constexpr auto faults_by_first = [] {
    by_half faults{};
    for (unsigned half = 0; half < 16; ++half)
        faults[half] = half < 8 ? too_long : half < 12 ? two_more : too_short;
    faults[0xc] |= overlong_2;
    faults[0xe] |= overlong_3 | surrogate;
    faults[0xf] |= too_large | over_f4_80;
    return faults;
}();
inline constexpr auto faults_by_first_low = [] {
    by_half faults{};
    faults.fill(too_short | too_long | two_more);
    for (unsigned half = 4; half < 16; ++half) faults[half] |= too_large;
    for (unsigned half = 5; half < 16; ++half) faults[half] |= over_f4_80;
    faults[0x0] |= overlong_3 | overlong_2 | over_f4_80;
    faults[0x1] |= overlong_2;
    faults[0xd] |= surrogate;
    return faults;
}();
inline constexpr auto faults_by_second = [] {
    by_half faults{};
    for (unsigned half = 0; half < 16; ++half)
        faults[half] = half >> 2 == 2 ? too_long | overlong_2 | two_more : too_short;
    faults[0x8] |= overlong_3 | over_f4_80;
    faults[0x9] |= overlong_3 | too_large;
    faults[0xa] |= surrogate | too_large;
    faults[0xb] |= surrogate | too_large;
    return faults;
}();

[[gnu::target("avx2")]] inline __m256i twice(by_half const& table) noexcept
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<__m128i const*>(table.data())));
}

} // namespace detail

/// From a character's start to the first quote, backslash or control character, or to a character's start
/// with less than 32 bytes before `end`. nullptr where a byte before that is not UTF-8.
[[nodiscard, gnu::target("avx2")]] inline char const* plain_end_avx2(char const* p, char const* end) noexcept
{
    __m256i const low_half = _mm256_set1_epi8(0x0f);
    __m256i before = _mm256_setzero_si256(); // the 32 bytes before
    char const* const start = p;
    for (; end - p >= 32; p += 32) {
        __m256i const here = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(p));
        __m256i const across = _mm256_permute2x128_si256(before, here, 0x21);
        __m256i const first = _mm256_alignr_epi8(here, across, 15); // of each byte, the one before
        __m256i const by_first = _mm256_shuffle_epi8(detail::twice(detail::faults_by_first),
                                                     _mm256_and_si256(_mm256_srli_epi16(first, 4), low_half));
        __m256i const by_low = _mm256_shuffle_epi8(detail::twice(detail::faults_by_first_low),
                                                   _mm256_and_si256(first, low_half));
        __m256i const by_second = _mm256_shuffle_epi8(detail::twice(detail::faults_by_second),
                                                      _mm256_and_si256(_mm256_srli_epi16(here, 4), low_half));
        __m256i const faults = _mm256_and_si256(_mm256_and_si256(by_first, by_low), by_second);
        // Third and fourth bytes are to be the second of two continuations, and no others.
        __m256i const third = _mm256_subs_epu8(_mm256_alignr_epi8(here, across, 14), _mm256_set1_epi8(0x60));
        __m256i const fourth = _mm256_subs_epu8(_mm256_alignr_epi8(here, across, 13), _mm256_set1_epi8(0x70));
        __m256i const due = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(-128));
        __m256i const right = _mm256_cmpeq_epi8(faults, due);

        __m256i const control = _mm256_cmpeq_epi8(_mm256_min_epu8(here, _mm256_set1_epi8(0x1f)), here);
        __m256i const mark = _mm256_or_si256(_mm256_cmpeq_epi8(here, _mm256_set1_epi8('"')),
                                             _mm256_cmpeq_epi8(here, _mm256_set1_epi8('\\')));
        auto const stops = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_or_si256(control, mark)));
        auto const wrong = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(right));
        // A sequence that a stop cuts off is wrong at the stop.
        if ((wrong & (stops ^ (stops - 1))) != 0) return nullptr;
        if (stops != 0) return p + std::countr_zero(stops);
        before = here;
    }
    if (p == start) return p;
    for (int back = 1; back <= 3; ++back) { // to where a sequence begins that goes on behind
        auto const c = static_cast<unsigned char>(p[-back]);
        if (c < 0x80) break;
        if (c >= 0xc0) return c >= 0x100 - (0x80 >> back) ? p - back : p;
    }
    return p;
}

#else

[[nodiscard]] constexpr bool has_avx2() noexcept { return false; }
[[nodiscard]] constexpr char const* plain_end_avx2(char const* p, char const*) noexcept { return p; }

#endif

} // namespace tiktrack::format
