// SPDX-License-Identifier: MIT
// A stand-in for the platform, for tests: a TLS server on loopback that serves a made-up world in the
// platform's own shapes, with its moods and all that goes wrong on networks.
#include "options.hpp"
#include "server.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>

#include <unistd.h>

using namespace tiktrack::stand_in;

namespace {

/// A folder for certificates: the one that was told, or one that goes away.
class folder {
public:
    explicit folder(std::string const& told) : path(told), own_(told.empty())
    {
        if (!own_) std::filesystem::create_directories(path);
        auto pattern = (std::filesystem::temp_directory_path() / "tiktrack-stand-in-XXXXXX").string();
        if (own_ && ::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
        if (own_) path = pattern;
    }
    folder(folder const&) = delete;
    folder& operator=(folder const&) = delete;
    ~folder()
    {
        std::error_code ignored;
        if (own_) std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;

private:
    bool own_;
};

asio::ssl::context secured(certificate_files const& files, std::string const& highest)
{
    asio::ssl::context tls(asio::ssl::context::tls_server);
    if (highest == "1.1") {
        ::SSL_CTX_set_security_level(tls.native_handle(), 0);
        ::SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_VERSION);
        ::SSL_CTX_set_max_proto_version(tls.native_handle(), TLS1_1_VERSION);
    } else if (highest == "1.2") {
        ::SSL_CTX_set_max_proto_version(tls.native_handle(), TLS1_2_VERSION);
    } else if (!highest.empty()) {
        throw std::invalid_argument("--tls: 1.1 or 1.2 is wanted");
    }
    tls.use_certificate_chain_file(files.chain.string());
    tls.use_private_key_file(files.key.string(), asio::ssl::context::pem);
    return tls;
}

void set(stage& on, options const& told, unsigned short port)
{
    on.refusing = told.refusing;
    on.oembed_refusals = told.oembed_refusals;
    on.of.explore_listing = told.explore;
    if (told.own_links) on.of.links = "https://127.0.0.1:" + std::to_string(port);
    for (auto const& [path, kind] : told.faults) on.faults[path] = {kind, UINT64_MAX};
    if (!told.recorded.empty()) on.recorded = replay(told.recorded);
}

/// Says where it is to be found: one line of JSON, in the file first.
void announce(options const& told, unsigned short port, certificate_files const& files, double now)
{
    auto const line = json::serialize(json::object{{"made_up", true},
                                                   {"port", port},
                                                   {"base_url", "https://127.0.0.1:" + std::to_string(port)},
                                                   {"ca", files.authority.string()},
                                                   {"certificate", files.chain.string()},
                                                   {"key", files.key.string()},
                                                   {"now", now},
                                                   {"pid", ::getpid()}}) +
                      '\n';
    if (!told.ready.empty()) {
        std::ofstream(told.ready + ".new") << line;
        std::filesystem::rename(told.ready + ".new", told.ready);
    }
    std::cout << line << std::flush;
}

/// Reads stdin until it ends, then stops everything.
asio::awaitable<void> watch_stdin(asio::io_context& context)
{
    asio::posix::stream_descriptor in(context, ::dup(STDIN_FILENO));
    std::array<char, 256> ignored{};
    for (boost::system::error_code end; !end;)
        co_await in.async_read_some(asio::buffer(ignored), asio::redirect_error(asio::use_awaitable, end));
    context.stop();
}

int run(options const& told)
{
    folder const certificates(told.folder);
    auto const files = make_certificates(certificates.path, told.certificate);
    auto tls = secured(files, told.tls);
    stage on(told.size, *told.now, told.speed);
    asio::io_context context(1);
    server listening(context, tls, on, told.port);
    set(on, told, listening.port());
    listening.start();
    asio::signal_set ends(context, SIGTERM, SIGINT);
    ends.async_wait([&](auto, int) { context.stop(); });
    asio::steady_timer lifetime(context, std::chrono::seconds(static_cast<long>(told.lifetime)));
    lifetime.async_wait([&](auto) { context.stop(); });
    if (told.until_stdin_ends) asio::co_spawn(context, watch_stdin(context), asio::detached);
    std::cerr << "stand_in: THIS WORLD IS MADE UP. No person, video or number in it is real.\n";
    announce(told, listening.port(), files, *told.now);
    context.run();
    return 0;
}

} // namespace

int main(int count, char** words)
{
    try {
        auto const told = read_options({words + 1, words + count});
        if (told.help) {
            std::cout << help_text();
            return 0;
        }
        return run(told);
    } catch (std::invalid_argument const& wrong) {
        std::cerr << "stand_in: " << wrong.what() << '\n';
        return 2;
    } catch (std::exception const& wrong) {
        std::cerr << "stand_in: " << wrong.what() << '\n';
        return 74;
    }
}
