#include "wallboard/feed/client_socket.hpp"

#include "wallboard/feed/decode.hpp"

namespace wallboard {

void set_client_options(zmq::socket_t& socket, const FeedKeys& keys)
{
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(message_bytes_max));
    socket.set(zmq::sockopt::reconnect_ivl, 100);
    // A board that is back is right again within a second, so the
    // next attempt must not be that far away.
    socket.set(zmq::sockopt::reconnect_ivl_max, 300);
    socket.set(zmq::sockopt::heartbeat_ivl, 1000);
    socket.set(zmq::sockopt::heartbeat_timeout, 3000);
    if (keys.secret_key.empty()) return;
    socket.set(zmq::sockopt::curve_publickey, zmq::buffer(keys.public_key));
    socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(keys.secret_key));
    socket.set(zmq::sockopt::curve_serverkey, zmq::buffer(keys.server_key));
}

void connect_again(zmq::socket_t& socket, const std::string& endpoint)
{
    try {
        socket.disconnect(endpoint);
    } catch (const zmq::error_t&) {
        // It was gone already.
    }
    socket.connect(endpoint);
}

}  // namespace wallboard
