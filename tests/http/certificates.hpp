// SPDX-License-Identifier: MIT
// Certificates for servers of tests, made while they run: an authority, and what it signs.
#pragma once

#include "../support.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace tiktrack::support {

template <auto release>
struct openssl_end {
    template <class Object>
    void operator()(Object* object) const noexcept
    {
        release(object);
    }
};

using key_pair = std::unique_ptr<EVP_PKEY, openssl_end<EVP_PKEY_free>>;
using x509 = std::unique_ptr<X509, openssl_end<X509_free>>;
using tls_context = std::unique_ptr<SSL_CTX, openssl_end<SSL_CTX_free>>;

/// A certificate and the key that belongs to it.
struct identity {
    key_pair key{EVP_EC_gen("P-256")};
    x509 certificate{X509_new()};
};

/// Makes a certificate.
/// @param names  as X.509 spells them (`IP:127.0.0.1,DNS:localhost`); empty for an authority
/// @param signer  nothing: it signs itself
/// @param days  from now on; negative: it ended so long ago
inline identity make_identity(char const* common_name, std::string const& names, identity const* signer,
                              long days = 1)
{
    static long serial = 0;
    identity made;
    X509* const to = made.certificate.get();
    X509_set_version(to, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(to), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(to), -30L * 86400);
    X509_gmtime_adj(X509_getm_notAfter(to), days * 86400);
    X509_set_pubkey(to, made.key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(to), "CN", MBSTRING_ASC,
                               reinterpret_cast<unsigned char const*>(common_name), -1, -1, 0);
    identity const& by = signer == nullptr ? made : *signer;
    X509_set_issuer_name(to, X509_get_subject_name(by.certificate.get()));
    auto const add = [to](int kind, std::string const& value) {
        X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
        if (extension == nullptr) throw std::runtime_error("an extension of a certificate: " + value);
        X509_add_ext(to, extension, -1);
        X509_EXTENSION_free(extension);
    };
    if (names.empty())
        add(NID_basic_constraints, "critical,CA:TRUE");
    else
        add(NID_subject_alt_name, names);
    if (X509_sign(to, by.key.get(), EVP_sha256()) == 0) throw std::runtime_error("signing a certificate");
    return made;
}

/// The authority that clients of tests trust, in the file that they are given; and who is signed by it, or
/// not.
struct authorities {
    authorities()
    {
        std::unique_ptr<std::FILE, openssl_end<std::fclose>> const out(std::fopen(file.c_str(), "w"));
        if (!out || PEM_write_X509(out.get(), trusted.certificate.get()) == 0)
            throw std::runtime_error("writing " + file);
    }

    temporary_folder folder;
    std::string file = folder / "authority.pem";
    identity trusted = make_identity("tests", "", nullptr);
    identity good = make_identity("good", "IP:127.0.0.1,DNS:localhost", &trusted);
    identity other_name = make_identity("other name", "DNS:elsewhere.example", &trusted);
    identity expired = make_identity("expired", "IP:127.0.0.1", &trusted, -1);
    identity self_signed = make_identity("self-signed", "IP:127.0.0.1", nullptr);
};

inline authorities const& certificates()
{
    static authorities const all;
    return all;
}

} // namespace tiktrack::support
