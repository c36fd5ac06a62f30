#include "tests/bench/npm_reference.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/bench/program.hpp"

namespace callwatch::bench {
namespace {

/// A manager interface that lets anybody in and says the same to all.
class Server {
public:
    explicit Server(const std::string& ami)
        : listening_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* any = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        if (bind(listening_, any, size) != 0 || listen(listening_, 1) != 0 ||
            getsockname(listening_, any, &size) != 0)
            throw std::runtime_error{"no port to listen on"};
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this, &ami] { serve(ami); }};
    }
    ~Server()
    {
        shutdown(listening_, SHUT_RDWR);
        thread_.join();
        close(listening_);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    int port() const { return port_; }

private:
    void serve(const std::string& ami) const
    {
        const int peer = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0) return;
        say(peer, "Asterisk Call Manager/11.0.0\r\n");
        std::string asked;
        char byte = 0;
        while (!asked.ends_with("\r\n\r\n") && read(peer, &byte, 1) == 1) asked += byte;
        const auto id = asked.find("ActionID:");
        const auto line =
            id == std::string::npos ? "ActionID: 1" : asked.substr(id, asked.find('\r', id) - id);
        say(peer, "Response: Success\r\n" + line + "\r\nMessage: Authentication accepted\r\n\r\n");
        say(peer, ami);
        say(peer, "Event: BenchEnd\r\n\r\n");
        while (read(peer, &byte, 1) == 1) {}
        close(peer);
    }

    static void say(int peer, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    int listening_;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace

NpmReference::NpmReference()
{
    try {
        Program install{{"npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix",
                         folder_.path(), "ami-io"},
                        folder_.file("npm.log")};
        is_there_ = install.wait() == 0;
    } catch (const std::runtime_error&) {
        is_there_ = false;
    }
    if (is_there_)
        std::filesystem::copy_file(CALLWATCH_SOURCE "/tests/bench/npm_parse.js",
                                   folder_.file("npm_parse.js"));
}

double NpmReference::rate(const std::string& ami, std::uint64_t messages)
{
    const Server server{ami};
    std::filesystem::remove(folder_.file("node.log"));
    Program node{{"node", folder_.file("npm_parse.js"), std::to_string(server.port())},
                 folder_.file("node.log")};
    if (node.wait() != 0) throw std::runtime_error{"node: " + node.words()};
    std::istringstream said{node.words()};
    double events = 0, seconds = 0;
    said >> events >> seconds;
    // It calls only events; the bytes hold the responses as well.
    if (events <= 0 || seconds <= 0) throw std::runtime_error{"node: " + node.words()};
    return static_cast<double>(messages) / seconds;
}

}  // namespace callwatch::bench
