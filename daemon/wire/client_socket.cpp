#include "daemon/wire/client_socket.hpp"

namespace callwatch {

ClientSocket::ClientSocket(zmq::context_t& context, zmq::socket_type type, const ClientKeys& keys)
    : socket_{context, type},
      watch_{context, socket_, keys.are_used()}
{
    use_keys(socket_, keys);
}

void ClientSocket::connect(const std::string& endpoint)
{
    endpoint_ = endpoint;
    socket_.connect(endpoint_);
}

ConnectionTrouble ClientSocket::mend(std::chrono::steady_clock::time_point now)
{
    const auto trouble = watch_.look();
    if (!is_final(trouble)) {
        again_at_ = {};
        return trouble;
    }
    if (again_at_ == std::chrono::steady_clock::time_point{}) again_at_ = now + refused_again;
    if (now < again_at_) return trouble;
    again_at_ = now + refused_again;
    try {
        socket_.disconnect(endpoint_);
    } catch (const zmq::error_t&) {
        // It was gone already.
    }
    socket_.connect(endpoint_);
    return trouble;
}

}  // namespace callwatch
