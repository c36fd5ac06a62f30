#include "daemon/wire/curve_socket.hpp"

#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

// Without this option a CURVE server whose ZAP handler is gone accepts any stranger's key. libzmq
// has it since 4.3.0; its header names it among the drafts only (ZMQ_ZAP_ENFORCE_DOMAIN).
constexpr int zap_enforce_domain = 93;

}  // namespace

void use_keys(zmq::socket_t& socket, const ClientKeys& keys)
{
    if (!keys.are_used()) return;
    socket.set(zmq::sockopt::curve_publickey, zmq::buffer(keys.public_key));
    socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(keys.secret_key));
    socket.set(zmq::sockopt::curve_serverkey, zmq::buffer(keys.server_key));
}

std::string what_forbids(const std::string& endpoint, const ClientKeys& keys)
{
    if (keys.are_used() || is_local_endpoint(endpoint)) return {};
    return endpoint +
           ": without keys only tcp://127.x.x.x:port, tcp://[::1]:port and ipc:// are possible, "
           "because nothing is encrypted";
}

void guard_socket(zmq::socket_t& socket, const SocketGuard& guard, const std::string& domain)
{
    if (!guard.is_on()) return;
    socket.set(zmq::sockopt::curve_server, true);
    socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(guard.secret_key));
    socket.set(zmq::sockopt::zap_domain, domain);
    const int yes = 1;
    if (zmq_setsockopt(socket.handle(), zap_enforce_domain, &yes, sizeof yes) != 0)
        throw zmq::error_t{};
}

std::string user_id(const zmq::message_t& message)
{
    const char* id = zmq_msg_gets(message.handle(), "User-Id");
    return id == nullptr ? std::string{} : std::string{id};
}

}  // namespace callwatch
