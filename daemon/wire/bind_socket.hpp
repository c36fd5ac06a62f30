#pragma once

#include <string>

#include <zmq.hpp>

#include "daemon/wire/curve_socket.hpp"
#include "daemon/wire/network_error.hpp"

namespace callwatch {

// Who may come in by a socket: domains of ZAP, one a socket (wire/key_gate).
constexpr const char* events_domain = "callwatch.events";
constexpr const char* control_domain = "callwatch.control";
constexpr const char* board_domain = "callwatch.board";
constexpr const char* requests_domain = "callwatch.requests";

/// Throws NetworkError, naming the endpoint, if it is not of this machine and nothing guards it.
void check_endpoint(const std::string& endpoint, const SocketGuard& guard);

/// Binds `socket`, guarded, with time-outs for handshakes and silent connections, and without
/// lingering. A guard that is on needs a KeyGate before. Throws NetworkError as check_endpoint(),
/// or if the endpoint is taken.
void bind_socket(zmq::socket_t& socket, const std::string& endpoint, const SocketGuard& guard,
                 const char* domain);

}  // namespace callwatch
