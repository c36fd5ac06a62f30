#include "daemon/bridges/publisher/source_link.hpp"

#include <array>
#include <cerrno>

#include "daemon/bridges/publisher/publisher.hpp"
#include "daemon/model/check.hpp"
#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

constexpr int reconnect_ms = 100;
constexpr int heartbeat_ms = 1'000;  // libzmq's own, on a silent connection.
constexpr int give_up_ms = 3'000;    // Without answer to it, and for a handshake.
constexpr int messages_read_max = 256;

void connect(ClientSocket& client, const std::string& endpoint, int queued_max)
{
    try {
        auto& socket = client.socket();
        socket.set(zmq::sockopt::linger, 0);
        // No queue for a connection that is not there: a subscriber that is gone is then seen to be
        // gone.
        socket.set(zmq::sockopt::immediate, true);
        socket.set(zmq::sockopt::sndhwm, queued_max);
        socket.set(zmq::sockopt::rcvhwm, queued_max);
        socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(batch_bytes_max));
        socket.set(zmq::sockopt::heartbeat_ivl, heartbeat_ms);
        socket.set(zmq::sockopt::heartbeat_timeout, give_up_ms);
        socket.set(zmq::sockopt::handshake_ivl, give_up_ms);
        socket.set(zmq::sockopt::reconnect_ivl, reconnect_ms);
        // An XPUB at its limit drops by default; then it says so instead.
        if (socket.get(zmq::sockopt::type) == ZMQ_XPUB) socket.set(zmq::sockopt::xpub_nodrop, true);
        client.connect(endpoint);
    } catch (const zmq::error_t& error) {
        throw PublisherError{"cannot connect to " + endpoint + ": " + error.what()};
    }
}

}  // namespace

SourceLink::SourceLink(const std::string& source_id, const Place& place)
    : topic_{event_topic(source_id)},
      events_{context_, zmq::socket_type::xpub, place.keys},
      control_{context_, zmq::socket_type::dealer, place.keys}
{
    for (const auto* endpoint : {&place.events_endpoint, &place.control_endpoint})
        if (const auto why = what_forbids(*endpoint, place.keys); !why.empty())
            throw PublisherError{why};
    connect(events_, place.events_endpoint, place.queued_max);
    connect(control_, place.control_endpoint, place.queued_max);
}

void SourceLink::mend(std::chrono::steady_clock::time_point now)
{
    trouble_ = events_.mend(now);
    const auto other = control_.mend(now);
    if (trouble_ == ConnectionTrouble::none) trouble_ = other;
}

std::string SourceLink::trouble_with_keys() const
{
    return trouble_ == ConnectionTrouble::nobody ? std::string{} : describe(trouble_);
}

void SourceLink::read_subscriptions()
{
    zmq::message_t message;
    for (int i = 0;
         i < messages_read_max && events_.socket().recv(message, zmq::recv_flags::dontwait); ++i) {
        // One byte, 1 or 0, then the prefix that is wanted or no longer wanted.
        const auto said = message.to_string_view();
        if (said.empty() || !topic_.starts_with(said.substr(1))) continue;
        const std::string prefix{said.substr(1)};
        if (said.front() == '\0')
            subscribed_.erase(prefix);
        else if (subscribed_.insert(prefix).second)
            ++subscriptions_;
    }
}

bool SourceLink::subscribed() const { return !subscribed_.empty(); }

bool SourceLink::send_events(std::string_view batch)
{
    // With no room the first frame is refused; libzmq never takes one frame of a message without
    // the next.
    constexpr auto more = zmq::send_flags::sndmore | zmq::send_flags::dontwait;
    return events_.socket().send(zmq::buffer(topic_), more) &&
           events_.socket().send(zmq::buffer(batch), zmq::send_flags::dontwait);
}

bool SourceLink::send_control(std::string_view message)
{
    return control_.socket().send(zmq::buffer(message), zmq::send_flags::dontwait).has_value();
}

std::optional<v1::CollectorToSource> SourceLink::receive()
{
    zmq::message_t frame;
    for (int i = 0;
         i < messages_read_max && control_.socket().recv(frame, zmq::recv_flags::dontwait); ++i) {
        v1::CollectorToSource message;
        if (!frame.more() && message.ParseFromArray(frame.data(), static_cast<int>(frame.size())))
            return message;
    }
    return std::nullopt;
}

void SourceLink::wait(std::chrono::milliseconds timeout, std::span<const int> wake_on)
{
    CALLWATCH_CHECK(wake_on.size() <= wake_on_max);
    std::array<zmq::pollitem_t, 2 + wake_on_max> items{};
    items[0] = {events_.socket().handle(), 0, ZMQ_POLLIN, 0};
    items[1] = {control_.socket().handle(), 0, ZMQ_POLLIN, 0};
    for (std::size_t i = 0; i < wake_on.size(); ++i)
        items[2 + i] = {nullptr, wake_on[i], ZMQ_POLLIN, 0};
    // A signal ends the wait as anything else does.
    if (zmq_poll(items.data(), static_cast<int>(2 + wake_on.size()),
                 static_cast<long>(timeout.count())) < 0 &&
        errno != EINTR)
        throw PublisherError{std::string{"cannot wait for the collector: "} + zmq_strerror(errno)};
}

}  // namespace callwatch
