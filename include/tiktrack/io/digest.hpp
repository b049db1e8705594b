// SPDX-License-Identifier: MIT
// SHA-256 of a text.
// The only header that includes libcrypto; what uses this one is linked with it.
#pragma once

#include <openssl/evp.h>

#include <new>
#include <string>
#include <string_view>

namespace tiktrack::io {

/// The digest as 64 hexadecimal digits in small letters. @throws std::bad_alloc
[[nodiscard]] inline std::string sha256_hex(std::string_view text)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), bytes, &size, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
    std::string digits;
    for (unsigned i = 0; i < size; ++i) {
        digits += "0123456789abcdef"[bytes[i] >> 4];
        digits += "0123456789abcdef"[bytes[i] & 15];
    }
    return digits;
}

} // namespace tiktrack::io
