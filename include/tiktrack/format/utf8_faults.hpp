// SPDX-License-Identifier: MIT
// What is no UTF-8 among 64 bytes (Unicode 15, table 3-7).
#pragma once

#include "tiktrack/format/plain_blocks.hpp"

#include <array>
#include <cstdint>

namespace tiktrack::format {

/// Where among the 64 bytes at `p` it shows that a byte cannot stand where it does: bit i speaks of byte i,
/// and of the one before. A sequence that is cut off is a fault where it should go on. The three bytes before
/// `p` must be readable, and count.
[[nodiscard]] inline std::uint64_t utf8_faults_16(char const* p) noexcept
{
    auto const from = [p](unsigned char least, int before = 0) {
        return mask_of_64(p - before, [least](bytes16 b) { return b.from(least); });
    };
    auto const behind = [p](char lead) {
        return mask_of_64(p - 1, [lead](bytes16 b) { return b.equal(lead); });
    };
    // What follows a lead byte is due there and nowhere else.
    auto const leads = from(0xc0);
    auto wrong = (from(0xc0, 1) | from(0xe0, 2) | from(0xf0, 3)) ^ (from(0x80) ^ leads);
    wrong |= (leads ^ from(0xc2)) | from(0xf5);
    auto const from_90 = from(0x90), from_a0 = from(0xa0);
    wrong |= behind('\xe0') & ~from_a0; // overlong
    wrong |= behind('\xed') & from_a0;  // a surrogate
    wrong |= behind('\xf0') & ~from_90; // overlong
    wrong |= behind('\xf4') & from_90;  // beyond U+10FFFF
    return wrong;
}

#ifdef TIKTRACK_X86_64

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

/// The same where the machine has AVX2 (Keiser and Lemire, "Validating UTF-8 in less than one instruction per
/// byte", 2021).
[[nodiscard, gnu::target("avx2")]] inline std::uint64_t utf8_faults_32(char const* p) noexcept
{
    __m256i const low_half = _mm256_set1_epi8(0x0f);
    std::uint64_t right = 0;
    for (int half = 0; half < 2; ++half) {
        auto const* const at = p + 32 * half;
        __m256i const here = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(at));
        __m256i const first =
            _mm256_loadu_si256(reinterpret_cast<__m256i const*>(at - 1)); // the byte before each
        __m256i const by_first = _mm256_shuffle_epi8(detail::twice(detail::faults_by_first),
                                                     _mm256_and_si256(_mm256_srli_epi16(first, 4), low_half));
        __m256i const by_low = _mm256_shuffle_epi8(detail::twice(detail::faults_by_first_low),
                                                   _mm256_and_si256(first, low_half));
        __m256i const by_second = _mm256_shuffle_epi8(detail::twice(detail::faults_by_second),
                                                      _mm256_and_si256(_mm256_srli_epi16(here, 4), low_half));
        __m256i const faults = _mm256_and_si256(_mm256_and_si256(by_first, by_low), by_second);
        // Third and fourth bytes are to be the second of two continuations, and no others.
        __m256i const third = _mm256_subs_epu8(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(at - 2)),
                                               _mm256_set1_epi8(0x60));
        __m256i const fourth = _mm256_subs_epu8(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(at - 3)),
                                                _mm256_set1_epi8(0x70));
        __m256i const due = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(-128));
        auto const mask = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(faults, due)));
        right |= std::uint64_t{mask} << 32 * half;
    }
    return ~right;
}

#endif

/// The same as fast as this machine can.
[[nodiscard]] inline std::uint64_t utf8_faults(char const* p) noexcept
{
#ifdef TIKTRACK_X86_64
    if (__builtin_cpu_supports("avx2")) return utf8_faults_32(p);
#endif
    return utf8_faults_16(p);
}

} // namespace tiktrack::format
