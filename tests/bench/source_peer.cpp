#include "tests/bench/source_peer.hpp"

#include <stdexcept>

#include "tests/bench/program.hpp"

namespace callwatch::bench {
namespace {

constexpr int patience_ms = 60'000;
constexpr std::size_t frames_before_listening = 64;
constexpr std::int64_t beat_every_ns = 1'000'000'000;

std::int64_t wall_us()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace

void wait_for_subscriber(zmq::socket_t& socket)
{
    zmq::pollitem_t item{socket.handle(), 0, ZMQ_POLLIN, 0};
    zmq::poll(&item, 1, std::chrono::milliseconds{patience_ms});
    zmq::message_t subscription;
    if (!socket.recv(subscription, zmq::recv_flags::dontwait))
        throw std::runtime_error{"nobody subscribed"};
}

zmq::socket_t make_publisher(zmq::context_t& context)
{
    zmq::socket_t socket{context, zmq::socket_type::xpub};
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::xpub_nodrop, true);
    return socket;
}

SourcePeer::SourcePeer(CollectorProcess& collector)
    : events_{make_publisher(collector.context())},
      control_{collector.context(), zmq::socket_type::dealer}
{
    control_.set(zmq::sockopt::linger, 0);
    control_.connect(collector.ipc("control"));
    events_.connect(collector.ipc("events"));
    wait_for_subscriber(events_);

    v1::SourceToCollector message;
    auto& hello = *message.mutable_hello();
    hello.set_schema_version(1);
    hello.set_source_id(source_id);
    hello.set_source_epoch_us(source_epoch_us);
    hello.set_first_kept(1);
    hello.set_software("callwatch_bench");
    hello.set_kind("asterisk");
    hello.set_instance(static_cast<std::uint64_t>(now_ns()));
    control_.send(zmq::buffer(message.SerializeAsString()), zmq::send_flags::none);
    hear(patience_ms);
    if (window_ == 0) throw std::runtime_error{"the collector gave no welcome"};
}

double SourcePeer::send_all(const Frames& frames)
{
    const auto begin = now_ns();
    const auto last = sent_ + frames.events;
    std::size_t next = 0;
    while (durable_ < last) {
        while (next < frames.frames.size() && sent_ - durable_ + frames.per_frame <= window_) {
            send(frames.frames[next], std::min(last, sent_ + frames.per_frame));
            // Acknowledgements must not fill their queue meanwhile.
            if (++next % frames_before_listening == 0) hear(0);
        }
        beat();
        hear(patience_ms);
    }
    return static_cast<double>(now_ns() - begin) * 1e-9;
}

void SourcePeer::send(const std::string& frame, std::uint64_t last)
{
    events_.send(zmq::str_buffer("event.pbx1"), zmq::send_flags::sndmore);
    events_.send(zmq::buffer(frame), zmq::send_flags::none);
    sent_ = last;
}

void SourcePeer::serve()
{
    if (now_ns() >= beat_at_ns_) beat();
    hear(0);
}

void SourcePeer::beat()
{
    beat_at_ns_ = now_ns() + beat_every_ns;
    v1::SourceToCollector message;
    auto& heartbeat = *message.mutable_heartbeat();
    heartbeat.set_source_id(source_id);
    heartbeat.set_source_epoch_us(source_epoch_us);
    heartbeat.set_head(sent_);
    heartbeat.set_source_clock_us(wall_us());
    heartbeat.set_upstream_as_of_us(wall_us());
    control_.send(zmq::buffer(message.SerializeAsString()), zmq::send_flags::none);
}

/// Waits for one message, then takes all there are.
void SourcePeer::hear(int timeout_ms)
{
    zmq::pollitem_t item{control_.handle(), 0, ZMQ_POLLIN, 0};
    if (timeout_ms > 0) zmq::poll(&item, 1, std::chrono::milliseconds{timeout_ms});
    zmq::message_t frame;
    bool heard = false;
    while (control_.recv(frame, zmq::recv_flags::dontwait)) {
        heard = true;
        v1::CollectorToSource message;
        if (!message.ParseFromArray(frame.data(), static_cast<int>(frame.size()))) continue;
        if (message.has_welcome()) window_ = message.welcome().window();
        if (message.has_ack()) durable_ = std::max(durable_, message.ack().durable());
        if (message.has_refused()) throw std::runtime_error{message.refused().detail()};
        if (message.has_resend_request()) throw std::runtime_error{"events were lost"};
    }
    if (timeout_ms > 0 && !heard) throw std::runtime_error{"the collector is silent"};
}

}  // namespace callwatch::bench
