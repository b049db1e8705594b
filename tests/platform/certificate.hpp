// SPDX-License-Identifier: MIT
// A certificate authority for one run, and the server's certificate for loopback, good or bad on purpose.
#pragma once

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace tiktrack::stand_in {

/// What is wrong with the server's certificate.
enum class certificate_kind { good, expired, wrong_name, self_signed };

/// Where the files lie.
struct certificate_files {
    std::filesystem::path authority, chain, key;
};

namespace detail {

using key_owner = std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)>;
using certificate_owner = std::unique_ptr<X509, decltype(&::X509_free)>;

inline void require(bool done, char const* what)
{
    if (!done) throw std::runtime_error(std::string("OpenSSL cannot ") + what);
}

[[nodiscard]] inline key_owner new_key()
{
    key_owner key(::EVP_EC_gen("P-256"), &::EVP_PKEY_free);
    require(key != nullptr, "make a key");
    return key;
}

inline void extend(X509* of, X509* issuer, int what, char const* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    ::X509V3_set_ctx(&context, issuer, of, nullptr, nullptr, 0);
    auto* const made = ::X509V3_EXT_conf_nid(nullptr, &context, what, value);
    require(made != nullptr, "make an extension");
    ::X509_add_ext(of, made, -1);
    ::X509_EXTENSION_free(made);
}

[[nodiscard]] inline certificate_owner new_certificate(char const* name, long serial, EVP_PKEY* key,
                                                       long from, long until)
{
    certificate_owner made(::X509_new(), &::X509_free);
    require(made != nullptr, "make a certificate");
    ::X509_set_version(made.get(), X509_VERSION_3);
    ::ASN1_INTEGER_set(::X509_get_serialNumber(made.get()), serial);
    ::X509_gmtime_adj(::X509_getm_notBefore(made.get()), from);
    ::X509_gmtime_adj(::X509_getm_notAfter(made.get()), until);
    ::X509_set_pubkey(made.get(), key);
    auto* const subject = ::X509_get_subject_name(made.get());
    auto const entry = [&](char const* field, char const* text) {
        auto const* const bytes = reinterpret_cast<unsigned char const*>(text);
        ::X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8, bytes, -1, -1, 0);
    };
    entry("O", "A made-up world");
    entry("CN", name);
    return made;
}

template <class Write>
void write_pem(std::filesystem::path const& path, Write const& write)
{
    std::unique_ptr<BIO, decltype(&::BIO_free_all)> file(::BIO_new_file(path.c_str(), "w"), &::BIO_free_all);
    require(file != nullptr && write(file.get()) == 1, ("write " + path.string()).c_str());
}

} // namespace detail

/// Makes an authority and a server's certificate in a folder: `ca.pem`, `server.pem`, `server.key`.
inline certificate_files make_certificates(std::filesystem::path const& folder, certificate_kind kind)
{
    using namespace detail;
    constexpr long day = 86400;
    auto const authority_key = new_key(), key = new_key();
    auto const authority =
        new_certificate("Made-up authority for tests", 1, authority_key.get(), -day, 30 * day);
    ::X509_set_issuer_name(authority.get(), ::X509_get_subject_name(authority.get()));
    extend(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(authority.get(), authority.get(), NID_subject_key_identifier, "hash");
    require(::X509_sign(authority.get(), authority_key.get(), ::EVP_sha256()) > 0, "sign");

    bool const expired = kind == certificate_kind::expired, own = kind == certificate_kind::self_signed;
    auto const server = new_certificate("Stand-in", 2, key.get(), -9 * day, expired ? -2 * day : 30 * day);
    auto* const issuer = own ? server.get() : authority.get();
    ::X509_set_issuer_name(server.get(), ::X509_get_subject_name(issuer));
    extend(server.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
    extend(server.get(), issuer, NID_ext_key_usage, "serverAuth");
    extend(server.get(), issuer, NID_subject_alt_name,
           kind == certificate_kind::wrong_name ? "DNS:elsewhere.invalid"
                                                : "DNS:localhost,IP:127.0.0.1,IP:::1");
    require(::X509_sign(server.get(), own ? key.get() : authority_key.get(), ::EVP_sha256()) > 0, "sign");

    certificate_files const files{folder / "ca.pem", folder / "server.pem", folder / "server.key"};
    write_pem(files.authority, [&](BIO* to) { return ::PEM_write_bio_X509(to, authority.get()); });
    write_pem(files.chain, [&](BIO* to) { return ::PEM_write_bio_X509(to, server.get()); });
    write_pem(files.key, [&](BIO* to) {
        return ::PEM_write_bio_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return files;
}

} // namespace tiktrack::stand_in
