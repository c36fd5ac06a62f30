#pragma once

#include <string>

#include <zmq.hpp>

#include "callwatch/v1/board.pb.h"

namespace callwatch {

/// The PUB socket that walls listen to. Sending never blocks: a slow wall loses messages, notices
/// by the revisions and asks for a snapshot.
class BoardPort {
public:
    /// Throws NetworkError if the endpoint is not of this machine, or is taken.
    BoardPort(zmq::context_t& context, const std::string& endpoint);

    void publish(const v1::BoardMessage& message);

private:
    zmq::socket_t socket_;
};

}  // namespace callwatch
