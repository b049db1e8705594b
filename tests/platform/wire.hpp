// SPDX-License-Identifier: MIT
// How an answer goes out over a connection, whole or as a fault wants it.
#pragma once

#include "stage.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/ssl.hpp>

namespace tiktrack::stand_in {

namespace asio = boost::asio;
namespace beast = boost::beast;

using tls_stream = beast::ssl_stream<beast::tcp_stream>;

/// An answer as bytes.
struct message {
    std::string head; ///< without the lines about length and connection, and the empty one
    std::shared_ptr<std::string const> body;
};

/// The first lines of an answer.
[[nodiscard]] inline message in_bytes(stage& on, outcome const& of, question const& asked, bool cookie)
{
    auto const& says = of.says;
    auto const reason = beast::http::obsolete_reason(static_cast<beast::http::status>(says.status));
    message made;
    made.head =
        "HTTP/1.1 " + std::to_string(says.status) + ' ' + std::string(reason) +
        "\r\nServer: stand-in\r\nX-Made-Up: " +
        (of.recorded ? "a recorded answer, replayed by a stand-in for tests" : std::string(disclaimer)) +
        "\r\nDate: " + http_date(on.time.now()) + "\r\nContent-Type: " + says.type + "\r\n";
    if (cookie) made.head += "Set-Cookie: made_up_id=1; Path=/; Secure; HttpOnly\r\n";
    for (auto const& [name, value] : says.headers) made.head += name + ": " + value + "\r\n";
    constexpr std::size_t worth = 500;
    if (asked.accept_encoding.find("gzip") != std::string::npos && says.body.size() > worth) {
        made.body = on.compressed(says.body);
        made.head += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
    } else {
        made.body = std::make_shared<std::string const>(says.body);
    }
    return made;
}

/// Writes for one connection. What the client breaks off ends the session by an exception (system_error).
class wire {
public:
    explicit wire(tls_stream& stream) : stream_(stream) {}

    /// Sends an answer as its fault wants it. @return whether the connection can go on
    asio::awaitable<bool> send(message what, manner how, bool keep)
    {
        switch (how) {
        case manner::late: co_await rest(3); break;
        case manner::stall: co_await until_client_leaves(); co_return false;
        case manner::hang_up: close(false); co_return false;
        case manner::reset:
            co_await half(what);
            close(true);
            co_return false;
        case manner::cut:
            co_await half(what);
            close(false);
            co_return false;
        case manner::drip: co_await drip(what); co_return false;
        case manner::endless: co_await endless(what); co_return false;
        case manner::bomb: co_await bomb(what); co_return false;
        case manner::headers: co_await endless_headers(what); co_return false;
        case manner::garbage: co_await write("This is no HTTP, and it is made up.\r\n\r\n"); co_return false;
        case manner::too_long: co_await whole(what, what.body->size() + 1000, false); co_return false;
        case manner::too_short: co_await whole(what, what.body->size() / 2, false); co_return false;
        case manner::bad_gzip: co_await bad_gzip(what); co_return false;
        default: break;
        }
        co_await whole(what, what.body->size(), keep);
        co_return keep;
    }

    /// An answer to HEAD.
    asio::awaitable<void> head_only(message const& what, bool keep)
    {
        co_await write(what.head + length(what.body->size(), keep));
    }

private:
    static std::string length(std::size_t size, bool keep)
    {
        return "Content-Length: " + std::to_string(size) +
               (keep ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
    }

    asio::awaitable<void> write(std::string_view text)
    {
        beast::get_lowest_layer(stream_).expires_after(longest);
        co_await asio::async_write(stream_, asio::buffer(text.data(), text.size()), asio::use_awaitable);
    }

    asio::awaitable<void> whole(message const& what, std::size_t size, bool keep)
    {
        co_await write(what.head + length(size, keep) + *what.body);
    }

    asio::awaitable<void> half(message const& what)
    {
        co_await write(what.head + length(what.body->size(), false));
        co_await write(std::string_view(*what.body).substr(0, what.body->size() / 2));
        co_await rest(0.05); // the client is to have it before the end comes
    }

    asio::awaitable<void> drip(message const& what)
    {
        co_await write(what.head + length(what.body->size(), false));
        for (char const& c : *what.body) {
            co_await write({&c, 1});
            co_await rest(1);
        }
    }

    asio::awaitable<void> chunk(std::string_view text)
    {
        char size[20];
        std::snprintf(size, sizeof size, "%zx\r\n", text.size());
        co_await write(std::string(size).append(text).append("\r\n"));
    }

    asio::awaitable<void> endless(message const& what)
    {
        co_await write(plain(what.head) + "Transfer-Encoding: chunked\r\n\r\n");
        std::string const piece(4096, ' ');
        for (int left = 1'000'000; left > 0; --left) {
            co_await chunk(piece);
            co_await rest(0.1);
        }
    }

    asio::awaitable<void> bomb(message const& what)
    {
        co_await write(plain(what.head) + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
        co_await chunk(gzip_start);
        auto const piece = megabyte_of_blanks();
        for (int left = 10'000; left > 0; --left) co_await chunk(piece);
        co_await write("0\r\n\r\n");
    }

    asio::awaitable<void> bad_gzip(message const& what)
    {
        auto const half = std::string_view(*what.body).substr(0, what.body->size() / 2);
        auto text = std::string(gzip_start) + deflated(half, -15, Z_FULL_FLUSH);
        text += std::string(64, '\x07'); // a block of a kind that there is not
        co_await write(plain(what.head) + "Content-Encoding: gzip\r\n" + length(text.size(), false) + text);
    }

    asio::awaitable<void> endless_headers(message const& what)
    {
        co_await write(what.head);
        for (int number = 0; number < 10'000'000; ++number)
            co_await write("X-Made-Up-" + std::to_string(number) + ": " + std::string(1000, 'x') + "\r\n");
    }

    /// The head without what it says of an encoding.
    static std::string plain(std::string const& head)
    {
        return replaced(head, "Content-Encoding: gzip\r\n", "");
    }

    asio::awaitable<void> rest(double seconds)
    {
        beast::get_lowest_layer(stream_).expires_never();
        asio::steady_timer timer(stream_.get_executor());
        timer.expires_after(std::chrono::duration_cast<std::chrono::steady_clock::duration>(
            std::chrono::duration<double>(seconds)));
        co_await timer.async_wait(asio::use_awaitable);
    }

    asio::awaitable<void> until_client_leaves()
    {
        beast::get_lowest_layer(stream_).expires_after(longest);
        char ignored = 0;
        beast::error_code left;
        co_await stream_.async_read_some(asio::buffer(&ignored, 1),
                                         asio::redirect_error(asio::use_awaitable, left));
    }

    /// Ends the connection without TLS's farewell: by FIN, or by RST.
    void close(bool reset)
    {
        auto& socket = beast::get_lowest_layer(stream_).socket();
        beast::error_code ignored;
        if (reset) socket.set_option(asio::socket_base::linger(true, 0), ignored);
        socket.close(ignored);
    }

    static constexpr std::chrono::seconds longest{300};
    tls_stream& stream_;
};

} // namespace tiktrack::stand_in
