#include "daemon/wire/connection_watch.hpp"

#include <array>
#include <atomic>
#include <cstring>

#include <fmt/format.h>

namespace callwatch {
namespace {

constexpr int events_wanted = ZMQ_EVENT_CLOSED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED |
                              ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                              ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;
constexpr int events_read_max = 256;

std::string new_endpoint()
{
    static std::atomic<std::uint64_t> made{0};
    return fmt::format("inproc://connection-watch-{}", ++made);
}

}  // namespace

ConnectionWatch::ConnectionWatch(zmq::context_t& context, zmq::socket_t& socket, bool has_keys)
    : watched_{socket},
      events_{context, zmq::socket_type::pair},
      has_keys_{has_keys}
{
    const auto endpoint = new_endpoint();
    events_.set(zmq::sockopt::linger, 0);
    if (zmq_socket_monitor(watched_.handle(), endpoint.c_str(), events_wanted) != 0)
        throw zmq::error_t{};
    events_.connect(endpoint);
}

ConnectionWatch::~ConnectionWatch() { zmq_socket_monitor(watched_.handle(), nullptr, 0); }

ConnectionTrouble ConnectionWatch::look()
{
    for (int read = 0; read < events_read_max; ++read) {
        zmq::message_t event;
        if (!events_.recv(event, zmq::recv_flags::dontwait)) break;
        zmq::message_t address;
        for (bool more = event.more(); more; more = address.more())
            if (!events_.recv(address, zmq::recv_flags::dontwait)) break;
        // 16 bits of event, 32 of value, unaligned: zmq_socket_monitor(3).
        std::uint16_t number = 0;
        std::uint32_t value = 0;
        if (event.size() != sizeof number + sizeof value) continue;
        std::memcpy(&number, event.data(), sizeof number);
        std::memcpy(&value, event.data<char>() + sizeof number, sizeof value);
        take(number, value);
    }
    return trouble_;
}

void ConnectionWatch::take(std::uint16_t event, std::uint32_t value)
{
    using enum ConnectionTrouble;
    switch (event) {
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: trouble_ = none; break;
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: trouble_ = key_refused; break;
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            if (value == ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH)
                trouble_ = has_keys_ ? takes_no_key : wants_key;
            else
                trouble_ = other_server;
            break;
        // The far end hangs up at once if it cannot read the greeting: a key of another collector.
        // One that wants a key does too, and its own greeting may be lost by that.
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
            if (!is_final(trouble_)) trouble_ = has_keys_ ? other_server : hangs_up;
            break;
        case ZMQ_EVENT_CLOSED:  // A connection that could not be made.
            if (!is_final(trouble_)) trouble_ = nobody;
            break;
        default: break;
    }
}

bool is_final(ConnectionTrouble trouble)
{
    using enum ConnectionTrouble;
    return trouble == key_refused || trouble == wants_key || trouble == takes_no_key;
}

std::string describe(ConnectionTrouble trouble)
{
    switch (trouble) {
        case ConnectionTrouble::none: break;
        case ConnectionTrouble::nobody: return "nobody listens there";
        case ConnectionTrouble::key_refused:
            return "the collector refuses this key: it is not admitted, was revoked, or is not of "
                   "a role that may connect here";
        case ConnectionTrouble::wants_key: return "the collector wants a key, and none was shown";
        case ConnectionTrouble::hangs_up:
            return "it hangs up, as a collector does that wants a key when none is shown";
        case ConnectionTrouble::takes_no_key:
            return "a key was shown, but the collector works without keys ([security] curve)";
        case ConnectionTrouble::other_server:
            return "it hangs up on this key: check that the server key is of this collector";
    }
    return {};
}

}  // namespace callwatch
