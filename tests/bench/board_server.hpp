#pragma once

#include <chrono>
#include <string>

#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"

namespace callwatch::bench {

/// A collector's board side and nothing else: a recorded board that does not change, told with a
/// heartbeat every half second of the real time. Sockets board and requests in a folder.
class BoardServer {
public:
    BoardServer(const std::string& folder, const std::string& board_file);

    /// Serves for so long.
    void serve(std::chrono::milliseconds time);

private:
    void beat();
    void answer();

    zmq::context_t context_;
    zmq::socket_t board_{context_, zmq::socket_type::pub};
    zmq::socket_t requests_{context_, zmq::socket_type::router};
    v1::BoardSnapshot rows_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point next_beat_{};
};

}  // namespace callwatch::bench
