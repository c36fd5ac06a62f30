#include "daemon/wire/board_port.hpp"

#include "daemon/wire/bind_socket.hpp"

namespace callwatch {
namespace {

constexpr int messages_waiting_max = 1'000;

}  // namespace

BoardPort::BoardPort(zmq::context_t& context, const std::string& endpoint, const SocketGuard& guard)
    : socket_{context, zmq::socket_type::pub}
{
    socket_.set(zmq::sockopt::sndhwm, messages_waiting_max);
    // Walls send subscriptions only, and the frames of a CURVE handshake, some 300 bytes.
    socket_.set(zmq::sockopt::maxmsgsize, std::int64_t{1'024});
    bind_socket(socket_, endpoint, guard, board_domain);
}

void BoardPort::publish(const v1::BoardMessage& message)
{
    socket_.send(zmq::str_buffer("board"), zmq::send_flags::sndmore | zmq::send_flags::dontwait);
    socket_.send(zmq::buffer(message.SerializeAsString()), zmq::send_flags::dontwait);
}

}  // namespace callwatch
