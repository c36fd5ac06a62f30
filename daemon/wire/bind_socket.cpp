#include "daemon/wire/bind_socket.hpp"

#include <fmt/format.h>

#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

constexpr int heartbeat_ms = 1'000;  // libzmq's own, on a silent connection.
constexpr int give_up_ms = 3'000;    // Without answer to it, and for a handshake.

}  // namespace

void check_endpoint(const std::string& endpoint, const SocketGuard& guard)
{
    if (guard.is_on() || is_local_endpoint(endpoint)) return;
    throw NetworkError{
        fmt::format("{}: only tcp://127.x.x.x:port, tcp://[::1]:port and ipc:// are possible, "
                    "because nothing is encrypted ([security] curve = \"off\")",
                    endpoint)};
}

void bind_socket(zmq::socket_t& socket, const std::string& endpoint, const SocketGuard& guard,
                 const char* domain)
{
    check_endpoint(endpoint, guard);
    try {
        guard_socket(socket, guard, domain);
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::heartbeat_ivl, heartbeat_ms);
        socket.set(zmq::sockopt::heartbeat_timeout, give_up_ms);
        socket.set(zmq::sockopt::handshake_ivl, give_up_ms);
        socket.bind(endpoint);
    } catch (const zmq::error_t& error) {
        throw NetworkError{fmt::format("cannot listen on {}: {}", endpoint, error.what())};
    }
}

}  // namespace callwatch
