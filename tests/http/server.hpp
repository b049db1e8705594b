// SPDX-License-Identifier: MIT
// Servers on loopback that do what a test tells them, byte by byte: over plain sockets and over TLS.
#pragma once

#include "certificates.hpp"

#include "tiktrack/io/fd.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tiktrack::support {

/// Listens on a port of 127.0.0.1, and gives each connection to a function, in a thread of its own.
class server {
public:
    using talk = std::function<void(int socket)>;

    explicit server(talk with) : with_(std::move(with))
    {
        listening_ = io::fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        auto* const address = reinterpret_cast<sockaddr*>(&at);
        if (::bind(listening_.get(), address, size) != 0 || ::listen(listening_.get(), 64) != 0 ||
            ::getsockname(listening_.get(), address, &size) != 0)
            io::throw_errno("a port of 127.0.0.1");
        port_ = ntohs(at.sin_port);
        accepting_ = std::thread([this] { accept_all(); });
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;
    ~server()
    {
        ::shutdown(listening_.get(), SHUT_RDWR);
        accepting_.join(); // from here on there are no new ones
        {
            std::lock_guard const alone(mutex_);
            for (int const each : open_) ::shutdown(each, SHUT_RDWR);
        }
        for (auto& each : threads_) each.join();
    }

    [[nodiscard]] std::string site(std::string const& name = "127.0.0.1") const
    {
        return name + ':' + std::to_string(port_);
    }
    [[nodiscard]] std::string url(std::string const& path, std::string const& name = "127.0.0.1") const
    {
        return "https://" + site(name) + path;
    }
    [[nodiscard]] std::size_t connections() const noexcept { return count_.load(); }

private:
    void accept_all()
    {
        for (;;) {
            int const number = ::accept4(listening_.get(), nullptr, nullptr, SOCK_CLOEXEC);
            if (number < 0) return;
            ++count_;
            std::lock_guard const alone(mutex_);
            open_.push_back(number);
            threads_.emplace_back([this, number] {
                sigset_t pipe;
                ::sigemptyset(&pipe);
                ::sigaddset(&pipe, SIGPIPE); // a client may leave; that is no signal to the tests
                ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
                with_(number);
                std::lock_guard const alone_again(mutex_);
                std::erase(open_, number);
                ::close(number);
            });
        }
    }

    talk with_;
    io::fd listening_;
    std::uint16_t port_ = 0;
    std::atomic<std::size_t> count_{0};
    std::mutex mutex_;
    std::vector<int> open_;
    std::vector<std::thread> threads_;
    std::thread accepting_;
};

/// A port on which nobody listens.
inline std::string closed_port()
{
    return server([](int) {}).site();
}

/// Waits until the other side closes or sends something, or so many milliseconds; whether nothing came.
inline bool still_quiet(int socket, int wait)
{
    pollfd heard{socket, POLLIN | POLLRDHUP, 0};
    return ::poll(&heard, 1, wait) == 0;
}

/// Takes what comes and says nothing, until the other side leaves.
inline void until_it_leaves(int socket)
{
    char some[4096];
    while (::recv(socket, some, sizeof some, 0) > 0) {
    }
}

/// Makes the socket's end a reset instead of a farewell.
inline void reset_at_end(int socket)
{
    linger const none{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
}

/// The server's side of a TLS connection.
class tls_stream {
public:
    tls_stream(SSL_CTX* context, int socket) : socket_(socket), ssl_(SSL_new(context))
    {
        SSL_set_fd(ssl_.get(), socket);
        open_ = SSL_accept(ssl_.get()) == 1;
    }

    [[nodiscard]] int socket() const noexcept { return socket_; }
    [[nodiscard]] bool open() const noexcept { return open_; }

    /// Some bytes; none when the connection ended.
    std::string read()
    {
        std::string piece(16384, '\0');
        int const got = open_ ? SSL_read(ssl_.get(), piece.data(), static_cast<int>(piece.size())) : 0;
        open_ = got > 0;
        piece.resize(open_ ? static_cast<std::size_t>(got) : 0);
        return piece;
    }

    /// A request up to its empty line; nothing when the connection ended.
    std::string read_request()
    {
        std::string request;
        while (!request.ends_with("\r\n\r\n")) {
            auto const piece = read();
            if (piece.empty()) return {};
            request += piece;
        }
        return request;
    }

    /// Whether it was written.
    bool write(std::string_view text)
    {
        open_ = open_ && SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0;
        return open_;
    }

    /// An answer with the length of its body.
    bool answer(std::string_view body, std::string_view headers = "", std::string_view status = "200 OK")
    {
        std::string text("HTTP/1.1 ");
        text.append(status).append("\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n");
        return write(text.append(headers).append("\r\n").append(body));
    }

    /// Says in TLS that no more comes.
    void close()
    {
        if (open_) SSL_shutdown(ssl_.get());
        open_ = false;
    }

    /// Nothing more, until the client leaves.
    void fall_silent()
    {
        while (!read().empty()) {
        }
    }

private:
    int socket_;
    std::unique_ptr<SSL, openssl_end<SSL_free>> ssl_;
    bool open_ = false;
};

/// How a TLS server speaks.
struct tls_settings {
    identity const* who = &certificates().good;
    bool http2 = false;
    int newest = TLS1_3_VERSION;
};

namespace detail {

inline int choose_http2(SSL*, unsigned char const** chosen, unsigned char* size, unsigned char const*,
                        unsigned, void*)
{
    *chosen = reinterpret_cast<unsigned char const*>("h2");
    *size = 2;
    return SSL_TLSEXT_ERR_OK;
}

inline tls_context make_context(tls_settings const& how)
{
    tls_context context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), how.who->certificate.get());
    SSL_CTX_use_PrivateKey(context.get(), how.who->key.get());
    SSL_CTX_set_max_proto_version(context.get(), how.newest);
    SSL_CTX_set_cipher_list(context.get(), "DEFAULT@SECLEVEL=0"); // so that it does speak old versions
    if (how.http2) SSL_CTX_set_alpn_select_cb(context.get(), choose_http2, nullptr);
    return context;
}

} // namespace detail

/// A server whose connections are TLS; after the handshake a function has them.
class tls_server {
public:
    using talk = std::function<void(tls_stream&)>;

    explicit tls_server(talk with, tls_settings const& how = {})
        : context_(detail::make_context(how)), server_([this, with = std::move(with)](int socket) {
              tls_stream stream(context_.get(), socket);
              if (stream.open()) with(stream);
          })
    {
    }

    [[nodiscard]] server const* operator->() const noexcept { return &server_; }

private:
    tls_context context_;
    server server_;
};

/// A talk in which every request of a connection is answered by a function of it.
inline tls_server::talk each_request(std::function<void(tls_stream&, std::string const& request)> answer)
{
    return [answer = std::move(answer)](tls_stream& stream) {
        for (auto request = stream.read_request(); !request.empty(); request = stream.read_request())
            answer(stream, request);
    };
}

} // namespace tiktrack::support
