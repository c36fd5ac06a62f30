#pragma once

#include <zmq.hpp>

#include "wallboard/model/hearing.hpp"

namespace wallboard {

/// How the handshakes of one client socket end: libzmq tries again and again without a word. Used
/// by the thread of that socket, made before it connects, and gone before it.
class HandshakeWatch {
public:
    explicit HandshakeWatch(zmq::context_t& context, zmq::socket_t& watched);
    ~HandshakeWatch();
    HandshakeWatch(const HandshakeWatch&) = delete;
    HandshakeWatch& operator=(const HandshakeWatch&) = delete;

    /// As of now; never waits.
    Hearing look();

private:
    void take(std::uint16_t event);

    zmq::socket_t& watched_;
    zmq::socket_t events_;
    Hearing hearing_ = Hearing::unhindered;
    int hung_up_ = 0;  ///< In a row.
};

}  // namespace wallboard
