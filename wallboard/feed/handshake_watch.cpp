#include "wallboard/feed/handshake_watch.hpp"

#include <cstring>

#include <fmt/format.h>

namespace wallboard {
namespace {

constexpr int events_wanted = ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH |
                              ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL |
                              ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;
constexpr int events_per_look_max = 100;
/// A collector that is stopped in the middle of a handshake hangs up as well, but not again and
/// again.
constexpr int hung_up_means_keys = 3;

}  // namespace

HandshakeWatch::HandshakeWatch(zmq::context_t& context, zmq::socket_t& watched)
    : watched_{watched},
      events_{context, zmq::socket_type::pair}
{
    const auto place = fmt::format("inproc://handshakes-{}", static_cast<const void*>(this));
    if (zmq_socket_monitor(watched.handle(), place.c_str(), events_wanted) != 0)
        throw zmq::error_t{};
    events_.connect(place);
}

HandshakeWatch::~HandshakeWatch() { zmq_socket_monitor(watched_.handle(), nullptr, 0); }

Hearing HandshakeWatch::look()
{
    zmq::message_t event, where;
    for (int i = 0; i < events_per_look_max && events_.recv(event, zmq::recv_flags::dontwait);
         ++i) {
        if (event.more() && !events_.recv(where, zmq::recv_flags::dontwait)) break;
        std::uint16_t number = 0;  // zmq_socket_monitor(3): 16 bits of event, 32 of value.
        if (event.size() < sizeof number) continue;
        std::memcpy(&number, event.data(), sizeof number);
        take(number);
    }
    return hearing_;
}

void HandshakeWatch::take(std::uint16_t event)
{
    const bool hangs_up = event == ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;
    hung_up_ = hangs_up ? hung_up_ + 1 : 0;
    if (event == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH)
        hearing_ = Hearing::not_admitted;
    else if (event == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL)
        hearing_ = Hearing::keys_on_one_side;
    else if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED)
        hearing_ = Hearing::unhindered;
    else if (hung_up_ >= hung_up_means_keys)
        hearing_ = Hearing::hung_up;
}

}  // namespace wallboard
