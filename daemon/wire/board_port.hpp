#pragma once

#include <string>

#include <zmq.hpp>

#include "callwatch/v1/board.pb.h"
#include "daemon/wire/curve_socket.hpp"

namespace callwatch {

/// The PUB socket that walls listen to. Sending never blocks: a slow wall loses messages, notices
/// by the revisions and asks for a snapshot.
class BoardPort {
public:
    /// Throws NetworkError as bind_socket().
    BoardPort(zmq::context_t& context, const std::string& endpoint, const SocketGuard& guard = {});

    void publish(const v1::BoardMessage& message);

private:
    zmq::socket_t socket_;
};

}  // namespace callwatch
