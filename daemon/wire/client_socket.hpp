#pragma once

#include <chrono>
#include <string>

#include <zmq.hpp>

#include "daemon/wire/connection_watch.hpp"
#include "daemon/wire/curve_socket.hpp"

namespace callwatch {

/// A socket that connects to a collector, with keys or without. libzmq itself connects again for
/// ever, but not to who has refused a key; this does, since a key may be admitted meanwhile.
class ClientSocket {
public:
    ClientSocket(zmq::context_t& context, zmq::socket_type type, const ClientKeys& keys);

    /// For options, before connect(); and for messages.
    zmq::socket_t& socket() { return socket_; }
    const zmq::socket_t& socket() const { return socket_; }
    /// Nobody need be there yet. Throws zmq::error_t for an endpoint that is none.
    void connect(const std::string& endpoint);

    /// Call now and then, at least every second or so: what stands in the way, if anything.
    ConnectionTrouble mend(std::chrono::steady_clock::time_point now);

    static constexpr std::chrono::seconds refused_again{5};

private:
    zmq::socket_t socket_;
    ConnectionWatch watch_;
    std::string endpoint_;
    std::chrono::steady_clock::time_point again_at_{};
};

}  // namespace callwatch
