#pragma once

#include <string>

#include <zmq.hpp>

#include "daemon/wire/network_error.hpp"

namespace callwatch {

/// Binds `socket`, with time-outs for handshakes and silent connections, and without lingering.
/// Throws NetworkError, naming the endpoint, if it is not of this machine (nothing is encrypted) or
/// is taken.
void bind_local(zmq::socket_t& socket, const std::string& endpoint);

}  // namespace callwatch
