// SPDX-License-Identifier: MIT
// TLS on loopback: accepts connections, reads requests, and lets the stage decide.
#pragma once

#include "control.hpp"
#include "wire.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http.hpp>

#include <iostream>

namespace tiktrack::stand_in {

class server {
public:
    /// Listens on 127.0.0.1 at once. @param port 0: a free one
    server(asio::io_context& context, asio::ssl::context& tls, stage& on, unsigned short port)
        : acceptor_(context, {asio::ip::make_address("127.0.0.1"), port}), tls_(tls), on_(on)
    {
    }

    [[nodiscard]] unsigned short port() const { return acceptor_.local_endpoint().port(); }

    /// Accepts for as long as the context runs.
    void start() { asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached); }

private:
    using request = beast::http::request<beast::http::string_body>;

    asio::awaitable<void> accept()
    {
        for (std::uint64_t number = 1;; ++number) {
            beast::error_code bad;
            auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, bad));
            if (bad == asio::error::operation_aborted) co_return;
            if (bad) { // no descriptors are left, perhaps: the next one may find some
                asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(50));
                co_await pause.async_wait(asio::use_awaitable);
                continue;
            }
            asio::co_spawn(acceptor_.get_executor(), session(std::move(socket), number), asio::detached);
        }
    }

    /// One connection. That a client breaks it off is nothing to tell.
    asio::awaitable<void> session(asio::ip::tcp::socket socket, std::uint64_t number)
    {
        beast::error_code ignored;
        socket.set_option(asio::ip::tcp::no_delay(true), ignored);
        tls_stream stream(std::move(socket), tls_);
        try {
            beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(30));
            co_await stream.async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
            beast::flat_buffer buffer;
            while (co_await exchange(stream, buffer, number)) {
            }
            beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(5));
            co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
        } catch (boost::system::system_error const&) {
        } catch (std::exception const& wrong) {
            std::cerr << "stand_in: " << wrong.what() << '\n';
        }
    }

    /// One request and its answer. @return whether another one may follow
    asio::awaitable<bool> exchange(tls_stream& stream, beast::flat_buffer& buffer, std::uint64_t number)
    {
        beast::http::request_parser<beast::http::string_body> parser;
        parser.body_limit(1 << 16);
        parser.header_limit(1 << 16);
        beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(120));
        co_await beast::http::async_read(stream, buffer, parser, asio::use_awaitable);
        auto const& asks = parser.get();
        auto const question = read(asks);
        auto const outcome = decide(asks, question, number);
        bool const cookie = asks.find(beast::http::field::cookie) == asks.end() && !is_control(question);
        auto what = in_bytes(on_, outcome, question, cookie);
        wire to(stream);
        if (asks.method() == beast::http::verb::head) {
            co_await to.head_only(what, asks.keep_alive());
            co_return asks.keep_alive();
        }
        auto const how = outcome.fault != nullptr ? outcome.fault->how : manner::canned;
        co_return co_await to.send(std::move(what), how, asks.keep_alive());
    }

    [[nodiscard]] static question read(request const& asks)
    {
        auto const text = [&](beast::http::field field) { return std::string(asks[field]); };
        auto made = read_target(std::string(asks.target()));
        made.host = text(beast::http::field::host);
        made.user_agent = text(beast::http::field::user_agent);
        made.accept_encoding = text(beast::http::field::accept_encoding);
        return made;
    }

    [[nodiscard]] outcome decide(request const& asks, question const& asked, std::uint64_t connection)
    {
        if (is_control(asked)) return {control_answer(on_, asked)};
        if (asks.method() != beast::http::verb::get && asks.method() != beast::http::verb::head) {
            reply refused;
            refused.status = 405;
            return {std::move(refused)};
        }
        seen_request note;
        note.connection = connection;
        note.method = std::string(asks.method_string());
        note.target = asked.target;
        for (auto const& each : asks)
            note.headers.emplace_back(std::string(each.name_string()), std::string(each.value()));
        return on_.play(asked, std::move(note));
    }

    asio::ip::tcp::acceptor acceptor_;
    asio::ssl::context& tls_;
    stage& on_;
};

} // namespace tiktrack::stand_in
